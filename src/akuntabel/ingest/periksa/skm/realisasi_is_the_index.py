"""A realisasi that was typed for an indicator that is the index of the survey equals the index, as it is printed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.bahasa.tanggal import romawi
from akuntabel.calculation.skm import DESIMAL
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Realisasi
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Periode, SumberNilai
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import survey_index


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    index = survey_index(paket, context.regulations)
    for ind in paket.indikator:
        if ind.sumber_nilai is SumberNilai.IKM:
            for row in paket.realisasi:
                if row.indikator == ind.kode and row.dipakai and isinstance(row.nilai, Decimal):
                    found = index.get((row.tahun, row.periode))
                    yield Lewat("indeks survei periode itu belum ada") if found is None else _judge(ind, row, found)


def _judge(ind: Indikator, row: Realisasi, index: Decimal) -> Jawaban:
    places = DESIMAL if ind.desimal is None else ind.desimal
    assert isinstance(row.nilai, Decimal)
    typed, right = round_half_up(row.nilai, places), round_half_up(index, places)
    if typed == right:
        return LOLOS
    part = "tahun" if row.periode is Periode.TAHUN else f"triwulan {romawi(int(row.periode.value[-1]))}"
    text = (
        f"realisasi {ind.nama} {part} {row.tahun} tertulis {format_number(typed, places)}, sedangkan indeks surveinya "
        f"{format_number(right, places)}; laporan memakai indeks survei. Kosongkan realisasi itu, atau kosongkan "
        "sumber_nilai indikatornya"
    )
    return problem(row, "nilai", text, seharusnya=format_number(right, places), terkait=[(ind, "sumber_nilai")])


CHECK = Check(
    kode="PRK-SKM-09",
    judul="Realisasi yang diketik sama dengan indeks surveinya",
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Realisasi indikator yang sumber nilainya indeks survei (sumber_nilai = ikm) tidak perlu diketik. Bila tetap "
        "diketik, nilainya dibandingkan dengan indeks tahun atau triwulan yang sama pada banyak desimal yang dicetak."
    ),
    bila_kosong="tidak ada realisasi yang diketik untuk indikator yang nilainya indeks survei",
    run=_run,
)
