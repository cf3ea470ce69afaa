"""An amount of money is not given for two years."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.uang import KlaimUang
from akuntabel.findings import LOLOS, Keyakinan, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_ROUND = Decimal(10**6)  # amounts in full millions may well be the same in two years


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if fakta.tahun is None:
        return
    for claim in fakta.uang:
        value = claim.angka.nilai
        if value is None or claim.tahun is None or value % _ROUND == 0:
            continue
        here = list(_places(fakta, value, fakta.tahun))
        if claim.tahun == fakta.tahun or not here or any(_places(fakta, value, claim.tahun, beside=claim)):
            yield LOLOS
        else:
            yield _masalah(claim, here, fakta.tahun)


def _places(fakta: Fakta, value: Decimal, year: int, beside: KlaimUang | None = None) -> Iterator[Terkait]:
    """Where the amount stands for a year: in sentences that name the year, and as the total of a table."""
    for other in fakta.uang:
        named = year in other.kalimat.tahun
        if other is not beside and named and other.tahun == year and other.angka.nilai == value:
            yield proof(other.kalimat)
    yield from (proof(total.tabel) for total in fakta.total_uang if total.tahun == year and total.nilai == value)


def _masalah(claim: KlaimUang, here: list[Terkait], report: int) -> Masalah:
    return Masalah(
        proof(claim.kalimat),
        f"{claim.angka.teks} disebut untuk tahun {claim.tahun}, di tempat lain untuk tahun {report}",
        Keyakinan.PASTI,
        terkait=tuple(here[:4]),
        tertulis=str(claim.tahun),
        seharusnya=str(report),
        dugaan_penyebab="Kalimat disalin dari laporan tahun sebelumnya tanpa mengganti tahunnya.",
    )


ATURAN = Aturan(
    kode="WKT-10",
    judul="Satu jumlah uang disebut untuk satu tahun",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.TINGGI,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Jumlah uang yang sama sampai rupiah terakhir tidak disebut untuk tahun lain di satu tempat dan untuk tahun "
        "laporan di tempat lain. Jumlah bulat dalam jutaan dilewati."
    ),
    bila_kosong="tidak ada jumlah uang yang disebut bersama tahunnya",
    run=_run,
)
