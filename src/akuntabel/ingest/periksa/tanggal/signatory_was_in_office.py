"""The official who signs the report held the office on its date."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key
from akuntabel.ingest.periksa.wording import tanggal


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    officials = by_key(paket.pejabat)
    for row in paket.laporan:
        signer = officials.get(row.penanda_tangan or "")
        if signer is None or (signer.mulai is None and signer.selesai is None):
            continue
        if signer.selesai is not None and row.tanggal > signer.selesai:
            when = f"sudah selesai menjabat pada {tanggal(signer.selesai)}"
            column = "selesai"
        elif signer.mulai is not None and row.tanggal < signer.mulai:
            when = f"baru menjabat sejak {tanggal(signer.mulai)}"
            column = "mulai"
        else:
            yield LOLOS
            continue
        yield problem(
            row,
            "penanda_tangan",
            f"{signer.nama} {when}, sedangkan laporan bertanggal {tanggal(row.tanggal)}; "
            "pilih pejabat yang menjabat pada tanggal itu",
            terkait=[(signer, column), (row, "tanggal")],
        )


CHECK = Check(
    kode="PRK-TGL-06",
    judul="Penanda tangan laporan sedang menjabat",
    tingkat=Tingkat.SEDANG,
    dasar="Kelaziman tata naskah dinas",
    penjelasan=(
        "Pejabat yang menandatangani laporan menjabat pada tanggal laporan. Perjanjian kinerja tidak diperiksa di "
        "sini, "
        "karena wajar ditandatangani pejabat sebelumnya."
    ),
    bila_kosong="penanda tangan atau masa jabatannya belum diisi",
    run=_run,
)
