"""A second factor that an agency demands of roles: who is stopped, who goes on, who may demand it."""

from __future__ import annotations

from typing import Any

import pytest
from dunia import SANDI, TAHUN, Dunia, make_person, roles
from playwright.sync_api import Browser
from test_keamanan import dihitung_baru, proved, signed_in
from test_peramban import tamu, violations
from test_segel import code_of

__all__ = ["dihitung_baru"]
ALAMAT = f"/rumahsakit/{TAHUN}/"
URL = f"{ALAMAT}orang/faktor-kedua/"
ADMIN = "admin@rs.test"


@pytest.fixture(scope="module")
def rs(dunia: Dunia) -> Any:
    """An agency of this module alone: what it demands stops nobody else."""
    from akuntabel_web.instansi.models import Pemerintah
    from akuntabel_web.instansi.tindakan import add_agency, open_year
    from akuntabel_web.inti.konteks import SISTEM, Konteks, konteks

    with konteks(Konteks(SISTEM)):
        made = add_agency(Pemerintah.objects.get(), "RSUD", "Rumah Sakit", "opd", "rumahsakit")
        open_year(made, TAHUN)
    make_person(dunia, ADMIN, (made, "administrator", None))
    for role in ("verifikator", "penyusun"):
        make_person(dunia, f"{role}@rs.test", (made, role, None))
    return made


def demand(dunia: Dunia, *peran: str) -> None:
    data = {"peran": list(peran), "alasan_tindakan": "surat edaran"}
    assert dunia.klien(ADMIN).post(URL, data)["Location"] == URL


@pytest.fixture
def tanpa(rs: Any, dunia: Dunia) -> Any:
    """Nothing is demanded after a test."""
    from akuntabel_web.akun.models import FaktorWajib

    yield
    with dunia.konteks(rs):
        FaktorWajib.objects.filter(instansi=rs).delete()


def test_nothing_is_demanded_until_an_agency_does(dunia: Dunia, rs: Any) -> None:
    page = dunia.klien(ADMIN).get(URL)
    assert page.context["form"]["peran"].value() == []
    assert {one.kode: (one.wajib, one.orang) for one in page.context["daftar"]} == {
        "administrator": (False, 1), "verifikator": (False, 1), "penyusun": (False, 1),
    }  # fmt: skip
    assert dunia.klien("verifikator@rs.test").get(ALAMAT).status_code == 200


def test_who_must_goes_no_further_before_he_has_set_it_up(dunia: Dunia, rs: Any, tanpa: None) -> None:
    demand(dunia, "verifikator", "kepala_opd")
    client = proved(dunia, "verifikator@rs.test")
    for path in ("/", "/tugas/", ALAMAT, f"{ALAMAT}ekspor.xlsx", f"{ALAMAT}orang/"):
        stopped = client.get(path)
        assert (path, stopped.status_code) == (path, 403)
        assert "Pasang faktor kedua dahulu" in stopped.content.decode()
    assert client.post(f"{ALAMAT}ukur/pengingat/kirim/").status_code == 403
    own = ("/akun/2fa/", "/akun/2fa/totp/activate/", "/akun/2fa/webauthn/add/", "/akun/sessions/", "/keluar-semua/")
    assert {path: client.get(path).status_code for path in own} == dict.fromkeys(own, 200)
    assert signed_in(dunia, "penyusun@rs.test").get(ALAMAT).status_code == 200  # another role
    assert dunia.klien("verifikator@disnaker.test").get(f"/disnaker/{TAHUN}/").status_code == 200  # another agency
    assert without(dunia, "verifikator") == ("Verifikator",)
    activated_here(client)
    assert [client.get(path).status_code for path in ("/", ALAMAT)] == [200, 200]
    assert without(dunia, "verifikator") == ()


def without(dunia: Dunia, peran: str) -> tuple[str, ...]:
    """Who of a role has none yet, as the page says it."""
    listed = dunia.klien(ADMIN).get(URL).context["daftar"]
    return next(one.belum for one in listed if one.kode == peran)


def activated_here(client: Any) -> None:
    secret = client.get("/akun/2fa/totp/activate/").context["form"].secret
    assert client.post("/akun/2fa/totp/activate/", {"code": code_of(secret)}).status_code == 302


