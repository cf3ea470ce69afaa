"""Totals of money in sentences are those of the tables, and the same in every sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.uang import JenisUang, KlaimUang, TotalUang
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for claim in fakta.uang:
        if claim.jenis is JenisUang.SISA or claim.angka.nilai is None:
            continue
        if _was_changed(claim):
            yield Lewat("anggaran yang sudah diubah")
        else:
            yield from _judge(claim, claim.angka.nilai, fakta, int(konteks.regulations.ambang("reviu.angka_berarti")))


def _judge(claim: KlaimUang, value: Decimal, fakta: Fakta, digits: int) -> Iterator[Jawaban]:
    own = [t for t in fakta.total_uang if (t.jenis, t.tahun) == (claim.jenis, claim.tahun)]
    told = [c for c in fakta.uang if c is not claim and (c.jenis, c.tahun, c.total) == (claim.jenis, claim.tahun, True)]
    values = [(t.nilai, proof(t, t.tabel), _total_name(t)) for t in own]
    values += [(c.angka.nilai, proof(c), f"baris {c.kalimat.alinea.tempat.baris}") for c in told if c.angka.nilai]
    if not values:
        return
    if any(claim.angka.near(v, Decimal("0.5")) for v, _, _ in values):
        yield LOLOS
        return
    share = 100 if claim.total else 1000  # an amount that may be a part must be closer to be taken for the total
    near = [(v, p, n) for v, p, n in values if abs(v - value) <= value / share]
    if claim.jenis is JenisUang.REALISASI and claim.total:  # budgets do change by round amounts
        near = near or [x for x in values if _is_slip(value, x[0], digits)]
    if near:
        yield _problem(claim, value, *near[0])
    elif claim.total:
        yield Lewat("jumlahnya jauh berbeda, mungkin menyebut bagian atau versi lain")


def _total_name(total: TotalUang) -> str:
    return f"jumlah semua baris {total.tabel.nama}" if total.dihitung else total.tabel.nama


def _was_changed(claim: KlaimUang) -> bool:
    """A budget that its own sentence says was replaced by another."""
    before, behind = claim.kalimat.kecil[: claim.angka.awal], claim.kalimat.kecil[claim.angka.akhir :]
    return claim.jenis is JenisUang.ANGGARAN and bool(_FIRST.search(before) or _BECAME.search(behind))


_FIRST = re.compile(r"\b(?:murni|semula|awal(?:nya)?|sebelum (?:perubahan|pergeseran|refocusing))\b[^.;,]{0,40}$")
_BECAME = re.compile(r"^[^.;]{0,120}\bmenjadi\s+(?:sebesar\s+)?rp")


def _is_slip(value: Decimal, other: Decimal, digits: int) -> bool:
    """Whether two amounts with that many digits before their zeros differ by one slip: too alike to be by chance."""
    plain = [str(int(v)).rstrip("0") for v in (value, other) if v == v.to_integral_value()]
    return len(plain) == 2 and min(map(len, plain)) >= digits and slip(value, other) is not None


def _problem(claim: KlaimUang, value: Decimal, other: Decimal, place: Terkait, name: str) -> Masalah:
    printed = f"Rp{other:,.0f}".replace(",", ".")
    return Masalah(
        proof(claim),
        f"{claim.jenis.value} tahun {claim.tahun} tertulis {claim.angka.teks}, sedangkan menurut {name} {printed}",
        Keyakinan.PASTI,
        terkait=(place,),
        tertulis=claim.angka.teks,
        seharusnya=printed,
        hitungan=f"selisih Rp{abs(value - other):,.0f}".replace(",", "."),
        dugaan_penyebab=slip(value, other),
        saran="Samakan dengan jumlah pada tabel, atau sebut versi anggaran yang dimaksud.",
        sebab=f"uang:{other}",
    )


ATURAN = Aturan(
    kode="KON-06",
    judul="Jumlah uang dalam kalimat sama dengan tabel",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.TINGGI,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Jumlah anggaran dan realisasi setahun dalam kalimat sama dengan jumlah pada tabel dan kalimat lain untuk "
        "tahun yang sama. Yang berbeda lebih dari satu persen dilewati, karena dapat menyebut anggaran murni, "
        "perubahan, atau sebagian saja; kecuali bila bilangan yang panjang hanya berbeda satu salah ketik."
    ),
    bila_kosong="tidak ada jumlah uang setahun yang disebut di dua tempat",
    run=_run,
)
