"""Every code that names a row of another table names a row that exists. Blank codes are not checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from akuntabel.domain.kolom import Baris, Kolom, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.findings import Tingkat
from akuntabel.ingest.periksa.check import LOLOS, Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    keys = {name: [r.kunci for r in rows] for name, rows in paket.tables()}
    for name, rows in paket.tables():
        columns = [c for c in columns_of(TABEL[name]) if c.acuan]
        for column in columns:
            known = dict.fromkeys(key for table in column.acuan.split("|") for key in keys[table])
            for row in rows:
                if getattr(row, column.nama) is not None:
                    yield _judge(row, column, known)


def _judge(row: Baris, column: Kolom, known: Mapping[str, None]) -> Jawaban:
    code = str(getattr(row, column.nama))
    if code in known:
        return LOLOS
    where = "tabel " + join(column.acuan.split("|"), "atau")
    if not known:
        return problem(
            row, column.nama, f"kode '{code}' tidak ditemukan karena {where} masih kosong; isi {where} dahulu"
        )
    close = get_close_matches(code, known, n=1, cutoff=0.6)
    example = close[0] if close else next(iter(known))
    return problem(
        row,
        column.nama,
        f"kode '{code}' tidak ada pada {where}; tulis kode yang ada, misalnya {example}",
        dugaan_penyebab="salah ketik" if close else None,
    )


CHECK = Check(
    kode="PRK-ACU-01",
    judul="Kode acuan menunjuk baris yang ada",
    tingkat=Tingkat.TINGGI,
    dasar="Skema paket data Akuntabel",
    penjelasan="Setiap kolom yang merujuk tabel lain harus berisi kode yang ada pada tabel itu. Kolom kosong dilewati.",
    bila_kosong="tidak ada kolom acuan yang terisi",
    run=_run,
)
