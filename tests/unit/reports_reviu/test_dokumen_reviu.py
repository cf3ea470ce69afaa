"""The documents of a review: text dumps, what the checklist answers and what it never answers, nothing decided.

After a wanted change, run once with AKUNTABEL_TULIS_GOLDEN=1 and read the diff of the dumps.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from akuntabel.doctree.dump import dump
from akuntabel.doctree.kata_reviu import PembandingDibaca
from akuntabel.doctree.nodes import Document, SignatureBlock
from akuntabel.doctree.transforms.lay_out import lay_out
from akuntabel.doctree.transforms.number import number
from akuntabel.doctree.walk import walk_blocks
from akuntabel.findings import (
    DIKESAMPINGKAN,
    Hasil,
    HasilAturan,
    HasilPemeriksaan,
    Kesampingan,
    Keyakinan,
    Lokasi,
    Temuan,
    Terkait,
    Tingkat,
)
from akuntabel.regulations import load
from akuntabel.reports.reviu import rekap
from akuntabel.reports.reviu.bahan import TITIK, BahanReviu
from akuntabel.reports.reviu.daftar import DOKUMEN_REVIU, PERNYATAAN, documents_of
from akuntabel.reports.reviu.jawaban import answers
from akuntabel.writers.docx import write_docx

TESTS = Path(__file__).resolve().parents[2]
GOLDEN = TESTS / "golden" / "reviu"
VALIDATOR = TESTS.parent / "alat/npm/node_modules/.bin/ooxml-validator"
PARTS = {p.kode: p.nama for p in load().bagian_laporan}
SUM = Temuan(
    "JML-01",
    "Jumlah sesuai dengan rinciannya",
    Tingkat.TINGGI,
    "Tabel 1.4, baris 6: jumlah tertulis 8, sedangkan 1 + 5 = 6.",
    Lokasi(baris=(6,), tabel="Tabel 1.4"),
    "Jumlah\t\t8",
    terkait=(Terkait("Jumlah pegawai 6 orang", Lokasi(baris=(2,))),),
    tertulis="8",
    seharusnya="6",
    hitungan="1 + 5",
    dugaan_penyebab="angka tahun lalu",
    saran="Hitung ulang.",
    dasar="Aritmetika",
)
LIKELY = Temuan(
    "KON-03", "Indikator diukur", Tingkat.TINGGI, "baris 9: TPAK tidak diukur.", Lokasi(baris=(9,)),
    keyakinan=Keyakinan.MUNGKIN,
)  # fmt: skip
ASIDE = Temuan(
    "STR-01", "Nomor berurutan", Tingkat.RENDAH, "baris 12: nomor terlewat.", Lokasi(baris=(12,)),
    status=DIKESAMPINGKAN, kesampingan=Kesampingan("Sari", date(2026, 2, 5), "tabel dicabut"),
)  # fmt: skip
RULES = (
    HasilAturan("JML-01", "Jumlah sesuai dengan rinciannya", Hasil.DITEMUKAN, 4, 3, kelompok="Aritmetika"),
    HasilAturan("KON-03", "Indikator diukur", Hasil.DITEMUKAN, 2, 1, kelompok="Konsistensi"),
    HasilAturan("KON-04", "Indikator tetap", Hasil.LOLOS, 2, 2, kelompok="Konsistensi"),
    HasilAturan("STR-01", "Nomor berurutan", Hasil.DITEMUKAN, 2, 1, kelompok="Struktur"),
    HasilAturan("STR-02", "Bagian ada", Hasil.LOLOS, 6, 6, kelompok="Struktur"),
    HasilAturan("STR-03", "Analisis ada", Hasil.LOLOS, 7, 7, kelompok="Struktur"),
    HasilAturan("SKM-01", "Mutu sesuai", Hasil.TIDAK_BERLAKU, alasan="tidak ada survei", kelompok="Survei"),
)
ABOUT = {
    "berkas": "laporan.pdf", "format": "pdf", "jenis": "lkj_opd", "instansi": "Dinas Contoh Kota Contoh", "tahun": 2025,
    "halaman": 40, "paragraf": 200, "tabel": 9, "angka": 300, "catatan": ["halaman 3 berupa gambar"],
}  # fmt: skip


def bahan(*findings: Temuan, rules: tuple[HasilAturan, ...] = RULES, **about: object) -> BahanReviu:
    result = HasilPemeriksaan(rules, findings, ABOUT | about)
    return BahanReviu(
        result, "laporan.pdf", date(2026, 3, 2), load(), (PembandingDibaca("pk.pdf", "perjanjian_kinerja"),)
    )


WHOLE = bahan(SUM, LIKELY, ASIDE)


def laid_out(document: Document) -> Document:
    return lay_out(number(document))


@pytest.mark.parametrize("name", DOKUMEN_REVIU)
def test_dump(name: str) -> None:
    made = dump(laid_out(documents_of(WHOLE)[name]))
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("AKUNTABEL_TULIS_GOLDEN"):
        path.write_text(made, encoding="utf-8")
    assert made == path.read_text(encoding="utf-8")


def missing(kode: str, sure: Keyakinan, rule: str = "STR-02") -> Temuan:
    return Temuan(rule, "Bagian ada", Tingkat.TINGGI, "tidak ditemukan.", keyakinan=sure, seharusnya=PARTS[kode])


def answer(made: BahanReviu, kode: str) -> str:
    return next(a.jawab for a in answers(made) if a.butir.kode == kode)


# question | findings | answer
CHECKLIST: list[tuple[str, tuple[Temuan, ...], str]] = [
    ("I.1", (), "Ya"),
    ("I.1", (missing("gambaran_organisasi", Keyakinan.PASTI),), "Tidak"),
    ("I.1", (missing("gambaran_organisasi", Keyakinan.MUNGKIN),), ""),
    ("I.1", (missing("penutup", Keyakinan.PASTI),), "Ya"),
    ("I.2", (missing("analisis_target", Keyakinan.MUNGKIN, "STR-03"),), ""),
    ("I.3", (Temuan("CPN-01", "Capaian", Tingkat.TINGGI, "capaian keliru."),), ""),
    ("I.4", (missing("lampiran_pk", Keyakinan.PASTI),), ""),
    ("I.5", (), ""),
    ("I.6", (), "Ya"),
    ("II.2", (SUM, LIKELY), ""),
    ("III.1", (), ""),
    ("III.1", (LIKELY,), ""),
    ("III.1", (replace(LIKELY, keyakinan=Keyakinan.PASTI),), "Tidak"),
    ("III.1", (replace(LIKELY, keyakinan=Keyakinan.PASTI, kesampingan=ASIDE.kesampingan),), ""),
    ("III.7", (), ""),
]


@pytest.mark.parametrize(("kode", "findings", "expected"), CHECKLIST)
def test_the_checklist_answers_only_what_the_text_allows(
    kode: str, findings: tuple[Temuan, ...], expected: str
) -> None:
    assert answer(bahan(*findings), kode) == expected


def test_part_two_is_never_answered() -> None:
    everything = bahan(*(Temuan(a.kode, a.nama, Tingkat.TINGGI, "keliru.") for a in RULES))
    assert {a.jawab for a in answers(everything) if a.butir.kelompok == "II"} == {""}


@pytest.mark.parametrize(
    "rules",
    [
        (),
        (HasilAturan("STR-02", "Bagian ada", Hasil.TIDAK_BERLAKU, alasan="bab tidak terbaca"),),
        (HasilAturan("STR-02", "Bagian ada", Hasil.LOLOS, 5, 5, "dilewati: 1 karena ada halaman gambar"),),
    ],
)
def test_what_was_not_looked_at_is_not_answered(rules: tuple[HasilAturan, ...]) -> None:
    assert answer(bahan(rules=rules), "I.6") == ""


def test_only_a_performance_report_gets_a_statement() -> None:
    assert PERNYATAAN in documents_of(WHOLE)
    assert PERNYATAAN not in documents_of(bahan(jenis="perjanjian_kinerja"))


@pytest.mark.parametrize("findings", [(), (SUM, LIKELY)])
def test_the_statement_does_not_depend_on_the_findings(findings: tuple[Temuan, ...]) -> None:
    made = documents_of(bahan(*findings))[PERNYATAAN]
    assert made == documents_of(WHOLE)[PERNYATAAN]
    assert made.draft


def test_nobody_signs_for_people() -> None:
    signers = {
        side.name
        for document in documents_of(WHOLE).values()
        for block in walk_blocks(document)
        if isinstance(block, SignatureBlock)
        for side in (block.left, block.right)
        if side
    }
    assert signers == {TITIK}


def test_the_summary_names_what_failed() -> None:
    made = rekap.build([("laporan.pdf", WHOLE.hasil), ("rusak.pdf", "berkas rusak.")], date(2026, 3, 2))
    text = dump(laid_out(made))
    assert "1 dokumen tidak dapat direviu." in text
    assert "berkas rusak." in text


@pytest.mark.lambat
@pytest.mark.skipif(shutil.which("node") is None, reason="node tidak terpasang")
def test_microsofts_validator_finds_nothing(tmp_path: Path) -> None:
    for name, document in documents_of(WHOLE).items():
        path = tmp_path / f"{name}.docx"
        path.write_bytes(write_docx(laid_out(document)))
        answered = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False, timeout=120)
        assert json.loads(answered.stdout)["errors"] == []
