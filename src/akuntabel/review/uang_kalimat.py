"""Budget, spending and rest that one paragraph names in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.peran_angka import AngkaBerperan, PeranAngka, by_paragraph, is_money, latest
from akuntabel.findings import LOLOS, Keyakinan
from akuntabel.review.aturan import Jawaban, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip

_ALL = Decimal(100)


def judge_rests(fakta: Fakta) -> Iterator[Jawaban]:
    """Paragraphs that name a budget, one spending and one rest in rupiah; of several budgets the last is in force."""
    for numbers in by_paragraph(fakta.kalimat):
        spent, rest = (_only(numbers, r) for r in (PeranAngka.REALISASI, PeranAngka.SISA))
        budgets = _of(numbers, PeranAngka.ANGGARAN)
        if not (spent and rest and budgets):
            continue
        in_force = latest(budgets)
        if any(_fits(b, spent, rest) for b in budgets):
            yield LOLOS
        elif len({b.angka.nilai for b in in_force}) == 1:
            yield _problem(in_force[0], spent, rest)


def _only(numbers: Sequence[AngkaBerperan], role: PeranAngka) -> AngkaBerperan | None:
    """The one amount of a role in a paragraph; none where there are several values."""
    found = _of(numbers, role)
    return found[0] if len({n.angka.nilai for n in found}) == 1 else None


def _of(numbers: Sequence[AngkaBerperan], role: PeranAngka) -> list[AngkaBerperan]:
    return [n for n in numbers if n.peran is role and is_money(n.angka) and n.angka.nilai is not None]


def value(number: AngkaBerperan) -> Decimal:
    """The value of a number that could be read."""
    return number.angka.nilai if number.angka.nilai is not None else Decimal(0)


def _fits(budget: AngkaBerperan, spent: AngkaBerperan, rest: AngkaBerperan) -> bool:
    slack = sum(n.angka.ketelitian for n in (budget, spent, rest) if n.angka.skala or n.angka.desimal)
    return abs(abs(value(budget) - value(spent)) - abs(value(rest))) <= slack


def _problem(budget: AngkaBerperan, spent: AngkaBerperan, rest: AngkaBerperan) -> Masalah:
    right = value(budget) - value(spent)
    told = f"{budget.angka.teks} − {spent.angka.teks} = {format_number(right)}"
    single = len({n.kalimat.alinea.blok for n in (budget, spent, rest)}) == 1 and right > 0
    return Masalah(
        proof(rest.kalimat),
        f"sisa anggaran tertulis {rest.angka.teks}, sedangkan {told}; yang salah ialah salah satu dari ketiganya",
        Keyakinan.PASTI if single else Keyakinan.MUNGKIN,
        terkait=tuple(proof(n.kalimat) for n in (budget, spent) if n.kalimat is not rest.kalimat),
        tertulis=rest.angka.teks,
        hitungan=told,
        dugaan_penyebab=slip(value(rest), right),
        saran="Samakan anggaran, realisasi, dan sisanya dengan tabel realisasi anggaran.",
    )


def judge_complements(fakta: Fakta) -> Iterator[Jawaban]:
    """Paragraphs that name what was spent and what was saved, both in percent of one budget."""
    for numbers in by_paragraph(fakta.kalimat):
        yield from _complement(numbers)


def _complement(numbers: Sequence[AngkaBerperan]) -> Iterator[Jawaban]:
    """What was spent and what was saved, both in percent of the same budget, make a hundred."""
    told = {
        r: [n for n in numbers if n.angka.persen and _role(numbers, n) is r]
        for r in (PeranAngka.REALISASI, PeranAngka.SISA)
    }
    spent, rest = told[PeranAngka.REALISASI], told[PeranAngka.SISA]
    if len(spent) != 1 or len(rest) != 1:
        return
    a, b = spent[0].angka, rest[0].angka
    added = (a.nilai or Decimal(0)) + (b.nilai or Decimal(0))
    if abs(added - _ALL) <= a.ketelitian + b.ketelitian:
        yield LOLOS
        return
    yield Masalah(
        proof(rest[0].kalimat),
        f"realisasi {a.teks} dan sisa atau efisiensi {b.teks} dari anggaran yang sama berjumlah "
        f"{format_number(added)}%, bukan 100%; salah satu dari keduanya salah",
        Keyakinan.PASTI,
        tertulis=b.teks,
        hitungan=f"{a.teks} + {b.teks} = {format_number(added)}%",
        saran="Hitung ulang kedua persentase dari anggaran dan realisasinya.",
    )


def _role(numbers: Sequence[AngkaBerperan], share: AngkaBerperan) -> PeranAngka:
    """The role of a percentage of money: that of the amount right before it, else its own word beside one of money."""
    at = numbers.index(share)
    if at and is_money(numbers[at - 1].angka):
        return numbers[at - 1].peran if share.peran is PeranAngka.LAIN else share.peran
    return share.peran if _OF_MONEY.search(share.sebelum) else PeranAngka.LAIN


_OF_MONEY = re.compile(r"\b(?:anggaran|keuangan|belanja|dana|pagu|serapan|terserap|penyerapan|sisa(?:nya)?)\b")
