"""An elected head of government carries no NIP; an acting one (Pj.) is a civil servant and may."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisPejabat, StatusJabatan
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.pejabat:
        if row.jenis is not JenisPejabat.KEPALA_DAERAH or row.status_jabatan is not StatusJabatan.DEFINITIF:
            continue
        if row.nip is None:
            yield LOLOS
        else:
            text = (
                f"{row.nama} adalah kepala daerah definitif, tetapi ber-NIP {row.nip}; apakah jenis pejabatnya benar?"
            )
            yield problem(row, "nip", text, keyakinan=Keyakinan.MUNGKIN)


CHECK = Check(
    kode="PRK-IDN-02",
    judul="Kepala daerah definitif tidak ber-NIP",
    tingkat=Tingkat.RENDAH,
    dasar="Kelaziman tata naskah dinas",
    penjelasan=(
        "Kepala daerah hasil pemilihan tidak mempunyai NIP. Penjabat (Pj.) boleh mempunyai NIP dan tidak diperiksa."
    ),
    bila_kosong="tidak ada kepala daerah definitif pada tabel pejabat",
    run=_run,
)
