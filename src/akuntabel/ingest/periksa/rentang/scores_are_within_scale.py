"""Scores and percentages that have a fixed scale are within it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import cell_text

# Table, columns, lowest, highest, what it is.
_SCALES = (
    ("realisasi_anggaran", ("fisik",), 0, 100, "realisasi fisik dalam persen"),
    ("nilai_akip", ("nilai",), 0, 100, "nilai AKIP"),
    ("skm_responden", tuple(f"u{n}" for n in range(1, 10)), 1, 4, "skor jawaban SKM"),
    ("skm_rekap", ("nilai_tercetak",), 25, 100, "nilai konversi SKM"),
    ("skm_tahunan", ("target", "indeks"), 25, 100, "nilai konversi SKM"),
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for table, columns, low, high, what in _SCALES:
        for row in paket.rows(table):
            for column in columns:
                value = getattr(row, column)
                if value is None:
                    continue
                if low <= value <= high:
                    yield LOLOS
                else:
                    yield problem(row, column, _text(value, low, high, what))


def _text(value: Decimal | int, low: int, high: int, what: str) -> str:
    text = f"{cell_text(value)} di luar rentang {what}, yaitu {low} sampai {high}"
    converted = Decimal(value) * 25
    if low == 25 and low <= converted <= high:
        return f"{text}; bila ini rata-rata skor 1 sampai 4, kalikan 25 sehingga menjadi {cell_text(converted)}"
    return f"{text}; periksa letak koma atau digit yang berlebih"


CHECK = Check(
    kode="PRK-RNG-03",
    judul="Nilai berada dalam skalanya",
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 14/2017 (skor 1-4, nilai konversi 25-100); PermenPANRB 88/2021 (nilai 0-100)",
    penjelasan="Realisasi fisik dan nilai AKIP 0 sampai 100, skor SKM 1 sampai 4, nilai konversi SKM 25 sampai 100.",
    bila_kosong="tidak ada nilai berskala",
    run=_run,
)
