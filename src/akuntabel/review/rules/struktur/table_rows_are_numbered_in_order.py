"""The running numbers of a table's rows have no gap, no repetition and no blank."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.facts.angka import JenisIsi
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import is_sum_of
from akuntabel.facts.kolom import Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Tabel
from akuntabel.facts.urutan import Bernomor, Langkah, Urutan, follow, read_number
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.wording import short

_ENOUGH = 3  # numbered rows that make a column of running numbers
_KINDS = (JenisBaris.ISI, JenisBaris.KELOMPOK, JenisBaris.JUMLAH, JenisBaris.RATA_RATA)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    sure = Keyakinan.MUNGKIN if fakta.naskah.format is FormatNaskah.PDF else Keyakinan.PASTI  # rows at a page's end
    for table in fakta.tabel:
        if table.kolom and table.kolom[0].peran is Peran.NOMOR:
            rows = table.rows(*_KINDS)
            steps = list(follow(_numbers(rows)))
            if len(steps) >= _ENOUGH:
                yield from (_judge(table, s, sure) for s in steps)
                yield from _blanks(table, rows, sure)


def _mark(row: BarisTabel) -> str:
    cell = row.sel[0]
    return "" if cell.lanjutan else cell.teks.strip(" .")


def _numbers(rows: tuple[BarisTabel, ...]) -> Iterator[Bernomor[BarisTabel] | None]:
    """Rows with digits; a letter or Roman numeral begins a group, in which rows count anew."""
    for row in rows:
        numbers = read_number(_mark(row))
        if numbers and numbers[0].jenis == "angka":
            yield Bernomor(row, numbers)
        elif numbers:
            yield None


def _judge(table: Tabel, step: Urutan[BarisTabel], sure: Keyakinan) -> Jawaban:
    before, last, own = step.sebelum, step.nomor_sebelum, step.nomor.nilai
    if before is None or last is None:
        return Lewat("baris pertama")
    if step.langkah not in (Langkah.ULANG, Langkah.LONCAT) or any(row.sel[0].lanjutan for row in (before, step.benda)):
        return LOLOS
    repeated = step.langkah is Langkah.ULANG
    if not repeated and own - last.nilai - 1 <= _unnumbered(table, before, step.benda):
        return Lewat("nomor baris di antaranya kosong")
    gap = f"sesudah baris nomor {last.nilai} langsung nomor {own}"
    return Masalah(
        proof(step.benda, table),
        f"nomor baris {own} dipakai dua kali" if repeated else gap,
        sure,
        terkait=(proof(before, table),),
        tertulis=str(own),
        seharusnya=str(last.nilai + 1),
        saran=None if repeated else "Periksa apakah ada baris yang hilang, lalu urutkan nomornya.",
    )


def _unnumbered(table: Tabel, before: BarisTabel, after: BarisTabel) -> int:
    rows = [r for r in table.rows(*_KINDS) if before.tempat.baris < r.tempat.baris < after.tempat.baris]
    return sum(not _mark(r) and r.jenis is JenisBaris.ISI for r in rows)


def _blanks(table: Tabel, rows: tuple[BarisTabel, ...], sure: Keyakinan) -> Iterator[Jawaban]:
    """Rows without number between rows that have one, where each other row has one: 12, blank, 14."""
    for before, row, after in zip(rows, rows[1:], (*rows[2:], None), strict=False):
        if row.jenis is not JenisBaris.ISI or row.sel[0].jenis is not JenisIsi.KOSONG or row.sel[0].lanjutan:
            continue
        first, last = _digits(before), _digits(after) if after else None
        if first is None or not row.label or sum(c.jenis is not JenisIsi.KOSONG for c in row.sel) < 2:
            continue
        counted = last == first + 2
        if counted or (last is None and _other_rows_numbered(rows) and not is_sum_of(row, rows)):
            yield Masalah(
                proof(row, table),
                f"baris '{short(row.label)}' tidak bernomor, padahal berada sesudah baris nomor {first}",
                sure if counted else Keyakinan.MUNGKIN,
                terkait=(proof(before, table),),
                tertulis="(kosong)",
                seharusnya=str(first + 1),
            )


def _digits(row: BarisTabel) -> int | None:
    mark = _mark(row)
    return int(mark) if mark.isdecimal() and len(mark) < 4 else None


def _other_rows_numbered(rows: tuple[BarisTabel, ...]) -> bool:
    items = [r for r in rows if r.jenis is JenisBaris.ISI]
    return sum(not _mark(r) for r in items) == 1 and len(items) > 2 * _ENOUGH


ATURAN = Aturan(
    kode="STR-09",
    judul="Nomor baris tabel berurutan",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antarnomor",
    penjelasan=(
        "Nomor urut pada kolom pertama tabel naik satu demi satu; dalam kelompok baru (A, B, I, II) boleh mulai lagi "
        "dari satu. Nomor yang hilang, berulang, atau kosong di antara baris bernomor disebut."
    ),
    bila_kosong="tidak ada tabel dengan kolom nomor urut",
    run=_run,
)
