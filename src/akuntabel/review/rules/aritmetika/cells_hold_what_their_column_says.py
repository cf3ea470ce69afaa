"""A cell holds the kind of number that its column is for: percentages in percent columns, money in money columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.bahasa.angka import format_percent
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.serapan import Serapan
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_SHARES = (Peran.PERSEN, Peran.CAPAIAN, Peran.FISIK)
_MONEY = (Peran.ANGGARAN, Peran.REALISASI_ANGGARAN, Peran.SISA)
_MIXED_HEAD = re.compile(r"output|keluaran|volume|satuan|orang|dokumen|unit|fisik")
_SAME = ("poin", "point", "persen", "prosen")
_AMOUNT = Decimal(100_000)  # no percentage is as large as this


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for table in fakta.tabel:
        for column in table.kolom:
            rows = table.rows(JenisBaris.ISI, JenisBaris.JUMLAH)
            cells = [(r, r.sel[column.indeks]) for r in rows if r.sel[column.indeks].nilai_ada]
            if column.peran in _SHARES and column.persen and not _MIXED_HEAD.search(column.teks.lower()):
                yield from _judge_shares(table, column, cells, fakta.serapan)
            elif column.peran in _MONEY:
                yield from _judge_money(table, column, cells)


Cells = Sequence[tuple[BarisTabel, Sel]]


def _judge_shares(table: Tabel, column: Kolom, cells: Cells, spending: Sequence[Serapan]) -> Iterator[Jawaban]:
    """Only where another cell of the column is a plain percentage: else the head is a habit of its own."""
    plain = [c for _, c in cells if not _odd(c)]
    for row, cell in cells if plain else ():
        if not _odd(cell):
            yield LOLOS
            continue
        match = next((s for s in spending if s.persen is cell and s.tepat is not None), None)
        right = format_percent(match.tepat) if match and match.tepat is not None else None
        kind = f"keluaran ({cell.teks})" if cell.angka and cell.angka.satuan else f"jumlah uang ({cell.teks})"
        told = f"; menurut uangnya {right}" if right else ""
        yield _problem(table, row, cell, f"kolom '{column.teks}' berisi {kind}, bukan persentase{told}", right, match)


def _odd(cell: Sel) -> bool:
    number = cell.angka
    if number is None or number.persen:
        return False
    return (
        bool(number.satuan and not number.satuan.startswith(_SAME)) or number.rupiah or abs(value_of(cell)) >= _AMOUNT
    )


def _judge_money(table: Tabel, column: Kolom, cells: Cells) -> Iterator[Jawaban]:
    for row, cell in cells:
        if cell.angka and cell.angka.persen and any(not (c.angka and c.angka.persen) for _, c in cells):
            yield _problem(
                table,
                row,
                cell,
                f"kolom '{column.teks}' berisi persentase ({cell.teks}), bukan jumlah uang",
                None,
                None,
            )
        else:
            yield LOLOS


def _problem(table: Tabel, row: BarisTabel, cell: Sel, told: str, right: str | None, match: Serapan | None) -> Masalah:
    return Masalah(
        proof(cell, table, row.teks()),
        told,
        terkait=(proof(match.anggaran, table), proof(match.realisasi, table)) if match else (),
        tertulis=cell.teks,
        seharusnya=right,
        hitungan=f"{match.realisasi.teks} / {match.anggaran.teks} × 100 = {right}" if match and right else None,
        saran="Isi kolom ini dengan jenis angka yang disebut kepalanya; tempatkan keluaran pada kolomnya sendiri.",
        sebab=f"{table.blok}:kolom {cell.kolom}",
    )


ATURAN = Aturan(
    kode="JML-17",
    judul="Isi sel sesuai dengan jenis kolomnya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan isi sel dengan kepala kolomnya",
    penjelasan=(
        "Kolom persentase berisi persentase, kolom uang berisi uang. Keluaran seperti 59 orang pada kolom persentase "
        "menyembunyikan penyerapan yang sebenarnya. Berlaku hanya bila sel lain pada kolom itu memang berisi "
        "persentase; kolom yang kepalanya menyebut keluaran, volume, atau fisik dilewati."
    ),
    bila_kosong="tidak ada kolom persentase atau uang yang berisi angka",
    run=_run,
)
