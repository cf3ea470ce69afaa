"""Percentages of money in sentences, also where the whole budget stands elsewhere in the document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.angka import Angka
from akuntabel.facts.bagian_kalimat import BagianKalimat
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.peran_angka import PeranAngka, is_money, roles_of
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait, Tingkat
from akuntabel.review.anggaran_total import AnggaranTotal
from akuntabel.review.aturan import Jawaban, Masalah
from akuntabel.review.bukti import proof

_ALL = Decimal(100)
_WITHIN = 3  # a total budget is no more than so many times its spending


def judge_against_totals(share: BagianKalimat, budgets: Sequence[AnggaranTotal], fakta: Fakta) -> Jawaban:
    """A spending or a rest with its percentage; the whole is a total budget that stands elsewhere."""
    part = share.bagian.nilai or Decimal(0)
    if not budgets or not part:
        return Lewat("anggaran seluruhnya tidak disebut")
    if any(share.persen.near(part / b.nilai * _ALL) or _possible(share, b) for b in budgets if b.nilai):
        return LOLOS
    if share.peran is PeranAngka.REALISASI and (same := next((b for b in budgets if b.nilai == part), None)):
        return _all_spent(share, same)
    wholes = sorted(_plausible(share, part, budgets, fakta), key=lambda b: b.nilai)
    if not wholes:
        return Lewat("anggaran yang menjadi pembaginya tidak dapat dipastikan")
    told = f"{share.bagian.teks} dari {format_number(wholes[0].nilai)} ({wholes[0].sebutan})"
    return share_problem(share, part / wholes[0].nilai * _ALL, told, (wholes[0].bukti,), sure=False)


def _possible(share: BagianKalimat, budget: AnggaranTotal) -> bool:
    """Whether a rounded part of an exact budget may be the percentage."""
    return within_rounding(share.persen, share.bagian, replace(share.bagian, nilai=budget.nilai, skala=0, desimal=0))


def within_rounding(share: Angka, part: Angka, whole: Angka) -> bool:
    """Whether a percentage is possible where part or whole is a rounded amount ("Rp8,27 miliar")."""
    (least, most), (low, high) = part.batas, whole.batas
    if low <= 0 or (least == most and low == high):
        return False
    half = share.ketelitian / 2
    return least / high * _ALL - half <= (share.nilai or Decimal(0)) <= most / low * _ALL + half


def _plausible(
    share: BagianKalimat, part: Decimal, budgets: Sequence[AnggaranTotal], fakta: Fakta
) -> list[AnggaranTotal]:
    """The totals that a percentage may be of: the only one, or any where the sentence speaks of all the money.

    A rest is part of a budget that is at least the spending named beside it.
    """
    if share.peran is PeranAngka.SISA:
        numbers = [n for n in roles_of(share.kalimat) if n.peran is PeranAngka.REALISASI and is_money(n.angka)]
        spent = max((n.angka.nilai or Decimal(0) for n in numbers), default=None)
        before = _spent_before(share, fakta) if spent is None else spent
        return [b for b in budgets if before and before <= b.nilai <= before * _WITHIN]
    larger = [b for b in budgets if part < b.nilai < part * _WITHIN]
    of_all = any(c.kalimat is share.kalimat and c.total for c in fakta.uang)
    return larger if of_all or len({b.nilai for b in larger}) == 1 else []


def _spent_before(share: BagianKalimat, fakta: Fakta) -> Decimal | None:
    """The spending of all the money that the same paragraph names."""
    block = share.kalimat.alinea.blok
    found = [c.angka.nilai for c in fakta.uang if c.kalimat.alinea.blok == block and c.total and c.jenis == "realisasi"]
    return max((v for v in found if v is not None), default=None)


def _all_spent(share: BagianKalimat, same: AnggaranTotal) -> Masalah:
    """What is called spending is the whole budget, while less than all is said to be spent."""
    return Masalah(
        proof(share.kalimat),
        f"realisasi {share.bagian.teks} disebut {share.persen.teks} dari anggaran, padahal sama besar dengan seluruh "
        f"anggaran ({same.sebutan}), yang berarti 100%; salah satu dari keduanya salah",
        terkait=(same.bukti,),
        tertulis=share.persen.teks,
        hitungan=f"{share.bagian.teks} / {format_number(same.nilai)} × 100 = 100%",
        saran="Tulis realisasi yang sebenarnya, lalu hitung ulang persentasenya.",
        sebab=f"uang:{share.bagian.nilai}",
    )


def share_problem(
    share: BagianKalimat, exact: Decimal, counted: str, others: Sequence[Terkait], *, sure: bool, cut: bool = False
) -> Masalah:
    """The finding: what is printed, what part and whole give; `cut` where it was cut instead of rounded."""
    places = max(2 if not cut else 0, share.persen.desimal)
    unit = "%" if share.kali == _ALL else f" per {format_number(share.kali)}"
    right = f"{format_number(round_half_up(exact, places), places)}{unit}"
    more = f" ({format_number(round_half_up(exact, 2), 2)}% dibulatkan, bukan dipotong)" if cut else ""
    written = share.persen.teks if share.persen.persen else f"{share.persen.teks}{unit}"
    return Masalah(
        proof(share.kalimat),
        f"tertulis {written}, sedangkan {counted} ialah {right}{more}",
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        Tingkat.RENDAH if cut else None,
        terkait=tuple(others),
        tertulis=written,
        seharusnya=None if others else right,
        hitungan=f"{counted} = {right}",
        saran="Hitung ulang persentase, atau periksa angka yang dibagi dan pembaginya.",
    )
