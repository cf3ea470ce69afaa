"""A realised value agrees with its numerator and denominator, at the precision at which it is written."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import round_half_up
from akuntabel.domain.kinerja import Realisasi
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import angka

_FACTORS = (Decimal(1), Decimal(100), Decimal(1000), Decimal(10000), Decimal(100000))


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.realisasi:
        if row.penyebut is not None and row.penyebut == 0:
            text = f"penyebut {row.indikator} tahun {row.tahun} nol, sehingga tidak dapat dibagi; isi penyebutnya"
            yield problem(row, "penyebut", text, tingkat=Tingkat.TINGGI)
        elif (row.pembilang is None) != (row.penyebut is None):
            absent = "pembilang" if row.pembilang is None else "penyebut"
            text = f"{absent} {row.indikator} tahun {row.tahun} kosong, sedangkan pasangannya terisi; isi keduanya"
            yield problem(row, absent, text)
        elif row.pembilang is not None and row.penyebut is not None and isinstance(row.nilai, Decimal):
            yield _judge(row, row.nilai, row.pembilang, row.penyebut)


def _judge(row: Realisasi, value: Decimal, top: Decimal, bottom: Decimal) -> Jawaban:
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    readings = [round_half_up(top / bottom * factor, places) for factor in _FACTORS]
    if value in readings:
        return LOLOS
    nearest = min(readings, key=lambda r: abs(r - value))
    return problem(
        row,
        "nilai",
        f"nilai {row.indikator} tahun {row.tahun} tertulis {angka(value)}, sedangkan pembilang dibagi penyebut memberi "
        f"{angka(nearest)}; manakah yang benar? Kosongkan nilai bila ia dihitung dari pembilang dan penyebut",
        keyakinan=Keyakinan.MUNGKIN,
        hitungan=f"{angka(top)} / {angka(bottom)} = {angka(nearest)}",
        terkait=[(row, "pembilang"), (row, "penyebut")],
    )


CHECK = Check(
    kode="PRK-NIL-04",
    judul="Nilai sesuai dengan pembilang dan penyebutnya",
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Bila nilai, pembilang, dan penyebut sama-sama diisi, nilainya harus sama dengan hasil baginya (kali 1, "
        "100, 1.000, "
        "10.000, atau 100.000) pada ketelitian tertulis. Penyebut tidak boleh nol, dan keduanya diisi bersama."
    ),
    bila_kosong="tidak ada pembilang dan penyebut",
    run=_run,
)
