"""A percentage in a sentence is its part divided by its whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.angka import Angka
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
    for share in read_shares(fakta.kalimat):
        if share.keseluruhan is None:
            yield judge_against_totals(share, budgets, fakta)
        elif not share.keseluruhan.nilai:
            yield Lewat("pembaginya nol")
        else:
            yield _judge(share, share.keseluruhan)


def _judge(share: BagianKalimat, whole: Angka) -> Jawaban:
    part = share.bagian.nilai or Decimal(0)
    exact = part / (whole.nilai or 1) * _ALL
    rest = share.peran is PeranAngka.REALISASI and share.persen.prints(_ALL - exact)
    if (
        share.persen.prints(exact)
        or rest
        or _fits_otherwise(share)
        or within_rounding(share.persen, share.bagian, whole)
    ):
        return LOLOS
    cut = share.persen.near(exact)
    if cut and share.persen.desimal:
        return LOLOS
    counted = f"{share.bagian.teks} dari {whole.teks}"
    return share_problem(share, exact, counted, (), cut=cut, sure=not cut and share.sejenis)


def _fits_otherwise(share: BagianKalimat) -> bool:
    """Whether two other numbers of the sentence make the percentage, or these two the other way round."""
    numbers = [n for n in share.kalimat.angka if n.nilai and not n.persen]
    return any(_is(share.persen, a, b) for a in numbers for b in numbers if a is not b)


def _is(share: Angka, part: Angka, whole: Angka) -> bool:
    return bool(whole.nilai) and part.nilai is not None and share.prints(part.nilai / (whole.nilai or 1) * _ALL)


ATURAN = Aturan(
    kode="JML-05",
    judul="Persentase dalam kalimat sama dengan bagian dibagi keseluruhannya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Kalimat seperti 'X dari Y atau Z%' dan 'anggaran A, realisasi B (C%)' dihitung ulang. Bila keseluruhannya "
        "tidak disebut pada kalimat itu, anggaran seluruhnya dicari pada tabel dan kalimat lain: realisasi yang sama "
        "besar dengan seluruh anggaran berarti 100 persen. Persentase yang cocok dengan dua angka lain pada kalimat "
        "yang sama diterima. Capaian terhadap target dinilai oleh aturan capaian."
    ),
    bila_kosong="tidak ada persentase dalam kalimat yang disertai bagian dan keseluruhannya",
    run=_run,
)
