"""The share of the budget that a sentence says was spent, and the rest, follow from the totals of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, format_rupiah, round_half_up
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.serapan_kalimat import KlaimSerapan, read_spent
from akuntabel.facts.uang import JenisUang, TotalUang
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip

_RUPIAH = Decimal("0.5")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    pairs = [
        (budget, spent)
        for budget in fakta.total_uang
        for spent in fakta.total_uang
        if (budget.jenis, spent.jenis) == (JenisUang.ANGGARAN, JenisUang.REALISASI)
        and budget.tahun == spent.tahun
        and budget.nilai >= spent.nilai > 0
    ]
    printed = {s.persen.angka.nilai for s in fakta.serapan if s.persen and s.persen.angka}
    for claim in read_spent(fakta.kalimat) if pairs else ():
        own = [p for p in pairs if p[0].tahun == fakta.tahun] or pairs
        if any(_agrees(claim, _value(claim, *p)) for p in pairs) or claim.angka.nilai in printed:
            yield LOLOS
        else:
            yield _problem(claim, *own[0])


def _value(claim: KlaimSerapan, budget: TotalUang, spent: TotalUang) -> Decimal:
    return budget.nilai - spent.nilai if claim.sisa else spent.nilai / budget.nilai * 100


def _agrees(claim: KlaimSerapan, value: Decimal) -> bool:
    return claim.angka.near(value, _RUPIAH) if claim.sisa else claim.angka.near(value)


def _problem(claim: KlaimSerapan, budget: TotalUang, spent: TotalUang) -> Masalah:
    value = _value(claim, budget, spent)
    rounded = round_half_up(value, 0 if claim.sisa else 2)
    right = format_rupiah(rounded) if claim.sisa else f"{format_number(rounded, 2)}%"
    money = f"{format_rupiah(spent.nilai)} dari {format_rupiah(budget.nilai)}"
    what = "sisa anggaran" if claim.sisa else "serapan anggaran"
    sum_ = f"{format_rupiah(budget.nilai)} − {format_rupiah(spent.nilai)} = {right}"
    return Masalah(
        proof(claim.kalimat),
        f"{what} tertulis {claim.angka.teks}, sedangkan menurut {spent.tabel.nama} {money}, yaitu {right}",
        Keyakinan.MUNGKIN,
        terkait=(proof(budget.tabel), *((proof(spent.tabel),) if spent.tabel != budget.tabel else ())),
        tertulis=claim.angka.teks,
        hitungan=sum_ if claim.sisa else f"{money} = {right}",
        dugaan_penyebab=slip(claim.angka.nilai or Decimal(), rounded),
        saran="Samakan dengan jumlah pada tabel, atau sebut bagian anggaran yang dimaksud.",
    )


ATURAN = Aturan(
    kode="KON-15",
    judul="Serapan dan sisa dalam kalimat sesuai dengan jumlah tabelnya",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Persentase serapan dan sisa anggaran setahun yang disebut kalimat dihitung ulang dari jumlah anggaran dan "
        "realisasi pada tabel. Kalimat tentang program, kegiatan, triwulan, atau bagian lain dilewati. Selalu mungkin, "
        "karena kalimat dapat menyebut bagian yang tidak dinamai."
    ),
    bila_kosong="tidak ada serapan atau sisa setahun dalam kalimat, atau tidak ada jumlah anggaran pada tabel",
    run=_run,
)
