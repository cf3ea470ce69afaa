"""What could not be read is said once, at its place: checks do not call it missing, nor advise a wrong code."""

from __future__ import annotations

import pytest

from akuntabel.domain.kolom import columns_of
from akuntabel.domain.paket import TABEL
from akuntabel.findings import HasilPemeriksaan
from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.ingest import ingest
from akuntabel.ingest.judul import normal
from akuntabel.ingest.periksa import check_paket
from akuntabel.regulations import load

INSTANSI = "kode\nDINAS"
LAPORAN = "tahun;tanggal\n2025;2026-02-27"
INDIKATOR = "kode;tingkat;induk;arah;iku\nIKU-1;sasaran;S1;naik;ya"
SASARAN = "kode\nS1"
TARGET = "indikator;tahun;dokumen;nilai\nIKU-1;2025;pk;8"
TABLES = {"instansi": INSTANSI, "laporan": LAPORAN, "sasaran": SASARAN, "indikator": INDIKATOR, "target": TARGET}


def sheet(name: str, text: str, called: str | None = None) -> Sheet:
    """A table; a required column that the text leaves out holds the schema's example."""
    rows = [line.split(";") for line in text.splitlines()]
    filled = [c for c in columns_of(TABEL[name]) if c.wajib and rows and c.nama not in map(normal, rows[0])]
    rows = [[*row, *(c.contoh if n else c.nama for c in filled)] for n, row in enumerate(rows)]
    cells = [tuple(RawCell(t, t, r, c) for c, t in enumerate(row, 1)) for r, row in enumerate(rows, 1)]
    return Sheet(called or name, f"{called or name}.csv", tuple(cells))


def check(change: dict[str, str], renamed: dict[str, str] | None = None) -> HasilPemeriksaan:
    sheets = [sheet(n, t, (renamed or {}).get(n)) for n, t in (TABLES | change).items()]
    read = ingest({s.nama: s for s in sheets}, {}, {})
    return check_paket(read.paket, read.sumber, load())


def about(result: HasilPemeriksaan, *words: str) -> list[tuple[str, str, str]]:
    return [(t.kode, t.tingkat.value, t.pesan) for t in result.temuan if all(w in t.pesan for w in words)]


def test_a_code_whose_row_could_not_be_read_is_not_called_a_slip() -> None:
    result = check({"indikator": INDIKATOR.replace("naik", "meningkat")})
    expected = (
        "target.csv baris 2, kolom indikator: kode 'IKU-1' tidak ada pada tabel indikator, yang belum terbaca "
        "seluruhnya; perbaiki dahulu isian tabel indikator."
    )
    assert about(result, "IKU-1") == [("PRK-ACU-01", "rendah", expected)]


def test_a_table_that_could_not_be_read_is_not_called_empty() -> None:
    assert about(check({"laporan": "tahun;tanggal\n2025;20/2/26"}), "tabel laporan") == []
    assert len(about(check({"indikator": ""}), "tabel indikator", "belum diisi")) == 1
    assert about(check({"indikator": "kode\nIKU-1"}), "tabel indikator", "belum diisi") == []


@pytest.mark.parametrize(
    ("change", "renamed"),
    [
        ({"target": TARGET.replace("nilai", "Nilai Target")}, None),
        ({"target": TARGET.replace("nilai", "nilaii")}, None),
        ({"target": TARGET.replace("2025", "dua ribu")}, None),
        ({}, {"target": "targett"}),
    ],
    ids=["judul kolom lain", "judul kolom salah ketik", "baris tidak terbaca", "lembar diganti nama"],
)
def test_a_target_that_could_not_be_read_is_not_called_missing(
    change: dict[str, str], renamed: dict[str, str] | None
) -> None:
    assert about(check(change, renamed), "target tahun 2025", "belum ada") == []


def test_a_target_that_is_not_there_is_called_missing() -> None:
    change = {"target": TARGET.replace("IKU-1", "IKU-2").replace("nilai", "nilai;kolom lain").replace(";8", ";8;x")}
    assert [t[0] for t in about(check(change), "target tahun 2025", "belum ada")] == ["PRK-KLK-02"]
