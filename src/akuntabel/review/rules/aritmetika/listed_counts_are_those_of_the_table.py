"""Counts that a sentence lists by name are those of the table that it describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.sebutan_banyak import (
    BanyakBernama,
    BarisBernama,
    named_counts,
    rank_name,
    rows_by_name,
    same_count,
    words_of,
)
from akuntabel.facts.tabel import Tabel
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.persen_baris import judge_percent_pairs

_ENOUGH = 3  # names with their right counts that show which table is described
_FAR = 12  # blocks between a table and the sentence that describes it


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for sentence in fakta.kalimat:
        counts = named_counts(sentence)
        table = _described(counts, fakta.tabel, sentence.alinea.blok) if counts else None
        if table:
            yield from _judge(counts, table, rows_by_name(table))
    yield from judge_percent_pairs(fakta)


def _described(counts: Sequence[BanyakBernama], tables: Sequence[Tabel], block: int) -> Tabel | None:
    """The nearest table before or right behind the sentence that confirms most of the counts."""
    near = [t for t in tables if -_FAR // 4 <= block - t.blok <= _FAR]
    scored = [(sum(_fits(c, rows_by_name(t)) for c in counts), t) for t in near]
    best = max(scored, key=lambda s: s[0], default=None)
    return best[1] if best and best[0] >= _ENOUGH else None


def _fits(count: BanyakBernama, rows: Sequence[BarisBernama]) -> bool:
    row = _row_of(count, rows)
    return row is not None and same_count(row.sel, count.angka)


def _row_of(count: BanyakBernama, rows: Sequence[BarisBernama]) -> BarisBernama | None:
    wanted = rank_name(count.nama)
    exact = next((r for r in rows if wanted in r.nama), None)
    ending = [r for r in rows if count.di_depan and any(wanted.endswith(f" {n}") for n in r.nama if n)]
    return exact or (ending[0] if len(ending) == 1 else None)


def _judge(counts: Sequence[BanyakBernama], table: Tabel, rows: Sequence[BarisBernama]) -> Iterator[Jawaban]:
    for count in counts:
        row = _row_of(count, rows)
        if row is not None:
            yield LOLOS if same_count(row.sel, count.angka) else _problem(count, row, table, counts, rows)


def _problem(
    count: BanyakBernama,
    row: BarisBernama,
    table: Tabel,
    counts: Sequence[BanyakBernama],
    rows: Sequence[BarisBernama],
) -> Masalah:
    """Where the sentence gives the row's count elsewhere, the name is wrong and not the number."""
    doubled = any(c is not count and _row_of(c, rows) is row and same_count(row.sel, c.angka) for c in counts)
    told = [r for c in counts for r in [_row_of(c, rows)] if r is not None]
    other = [r for r in rows if same_count(r.sel, count.angka) and r not in told]
    guess = f"banyaknya sama dengan '{other[0].baris.label}'" if len(other) == 1 else None
    right = format_number(value_of(row.sel))
    name = f"nama '{other[0].baris.label}' tertukar" if len(other) == 1 else "namanya keliru"
    return Masalah(
        proof(count.kalimat),
        f"'{words_of(count, row)}' disebut {count.angka.teks}, sedangkan pada {table.nama} '{row.baris.label}' {right}",
        Keyakinan.PASTI,
        terkait=(proof(row.sel, table, row.baris.teks()),),
        tertulis=count.angka.teks,
        seharusnya=None if doubled else right,
        dugaan_penyebab=f"{right} sudah disebut untuk nama itu; mungkin {name}" if doubled else guess,
        saran="Periksa nama dan banyaknya pada tabel." if doubled else "Samakan uraian dengan tabelnya.",
    )


ATURAN = Aturan(
    kode="JML-13",
    judul="Banyaknya yang diuraikan kalimat sama dengan tabelnya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Kalimat yang menyebut sedikitnya tiga banyaknya dengan nama, misalnya pegawai menurut pangkat, dibandingkan "
        "dengan tabel di dekatnya yang memuat sedikitnya tiga di antaranya dengan angka yang sama. Nama dicocokkan "
        "utuh; Tk. dan Tingkat dianggap sama, dan nama yang dipakai beberapa baris dilewati. Banyaknya yang disebut "
        "dengan persentasenya, misalnya '460 orang (39,48%)', dibandingkan dengan baris tabel yang bernama itu, atau "
        "dengan baris jumlah kolomnya."
    ),
    bila_kosong="tidak ada kalimat yang menguraikan isi tabel di dekatnya",
    run=_run,
)
