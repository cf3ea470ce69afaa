"""Every sasaran and tujuan of a plan in force has an indicator."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.rencana import Sasaran, Tujuan
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import active_sasaran, by_key, valid_in
from akuntabel.ingest.periksa.wording import short


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    tahun = context.tahun
    if tahun is None:
        return
    measured = {i.induk for i in paket.indikator if valid_in(i, tahun)}
    plans = {d.kode for d in paket.dokumen_rencana if d.tahun_awal <= tahun <= d.tahun_akhir}
    sasaran = by_key(paket.sasaran)
    goals = [t for t in paket.tujuan if t.dokumen in plans]
    rows: list[Tujuan | Sasaran] = [*(sasaran[kode] for kode in active_sasaran(paket, tahun)), *goals]
    for row in rows:
        if row.kunci in measured:
            yield LOLOS
        else:
            text = (
                f"{row.TABEL} {row.kunci} '{short(row.teks)}' belum mempunyai indikator; tambahkan pada tabel indikator"
            )
            level = Tingkat.SEDANG if row.TABEL == "tujuan" else None
            yield problem(row, "kode", text, tertulis=None, tingkat=level)


CHECK = Check(
    kode="PRK-KLK-06",
    judul="Setiap tujuan dan sasaran mempunyai indikator",
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 88/2021, kriteria perencanaan kinerja",
    penjelasan=(
        "Tujuan dan sasaran dokumen rencana yang berlaku pada tahun laporan mempunyai sedikitnya satu indikator."
    ),
    bila_kosong="tahun laporan atau sasaran rencana yang berlaku belum ada",
    run=_run,
)