@pytest.mark.lambat
def test_the_page_that_stops_him_can_be_used_by_everybody(
    peramban: Browser, alamat: str, dunia: Dunia, rs: Any, tanpa: None
) -> None:
    make_person(dunia, "telepon@rs.test", (rs, "kepala_bidang", None))
    demand(dunia, "kepala_bidang")
    with tamu(peramban, alamat, 360) as guest:
        page = guest.buka("/akun/login/").page
        page.locator("#id_login").fill("telepon@rs.test")
        page.locator("#id_password").fill(SANDI)
        page.get_by_role("button", name="Masuk", exact=True).click()
        page.get_by_role("heading", name="Pasang faktor kedua dahulu").wait_for()
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
        page.get_by_role("link", name="Aplikasi autentikator").click()
        page.wait_for_url("**/akun/reauthenticate/**")


def test_the_last_factor_stays_while_it_is_demanded(dunia: Dunia, rs: Any, tanpa: None) -> None:
    from allauth.mfa.models import Authenticator

    person = make_person(dunia, "kepala@rs.test", (rs, "kepala_opd", None))
    client = proved(dunia, "kepala@rs.test")
    activated_here(client)
    demand(dunia, "kepala_opd")

    def remove() -> int:
        assert client.post("/akun/reauthenticate/", {"password": SANDI}).status_code == 302
        assert client.post("/akun/2fa/totp/deactivate/").status_code in {200, 302}
        return Authenticator.objects.filter(user=person, type="totp").count()

    assert remove() == 1
    demand(dunia)
    assert remove() == 0


def test_recovery_codes_alone_are_no_factor_and_a_passkey_is_one(dunia: Dunia, rs: Any, tanpa: None) -> None:
    from allauth.mfa.models import Authenticator

    person = make_person(dunia, "kunci@rs.test", (rs, "bpkad", None))
    demand(dunia, "bpkad")
    for kind, status in (("recovery_codes", 403), ("webauthn", 200)):
        Authenticator.objects.create(user=person, type=kind, data={"name": "x", "credential": {}})
        assert dunia.klien("kunci@rs.test").get(ALAMAT).status_code == status


def test_a_duty_that_was_given_for_a_time_demands_it_for_that_time(dunia: Dunia, rs: Any, tanpa: None) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from akuntabel_web.akun.models import Penugasan

    giver = make_person(dunia, "pemberi@rs.test", (rs, "apip", None))
    taker = make_person(dunia, "penerima@rs.test", (rs, "penyusun", None))
    demand(dunia, "apip")
    today = timezone.localdate()
    given = {"instansi": rs, "pengguna": taker, "peran": "apip", "dari": giver}
    client = dunia.klien("penerima@rs.test")
    with dunia.konteks(rs):
        duty = Penugasan.objects.create(mulai=today, sampai=today, **given)
    assert client.get(ALAMAT).status_code == 403
    with dunia.konteks(rs):
        Penugasan.objects.filter(pk=duty.pk).update(mulai=today - timedelta(days=9), sampai=today - timedelta(days=1))
    assert client.get(ALAMAT).status_code == 200


@pytest.mark.parametrize(
    "peran", ["administrator", "penyusun", "verifikator", "kepala_opd", "apip", "bagian_organisasi"]
)
def test_only_an_administrator_demands_it(dunia: Dunia, peran: str) -> None:
    from akuntabel_web.akun.models import FaktorWajib

    client = dunia.klien(f"{peran}@disnaker.test")
    url = f"/disnaker/{TAHUN}/orang/faktor-kedua/"
    may = peran == "administrator"
    assert client.get(url).status_code == (200 if may else 403)
    nothing = client.post(url, {"peran": ["kepala_daerah"]})  # without a reason, so that nothing is demanded here
    assert nothing.status_code == (422 if may else 403)
    assert client.post(url, {"peran": ["raja"], "alasan_tindakan": "x"}).status_code == (422 if may else 403)
    with dunia.konteks():
        assert not FaktorWajib.objects.filter(instansi=dunia.disnaker).exists()
    assert dunia.klien("administrator@disnaker.test").get(URL).status_code == 404  # of another agency
    assert len(roles()) > 10


def test_the_demand_stands_in_the_trail_with_its_reason(dunia: Dunia, rs: Any, tanpa: None) -> None:
    demand(dunia, "verifikator")
    page = dunia.klien(ADMIN).get(f"{ALAMAT}jejak/", {"tabel": "akun_faktorwajib"}).content.decode()
    assert "Kewajiban faktor kedua</strong>: tambah oleh Admin" in page
    assert "surat edaran" in page
