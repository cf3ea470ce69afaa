"""A percentage in a sentence is its part divided by its whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.angka import Angka
from akuntabel.facts.angka_per import read_rates
from akuntabel.facts.bagian_kalimat import BagianKalimat, read_shares
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.peran_angka import PeranAngka
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.review.anggaran_total import total_budgets
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks
from akuntabel.review.persen_kalimat import judge_against_totals, share_problem, within_rounding

_ALL = Decimal(100)
_WITHIN = 3  # a total budget is no more than so many times its spending


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    budgets = total_budgets(fakta)
    for share in (*read_shares(fakta.kalimat), *read_rates(fakta.kalimat)):
        if share.keseluruhan is None:
            yield judge_against_totals(share, budgets, fakta)
        elif not share.keseluruhan.nilai:
            yield Lewat("pembaginya nol")
        else:
            yield _judge(share, share.keseluruhan)


def _judge(share: BagianKalimat, whole: Angka) -> Jawaban:
    part = share.bagian.nilai or Decimal(0)
    exact = part / (whole.nilai or 1) * share.kali
    rest = share.peran is PeranAngka.REALISASI and share.persen.prints(_ALL - exact)
    if (
        share.persen.prints(exact)
        or rest
        or _fits_otherwise(share)
        or (share.kali == _ALL and within_rounding(share.persen, share.bagian, whole))
    ):
        return LOLOS
    cut = share.persen.near(exact)
    if cut and (share.persen.desimal or share.kali != _ALL):
        return LOLOS
    counted = f"{share.bagian.teks} dari {whole.teks}"
    return share_problem(share, exact, counted, (), cut=cut, sure=not cut and (share.sejenis or share.kali != _ALL))


def _fits_otherwise(share: BagianKalimat) -> bool:
    """Whether two other numbers of the sentence make the percentage, or these two the other way round.

    What stands behind it and before a later percentage belongs to that one.
    """
    later = any(n.persen and n.awal > share.persen.awal for n in share.kalimat.angka)
    told = [n for n in share.kalimat.angka if n.nilai and not n.persen and n is not share.persen]
    own = (share.bagian, share.keseluruhan)
    numbers = [n for n in told if not later or n in own or n.awal < share.persen.awal]
    return any(_is(share, a, b) for a in numbers for b in numbers if a is not b)


def _is(share: BagianKalimat, part: Angka, whole: Angka) -> bool:
    exact = part.nilai / whole.nilai * share.kali if part.nilai is not None and whole.nilai else None
    return exact is not None and share.persen.prints(exact)


ATURAN = Aturan(
    kode="JML-05",
    judul="Persentase dalam kalimat sama dengan bagian dibagi keseluruhannya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Kalimat seperti 'X dari Y atau Z%' dan 'anggaran A, realisasi B (C%)' dihitung ulang, begitu pula angka per "
        "1.000 atau per 100.000 dengan pengalinya. Bila keseluruhannya tidak disebut pada kalimat itu, anggaran "
        "seluruhnya dicari pada tabel dan kalimat lain: realisasi yang sama besar dengan seluruh anggaran berarti 100 "
        "persen. Persentase yang cocok dengan dua angka lain pada kalimat yang sama diterima. Capaian terhadap target "
        "dinilai oleh aturan capaian."
    ),
    bila_kosong="tidak ada persentase dalam kalimat yang disertai bagian dan keseluruhannya",
    run=_run,
)
