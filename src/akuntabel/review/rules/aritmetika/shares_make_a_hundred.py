"""Shares of one whole add up to a hundred, and each share is its part of the sum."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, format_percent
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import JenisBaris, Sel, Tabel
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bagian_kolom import NEAR, Shares, groups_of, share_fits, whole_of, whole_of_groups
from akuntabel.review.bukti import proof
from akuntabel.review.uang_kalimat import judge_complements

_ALL = Decimal(100)
_LEAST = 2
_ENOUGH = 3
_SHARE_HEAD = re.compile(r"\b(?:bobot|proporsi|komposisi|kontribusi|porsi|distribusi)\b")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for table in fakta.tabel:
        for share in table.kolom:
            if share.persen or share.peran is Peran.PERSEN or _SHARE_HEAD.search(share.teks.lower()):
                yield from _judge_column(table, share)
    yield from judge_complements(fakta)


def _judge_column(table: Tabel, share: Kolom) -> Iterator[Jawaban]:
    cells = [(r, r.sel[share.indeks]) for r in table.rows(JenisBaris.ISI) if r.sel[share.indeks].nilai_ada]
    if len(cells) < _LEAST:
        return
    groups = groups_of(table, share)
    column = whole_of_groups(table, groups) if groups else None
    if column:
        for parts, total in groups:
            yield from _judge_shares(table, parts, column)
            yield _judge_sum(table, share, parts, total.sel[share.indeks])
        return
    whole = whole_of(table, cells)
    if whole:
        yield from _judge_shares(table, cells, whole)
    totals = [r.sel[share.indeks] for r in table.rows(JenisBaris.JUMLAH) if r.sel[share.indeks].nilai_ada]
    if len(totals) == 1 and (
        whole
        or (
            len(cells) >= _ENOUGH and abs(value_of(totals[0]) - _ALL) <= NEAR and _SHARE_HEAD.search(share.teks.lower())
        )
    ):
        yield _judge_sum(table, share, cells, totals[0])


def _judge_shares(table: Tabel, cells: Shares, column: Kolom) -> Iterator[Jawaban]:
    whole = sum((value_of(r.sel[column.indeks]) for r, _ in cells), Decimal())
    for row, share in cells:
        part = row.sel[column.indeks]
        right = format_percent(value_of(part) / whole * _ALL)
        yield (
            LOLOS
            if share_fits(share, part, whole)
            else Masalah(
                proof(share, table, row.teks()),
                f"bagian '{row.label}' tertulis {share.teks}, sedangkan {part.teks} dari {format_number(whole)} "
                f"ialah {right}",
                terkait=(proof(part, table),),
                tertulis=share.teks,
                seharusnya=right,
                hitungan=f"{part.teks} / {format_number(whole)} × 100 = {right}",
                saran="Hitung ulang bagian ini, atau periksa angka yang dibagi.",
                sebab=f"{table.blok}:{row.tempat.baris}",
            )
        )


def _judge_sum(table: Tabel, share: Kolom, cells: Shares, total: Sel) -> Jawaban:
    added = sum((value_of(s) for _, s in cells), Decimal())
    unit = max(s.angka.ketelitian for _, s in cells if s.angka)
    named = min(abs(value_of(total) - v) for v in (_ALL, added)) <= unit
    if named and abs(added - _ALL) <= unit * len(cells) / 2:
        return LOLOS
    return Masalah(
        proof(total, table),
        f"bagian pada kolom '{share.teks}' berjumlah {format_number(added)}, bukan {total.teks}",
        tertulis=total.teks,
        hitungan=f"{' + '.join(s.teks for _, s in cells[:12])} … = {format_number(added)}",
        saran="Periksa setiap bagian; jumlahnya harus seratus persen selain karena pembulatan.",
    )


ATURAN = Aturan(
    kode="JML-09",
    judul="Bagian dari satu keseluruhan berjumlah seratus persen",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Kolom bagian (bobot, komposisi, persentase terhadap jumlah) dihitung ulang dari kolom angkanya bila sebagian"
        " besar baris cocok, dan jumlahnya seratus persen selain karena pembulatan. Dalam kalimat, realisasi dan sisa"
        " atau efisiensi dari anggaran yang sama berjumlah seratus persen."
    ),
    bila_kosong="tidak ada kolom bagian dari keseluruhan, atau realisasi dan sisa dalam persen",
    run=_run,
)
