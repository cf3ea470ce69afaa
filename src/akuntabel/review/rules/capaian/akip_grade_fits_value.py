"""The grade of the evaluation of accountability is the class of its value."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.akip_kalimat import NilaiAkip, read_akip
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.regulations import Skala, classify
from akuntabel.regulations.dasar import Kepastian
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for value in read_akip(fakta.kalimat):
        years = value.kalimat.tahun or ((fakta.tahun,) if fakta.tahun else ())
        scales = [konteks.regulations.skala_pada("predikat_akip", year) for year in years]
        if scales:
            yield LOLOS if any(_fits(value, s) for s in scales) else _problem(value, scales[-1])


def _fits(value: NilaiAkip, scale: Skala) -> bool:
    """Inside the class, or right on its border: reports differ on which side that is."""
    number = value.angka.nilai or Decimal(0)
    return any(k.kode == value.predikat and (k.holds(number) or number in (k.lower, k.upper)) for k in scale.kelas)


def _problem(value: NilaiAkip, scale: Skala) -> Masalah:
    right = classify(scale, value.angka.nilai or Decimal(0))
    wanted = f"{right.kode} ({right.nama})"
    return Masalah(
        proof(value.kalimat),
        f"nilai AKIP {value.angka.teks} disebut berpredikat {value.predikat}; menurut skala {right.rentang_teks} ialah "
        f"predikat {wanted}",
        Keyakinan.PASTI if scale.kepastian is Kepastian.TERVERIFIKASI else Keyakinan.MUNGKIN,
        tertulis=value.predikat,
        seharusnya=wanted,
        hitungan=f"{value.angka.teks} di dalam {right.rentang_teks}: {wanted}",
        saran="Sesuaikan predikat dengan nilai pada laporan hasil evaluasi.",
    )


ATURAN = Aturan(
    kode="CPN-11",
    judul="Predikat AKIP sesuai dengan nilainya",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 88/2021, lampiran; untuk evaluasi sebelumnya skala yang berlaku saat itu",
    penjelasan=(
        "Nilai hasil evaluasi akuntabilitas kinerja dicari kelasnya pada skala yang berlaku pada tahun yang disebut "
        "kalimatnya, lalu dibandingkan dengan huruf predikatnya. Nilai tepat pada batas dua kelas diterima untuk "
        "keduanya."
    ),
    bila_kosong="tidak ada nilai AKIP yang disebut bersama predikatnya",
    run=_run,
)
