"""A capaian far above the target asks whether the target was too low; one finding per column."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.capaian_tabel import BarisCapaian
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.kolom_capaian import KolomCapaian, read_columns


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("wajar.capaian_tinggi")
    for column in read_columns(fakta):
        high = [r for r in column.baris if _value(column, r) > limit]
        yield _problem(high, column, limit) if high else LOLOS


def _value(column: KolomCapaian, row: BarisCapaian) -> Decimal:
    printed = column.tercetak(row)
    return printed.nilai if printed and printed.nilai is not None else Decimal()


def _problem(high: list[BarisCapaian], column: KolomCapaian, limit: Decimal) -> Masalah:
    first = high[0]
    names = ", ".join(f"'{r.nama}' {r.capaian.teks}" for r in high[:3] if r.capaian)
    more = f", dan {len(high) - 3} indikator lain" if len(high) > 3 else ""
    return Masalah(
        proof(first.capaian or first.realisasi, first.tabel, first.baris.teks()),
        f"capaian di atas {limit}% ({names}{more}); apakah targetnya terlalu rendah?",
        Keyakinan.MUNGKIN,
        terkait=tuple(proof(r.capaian or r.realisasi, r.tabel, r.baris.teks()) for r in high[1:4]),
        tertulis=first.capaian.teks if first.capaian else None,
        saran="Jelaskan sebabnya, dan tinjau target tahun berikutnya.",
    )


ATURAN = Aturan(
    kode="KWJ-03",
    judul="Capaian yang sangat tinggi dijelaskan",
    kelompok=Kelompok.KEWAJARAN,
    tingkat=Tingkat.RENDAH,
    dasar="Kelaziman evaluasi akuntabilitas kinerja",
    penjelasan=(
        "Capaian jauh di atas seratus persen biasanya berarti target terlalu rendah. Ditanyakan satu kali untuk setiap "
        "kolom capaian; batasnya ambang wajar.capaian_tinggi."
    ),
    bila_kosong="tidak ada kolom capaian",
    run=_run,
)
