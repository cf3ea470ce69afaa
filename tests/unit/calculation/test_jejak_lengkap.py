"""Edit a cell of the example: what changes is what holds the cell in its trace."""

from __future__ import annotations

import pytest
from spek import figures_of
from ubah_sel import Proof, editable, holders

from akuntabel.domain.figure import CellRef

# Cells of all kinds, and whether every number that holds the cell must change, too: plain numbers that feed sums.
# A word, a class or a count may stay the same when its input changes; so may a figure without a value.
CELLS: tuple[tuple[str, str, str, bool], ...] = (
    ("target", "TPT|2025|tahun|renstra", "nilai", False),
    ("target", "TPT|2029|tahun|renstra", "nilai", False),
    ("target", "TPT|2025|tahun|pk", "nilai", False),
    ("target", "TPAK|2026|tahun|renstra", "nilai", False),
    ("realisasi", "TPT|2025|tahun|lkip", "nilai", False),
    ("realisasi", "TPT|2024|tahun|renstra", "nilai", False),
    ("realisasi", "TPT|2024|tahun|lkip", "dipakai", False),
    ("realisasi", "TPT|2025|tahun|lkip", "bulan_survei", False),
    ("dasar_pengukuran", "TPT|2025", "dokumen", False),
    ("dasar_pengukuran", "TPT|2025", "status", False),
    ("indikator", "TPT", "arah", False),
    ("indikator", "TPT", "desimal", False),
    ("indikator", "TPT", "satuan", False),
    ("indikator", "TPAK", "induk", False),
    ("indikator", "TPAK", "tingkat", False),  # whether it is counted, in the year and in each quarter
    ("indikator", "TPAK", "iku", False),
    ("pembanding", "TPT|nasional|Indonesia|2025", "bulan", False),
    ("pembanding", "TPT|provinsi|Jawa Barat|2021", "nilai", True),
    ("dokumen_rencana", "renstra", "tahun_akhir", False),
    ("perjanjian_kinerja", "pk", "tahun", False),
    ("perjanjian_anggaran", "pk|2.07.01.2.01.0006", "anggaran", True),
    ("anggaran", "2.07.03.2.01|2025|murni||APBD", "pagu", False),
    ("anggaran", "2.07.03.2.01|2025|murni||APBD", "status", False),
    ("realisasi_anggaran", "2.07.03.2.01|2025||naskah-tabel-3.9||APBD", "realisasi", True),
    ("realisasi_anggaran", "2.07.03.2.01|2025||naskah-tabel-3.6||APBD", "persen", True),
    ("kegiatan", "2.07.03.2.01", "program", False),
    ("kegiatan", "2.07.01.2.09", "program", False),  # one document tells nothing of its spending
    ("program", "2.07.03", "penunjang", False),
    ("skm_rekap", "2025-tw4||U3", "jumlah_skor", False),
    ("skm_rekap", "2025-tw4|PKWT|", "responden", False),  # whether a service gets a mutu
    ("skm_periode", "2025-tw4", "tahun", False),
    ("skm_tahunan", "2024|lkip", "indeks", False),
    ("kendaraan", "R4-1", "tanggal_pajak", False),
    ("sarana", "SAR-01", "jumlah", False),
    ("laporan", "2025", "tanggal", False),
    ("kebijakan", "preset", "nilai", False),
)


@pytest.fixture(scope="module")
def proof() -> Proof:
    return Proof()


@pytest.mark.parametrize("cell", CELLS, ids=[f"{t}[{k}].{c}" for t, k, c, _ in CELLS])
def test_what_changes_holds_the_cell(proof: Proof, cell: tuple[str, str, str, bool]) -> None:
    changed, held = proof.edit(CellRef(*cell[:3]))
    assert changed - held == set()
    if cell[3]:
        assert changed
        assert {i for i in held if i in proof.before and proof.before[i].number is not None} <= changed


def test_cells_without_figures_change_nothing(proof: Proof) -> None:
    changed, _ = proof.edit(CellRef("instansi", proof.paket.instansi[0].kunci, "nama"))
    assert changed == set()


@pytest.mark.panjang
def test_every_cell_of_the_example(proof: Proof) -> None:
    """All cells but keys; the report year is another report."""
    wrong = []
    for table, rows in proof.paket.tables():
        for ref in (c for row in rows for c in editable(row)):
            if (table, ref.kolom) == ("laporan", "tahun"):
                continue
            changed, held = proof.edit(ref)
            wrong += [f"{ref}: {fid}" for fid in sorted(changed - held)]
    assert wrong == []


def test_reverse_index_agrees_with_the_trace(proof: Proof) -> None:
    found = holders(figures_of(proof.paket))
    for fid in list(proof.before)[::25]:
        assert {ref for ref, ids in found.items() if fid in ids} == proof.before.cells(fid)
