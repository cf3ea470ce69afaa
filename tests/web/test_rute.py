"""Every role on every route, compared with the matrix by equality; no route without a permission."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from dunia import TAHUN, Dunia, make_person, roles
from tulisan import changed, counts, statements

from akuntabel.domain.paket import TABEL

# Of nothing that is there.
MILIK_LAPORAN = {"versi", "unduh_paket", "unduh", "unduh_dokumen", "ubah_dokumen", "turunkan", "tenggat"}
LAYAK, DITOLAK, TAK_ADA, MASUK_DULU = "layak", "ditolak", "tidak ada", "masuk dulu"
# What each page of allauth asks for; the pages guard themselves, this states it and the test tries it.
PUBLIK_ALLAUTH = {
    "social/login/cancelled/", "social/login/error/", "social/signup/",  # old addresses of allauth without a name
    "account_login", "account_confirm_login_code", "account_signup", "account_inactive",
    "account_email_verification_sent", "account_confirm_email",
    "account_reset_password", "account_reset_password_done", "account_reset_password_from_key",
    "account_reset_password_from_key_done", "account_logout", "socialaccount_login_cancelled",
    "socialaccount_login_error", "socialaccount_signup", "mfa_authenticate", "mfa_login_webauthn",
    "openid_connect_login", "openid_connect_callback",
}  # fmt: skip
MASUK_ALLAUTH = {
    "social/connections/", "account_request_reauthentication_code", "account_confirm_reauthentication_code",
    "account_email", "account_change_password", "account_set_password", "account_reauthenticate",
    "socialaccount_connections", "mfa_index", "mfa_reauthenticate", "mfa_reauthenticate_webauthn",
    "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
    "mfa_download_recovery_codes", "usersessions_list",
    "mfa_list_webauthn", "mfa_add_webauthn", "mfa_remove_webauthn", "mfa_edit_webauthn",
}  # fmt: skip


# Routes of single parts name rows of a table of theirs, and may need another part of the address.
BARIS_RUTE = {
    "simpul_ubah": "sasaran", "simpul_pindah": "sasaran", "simpul_geser": "sasaran", "simpul_hapus": "sasaran",
    "program_dukung": "program", "perjanjian_lihat": "perjanjian_kinerja", "perjanjian_naskah": "perjanjian_kinerja",
    "perjanjian_pindaian": "perjanjian_kinerja", "perjanjian_revisi": "perjanjian_kinerja",
    "perjanjian_hapus": "perjanjian_kinerja", "perjanjian_setujui": "perjanjian_kinerja",
    "perjanjian_kembalikan": "perjanjian_kinerja", "perjanjian_tandatangani": "perjanjian_kinerja",
    "cabut": "penugasan", "nonaktifkan": "orang", "aktifkan": "orang",
    "lepas_faktor": "orang",
}  # fmt: skip
BAGIAN_RUTE = {
    "simpul_tambah": {"jenis": "dokumen"},
    **{nama: {"jenis": "sasaran"} for nama in ("simpul_ubah", "simpul_pindah", "simpul_geser", "simpul_hapus")},
    "perjanjian_naskah": {"akhiran": "docx"},
}
CONTOH_BAGIAN = {"periode": "tw1", "kode": "TPT"}
# A GET of these pages names no row of this world: nobody signed the example's agreement, its agency has no ladder yet.
TANPA_ISI = {
    "pratinjau", "batal", "tambah_instansi", "perjanjian_pindaian", "tangga_ubah", "tangga_hapus", "ukur_bukti",
    "ukur_petakan", "ukur_pratinjau",
}  # fmt: skip
# Pages that only take a POST: a GET of who may is answered 405.
HANYA_POST = {
    "batal", "taruh", "simpul_geser", "ukur_simpan", "ukur_ajukan", "ukur_setujui_bidang", "ukur_verifikasi",
    "ukur_setujui_opd", "ukur_kunci", "ukur_kembalikan", "ukur_buka_kembali", "ukur_unggah_bukti",
    "ukur_cabut_bukti", "ukur_hapus_libur",
    "ukur_putuskan", "ukur_rapat_status", "ukur_kirim_pengingat", "akhiri_limpah",
}  # fmt: skip


def outcome(page: Any) -> str:
    if page.status_code == 302 and "/akun/login/" in page["Location"]:
        return MASUK_DULU
    return {403: DITOLAK, 404: TAK_ADA}.get(page.status_code, LAYAK)


def sample_rows(dunia: Dunia) -> dict[str, str]:
    """A row of each kind that a route names by its identifier: of each table that has rows, and a duty."""
    from akuntabel_web.akun.models import Penugasan
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks():
        found = {t: MODEL[t].objects.filter(instansi=dunia.disnaker).first() for t in TABEL}
        duty = Penugasan.objects.filter(instansi=dunia.disnaker, peran="verifikator").first()
    return {t: str(row.pk) for t, row in found.items() if row} | {
        "penugasan": str(duty.pk),
        "orang": str(duty.pengguna_id),
    }


def tables_of_groups() -> list[str]:
    """One table of each group, one that has rows in the example where there is one."""
    from akuntabel_web.inti.peran import matrix

    with_rows = {"kebijakan", "catatan_data", "pejabat", "program", "target", "realisasi", "anggaran", "sarana"}
    return [next((t for t in tables if t in with_rows), tables[0]) for tables in matrix().kelompok.values()]


def agency_routes(dunia: Dunia, alamat: str) -> Iterator[tuple[str, str, str]]:
    """Every route of an agency, for a table of each group where it names one: (route, URL, permission)."""
    from django.urls import reverse

    from akuntabel_web.akun.penjaga import MASUK, PUBLIK, SAYA, permission_of
    from akuntabel_web.rute import RUTE

    rows = sample_rows(dunia)
    for rute in RUTE:
        if rute.izin in {MASUK, PUBLIK, SAYA}:
            continue
        for tabel in tables_of_groups() if "<slug:tabel>" in rute.pola else [""]:
            parts: dict[str, Any] = {"instansi": alamat, "tahun": TAHUN}
            parts |= {"tabel": tabel} if tabel else {}
            if "<uuid:pk>" in rute.pola:
                parts["pk"] = UUID(rows.get(tabel or BARIS_RUTE.get(rute.nama, "")) or str(uuid4()))
            parts |= BAGIAN_RUTE.get(rute.nama, {})
            parts |= {n: v for n, v in CONTOH_BAGIAN.items() if f":{n}>" in rute.pola}
            izin = permission_of(rute.izin, parts)
            yield f"{rute.nama} {tabel}".strip(), reverse(rute.nama, kwargs=parts), izin


ORANG_SENDIRI = {"masuk", "saya"}


def own_routes() -> Iterator[tuple[str, str, str]]:
    """The routes of a person's own pages that stand above the agencies."""
    from django.urls import reverse

    from akuntabel_web.rute import RUTE

    for rute in RUTE:
        if rute.izin in ORANG_SENDIRI:
            yield rute.nama, reverse(rute.nama, args=[1] if "<" in rute.pola else []), rute.izin


