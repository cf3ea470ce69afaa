"""An amount that is the budget is not called the spending, unless all of it was spent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.uang import JenisUang, KlaimUang, TotalUang
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for claim in fakta.uang:
        if claim.jenis is JenisUang.REALISASI and claim.total:
            yield from _judge(claim, fakta)


def _judge(claim: KlaimUang, fakta: Fakta) -> Iterator[Jawaban]:
    budgets = [t for t in fakta.total_uang if t.jenis is JenisUang.ANGGARAN]
    named = [c for c in fakta.uang if c.jenis is JenisUang.ANGGARAN and c is not claim]
    equal = next((t for t in budgets if _same(claim, t.nilai)), None)
    told = next((c for c in named if c.angka.nilai is not None and _same(claim, c.angka.nilai)), None)
    spent = [t for t in fakta.total_uang if t.jenis is JenisUang.REALISASI and t.tahun == claim.tahun]
    if equal is None and told is None:
        if budgets or named:
            yield LOLOS
        return
    full = claim.persen is None or claim.persen.nilai == 100
    if full and (not spent or any(_same(claim, t.nilai) for t in spent)):
        yield LOLOS
        return
    yield _problem(claim, equal, told, spent, sure=not full or all(not t.dihitung for t in spent))


def _same(claim: KlaimUang, value: Decimal) -> bool:
    return claim.angka.near(value, Decimal("0.5"))


def _problem(
    claim: KlaimUang, equal: TotalUang | None, told: KlaimUang | None, spent: list[TotalUang], *, sure: bool
) -> Masalah:
    where = equal.tabel.nama if equal else f"baris {told.kalimat.alinea.tempat.baris}" if told else ""
    share = f", padahal disebut {claim.persen.teks} dari anggaran" if claim.persen and claim.persen.nilai != 100 else ""
    others = [proof(x, x.tabel) if isinstance(x, TotalUang) else proof(x) for x in (equal, told, *spent[:1]) if x]
    return Masalah(
        proof(claim),
        f"{claim.angka.teks} disebut realisasi{share}; jumlah itu ialah anggaran menurut {where}",
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        terkait=tuple(others),
        tertulis=claim.angka.teks,
        dugaan_penyebab="pagu tertulis sebagai realisasi",
        saran="Tulis realisasi yang sebenarnya, lalu hitung ulang persentase dan sisanya.",
        sebab=f"uang:{claim.angka.nilai}",
    )


ATURAN = Aturan(
    kode="KON-05",
    judul="Anggaran tidak disebut realisasi",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.TINGGI,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Jumlah yang pada tempat lain ialah anggaran tidak disebut realisasi, kecuali seluruhnya memang terserap. "
        "Pasti bila kalimat itu sendiri menyebut persentase selain 100, atau tabel mencetak jumlah realisasi lain."
    ),
    bila_kosong="tidak ada kalimat yang menyebut jumlah realisasi anggaran",
    run=_run,
)
