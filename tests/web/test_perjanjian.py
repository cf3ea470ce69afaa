"""Agreements: drafted from the plan, steps by equality over roles and states, signed for ever, revised, the ladder."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from dunia import TAHUN, Dunia, make_person, roles
from dunia_rencana import about_agency, about_report, get, indicator, person, put, tempat
from test_halaman import edited, form_of, heads

__all__ = ["tempat"]
HEAD = "Kepala perangkat daerah"
CATATAN = {"alasan_tindakan": "uji"}
PDF = b"%PDF-1.7\n" + b"x" * 2000 + b"\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100 + b"IEND"


@pytest.fixture
def isi(dunia: Dunia, tempat: str) -> str:
    """The small plan with officials, indicators, targets and budget."""
    a = dunia.uji
    put(dunia, a, "instansi", **about_agency())
    put(dunia, a, "laporan", **about_report())
    put(dunia, a, "unit", kode="BID", nama="Bidang", jenis="bidang")
    for kode, nama, jenis, status in (
        ("KADIS", "Ratna, M.Si.", "kepala_instansi", "Plt."),
        ("WALI", "Bagas, S.H.", "kepala_daerah", "definitif"),
    ):
        put(dunia, a, "pejabat", kode=kode, nama=nama, jabatan=f"Jabatan {kode}", jenis=jenis, status_jabatan=status)
    put(dunia, a, "indikator", **indicator("IK1", "sasaran", "S1"))
    put(dunia, a, "indikator", **indicator("IK2", "tujuan", "T1"))
    put(dunia, a, "indikator", **indicator("IP1", "program", "9.01"), penanggung_jawab="BID")
    put(dunia, a, "indikator", **indicator("IP2", "program", "9.02"))
    for kode, nilai in (("IK1", "7.5"), ("IK2", "60"), ("IP1", "12")):
        goal = {"indikator": kode, "tahun": TAHUN, "periode": "tahun", "dokumen": "renstra"}
        put(dunia, a, "target", **goal, nilai=Decimal(nilai))
    for kode, pagu in (("9.01.1", 500), ("9.02.1", 700)):
        put(dunia, a, "anggaran", kode=kode, tahun=TAHUN, versi="murni", pagu=Decimal(pagu), sumber_dana="APBD")
    return tempat


def draft(dunia: Dunia, isi: str, role: str = "penyusun", **more: str) -> Any:
    wanted = {"anak": HEAD, "dokumen": "renstra", "pertama": "KADIS", "kedua": "WALI", "tanggal_dpa": f"{TAHUN}-01-02"}
    return person(dunia, role).post(f"{isi}perjanjian/buat/", wanted | more)


def url(isi: str, row: Any, verb: str = "") -> str:
    return f"{isi}perjanjian/{row.pk}/" + (f"{verb}/" if verb else "")


def fingerprint(dunia: Dunia, isi: str, row: Any) -> str:
    return person(dunia).get(url(isi, row)).context["naskah"].sidik


def step(dunia: Dunia, isi: str, row: Any, verb: str, role: str, **more: Any) -> Any:
    data = {"sidik": fingerprint(dunia, isi, row)} | CATATAN | more
    return person(dunia, role).post(url(isi, row, verb), data)


def state(dunia: Dunia, row: Any) -> str:
    from akuntabel_web.perjanjian.kunci import states_of

    with dunia.konteks(dunia.uji):
        return states_of([row.pk])[row.pk]


def signed(dunia: Dunia, isi: str) -> Any:
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    assert step(dunia, isi, row, "setujui", "verifikator").status_code == 302
    assert step(dunia, isi, row, "tandatangani", "kepala_opd", tanggal=f"{TAHUN}-01-20").status_code == 302
    return get(dunia, "perjanjian_kinerja")


def rows(dunia: Dunia, tabel: str, **wanted: Any) -> list[Any]:
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks(dunia.uji):
        return list(MODEL[tabel].objects.filter(instansi=dunia.uji, **wanted).order_by("urutan_baris"))


# --- the draft -------------------------------------------------------------------------------------------------------


def test_a_draft_takes_lines_targets_and_amounts_from_the_plan(dunia: Dunia, isi: str) -> None:
    answer = draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    assert answer["Location"] == url(isi, row)
    assert (row.kode, row.jenis, row.jenjang, row.tahun, row.tanggal_dpa) == (
        "pk", "murni", "kepala_instansi", TAHUN, date(TAHUN, 1, 2),
    )  # fmt: skip
    assert (row.pihak_pertama, row.jabatan_pertama, row.jabatan_kedua) == (
        "Ratna, M.Si.", "Plt. Jabatan KADIS", "Jabatan WALI",
    )  # fmt: skip
    lines = [(r.urutan, r.indikator, r.sasaran) for r in rows(dunia, "perjanjian_indikator")]
    assert lines == [(1, "IK1", "S1"), (2, "IK2", "T1")]
    goals = {r.indikator: r.nilai for r in rows(dunia, "target", dokumen="pk")}
    assert goals == {"IK1": Decimal("7.5"), "IK2": Decimal(60)}
    budget = [(r.kode, r.anggaran, r.sumber_dana) for r in rows(dunia, "perjanjian_anggaran")]
    assert budget == [("9.01", Decimal(500), "APBD"), ("9.02", Decimal(700), "APBD")]


def test_a_unit_promises_its_own_alone(dunia: Dunia, isi: str) -> None:
    assert draft(dunia, isi, anak="Administrator (eselon III)").status_code == 422  # without a unit
    put(dunia, dunia.uji, "unit", kode="LAIN", nama="Bidang lain", jenis="bidang")
    assert draft(dunia, isi, anak="Administrator (eselon III)", unit="BID").status_code == 302
    row = get(dunia, "perjanjian_kinerja")
    assert (row.kode, row.jenjang, row.unit) == ("pk-administrator-bid", "administrator", "BID")
    assert [r.indikator for r in rows(dunia, "perjanjian_indikator")] == ["IP1"]
    assert rows(dunia, "perjanjian_anggaran") == []  # no programme is the unit's
    assert draft(dunia, isi, anak="Administrator (eselon III)", unit="BID").status_code == 422  # once
    assert draft(dunia, isi, anak="Administrator (eselon III)", unit="LAIN").status_code == 302


def test_a_target_that_the_plan_lacks_is_told_and_stops_approval(dunia: Dunia, isi: str) -> None:
    put(dunia, dunia.uji, "indikator", **indicator("IK3", "sasaran", "S2"))
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    assert "Belum mempunyai target: IK3" in person(dunia).get(url(isi, row)).content.decode()
    page = step(dunia, isi, row, "setujui", "verifikator")
    assert page.status_code == 422
    assert "belum mempunyai target: IK3" in page.content.decode()
    assert state(dunia, row) == "dibuat"


@pytest.mark.parametrize(("jenjang", "pihak", "done"), [
    (HEAD, {"pertama": "KADIS", "kedua": ""}, 422), (HEAD, {"pertama": "", "kedua": "WALI"}, 422),
    ("Kepala daerah", {"pertama": "WALI", "kedua": ""}, 302),
])  # fmt: skip
def test_parties_without_a_name_stop_approval(
    dunia: Dunia, isi: str, jenjang: str, pihak: dict[str, str], done: int
) -> None:
    from akuntabel_web.perjanjian.models import AnakTangga

    with dunia.konteks(dunia.uji):
        for n, (name, level) in enumerate(((HEAD, "kepala_instansi"), ("Kepala daerah", "kepala_daerah")), 1):
            values = {"jenjang": level, "tingkat": ["sasaran"], "anggaran": "program"}
            AnakTangga.objects.create(instansi=dunia.uji, urutan=n, sebutan=name, **values)
    assert draft(dunia, isi, anak=jenjang, **pihak).status_code == 302
    page = step(dunia, isi, get(dunia, "perjanjian_kinerja"), "setujui", "verifikator")
    assert page.status_code == done
    if done == 422:
        assert "belum lengkap" in page.content.decode()


def test_the_agreement_comes_as_docx_and_pdf(dunia: Dunia, isi: str) -> None:
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    client = person(dunia, "kepala_opd")
    docx, pdf = (client.get(f"{url(isi, row)}naskah.{kind}") for kind in ("docx", "pdf"))
    assert (docx.content[:4], pdf.content[:5]) == (b"PK\x03\x04", b"%PDF-")
    assert b"word/document.xml" in docx.content
    assert docx["Content-Disposition"].endswith('.docx"')
    assert client.get(f"{url(isi, row)}naskah.exe").status_code == 404


# --- steps -----------------------------------------------------------------------------------------------------------


STATES = {"dibuat": (), "disetujui": ("setujui",), "ditandatangani": ("setujui", "tandatangani")}
MAY = {
    "setujui": {"verifikator", "kepala_opd", "bagian_organisasi"},
    "kembalikan": {"verifikator", "kepala_opd", "bagian_organisasi"},
    "tandatangani": {"kepala_opd", "bagian_organisasi"},
}
FROM = {"setujui": "dibuat", "kembalikan": "disetujui", "tandatangani": "disetujui"}
TO = {"setujui": "disetujui", "kembalikan": "dibuat", "tandatangani": "ditandatangani"}
PROOF = {"tanggal": f"{TAHUN}-01-20"}


@pytest.mark.parametrize("keadaan", STATES)
def test_every_step_for_every_role_in_every_state(dunia: Dunia, isi: str, keadaan: str) -> None:
    from django.db import transaction

    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    for verb in STATES[keadaan]:
        step(dunia, isi, row, verb, "bagian_organisasi", **PROOF)
    sidik = fingerprint(dunia, isi, row)
    got, wished = {}, {}
    for role in roles():
        for verb, allowed in MAY.items():
            got[role, verb] = _tried(dunia, row, role, verb, sidik)
            ready = TO[verb] if FROM[verb] == keadaan else "belum dapat"
            wished[role, verb] = ready if role in allowed else "ditolak"
    assert got == wished
    assert state(dunia, row) == keadaan
    assert transaction.get_connection().in_atomic_block is False


class _UndoError(Exception):
    """Takes a tried step back, so that the next role finds the same state."""


def _tried(dunia: Dunia, row: Any, role: str, verb: str, sidik: str) -> str:
    from django.core.exceptions import PermissionDenied

    from akuntabel_web.akun.wewenang import Wewenang
    from akuntabel_web.inti.peran import Tugas
    from akuntabel_web.perjanjian import tindakan

    who = dunia.orang[f"{role}@disnaker.test"]
    answer = ""
    try:
        with dunia.konteks(dunia.uji, who.pk):
            wewenang = Wewenang(who, dunia.uji, TAHUN, (Tugas(role),))
            try:
                answer = tindakan.step(wewenang, row.pk, verb, sidik, "uji", tindakan.Bukti(date(TAHUN, 1, 20)))
            except PermissionDenied:
                answer = "ditolak"
            except tindakan.BelumDapatError:
                answer = "belum dapat"
            raise _UndoError
    except _UndoError:
        return answer


def test_the_table_of_steps_is_the_one_that_is_tested(dunia: Dunia) -> None:
    from akuntabel_web.inti.peran import matrix
    from akuntabel_web.perjanjian.langkah import table

    steps = table().langkah
    assert {k: s.dari for k, s in steps.items()} == {k: (v,) for k, v in FROM.items()}
    assert {k: s.ke for k, s in steps.items()} == TO
    assert {k: {r for r, p in matrix().peran.items() if s.izin in p.izin} for k, s in steps.items()} == MAY


def test_nobody_approves_what_he_entered_or_changed(dunia: Dunia, isi: str) -> None:
    from akuntabel_web.akun.models import Penugasan

    both = make_person(dunia, f"dua-{uuid4().hex[:6]}@disnaker.test")
    for role in ("penyusun", "verifikator"):
        with dunia.konteks(dunia.uji):
            Penugasan.objects.create(instansi=dunia.uji, pengguna=both, peran=role)
    client = dunia.klien(both.email)
    draft(dunia, isi)  # by somebody else
    row = get(dunia, "perjanjian_kinerja")
    assert [s.kode for s in client.get(url(isi, row)).context["langkah"]] == ["setujui"]
    line = rows(dunia, "target", dokumen="pk")[0]
    change = f"{isi}tabel/target/{line.pk}/ubah/"
    client.post(change, form_of(client.get(change)) | {"nilai": "8"} | CATATAN)
    page = client.post(url(isi, row, "setujui"), {"sidik": fingerprint(dunia, isi, row)} | CATATAN)
    assert page.status_code == 422
    assert "Anda ikut mengisi" in page.content.decode()
    assert client.get(url(isi, row)).context["langkah"] == []
    assert state(dunia, row) == "dibuat"
    assert step(dunia, isi, row, "setujui", "verifikator").status_code == 302


def test_who_deleted_a_line_entered_it_too(dunia: Dunia, isi: str) -> None:
    from akuntabel_web.akun.wewenang import Wewenang
    from akuntabel_web.inti.peran import Tugas
    from akuntabel_web.perjanjian.kueri import read_agreement, writers

    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    line = rows(dunia, "perjanjian_indikator")[0]
    client = person(dunia, "bagian_organisasi")
    gone = client.post(f"{isi}tabel/perjanjian_indikator/{line.pk}/hapus/", {"versi": "1"} | CATATAN)
    assert gone.status_code == 302
    with dunia.konteks(dunia.uji):
        me = dunia.orang["bagian_organisasi@disnaker.test"]
        found = writers(read_agreement(Wewenang(me, dunia.uji, TAHUN, (Tugas("apip"),)), row.pk))
    assert found == {me.pk, dunia.orang["penyusun@disnaker.test"].pk}


def test_nobody_approves_what_he_did_not_see(dunia: Dunia, isi: str) -> None:
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    seen = fingerprint(dunia, isi, row)
    line = rows(dunia, "target", dokumen="pk")[0]
    client = person(dunia)
    change = f"{isi}tabel/target/{line.pk}/ubah/"
    client.post(change, form_of(client.get(change)) | {"nilai": "1"} | CATATAN)
    page = person(dunia, "verifikator").post(url(isi, row, "setujui"), {"sidik": seen} | CATATAN)
    assert page.status_code == 422
    assert "berubah sejak Anda membukanya" in page.content.decode()
    assert state(dunia, row) == "dibuat"


def test_two_who_step_at_once_step_once(dunia: Dunia, isi: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connections

    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    sidik = fingerprint(dunia, isi, row)

    def send(role: str) -> int:
        try:
            return person(dunia, role).post(url(isi, row, "setujui"), {"sidik": sidik} | CATATAN).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(send, ("verifikator", "kepala_opd")))
    assert sorted(answers) == [302, 422]


# --- signed ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, "Isi tanggal penandatanganan"),
        ({"tanggal": "2999-01-01"}, "belum tiba"),
        ({"pindaian": ("naskah.pdf", b"MZ" + PDF[20:])}, "bukan jenis berkas"),
        ({"pindaian": ("naskah.pdf", b"<html><script>")}, "bukan jenis berkas"),
        ({"pindaian": ("naskah.pdf", b"%PDF-1.7 terpotong")}, "bukan jenis berkas"),
        ({"pindaian": ("besar.png", PNG + b"x" * 20 * 1024 * 1024)}, "paling besar 20 MB"),
    ],
)
def test_a_signature_needs_a_proof_that_is_one(dunia: Dunia, isi: str, more: dict[str, Any], line: str) -> None:
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    step(dunia, isi, row, "setujui", "verifikator")
    files = {k: SimpleUploadedFile(*v) for k, v in more.items() if isinstance(v, tuple)}
    page = step(dunia, isi, row, "tandatangani", "kepala_opd", **(more | files))
    assert page.status_code == 422
    assert line in page.content.decode()
    assert state(dunia, row) == "disetujui"


def test_a_scan_is_kept_by_its_content_and_comes_back_as_it_was(dunia: Dunia, isi: str) -> None:
    import hashlib

    from django.conf import settings
    from django.test import override_settings

    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    step(dunia, isi, row, "setujui", "verifikator")
    scan = SimpleUploadedFile("../../etc/naskah.pdf", PDF)
    with override_settings(AKUNTABEL_PEMINDAI=f'{sys.executable} -c "raise SystemExit(1)"'):
        assert step(dunia, isi, row, "tandatangani", "kepala_opd", pindaian=scan).status_code == 422
    scan.seek(0)
    assert step(dunia, isi, row, "tandatangani", "kepala_opd", pindaian=scan).status_code == 302
    digest = hashlib.sha256(PDF).hexdigest()
    assert (Path(settings.DATA) / "berkas" / digest[:2] / digest).read_bytes() == PDF
    answer = person(dunia, "apip").get(url(isi, row, "pindaian"))
    assert answer.content == PDF
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "application/pdf", 'attachment; filename="pk-bertanda-tangan.pdf"',
    )  # fmt: skip
    assert answer["X-Content-Type-Options"] == "nosniff"
    other = dunia.klien("penyusun@lain.test").get(url(isi, row, "pindaian"))
    assert other.status_code == 404


@pytest.mark.parametrize("keadaan", ["disetujui", "ditandatangani"])
def test_no_page_alters_an_approved_or_signed_agreement(dunia: Dunia, isi: str, keadaan: str) -> None:
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    for verb in STATES[keadaan]:
        step(dunia, isi, row, verb, "bagian_organisasi", **PROOF)
    before = content(dunia)
    client = person(dunia)
    for tabel in ("perjanjian_kinerja", "perjanjian_indikator", "perjanjian_anggaran", "target"):
        wanted = {"dokumen": "pk"} if tabel == "target" else {}
        one = rows(dunia, tabel, **wanted)[0]
        base = f"{isi}tabel/{tabel}/{one.pk}/"
        column = {"target": "nilai", "perjanjian_kinerja": "tempat"}.get(tabel, "keterangan")
        filled = form_of(client.get(f"{base}ubah/"))
        changed = client.post(f"{base}ubah/", filled | {column: "9"} | CATATAN)
        gone = client.post(f"{base}hapus/", {"versi": str(one.versi_baris)} | CATATAN)
        other = "pk" if tabel == "perjanjian_kinerja" else "9.02.1"
        added = client.post(f"{isi}tabel/{tabel}/tambah/", filled | {"indikator": "IP1", "kode": other})
        assert (changed.status_code, gone.status_code, added.status_code) == (422, 200, 422)
        told = {"disetujui": "kembalikan dahulu", "ditandatangani": "buat perjanjian perubahan"}[keadaan]
        assert all(told in p.content.decode() for p in (changed, gone, added))
    assert client.post(url(isi, row, "hapus"), {"sidik": fingerprint(dunia, isi, row)} | CATATAN).status_code == 422
    assert content(dunia) == before


def content(dunia: Dunia) -> Any:
    from akuntabel_web.paket.petakan import read_paket

    with dunia.konteks(dunia.uji):
        paket = read_paket(dunia.uji, TAHUN)
    names = ("perjanjian_kinerja", "perjanjian_indikator", "perjanjian_anggaran", "target")
    return {name: paket.rows(name) for name in names}


def test_no_import_alters_a_signed_agreement(dunia: Dunia, isi: str) -> None:
    signed(dunia, isi)
    before = content(dunia)
    client = person(dunia)
    # An import needs the agency's own code in the workbook.
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks(dunia.uji):
        MODEL["instansi"].objects.filter(instansi=dunia.uji).update(kode=dunia.uji.kode)

    def edit(sheet: Any) -> None:
        columns = heads(sheet)
        for line in range(2, sheet.max_row + 1):
            if sheet.cell(line, columns["dokumen"]).value == "pk":
                sheet.cell(line, columns["nilai"]).value = 99

    book = edited(client.get(f"{isi}ekspor.xlsx").content, "target", edit)
    made = client.post(f"{isi}impor/", {"berkas": SimpleUploadedFile("paket.xlsx", book)})
    shown = client.get(made["Location"])
    page = client.post(made["Location"], {"dasar": shown.context["dasar"]} | CATATAN)
    assert page.status_code == 200
    assert "sudah ditandatangani dan tidak diubah lagi" in page.content.decode()
    assert content(dunia) == before


@pytest.mark.parametrize("tabel", ["perjanjian_kinerja", "perjanjian_indikator", "perjanjian_anggaran", "target"])
def test_the_database_itself_refuses_to_alter_a_signed_agreement(dunia: Dunia, isi: str, tabel: str) -> None:
    from django.db import DatabaseError
    from django.db.models import F

    from akuntabel_web.paket.models import MODEL

    signed(dunia, isi)
    row = rows(dunia, tabel, **({"dokumen": "pk"} if tabel == "target" else {}))[0]
    column = {"target": "alasan_perubahan", "perjanjian_kinerja": "tempat"}.get(tabel, "keterangan")
    with pytest.raises(DatabaseError, match="sudah ditandatangani"), dunia.konteks(dunia.uji):
        MODEL[tabel].objects.filter(pk=row.pk).update(**{column: "diam-diam"})
    with pytest.raises(DatabaseError, match="sudah ditandatangani"), dunia.konteks(dunia.uji):
        MODEL[tabel].objects.filter(pk=row.pk).delete()
    with dunia.konteks(dunia.uji):
        assert MODEL[tabel].objects.filter(pk=row.pk).update(urutan_baris=F("urutan_baris") + 1) == 1


def test_nobody_unsigns_an_agreement_in_the_database(dunia: Dunia, isi: str) -> None:
    from django.db import DatabaseError

    from akuntabel_web.perjanjian.models import Keadaan

    row = signed(dunia, isi)
    for write in (lambda s: s.update(keadaan="dibuat"), lambda s: s.delete()):
        with pytest.raises(DatabaseError, match="hanya ditambah"), dunia.konteks(dunia.uji):
            write(Keadaan.objects.filter(perjanjian=row.pk))
    assert state(dunia, row) == "ditandatangani"


def test_quarters_of_a_signed_target_are_the_action_plans(dunia: Dunia, isi: str) -> None:
    signed(dunia, isi)
    values = {"indikator": "IK1", "tahun": str(TAHUN), "periode": "tw1", "dokumen": "pk", "nilai": "2"}
    assert person(dunia).post(f"{isi}tabel/target/tambah/", values).status_code == 302


def test_a_change_of_a_signed_agreement_is_a_new_one(dunia: Dunia, isi: str) -> None:
    old = signed(dunia, isi)
    before = content(dunia)
    client = person(dunia)
    # Who wrote down the day of signing did not enter the agreement.
    assert client.get(url(isi, old)).context["penulis"] == [dunia.orang["penyusun@disnaker.test"].nama]
    assert client.post(url(isi, old, "revisi"), CATATAN).status_code == 422  # without a cause
    wanted = {"sebab": "perubahan_strategi"} | CATATAN
    assert client.post(url(isi, old, "revisi"), wanted).status_code == 302
    new = get(dunia, "perjanjian_kinerja", kode="pk-p1")
    assert (new.jenis, new.menggantikan, new.sebab_perubahan, new.tanggal) == (
        "perubahan", "pk", "perubahan_strategi", None,
    )  # fmt: skip
    assert state(dunia, new) == "dibuat"
    after = content(dunia)
    for name, kept in before.items():
        assert set(kept) <= set(after[name])
        assert len(after[name]) > len(kept)
    target = get(dunia, "target", dokumen="pk-p1", indikator="IK1")
    change = f"{isi}tabel/target/{target.pk}/ubah/"
    assert client.post(change, form_of(client.get(change)) | {"nilai": "9"} | CATATAN).status_code == 302
    assert get(dunia, "target", dokumen="pk", indikator="IK1").nilai == Decimal("7.5")
    again = client.post(url(isi, old, "revisi"), wanted)
    assert again.status_code == 422
    assert "sudah digantikan oleh pk-p1" in again.content.decode()
    step(dunia, isi, new, "setujui", "verifikator")
    step(dunia, isi, new, "tandatangani", "kepala_opd", **PROOF)
    assert client.post(url(isi, new, "revisi"), wanted).status_code == 302
    assert get(dunia, "perjanjian_kinerja", kode="pk-p2").menggantikan == "pk-p1"


def test_only_what_is_signed_is_revised(dunia: Dunia, isi: str) -> None:
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    page = person(dunia).post(url(isi, row, "revisi"), {"sebab": "perubahan_strategi"} | CATATAN)
    assert page.status_code == 422
    assert "Hanya perjanjian yang sudah ditandatangani" in page.content.decode()


def test_a_draft_is_discarded_with_all_its_rows(dunia: Dunia, isi: str) -> None:
    draft(dunia, isi)
    row = get(dunia, "perjanjian_kinerja")
    seen = fingerprint(dunia, isi, row)
    client = person(dunia)
    assert client.post(url(isi, row, "hapus"), {"sidik": "lama"} | CATATAN).status_code == 422
    assert client.post(url(isi, row, "hapus"), {"sidik": seen} | CATATAN).status_code == 302
    left = [rows(dunia, t) for t in ("perjanjian_kinerja", "perjanjian_indikator", "perjanjian_anggaran")]
    assert (left, rows(dunia, "target", dokumen="pk")) == ([[], [], []], [])


def test_who_may_draft(dunia: Dunia, isi: str) -> None:
    got = {role: draft(dunia, isi, role, dokumen="tak-ada").status_code for role in roles()}
    assert got == {role: 422 if role == "penyusun" else 403 for role in roles()}


def test_an_agreement_of_another_agency_is_not_there(dunia: Dunia, isi: str) -> None:
    row = signed(dunia, isi)
    client = person(dunia)
    mine = f"/disnaker/{TAHUN}/"
    verbs = ("", "setujui", "kembalikan", "tandatangani", "revisi", "hapus", "pindaian")
    wide = dunia.klien("penyusun@disnaker.test")
    assert {client.get(url(mine, row, v)).status_code for v in verbs} <= {403, 404}
    assert wide.get(url(mine, row)).status_code == 404
    assert wide.get(f"{url(mine, row)}naskah.pdf").status_code == 404


# --- the ladder ------------------------------------------------------------------------------------------------------


def test_the_ladder_is_data_of_the_agency(dunia: Dunia, isi: str) -> None:
    client = person(dunia, "bagian_organisasi")
    page = client.get(f"{isi}perjanjian/tangga/")
    assert page.context["sendiri"] is False
    assert client.post(f"{isi}perjanjian/tangga/", CATATAN).status_code == 302
    rungs = client.get(f"{isi}perjanjian/tangga/").context["tangga"]
    assert [a.sebutan for a in rungs][:2] == ["Kepala perangkat daerah", "Administrator (eselon III)"]
    first = f"{isi}perjanjian/tangga/{rungs[0].pk}/ubah/"
    values = {
        "urutan": "1", "sebutan": "Kepala badan", "jenjang": "kepala_instansi", "tingkat": ["tujuan"],
        "anggaran": "kegiatan", "versi": "1",
    }  # fmt: skip
    assert client.post(first, values | CATATAN).status_code == 302
    stale = client.post(first, values | {"sebutan": "Disalip"} | CATATAN)
    assert (stale.status_code, "baru saja diubah orang lain" in stale.content.decode()) == (422, True)
    twice = client.post(f"{isi}perjanjian/tangga/tambah/", values | CATATAN)
    assert (twice.status_code, "Sudah ada anak tangga" in twice.content.decode()) == (422, True)
    draft(dunia, isi, anak="Kepala badan")
    assert [r.indikator for r in rows(dunia, "perjanjian_indikator")] == ["IK2"]
    assert [r.kode for r in rows(dunia, "perjanjian_anggaran")] == ["9.01.1", "9.02.1"]
    gone = client.post(f"{isi}perjanjian/tangga/{rungs[-1].pk}/hapus/", {"versi": "1"} | CATATAN)
    assert gone.status_code == 302
    assert len(client.get(f"{isi}perjanjian/tangga/").context["tangga"]) == len(rungs) - 1
    assert (
        dunia.klien("bagian_organisasi@disnaker.test").get(f"/disnaker/{TAHUN}/perjanjian/tangga/").context["sendiri"]
        is False
    )


# --- how much the pages ask ------------------------------------------------------------------------------------------


def test_the_list_asks_as_much_for_one_as_for_thirty(dunia: Dunia, isi: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from akuntabel_web.perjanjian.models import Keadaan

    client = person(dunia, "kepala_opd")
    draft(dunia, isi)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{isi}perjanjian/").status_code == 200
        return len(queries)

    asked()
    few = asked()
    for n in range(30):
        row = put(dunia, dunia.uji, "perjanjian_kinerja", kode=f"x{n}", tahun=TAHUN, jenis="murni", jenjang="pelaksana")
        with dunia.konteks(dunia.uji):
            Keadaan.objects.create(
                instansi=dunia.uji, tahun_paket=TAHUN, perjanjian=UUID(str(row.pk)), nomor=1, langkah="buat",
                keadaan="dibuat", oleh=dunia.orang["apip@disnaker.test"], sidik_isi="",
            )  # fmt: skip
    assert (asked(), few < 15) == (few, True)