def without_subject(nama: str, rows: dict[str, str]) -> bool:
    """Whether a route names a row that is not there: an upload or invitation of nobody, a table without rows."""
    kind = nama.partition(" ")[2]
    return nama in (TANPA_ISI | MILIK_LAPORAN) or (nama.startswith(("ubah ", "hapus ")) and kind not in rows)


def expected(peran: str, nama: str, izin: str, rows: dict[str, str]) -> str:
    from akuntabel_web.inti.peran import matrix

    role = matrix().peran[peran]
    if izin not in role.izin:
        return DITOLAK
    if nama in HANYA_POST:
        return LAYAK  # 405
    if without_subject(nama, rows):
        return TAK_ADA
    held = role.batas_unit and nama.startswith(("ubah ", "hapus "))
    return DITOLAK if held else LAYAK  # the rows of the example belong to no unit of that person


# What a GET may write: the session and its use, and counts of limits.
BOLEH_DITULIS = {"django_session", "inti_tembolok"}


def test_every_role_on_every_route(dunia: Dunia, aplikasi: dict[str, str]) -> None:
    """What each role gets, and that no GET of anybody writes a row or answers with something that is no page."""
    rows = sample_rows(dunia)
    routes = [*agency_routes(dunia, "disnaker"), *own_routes()]
    got: dict[tuple[str, str], str] = {}
    wished: dict[tuple[str, str], str] = {}
    kinds: set[str] = set()
    clients = {peran: dunia.klien(f"{peran}@disnaker.test") for peran in roles()}
    before = counts(aplikasi["DATABASE_URL_PEMILIK"])
    with statements() as written:
        for peran, client in clients.items():
            for nama, url, izin in routes:
                page = client.get(url)
                got[peran, nama] = outcome(page)
                wished[peran, nama] = LAYAK if izin in ORANG_SENDIRI else expected(peran, nama, izin, rows)
                kinds |= {nama} if page.status_code == 200 and "text/html" not in page["Content-Type"] else set()
    assert got == wished
    assert len(got) == len(roles()) * len(routes)
    assert set(got.values()) == {LAYAK, DITOLAK, TAK_ADA}
    assert written - BOLEH_DITULIS == set()
    assert changed(before, counts(aplikasi["DATABASE_URL_PEMILIK"])) - BOLEH_DITULIS == set()
    assert kinds == {"ekspor", "jejak_csv", "perjanjian_naskah"}


def test_what_is_written_is_seen(dunia: Dunia, aplikasi: dict[str, str]) -> None:
    """The two witnesses of the test above see a POST."""
    make_person(dunia, "saksi@disnaker.test", (dunia.disnaker, "penyusun", None))
    client = dunia.klien("saksi@disnaker.test")
    before = counts(aplikasi["DATABASE_URL_PEMILIK"])
    with statements() as written:
        data = {"kode": "SAKSI", "nama": "Saksi", "alasan_tindakan": "uji"}
        assert client.post(f"/disnaker/{TAHUN}/tabel/inovasi/tambah/", data).status_code == 302
    assert "paket_inovasi" in written
    assert {"paket_inovasi", "jejak_jejak"} <= changed(before, counts(aplikasi["DATABASE_URL_PEMILIK"]))


