"""Spending does not exceed its budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.serapan import Serapan
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip

_FULL = Decimal(100)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for row in fakta.serapan:
        if row.tepat is not None and not _is_revenue(row):
            yield LOLOS if row.tepat <= _FULL else _problem(row)


def _is_revenue(row: Serapan) -> bool:
    """Revenue may exceed its target."""
    heads = " ".join(k.teks for k in row.tabel.kolom)
    words = f"{row.tabel.judul} {row.baris.label} {heads} {' '.join(row.tabel.bagian)}".lower()
    return any(w in words for w in ("pendapatan", "retribusi", "pajak", "penerimaan", "pad "))


def _problem(row: Serapan) -> Masalah:
    over = value_of(row.realisasi) - value_of(row.anggaran)
    cause = slip(value_of(row.realisasi), value_of(row.anggaran)) if over else None
    return Masalah(
        proof(row.realisasi, row.tabel, row.baris.teks()),
        f"realisasi '{row.baris.label}' {row.realisasi.teks} melebihi anggarannya {row.anggaran.teks}. Apakah "
        "anggarannya sudah menurut perubahan terakhir?",
        Keyakinan.MUNGKIN,
        terkait=(proof(row.anggaran, row.tabel),),
        tertulis=row.realisasi.teks,
        dugaan_penyebab=cause,
        saran="Periksa anggaran perubahan atau pergeseran, dan realisasi pada laporan realisasi anggaran.",
        sebab=f"{row.tabel.blok}:{row.baris.tempat.baris}",
    )


ATURAN = Aturan(
    kode="JML-11",
    judul="Realisasi belanja tidak melebihi anggarannya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Belanja yang melebihi anggaran pada baris yang sama berarti salah satu angkanya salah, atau anggarannya "
        "belum menurut perubahan terakhir; karena itu mungkin. Pendapatan boleh melebihi targetnya."
    ),
    bila_kosong="tidak ada tabel dengan anggaran dan realisasi belanja",
    run=_run,
)
