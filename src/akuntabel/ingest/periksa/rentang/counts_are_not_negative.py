"""Whole numbers and amounts of money are zero or more."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.kolom import JenisKolom, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import cell_text

_COUNTS = (JenisKolom.BULAT, JenisKolom.UANG)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for name, rows in paket.tables():
        columns = [c.nama for c in columns_of(TABEL[name]) if c.jenis in _COUNTS]
        for row in rows:
            for column in columns:
                value = getattr(row, column)
                if value is None:
                    continue
                if value >= 0:
                    yield LOLOS
                else:
                    text = f"{cell_text(value)} kurang dari nol; tulis 0 atau bilangan positif"
                    yield problem(row, column, text)


CHECK = Check(
    kode="PRK-RNG-01",
    judul="Banyaknya dan uang tidak negatif",
    tingkat=Tingkat.TINGGI,
    dasar="Kewajaran nilai",
    penjelasan="Jumlah orang, barang, jawaban, nomor urut, dan rupiah tidak pernah kurang dari nol.",
    bila_kosong="tidak ada bilangan bulat atau rupiah",
    run=_run,
)