def test_who_has_no_duty_in_an_agency_finds_nothing_there(dunia: Dunia) -> None:
    for surel in ("penyusun@lain.test", "tanpa@tugas.test"):
        client = dunia.klien(surel)
        answers = {nama: outcome(client.get(url)) for nama, url, _ in agency_routes(dunia, "disnaker")}
        assert answers == dict.fromkeys(answers, TAK_ADA)
        writes = {nama: outcome(client.post(url)) for nama, url, _ in agency_routes(dunia, "disnaker")}
        assert writes == dict.fromkeys(writes, TAK_ADA)


def test_a_visitor_is_sent_to_sign_in(dunia: Dunia) -> None:
    client = dunia.klien()
    answers = {nama: outcome(client.get(url)) for nama, url, _ in agency_routes(dunia, "disnaker")}
    assert answers == dict.fromkeys(answers, MASUK_DULU)
    assert outcome(client.get("/")) == MASUK_DULU


def test_a_year_that_is_not_open_is_not_there(dunia: Dunia) -> None:
    assert dunia.klien("penyusun@disnaker.test").get("/disnaker/2031/").status_code == 404


def test_a_duty_of_another_year_opens_nothing(dunia: Dunia) -> None:
    from akuntabel_web.akun.models import Penugasan

    person = make_person(dunia, "lama@disnaker.test")
    with dunia.konteks():
        Penugasan.objects.create(instansi=dunia.disnaker, pengguna=person, peran="penyusun", tahun=TAHUN - 1)
    assert dunia.klien("lama@disnaker.test").get(f"/disnaker/{TAHUN}/").status_code == 404


def test_several_roles_of_one_person_add_up(dunia: Dunia) -> None:
    make_person(dunia, "dua@disnaker.test", (dunia.disnaker, "apip", None), (dunia.disnaker, "bpkad", None))
    client = dunia.klien("dua@disnaker.test")
    answers = [client.get(f"/disnaker/{TAHUN}/{p}").status_code for p in ("jejak/", "impor/", "orang/undang/")]
    assert answers == [200, 200, 403]


def all_patterns() -> Iterator[Any]:
    from django.urls import URLPattern, get_resolver

    def walk(patterns: Any) -> Iterator[Any]:
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                yield pattern
            else:
                yield from walk(pattern.url_patterns)

    yield from walk(get_resolver().url_patterns)


def test_no_route_stands_outside_of_the_table(dunia: Dunia) -> None:
    from akuntabel_web.rute import RUTE

    names = {p.name or str(p.pattern) for p in all_patterns()}
    assert names == {r.nama for r in RUTE} | PUBLIK_ALLAUTH | MASUK_ALLAUTH


def test_every_permission_of_a_route_is_known_to_the_matrix(dunia: Dunia) -> None:
    from akuntabel_web.akun.penjaga import MASUK, PUBLIK, SAYA, UBAH_TABEL
    from akuntabel_web.inti.halaman import MENU
    from akuntabel_web.inti.peran import matrix
    from akuntabel_web.rute import RUTE

    known = {izin for role in matrix().peran.values() for izin in role.izin}
    used = {r.izin for r in RUTE} - {MASUK, PUBLIK, SAYA, UBAH_TABEL}
    assert used - known == set()
    assert {i for i in known if not i.startswith("paket.ubah.")} == used
    by_name = {r.nama: r.izin for r in RUTE}
    assert [(n, i) for n, _, i in MENU if by_name[n] != i] == []
    assert {r.nama for r in RUTE if r.izin == PUBLIK} == {"sehat", "terima_undangan"}


def test_pages_of_an_account_ask_for_sign_in(dunia: Dunia) -> None:
    from django.urls import NoReverseMatch, reverse

    client = dunia.klien()
    answers = {}
    for name in MASUK_ALLAUTH - {"social/connections/"}:
        try:
            url = reverse(name)
        except NoReverseMatch:
            url = reverse(name, args=[1])
        answers[name] = client.get(url).status_code
    assert {n for n, status in answers.items() if status != 302} == set()


def test_nobody_signs_up(dunia: Dunia) -> None:
    from akuntabel_web.akun.models import Pengguna

    before = Pengguna.objects.count()
    data = {"email": "tamu@uji.test", "password1": "kuda-besi-hijau-80", "password2": "kuda-besi-hijau-80"}
    page = dunia.klien().post("/akun/signup/", data)
    assert page.status_code == 200
    assert Pengguna.objects.count() == before


@pytest.mark.parametrize("peran", ["administrator", "penyusun"])
def test_a_post_is_denied_like_a_get(dunia: Dunia, peran: str) -> None:
    from akuntabel_web.inti.peran import matrix

    client = dunia.klien(f"{peran}@disnaker.test")
    denied = [(n, u) for n, u, izin in agency_routes(dunia, "disnaker") if izin not in matrix().peran[peran].izin]
    answers = {nama: outcome(client.post(url)) for nama, url in denied}
    assert answers == dict.fromkeys(answers, DITOLAK)
    assert answers != {}
