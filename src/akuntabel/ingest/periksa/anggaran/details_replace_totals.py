"""A code is budgeted either as a whole or by kind of spending or source, never both: the sum would count it twice."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import grouped

_TABLES = (("anggaran", "versi", "pagu"), ("realisasi_anggaran", "dokumen", "realisasi"))


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for table, version, column in _TABLES:
        extra = ("bulan",) if table == "realisasi_anggaran" else ()
        for key, rows in grouped(paket.rows(table), "kode", "tahun", version, *extra).items():
            whole = [
                r for r in rows if getattr(r, "jenis_belanja", None) is None and getattr(r, "sumber_dana", None) is None
            ]
            parts = [r for r in rows if r not in whole]
            if not whole or not parts:
                yield LOLOS
                continue
            text = (
                f"{column} {key[0]} tahun {key[1]} tertulis sebagai jumlah dan juga dirinci menurut jenis belanja "
                "atau sumber "
                "dana, sehingga terhitung dua kali; hapus baris jumlahnya"
            )
            yield problem(whole[0], column, text, terkait=[(r, column) for r in parts])


CHECK = Check(
    kode="PRK-AGR-06",
    judul="Jumlah dan rincian tidak dicatat bersama",
    tingkat=Tingkat.TINGGI,
    dasar="Skema paket data Akuntabel",
    penjelasan=(
        "Anggaran atau realisasi suatu kode dicatat sebagai satu jumlah, atau menurut jenis belanja dan sumber "
        "dana, tidak keduanya."
    ),
    bila_kosong="tabel anggaran dan realisasi_anggaran kosong",
    run=_run,
)
