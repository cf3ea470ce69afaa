"""Second factors, by a browser on the real server: TOTP, and a passkey of a virtual authenticator."""

from __future__ import annotations

import pytest
from dunia import SANDI, Dunia, make_person
from playwright.sync_api import Browser
from test_peramban import tamu, violations

pytestmark = pytest.mark.lambat


def totp_now(secret: str) -> str:
    import time

    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


def test_an_authenticator_app_is_asked_for_after_the_password(peramban: Browser, alamat: str, dunia: Dunia) -> None:
    make_person(dunia, "totp@disnaker.test")
    with tamu(peramban, alamat, 360) as guest:
        guest.masuk("totp@disnaker.test").buka("/akun/2fa/totp/activate/")
        page = guest.page
        assert page.locator("img").evaluate("image => image.complete && image.naturalWidth > 0")
        guest.potret("totp")
        assert violations(page) == []
        secret = page.locator("#authenticator_secret").input_value()
        page.locator("#id_code").fill(totp_now(secret))
        page.locator("main form button[type=submit]").click()
        page.wait_for_url("**/akun/2fa/**")
        assert guest.konsol == []
    with tamu(peramban, alamat, 360) as guest:
        page = guest.buka("/akun/login/").page
        page.locator("#id_login").fill("totp@disnaker.test")
        page.locator("#id_password").fill(SANDI)
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.wait_for_url("**/akun/2fa/authenticate/")
        guest.potret("totp-masuk")
        assert violations(page) == []
        assert guest.buka("/").page.url.endswith("/akun/login/?next=/")  # the password alone opens nothing


def test_a_passkey_signs_in_without_a_password(peramban: Browser, alamat: str, dunia: Dunia) -> None:
    make_person(dunia, "kunci@disnaker.test")
    with tamu(peramban, alamat) as guest:
        session = guest.page.context.new_cdp_session(guest.page)
        session.send("WebAuthn.enable")
        options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
        options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
        session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        page = guest.masuk("kunci@disnaker.test").buka("/akun/2fa/webauthn/add/").page
        page.locator("#id_name").fill("Laptop kantor")
        if page.locator("#id_passwordless").count():
            page.locator("#id_passwordless").check()
        guest.potret("kunci")
        assert violations(page) == []
        page.locator("#mfa_webauthn_add").click()
        page.wait_for_url(lambda url: "/webauthn/add/" not in url)
        page.goto(f"{alamat}/akun/logout/")
        page.locator("main button[type=submit]").click()
        guest.buka("/akun/login/")
        page.locator("#passkey_login").click()
        page.get_by_role("heading", name="Beranda").wait_for()
        assert guest.konsol == []
