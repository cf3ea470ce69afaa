"""Judges the rows of a column against the quotient that its other rows show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.hasil_bagi import HasilBagi, read_quotients
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.kolom import Kolom
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Lewat
from akuntabel.review.aturan import Jawaban, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip

_ALL = Decimal(100)


def judge_quotients(
    fakta: Fakta, elsewhere: frozenset[tuple[int, int]], declared: frozenset[tuple[int, int]]
) -> Iterator[Jawaban]:
    """`elsewhere`: (table, column) that rules of their own compute again; of `declared` only the total row is left."""
    for table in fakta.tabel:
        skip = frozenset(column for block, column in elsewhere if block == table.blok)
        for column, quotients in read_quotients(table, skip):
            told = (table.blok, column.indeks) in declared
            yield from _judge(quotients, table.rows(*([] if told else [JenisBaris.ISI]), JenisBaris.JUMLAH))


def judged_elsewhere(fakta: Fakta) -> frozenset[tuple[int, int]]:
    """The percentages of budgets and the capaian of targets."""
    spent = ((s.tabel.blok, s.persen.kolom) for s in fakta.serapan if s.persen)
    return frozenset((*spent, *((r.tabel.blok, r.capaian.kolom) for r in fakta.capaian if r.capaian)))


def _judge(quotients: Sequence[HasilBagi], rows: Sequence[BarisTabel]) -> Iterator[Jawaban]:
    best = max(quotients, key=lambda q: len(q.cocok))
    for row in rows:
        if best.angka(row) is None:
            continue
        total = row.jenis is JenisBaris.JUMLAH
        if any(q.sesuai(row) for q in quotients) or (total and _summary(best.tabel, best.kolom, row)):
            yield LOLOS
        elif _otherwise(best, row):
            yield Lewat("baris itu cocok dengan rumus yang lain")
        else:
            yield _problem(best, row)


def _summary(table: Tabel, column: Kolom, total: BarisTabel) -> bool:
    """Whether a total row holds the sum or the mean of its column, or says that all is a hundred."""
    values = [value_of(r.sel[column.indeks]) for r in table.rows(JenisBaris.ISI) if r.sel[column.indeks].nilai_ada]
    number = total.sel[column.indeks].angka
    added = sum(values, Decimal())
    told = (added, added / (len(values) or 1), _ALL)
    return number is not None and any(number.near(v) for v in told)


def _otherwise(quotient: HasilBagi, row: BarisTabel) -> bool:
    """Whether a row holds the inverse, the change, the way down, or a result that was cut off at a hundred."""
    numbers = quotient.angka(row)
    exact = quotient.tepat(row)
    if numbers is None or exact is None:
        return True
    printed, part, whole = numbers
    a, b = (n.nilai or Decimal(0) for n in (part, whole))
    others = ((a - b) / b, (b - a) / b, (2 * b - a) / b, *((b / a, (b - a) / a) if a else ()))
    capped = printed.nilai == _ALL and exact > _ALL
    return capped or any(printed.near(o * s) for o in others for s in {_ALL, quotient.kali})


def _problem(quotient: HasilBagi, row: BarisTabel) -> Masalah:
    table = quotient.tabel
    cell, part, whole = (row.sel[k.indeks] for k in (quotient.kolom, quotient.pembilang, quotient.penyebut))
    places = cell.angka.desimal if cell.angka else 2
    exact = round_half_up(quotient.tepat(row) or Decimal(0), places)
    right = format_number(exact, places)
    times = "" if quotient.kali == 1 else f" × {format_number(quotient.kali)}"
    told = f"{part.teks} / {whole.teks}{times} = {right}"
    return Masalah(
        proof(cell, table, row.teks()),
        f"nilai '{row.label}' pada kolom '{quotient.kolom.teks}' tertulis {cell.teks}, sedangkan {told} menurut rumus "
        f"yang cocok pada {len(quotient.cocok)} baris lain",
        Keyakinan.PASTI,
        terkait=(proof(part, table), proof(whole, table)),
        tertulis=cell.teks,
        seharusnya=right,
        hitungan=told,
        dugaan_penyebab=slip(value_of(cell), exact),
        saran="Hitung ulang rasio ini, atau periksa pembilang dan penyebutnya.",
        sebab=f"{table.blok}:{row.tempat.baris}",
    )
