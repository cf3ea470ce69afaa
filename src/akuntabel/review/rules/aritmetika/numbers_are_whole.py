"""Numbers in columns of numbers can be read: no broken thousands marks, no letters for digits, no formula errors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.angka import Angka, JenisIsi
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import additive
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_VALUES = (
    Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN, Peran.PERSEN, Peran.ANGGARAN, Peran.REALISASI_ANGGARAN, Peran.SISA,
    Peran.SELISIH, Peran.FISIK, Peran.JUMLAH, Peran.RATA_RATA, Peran.DASAR,
)  # fmt: skip
_NOT_VALUES = (Peran.NOMOR, Peran.KODE, Peran.SATUAN, Peran.KETERANGAN, Peran.SUMBER)
_LOOKALIKE = re.compile(r"(?=.*\d)(?=.*[OolISB])[\dOolISB.,]+\s*%?")
_DIGITS = str.maketrans("OolISB", "001158")
_DATE = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){2,}(?:\.\d{1,4})?|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|\d{1,2}\.\d{2}(?:\.\d{2})?"
)
_SHORT = re.compile(r"(\d{1,3}(?:\.\d{3})*)\.(\d{1,2})")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for table in fakta.tabel:
        for column in table.kolom:
            if _of_numbers(table, column):
                for row in table.rows(JenisBaris.ISI, JenisBaris.JUMLAH, JenisBaris.RATA_RATA):
                    yield from _judge(table, column, row, row.sel[column.indeks])
    for sentence in fakta.kalimat:
        yield from (_in_sentence(sentence, n) for n in sentence.angka if n.rupiah and n.rusak is not None)


def _in_sentence(sentence: Kalimat, number: Angka) -> Masalah:
    return Masalah(
        proof(sentence),
        f"jumlah uang '{number.teks}' rusak: {number.rusak}",
        Keyakinan.PASTI,
        tertulis=number.teks,
        saran="Tulis kembali angka ini menurut sumbernya.",
    )


def _of_numbers(table: Tabel, column: Kolom) -> bool:
    if column.peran in _NOT_VALUES:
        return False
    cells = [r.sel[column.indeks] for r in table.baris if r.sel[column.indeks].jenis is not JenisIsi.KOSONG]
    numbers = sum(c.jenis in (JenisIsi.ANGKA, JenisIsi.STRIP, JenisIsi.GALAT) for c in cells)
    return (
        2 * numbers >= len(cells) > 0 if column.peran in _VALUES else len(cells) > 2 and 10 * numbers >= 7 * len(cells)
    )


def _judge(table: Tabel, column: Kolom, row: BarisTabel, cell: Sel) -> Iterator[Jawaban]:
    if cell.jenis is JenisIsi.GALAT:
        yield _problem(table, row, cell, f"sel '{column.teks}' berisi galat rumus {cell.teks}", None)
    elif cell.jenis is JenisIsi.RUSAK and not _DATE.fullmatch(cell.teks.strip()):
        fault = cell.angka.rusak if cell.angka else ""
        yield _problem(
            table,
            row,
            cell,
            f"angka '{cell.teks}' pada kolom '{column.teks}' rusak: {fault}",
            _guess(table, column, cell),
        )
    elif cell.jenis is JenisIsi.TEKS and _LOOKALIKE.fullmatch(cell.teks.strip()):
        mended = cell.teks.strip().translate(_DIGITS)
        yield _problem(
            table,
            row,
            cell,
            f"'{cell.teks}' pada kolom '{column.teks}' memuat huruf di antara angkanya",
            mended,
            sure=False,
        )
    elif cell.jenis is JenisIsi.ANGKA:
        yield LOLOS


def _guess(table: Tabel, column: Kolom, cell: Sel) -> str | None:
    """A last group of thousands that lost digits, in a column of money or counts."""
    match = _SHORT.fullmatch(cell.teks.strip()) if additive(table, column) else None
    return f"{match[1]}.{match[2]:0<3}" if match else None


def _problem(table: Tabel, row: BarisTabel, cell: Sel, told: str, guess: str | None, *, sure: bool = True) -> Masalah:
    return Masalah(
        proof(cell, table, row.teks()),
        told + (f"; mungkin seharusnya {guess}" if guess else ""),
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        tertulis=cell.teks,
        dugaan_penyebab="angka terakhir hilang" if guess else None,
        saran="Tulis kembali angka ini menurut sumbernya.",
    )


ATURAN = Aturan(
    kode="JML-15",
    judul="Angka pada kolom angka dapat dibaca",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Pembacaan ulang angka",
    penjelasan=(
        "Pada kolom angka, dan pada jumlah uang dalam kalimat, pemisah ribuan diikuti tiga angka, angka tidak berakhir "
        "dengan titik atau koma, tidak ada huruf di antara angkanya, dan tidak ada galat rumus lembar sebar seperti "
        "#REF! atau #DIV/0!. Angka yang rusak tidak dapat dijumlahkan, sehingga penjumlahan yang memuatnya dilewati. "
        "Huruf di antara angka hanya mungkin, karena dapat berasal dari pemindaian."
    ),
    bila_kosong="tidak ada kolom angka",
    run=_run,
)
