"""A percentage in a sentence is its part divided by its whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.angka import Angka
from akuntabel.facts.bagian_kalimat import BagianKalimat, CaraBagian, read_shares
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.peran_angka import PeranAngka
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait, Tingkat
from akuntabel.review.anggaran_total import AnggaranTotal, total_budgets
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_ALL = Decimal(100)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    budgets = total_budgets(fakta)
    for share in read_shares(fakta.kalimat):
        if share.keseluruhan is None:
            yield _judge_alone(share, budgets)
        elif not share.keseluruhan.nilai:
            yield Lewat("pembaginya nol")
        else:
            yield _judge(share, share.keseluruhan.nilai)


def _judge(share: BagianKalimat, whole: Decimal) -> Jawaban:
    part = share.bagian.nilai or Decimal(0)
    exact = part / whole * _ALL
    rest = share.peran is PeranAngka.REALISASI and share.persen.prints(_ALL - exact)
    if share.persen.prints(exact) or rest or _fits_otherwise(share):
        return LOLOS
    cut = share.persen.near(exact)
    if cut and share.persen.desimal:
        return LOLOS
    counted = f"{share.bagian.teks} dari {share.keseluruhan.teks if share.keseluruhan else ''}"
    return _problem(share, exact, counted, (), cut=cut, sure=not cut)


def _fits_otherwise(share: BagianKalimat) -> bool:
    """Whether two other numbers of the sentence make the percentage, or these two the other way round."""
    numbers = [n for n in share.kalimat.angka if n.nilai and not n.persen]
    return any(_is(share.persen, a, b) for a in numbers for b in numbers if a is not b)


def _is(share: Angka, part: Angka, whole: Angka) -> bool:
    return bool(whole.nilai) and part.nilai is not None and share.prints(part.nilai / (whole.nilai or 1) * _ALL)


def _judge_alone(share: BagianKalimat, budgets: Sequence[AnggaranTotal]) -> Jawaban:
    """The whole is a total budget that stands elsewhere."""
    part = share.bagian.nilai or Decimal(0)
    if not budgets or not part:
        return Lewat("anggaran seluruhnya tidak disebut")
    if any(share.persen.near(part / b.nilai * _ALL) for b in budgets if b.nilai):
        return LOLOS
    same = next((b for b in budgets if b.nilai == part and share.peran is PeranAngka.REALISASI), None)
    if same:
        return _all_spent(share, same)
    values = {b.nilai for b in budgets if b.nilai > part and b.nilai < part * 50}
    if len(values) != 1 or share.cara is not CaraBagian.TANPA:
        return Lewat("anggaran yang menjadi pembaginya tidak dapat dipastikan")
    whole = next(b for b in budgets if b.nilai in values)
    told = f"{share.bagian.teks} dari {format_number(whole.nilai)} ({whole.sebutan})"
    return _problem(share, part / whole.nilai * _ALL, told, (whole.bukti,), sure=False)


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


def _problem(
    share: BagianKalimat, exact: Decimal, counted: str, others: Sequence[Terkait], *, sure: bool, cut: bool = False
) -> Masalah:
    places = max(2 if not cut else 0, share.persen.desimal)
    right = format_number(round_half_up(exact, places), places)
    more = f" ({format_number(round_half_up(exact, 2), 2)}% dibulatkan, bukan dipotong)" if cut else ""
    return Masalah(
        proof(share.kalimat),
        f"tertulis {share.persen.teks}, sedangkan {counted} ialah {right}%{more}",
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        Tingkat.RENDAH if cut else None,
        terkait=tuple(others),
        tertulis=share.persen.teks,
        seharusnya=None if others else f"{right}%",
        hitungan=f"{counted} = {right}%",
        saran="Hitung ulang persentase, atau periksa angka yang dibagi dan pembaginya.",
    )


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
