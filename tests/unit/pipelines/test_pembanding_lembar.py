"""Workbooks and CSV files as documents to compare with: as they come from the financial systems."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from akuntabel.doctree.naskah import lines_of
from akuntabel.errors import BerkasError
from akuntabel.findings import Lokasi
from akuntabel.pipelines.reviu import Permintaan, read_other, review_file

REPORT = """LAPORAN KINERJA TAHUN 2025
DINAS TENAGA KERJA KOTA CONTOH

Tabel 3.4 Realisasi Anggaran Tahun 2025

Kode\tProgram / Kegiatan\tAnggaran (Rp)\tRealisasi (Rp)
2.07.03\tProgram Pelatihan Kerja\t2.400.000.000\t2.250.000.000
2.07.03.2.01\tPelatihan Berdasarkan Unit Kompetensi\t1.900.000.000\t1.800.000.000
2.07.04\tProgram Penempatan Tenaga Kerja\t1.200.000.000\t1.100.000.000
"""
ROWS = (
    ("2.07.03", "PROGRAM PELATIHAN KERJA", 2_400_000_000, 2_205_000_000, 0.91875),
    ("2.07.03.2.01", "Pelatihan Berdasarkan Unit Kompetensi", 1_900_000_000, 1_800_000_000, 0.947368421),
    ("2.07.04", "PROGRAM PENEMPATAN TENAGA KERJA", 1_200_000_000, 1_100_000_000, 0.916666667),
)
FOUND = (
    "laporan.txt, Tabel 3.4, baris 7: realisasi 'Program Pelatihan Kerja' tertulis 2.250.000.000, sedangkan pada LRA "
    "({place}) 2.205.000.000; keadaan yang sama (sebelum atau sesudah audit)?"
)


def lra(path: Path, title: tuple[str, ...] = ("LAPORAN REALISASI ANGGARAN",), split: bool = False) -> Path:
    book = Workbook()
    cover = book.active
    cover.title = "Sampul"
    cover.append(["PEMERINTAH KOTA CONTOH"])
    sheet = book.create_sheet("LRA 2025")
    for line in title:
        sheet.append([line])
    sheet.append(["SKPD", ":", "DINAS TENAGA KERJA KOTA CONTOH"])
    sheet.append([])
    sheet.append(["KODE REKENING", *([None] * 4 if split else []), "URAIAN", "ANGGARAN", "REALISASI", "(%)"])
    for code, *rest in ROWS:
        parts = code.split(".")
        cells = [*parts[:3], ".".join(parts[3:]), None] if split else [code]
        sheet.append([*cells, *rest])
        sheet.cell(sheet.max_row, sheet.max_column).number_format = "0.00%"
    book.save(path)
    return path


def reviewed(folder: Path, *others: tuple[str, Path]):
    (folder / "laporan.txt").write_text(REPORT, encoding="utf-8")
    return review_file(folder / "laporan.txt", Permintaan(pilih=("PBD-05",), pembanding=others))


@pytest.mark.parametrize("split", [False, True])
def test_a_workbook_is_compared_and_its_cell_is_named(tmp_path: Path, split: bool) -> None:
    title = ("LAPORAN REALISASI ANGGARAN", "TAHUN ANGGARAN 2025")
    result = reviewed(tmp_path, ("", lra(tmp_path / "lra.xlsx", title, split)))
    (finding,) = result.hasil.temuan
    assert finding.pesan == FOUND.format(place="lra.xlsx, lembar LRA 2025, baris 6")
    (other,) = finding.terkait
    assert (other.lokasi.berkas, other.lokasi.lembar, other.lokasi.baris) == ("lra.xlsx", "LRA 2025", (6,))
    assert finding.lokasi.berkas == "laporan.txt"
    (taken,) = result.pembanding
    assert (taken.jenis, taken.tahun, taken.disebut) == ("lra", 2025, False)


def test_a_workbook_without_title_is_known_by_its_columns(tmp_path: Path) -> None:
    result = reviewed(tmp_path, ("", lra(tmp_path / "unduhan.xlsx", ())))
    assert [p.jenis for p in result.pembanding] == ["lra"]
    assert len(result.hasil.temuan) == 1


def test_a_csv_is_compared(tmp_path: Path) -> None:
    lines = ["LAPORAN REALISASI ANGGARAN TAHUN 2025;;;;", "KODE;URAIAN;ANGGARAN;REALISASI;(%)"]
    lines += [f"{code};{name};{budget};{spent},00;{share * 100:.2f}" for code, name, budget, spent, share in ROWS]
    (tmp_path / "lra.csv").write_text("\n".join(lines), encoding="utf-8")
    (finding,) = reviewed(tmp_path, ("", tmp_path / "lra.csv")).hasil.temuan
    assert finding.pesan == FOUND.format(place="lra.csv, baris 3").replace("2.205.000.000", "2205000000,00")
    assert finding.terkait[0].lokasi == Lokasi(
        berkas="lra.csv", baris=(3,), bagian="LAPORAN REALISASI ANGGARAN TAHUN 2025", tabel="tabel pada baris 2"
    )


def test_a_title_without_delimiter_does_not_hide_that_of_the_table(tmp_path: Path) -> None:
    lines = ["LAPORAN REALISASI ANGGARAN TAHUN 2025", "KODE,URAIAN,ANGGARAN,REALISASI"]
    lines += [f"{code},{name},{budget},{spent}" for code, name, budget, spent, _ in ROWS]
    (tmp_path / "lra.csv").write_text("\n".join(lines), encoding="utf-8")
    (finding,) = reviewed(tmp_path, ("", tmp_path / "lra.csv")).hasil.temuan
    assert finding.pesan == FOUND.format(place="lra.csv, baris 3")


def test_lines_of_a_workbook_follow_on_from_sheet_to_sheet(tmp_path: Path) -> None:
    naskah = read_other(lra(tmp_path / "lra.xlsx"), "lra.xlsx")
    assert lines_of(naskah)[:4] == [
        "PEMERINTAH KOTA CONTOH",
        "LAPORAN REALISASI ANGGARAN",
        "SKPD : DINAS TENAGA KERJA KOTA CONTOH",
        "",
    ]
    assert lines_of(naskah)[5] == "2.07.03\tPROGRAM PELATIHAN KERJA\t2.400.000.000\t2.205.000.000\t91,875%"


def test_a_broken_workbook_is_one_line(tmp_path: Path) -> None:
    path = lra(tmp_path / "lra.xlsx")
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(BerkasError, match=r"^lra\.xlsx: "):
        reviewed(tmp_path, ("lra", path))


def test_a_workbook_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(BerkasError) as error:
        review_file(lra(tmp_path / "lra.xlsx"))
    assert str(error.value) == "lra.xlsx: isinya buku kerja Excel; berikan sebagai dokumen pembanding, --pembanding."


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    other = tmp_path / "2024" / "laporan.txt"
    other.parent.mkdir()
    other.write_text(REPORT.replace("2025", "2024"), encoding="utf-8")
    assert [p.berkas for p in reviewed(tmp_path, ("", other)).pembanding] == ["2024/laporan.txt"]


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (
            Lokasi("pk.pdf", halaman=2, tabel="Tabel 1", baris=(14,), sel="kolom 4"),
            "pk.pdf, halaman 2, Tabel 1, baris 14, kolom 4",
        ),
        (Lokasi("pk.txt", bagian="BAB II", tabel="tabel pada baris 3", baris=(5,)), "pk.txt, BAB II, baris 5"),
        (Lokasi("lra.xlsx", lembar="LRA", baris=(6,), sel="kolom 4"), "lra.xlsx, lembar LRA, baris 6, kolom 4"),
        (Lokasi("paket.xlsx", lembar="target", kolom="nilai", baris=(6,), sel="C6"), "paket.xlsx lembar target sel C6"),
        (Lokasi("realisasi.csv", kolom="nilai", baris=(6,)), "realisasi.csv baris 6, kolom nilai"),
    ],
)
def test_a_place_is_read_as_people_look_it_up(place: Lokasi, text: str) -> None:
    assert str(place) == text
