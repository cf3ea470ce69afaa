"""Second factors, by a browser on the real server: TOTP, and a passkey of a virtual authenticator."""

from __future__ import annotations

import time

import pytest
from dunia import SANDI, Dunia, make_person
from playwright.sync_api import Browser, Page
from test_peramban import Tamu, tamu, violations

pytestmark = pytest.mark.lambat
PERIOD = 30  # seconds that a code lives


def totp_now(secret: str) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    return str(format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD)))


def confirmed(guest: Tamu, path: str) -> Page:
    """A page that changes how somebody signs in asks for the password once more."""
    page = guest.buka(path).page
    assert "/akun/reauthenticate/" in page.url
    assert violations(page) == []
    page.locator("#id_password").fill(SANDI)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url(f"**{path}")
    return page


def give(page: Page, code: str) -> None:
    page.locator("#id_code").fill(code)
    page.locator("main form button[type=submit]").first.click()


def test_an_authenticator_app_is_asked_for_after_the_password(peramban: Browser, alamat: str, dunia: Dunia) -> None:
    make_person(dunia, "totp@disnaker.test")
    with tamu(peramban, alamat, 360) as guest:
        page = confirmed(guest.masuk("totp@disnaker.test"), "/akun/2fa/totp/activate/")
        assert page.locator("img").evaluate("image => image.complete && image.naturalWidth > 0")
        guest.potret("totp")
        assert violations(page) == []
        secret = page.locator("#authenticator_secret").input_value()
        give(page, totp_now(secret))
        page.wait_for_url("**/akun/2fa/**")
        assert guest.konsol == []
    with tamu(peramban, alamat, 360) as guest:
        page = by_password(guest)
        guest.potret("totp-masuk")
        assert violations(page) == []
        guest.buka("/")  # the password alone opens nothing
        assert page.get_by_role("heading", name="Beranda").count() == 0
        guest.buka("/akun/2fa/authenticate/")
        used = totp_now(secret)
        give(page, used)
        page.get_by_role("heading", name="Beranda").wait_for()
    with tamu(peramban, alamat, 360) as guest:
        page = by_password(guest)
        give(page, used)  # a code serves once
        page.locator(".galat").first.wait_for()


def by_password(guest: Tamu) -> Page:
    page = guest.buka("/akun/login/").page
    page.locator("#id_login").fill("totp@disnaker.test")
    page.locator("#id_password").fill(SANDI)
    page.get_by_role("button", name="Masuk", exact=True).click()
    page.wait_for_url("**/akun/2fa/authenticate/")
    return page


def test_a_passkey_signs_in_without_a_password(peramban: Browser, alamat: str, dunia: Dunia) -> None:
    make_person(dunia, "kunci@disnaker.test")
    with tamu(peramban, alamat) as guest:
        session = guest.page.context.new_cdp_session(guest.page)
        session.send("WebAuthn.enable")
        options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
        options |= {"isUserVerified": True, "automaticPresenceSimulation": True}
        session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        page = confirmed(guest.masuk("kunci@disnaker.test"), "/akun/2fa/webauthn/add/")
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
