"""Sign-in with the account of the government: who was invited comes in, nobody else, and no account is made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from dunia import Dunia, make_person
from peladen_uji import server
from penyedia_oidc import KLIEN, RAHASIA, Penyedia, provider
from playwright.sync_api import Browser, Page
from test_peramban import tamu

pytestmark = pytest.mark.lambat


@pytest.fixture(scope="module")
def penyedia() -> Iterator[Penyedia]:
    with provider() as running:
        yield running


@pytest.fixture(scope="module")
def alamat_oidc(dunia: Dunia, penyedia: Penyedia) -> Iterator[str]:
    given = {"AKUNTABEL_OIDC_PELADEN": penyedia.alamat, "AKUNTABEL_OIDC_KLIEN": KLIEN}
    given |= {"AKUNTABEL_OIDC_RAHASIA": RAHASIA, "AKUNTABEL_OIDC_NAMA": "SSO Kota"}
    with server(1, **given) as url:
        yield url


def try_to_sign_in(peramban: Browser, alamat: str) -> str:
    """The heading of the page where the way through the provider ends."""
    with tamu(peramban, alamat) as guest:
        page: Page = guest.buka("/akun/login/").page
        page.get_by_role("button", name="Masuk dengan SSO Kota").click()
        page.wait_for_url(lambda url: "/authorize" not in url)
        assert page.url.startswith(alamat)
        page.goto(f"{alamat}/")
        return page.locator("h1").inner_text()


def test_who_has_an_account_comes_in_by_a_verified_address(
    peramban: Browser, alamat_oidc: str, penyedia: Penyedia, dunia: Dunia
) -> None:
    make_person(dunia, "sso@disnaker.test")
    penyedia.orang = {"sub": "orang-1", "email": "sso@disnaker.test", "email_verified": True, "name": "Orang Satu"}
    assert try_to_sign_in(peramban, alamat_oidc) == "Beranda"
    asked = [q for q in penyedia.diminta if "code_challenge" in q]
    assert [q["code_challenge_method"] for q in asked] == [["S256"]]


@pytest.mark.parametrize(
    ("surel", "verified"),
    [("asing@luar.test", True), ("korban@disnaker.test", False)],
    ids=["tak-diundang", "tak-terverifikasi"],
)
def test_nobody_else_comes_in_and_no_account_is_made(
    peramban: Browser, alamat_oidc: str, penyedia: Penyedia, dunia: Dunia, surel: str, verified: bool
) -> None:
    from akuntabel_web.akun.models import Pengguna

    if not verified:
        make_person(dunia, surel)
    before = Pengguna.objects.count()
    penyedia.orang = {"sub": f"orang-{surel}", "email": surel, "email_verified": verified, "name": "X"}
    assert try_to_sign_in(peramban, alamat_oidc) == "Masuk"
    assert Pengguna.objects.count() == before
