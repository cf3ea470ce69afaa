"""The tax of a vehicle has not passed on the date of the report. All passed ones are one finding."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join_some, tanggal


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    if context.tanggal is None:
        return
    late = []
    for row in paket.kendaraan:
        if row.tanggal_pajak is None:
            continue
        if row.tanggal_pajak >= context.tanggal:
            yield LOLOS
        else:
            late.append(row)
    if late:
        names = join_some([f"{r.kode} ({tanggal(r.tanggal_pajak)})" for r in late if r.tanggal_pajak])
        yield problem(
            late[0],
            "tanggal_pajak",
            f"pajak {len(late)} kendaraan sudah lewat pada tanggal laporan {tanggal(context.tanggal)}: {names}; "
            "perbarui tanggalnya bila sudah dibayar",
            terkait=[(r, "tanggal_pajak") for r in late[1:]],
        )


CHECK = Check(
    kode="PRK-TGL-04",
    judul="Pajak kendaraan masih berlaku",
    tingkat=Tingkat.RENDAH,
    dasar="Kelaziman pengelolaan barang milik daerah",
    penjelasan=(
        "Pajak kendaraan yang lewat pada tanggal laporan biasanya data lama. Semua kendaraan yang lewat menjadi "
        "satu temuan."
    ),
    bila_kosong="tanggal laporan atau tanggal pajak kendaraan belum ada",
    run=_run,
)
