"""Values that are still provisional are named once per table: while they are there, the report says DRAF."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import StatusNilai
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for name, rows in paket.tables():
        if not rows or not hasattr(rows[0], "status") or not any(isinstance(_status(r), StatusNilai) for r in rows):
            continue
        weak = [r for r in rows if _status(r) is StatusNilai.SEMENTARA]
        if not weak:
            yield LOLOS
            continue
        yield problem(
            weak[0],
            "status",
            f"{len(weak)} dari {len(rows)} baris tabel {name} masih berstatus sementara; pastikan nilainya, lalu ubah "
            "statusnya menjadi tetap",
            terkait=[(r, "status") for r in weak[1:]],
        )


def _status(row: object) -> object:
    return getattr(row, "status", None)


CHECK = Check(
    kode="PRK-KLK-08",
    judul="Nilai sementara diketahui",
    tingkat=Tingkat.RENDAH,
    dasar="Skema paket data Akuntabel",
    penjelasan="Nilai berstatus sementara disebut satu kali per tabel. Selama ada, laporan bertanda DRAF.",
    bila_kosong="tidak ada status nilai yang diisi",
    run=_run,
)
