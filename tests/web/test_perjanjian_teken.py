"""Signed agreements: what proves a signature, that nothing alters what was signed, and how it is revised."""

from __future__ import annotations

import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from dunia import TAHUN, Dunia, roles
from dunia_perjanjian import CATATAN, PROOF, STATES, draft, fingerprint, isi, rows, signed, state, step, url
from dunia_rencana import get, person, tempat
from test_halaman import edited, form_of, heads

__all__ = ["isi", "tempat"]
PDF = b"%PDF-1.7\n" + b"x" * 2000 + b"\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 100 + b"IEND"


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
