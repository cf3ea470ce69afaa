"""Two tables that divide one budget in two ways give one total of spending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from akuntabel.facts.angka import years
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.tabel import Tabel
from akuntabel.facts.uang import JenisUang, TotalUang
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_OTHER_STATE = re.compile(
    r"\b(?:triwulan|tw|semester|per (?:tanggal|\d)|s\.?d\.?|sampai|bulan|audit\w*|unaudited|sementara)\b", re.IGNORECASE
)


_TWO = 2


@dataclass(frozen=True, slots=True)
class _Dua:
    """The printed totals of one table for one year."""

    anggaran: TotalUang
    realisasi: TotalUang


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for first, second in combinations(_totals(fakta), 2):
        a, b = first.anggaran, second.anggaran
        named = {years(t.tabel.judul) for t in (a, b)} - {()}
        if a.tahun == b.tahun and a.nilai == b.nilai and a.tabel is not b.tabel and len(named) < _TWO:
            yield LOLOS if first.realisasi.nilai == second.realisasi.nilai else _problem(first, second)


def _totals(fakta: Fakta) -> list[_Dua]:
    """Budget and spending of each table and year; nothing that speaks of part of a year or was only computed."""
    printed = [t for t in fakta.total_uang if not t.dihitung and not _OTHER_STATE.search(_said_of(t.tabel))]
    found = []
    for table in {t.tabel.blok: t.tabel for t in printed}.values():
        own = [t for t in printed if t.tabel is table]
        for year in {t.tahun for t in own}:
            budgets = [t for t in own if t.tahun == year and t.jenis is JenisUang.ANGGARAN]
            spent = [t for t in own if t.tahun == year and t.jenis is JenisUang.REALISASI]
            if len(budgets) == len(spent) == 1:
                found.append(_Dua(budgets[0], spent[0]))
    return found


def _said_of(table: Tabel) -> str:
    return " ".join((table.judul, table.pengantar, *(k.teks for k in table.kolom)))


def _problem(first: _Dua, second: _Dua) -> Masalah:
    a, b = first.realisasi, second.realisasi
    return Masalah(
        proof(b, b.tabel),
        f"jumlah realisasi tertulis {b.teks}, sedangkan pada {a.tabel.nama}, baris {a.baris} untuk anggaran yang sama, "
        f"{first.anggaran.teks}, tertulis {a.teks}; salah satu dari keduanya keliru",
        Keyakinan.PASTI,
        terkait=(proof(a, a.tabel),),
        tertulis=b.teks,
        saran="Samakan kedua tabel dengan laporan realisasi anggaran.",
    )


ATURAN = Aturan(
    kode="KON-11",
    judul="Anggaran yang dirinci dengan dua cara mempunyai satu jumlah realisasi",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.TINGGI,
    dasar="Perbandingan antartabel",
    penjelasan=(
        "Dua tabel yang merinci anggaran yang sama, misalnya menurut program dan menurut jenis belanja, mempunyai "
        "jumlah realisasi yang sama. Yang dibandingkan hanya jumlah tercetak untuk tahun dan anggaran yang sama; "
        "tabel triwulanan dan yang menyebut tanggal dilewati."
    ),
    bila_kosong="tidak ada dua tabel dengan jumlah anggaran yang sama",
    run=_run,
)
