"""Judges counts of sentences that stand with a percentage against the row of the table that they repeat."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, format_percent
from akuntabel.facts.angka import Angka, same_value
from akuntabel.facts.bagian_kalimat import read_shares
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.hasil_bagi import read_quotients
from akuntabel.facts.jumlahan import additive, is_total, value_of
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.pasangan_persen import PasanganPersen, named_row, near_tables, read_percent_pairs
from akuntabel.facts.subjek import mentions
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel
from akuntabel.findings import LOLOS, Keyakinan
from akuntabel.review.aturan import Jawaban, Masalah
from akuntabel.review.bagian_kolom import whole_of
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip

_ALL = Decimal(100)


def judge_percent_pairs(fakta: Fakta) -> Iterator[Jawaban]:
    """Each pair once, against the first table near it that has its row, or its column and a total.

    Percentages whose whole stands in the text are computed again there.
    """
    computed = {id(s.persen) for s in read_shares(fakta.kalimat) if s.keseluruhan}
    for pair in read_percent_pairs(fakta.kalimat):
        if id(pair.persen) in computed:
            continue
        tables = [t for t in near_tables(pair.kalimat, fakta.tabel) if t.pengali == 1]
        answers = (a for t in tables if (a := _against_row(pair, t) or _against_total(pair, t)) is not None)
        answer = next(answers, None)
        if answer is not None:
            yield answer


def _against_row(pair: PasanganPersen, table: Tabel) -> Jawaban | None:
    row = named_row(pair.nama, table)
    shares = list(_shares(table)) if row else []
    if row is None or len(shares) != 1:
        return None
    share, counted = (row.sel[k.indeks] for k in shares[0])
    if not share.nilai_ada or not counted.nilai_ada:
        return None
    same_share, same = same_value(share.angka, pair.persen), value_of(counted) == pair.banyak.nilai
    if same_share and same:
        return LOLOS
    if (
        same_share
        and pair.persen.desimal
        and not any(c.nilai_ada and value_of(c) == pair.banyak.nilai for c in row.sel)
    ):
        return _problem(pair, pair.banyak, pair.persen, counted, table, row)
    return _problem(pair, pair.persen, pair.banyak, share, table, row) if same else None


def _shares(table: Tabel) -> Iterator[tuple[Kolom, Kolom]]:
    """Columns of percentages, each with the column that it is a part of."""
    for column in table.kolom:
        if column.persen or column.peran is Peran.PERSEN:
            cells = [(r, r.sel[column.indeks]) for r in table.rows(JenisBaris.ISI) if r.sel[column.indeks].nilai_ada]
            whole = whole_of(table, cells) if cells else None
            if whole:
                yield column, whole
    yield from ((column, found[0].pembilang) for column, found in read_quotients(table, frozenset()))


def _against_total(pair: PasanganPersen, table: Tabel) -> Jawaban | None:
    """A column that the words name, whose total the count repeats: its part of the total of all."""
    totals = [k for k in table.kolom if is_total(k) and additive(table, k)]
    rows = table.rows(JenisBaris.JUMLAH)
    if not pair.sendiri or len(totals) != 1 or len(rows) != 1:
        return None
    whole = value_of(rows[0].sel[totals[0].indeks])
    cells = [rows[0].sel[k.indeks] for k in table.kolom if k.judul and k is not totals[0] and additive(table, k)
             and mentions(pair.nama, k.judul[-1])]  # fmt: skip
    if len(cells) != 1 or value_of(cells[0]) != pair.banyak.nilai or not pair.banyak.nilai or not whole:
        return None
    exact = pair.banyak.nilai / whole * _ALL
    if pair.persen.near(exact):
        return LOLOS
    return _wrong_share(pair, exact, f"{pair.banyak.teks} dari {format_number(whole)}", cells[0], table)


def _problem(pair: PasanganPersen, wrong: Angka, right: Angka, cell: Sel, table: Tabel, row: BarisTabel) -> Masalah:
    """`wrong` differs from the cell; `right` is what the table has too."""
    return Masalah(
        proof(pair.kalimat),
        f"'{row.label}' ({right.teks}) disebut {wrong.teks}, sedangkan pada {table.nama} {cell.teks}",
        Keyakinan.PASTI,
        terkait=(proof(cell, table, row.teks()),),
        tertulis=wrong.teks,
        seharusnya=cell.teks,
        dugaan_penyebab=slip(wrong.nilai or Decimal(0), value_of(cell)),
        saran="Samakan uraian dengan tabelnya.",
    )


def _wrong_share(pair: PasanganPersen, exact: Decimal, told: str, cell: Sel, table: Tabel) -> Masalah:
    right = format_percent(exact)
    return Masalah(
        proof(pair.kalimat),
        f"tertulis {pair.persen.teks}, sedangkan {told} pada {table.nama} ialah {right}",
        Keyakinan.MUNGKIN,
        terkait=(proof(cell, table),),
        tertulis=pair.persen.teks,
        seharusnya=right,
        hitungan=f"{told} = {right}",
        saran="Hitung ulang persentase, atau sebutkan keseluruhan yang dimaksud.",
    )
