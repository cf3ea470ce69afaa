"""Who should bring missing data: a unit of the secretariat by name, then by duty; a bidang only by its own field."""

from pathlib import Path

import pytest

from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.reports.penanggung import kepegawaian, keuangan, perencana

TESTS = Path(__file__).resolve().parents[2]
UNIT = "kode;nama;jenis;induk\nKADIS;Kepala Dinas;kepala;\nSEKRE;Sekretariat;sekretariat;KADIS\n"
UMUM = "perencanaan", "keuangan", "kepegawaian"


def paket(folder: Path, unit: str, tugas: str = "") -> Path:
    source = TESTS / "paket" / "uji-dokumen"
    for file in source.glob("*.csv"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "unit.csv").write_text(UNIT + unit, encoding="utf-8")
    if tugas:
        (folder / "tugas_fungsi.csv").write_text(f"unit;jenis;urutan;teks\n{tugas}", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("unit", "tugas", "expected"),
    [
        ("", "", [f"unit yang menangani {u}" for u in UMUM]),
        (
            "U;Subbagian Umum dan Kepegawaian;subbagian;SEKRE\nP;Subbagian Program dan Keuangan;subbagian;SEKRE\n",
            "",
            ["Subbagian Program dan Keuangan", "Subbagian Program dan Keuangan", "Subbagian Umum dan Kepegawaian"],
        ),
        ("B;Bidang Perencanaan Tenaga Kerja;bidang;KADIS\n", "", [f"unit yang menangani {u}" for u in UMUM]),
        (
            "T;Subbagian Tata Usaha;subbagian;SEKRE\n",
            "T;tugas;1;melaksanakan administrasi keuangan dan kepegawaian\n"
            "SEKRE;tugas;1;mengoordinasikan perencanaan dan pelaporan\n",
            ["Sekretariat", "Subbagian Tata Usaha", "Subbagian Tata Usaha"],
        ),
    ],
    ids=["tanpa subbagian", "menurut nama", "bidang bukan", "menurut tugas"],
)
def test_unit_that_brings_the_data(tmp_path: Path, unit: str, tugas: str, expected: list[str]) -> None:
    bahan = compute_paket(paket(tmp_path, unit, tugas)).bahan
    assert [perencana(bahan), keuangan(bahan), kepegawaian(bahan)] == expected
