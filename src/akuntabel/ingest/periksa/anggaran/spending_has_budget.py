"""What was spent has a budget in that year."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import rupiah


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    known = {k.kode for table in (paket.program, paket.kegiatan, paket.subkegiatan) for k in table}
    for row in paket.realisasi_anggaran:
        if not row.dipakai or not row.realisasi or row.kode not in known:
            continue
        if context.budget.latest(row.kode, row.tahun) is not None:
            yield LOLOS
        else:
            text = (
                f"realisasi {row.kode} tahun {row.tahun} {rupiah(row.realisasi)} tidak mempunyai pagu; "
                "isi tabel anggaran untuk kode dan tahun itu"
            )
            yield problem(row, "kode", text)


CHECK = Check(
    kode="PRK-AGR-04",
    judul="Setiap realisasi mempunyai pagu",
    tingkat=Tingkat.SEDANG,
    dasar="Peraturan Pemerintah 12/2019",
    penjelasan="Realisasi lebih dari nol memerlukan pagu pada kode itu atau rinciannya pada tahun yang sama.",
    bila_kosong="tidak ada realisasi anggaran yang dipakai",
    run=_run,
)
