"""What the report gives as last year's result is what last year's report gave."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.angka import same_value
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import NilaiTabel
from akuntabel.facts.subjek import same_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import DASAR

_REPORTS = ("lkj_opd", "lkj_pemda")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    for other in konteks.pembanding:
        year = other.fakta.tahun
        if other.jenis in _REPORTS and year is not None and year != fakta.tahun:
            for value in {v.indikator: v for v in reversed(_results(fakta, year))}.values():
                yield from _judge(value, other, year, limit)


def _results(fakta: Fakta, year: int) -> list[NilaiTabel]:
    values = (v for v in fakta.nilai if v.besaran is Peran.REALISASI and v.tahun == year)
    return [v for v in values if v.angka and v.angka.nilai is not None and not v.kolom.triwulan]


def _judge(value: NilaiTabel, other: Pembanding, year: int, limit: Decimal) -> Iterator[Jawaban]:
    same = [v for v in _results(other.fakta, year) if same_name(v.indikator, value.indikator, limit)]
    if not same or value.angka is None or value.angka.nilai is None:
        return
    numbers = [v.angka for v in same if v.angka and v.angka.nilai is not None]
    if any(same_value(value.angka, n) for n in numbers):
        yield LOLOS
        return
    yield Masalah(
        proof(value, value.tabel),
        f"realisasi {value.indikator} tahun {year} tertulis {value.sel.teks}, sedangkan pada laporan tahun itu "
        f"({other_place(other.fakta, same[0])}) {same[0].sel.teks}",
        Keyakinan.PASTI,
        terkait=tuple(proof_of_other(other.fakta, v, v.tabel) for v in same[:3]),
        tertulis=value.sel.teks,
        saran="Jelaskan perubahan angka tahun lalu (data sementara, cara hitung baru), atau samakan.",
    )


ATURAN = Aturan(
    kode="PBD-02",
    judul="Realisasi tahun lalu sama dengan laporan tahun itu",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.TINGGI,
    dasar=DASAR,
    penjelasan=(
        "Realisasi tahun sebelumnya pada laporan ini dibandingkan dengan realisasi indikator yang sama pada laporan "
        "kinerja tahun itu yang diberikan dengan --pembanding."
    ),
    bila_kosong="tidak ada laporan kinerja tahun sebelumnya yang diberikan, atau indikatornya lain",
    run=_run,
)
