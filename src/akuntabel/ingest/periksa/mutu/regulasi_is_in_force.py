"""A legal basis that is cited is in force: not marked as revoked, and not known to be."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import Tingkat
from akuntabel.ingest.periksa.check import LOLOS, Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.regulasi:
        if not row.dicabut:
            yield LOLOS
            continue
        why = f" ({row.keterangan})" if row.keterangan else ""
        yield problem(
            row,
            "dicabut",
            f"{row.jenis} Nomor {row.nomor} Tahun {row.tahun} sudah dicabut{why}, tetapi masih menjadi dasar hukum; "
            "ganti dengan peraturan penggantinya",
        )


CHECK = Check(
    kode="PRK-MTU-03",
    judul="Dasar hukum masih berlaku",
    tingkat=Tingkat.SEDANG,
    dasar="Undang-Undang 12/2011 (pembentukan peraturan perundang-undangan)",
    penjelasan="Peraturan yang ditandai sudah dicabut tidak dipakai sebagai dasar hukum.",
    bila_kosong="tabel regulasi kosong",
    run=_run,
)
