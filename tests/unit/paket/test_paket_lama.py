"""Packages of older schemas still open: a frozen one of each version, and the migrations at their edges."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from akuntabel.domain.paket import VERSI_SKEMA
from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.paket.migrasi import name_documents
from akuntabel.pipelines.paket import convert, read_paket

LAMA = Path(__file__).parent / "lama"


def rows(*lines: str) -> tuple[tuple[RawCell, ...], ...]:
    return tuple(
        tuple(RawCell(text or None, text, n, m) for m, text in enumerate(line.split(";"), 1))
        for n, line in enumerate(lines, 1)
    )


def spending(*lines: str) -> Sheet:
    return Sheet("realisasi_anggaran", "realisasi_anggaran.csv", rows(*lines))


def texts(sheet: Sheet) -> list[str]:
    return [";".join(c.text for c in row) for row in sheet.rows]


def test_there_is_a_frozen_package_of_every_older_version() -> None:
    assert sorted(p.name for p in LAMA.iterdir()) == [f"v{n}" for n in range(1, VERSI_SKEMA)]


@pytest.mark.parametrize("n", range(1, VERSI_SKEMA))
def test_it_still_opens_without_a_finding_and_is_written_as_the_newest(n: int, tmp_path: Path) -> None:
    read = read_paket(LAMA / f"v{n}")
    assert list(read.temuan) == []
    convert(LAMA / f"v{n}", tmp_path / "baru")
    written = json.loads((tmp_path / "baru" / "datapackage.json").read_text(encoding="utf-8"))
    assert written["akuntabel.versi_skema"] == VERSI_SKEMA
    assert read_paket(tmp_path / "baru").paket == read.paket


def test_version_1_named_its_documents_of_spending_by_code_only() -> None:
    paket = read_paket(LAMA / "v1").paket
    assert [(d.kode, d.nama) for d in paket.dokumen_realisasi] == [("lra", "lra"), ("e-monev_2025", "e monev 2025")]
    assert {r.dokumen for r in paket.realisasi_anggaran} == {"lra", "e-monev_2025"}


def test_each_code_once_by_any_heading_and_without_the_example_row() -> None:
    sheet = spending("Kode;Dokumen *;realisasi", "CONTOH: 1;lra;5", "1;lra;5", "2; lra ;6", "3;;7", "4;lkip;8")
    made = name_documents({"realisasi_anggaran": sheet})
    assert texts(made["dokumen_realisasi"]) == ["kode;nama", "lra;lra", "lkip;lkip"]
    assert [row[0].baris for row in made["dokumen_realisasi"].rows[1:]] == [3, 6]


@pytest.mark.parametrize(
    "sheets",
    [
        {},
        {"realisasi_anggaran": spending("kode;realisasi", "1;5")},
        {"realisasi_anggaran": Sheet("realisasi_anggaran", "realisasi_anggaran.csv")},
        {
            "realisasi_anggaran": spending("kode;dokumen", "1;lra"),
            "dokumen_realisasi": Sheet("dokumen_realisasi", "dokumen_realisasi.csv", rows("kode;nama", "lra;LRA")),
        },
    ],
    ids=["tanpa tabel", "tanpa kolom", "kosong", "sudah bernama"],
)
def test_what_needs_no_names_stays_as_it_is(sheets: dict[str, Sheet]) -> None:
    assert name_documents(sheets) == sheets
