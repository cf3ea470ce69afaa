"""The report names who signs it, with rank and NIP where the office carries them."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisPejabat, StatusPegawai
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key
from akuntabel.ingest.periksa.wording import join

_LABELS = {"nip": "NIP", "pangkat": "pangkat"}


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    officials = by_key(paket.pejabat)
    for row in paket.laporan:
        if row.penanda_tangan is None:
            example = next((p.kode for p in paket.pejabat if p.jenis is JenisPejabat.KEPALA_INSTANSI), "KADIS")
            yield problem(row, "penanda_tangan", f"belum diisi; tulis kode pejabat penanda tangan, misalnya {example}")
            continue
        signer = officials.get(row.penanda_tangan)
        if signer is None or signer.jenis is JenisPejabat.KEPALA_DAERAH:
            continue
        needed = ("nip",) if signer.status_pegawai is StatusPegawai.PPPK else ("nip", "pangkat")
        absent = [name for name in needed if getattr(signer, name) is None]
        if not absent:
            yield LOLOS
        else:
            text = (
                f"{join([_LABELS[c] for c in absent])} {signer.nama} belum diisi, padahal pejabat ini "
                "menandatangani laporan; lengkapi"
            )
            yield problem(signer, absent[0], text)


CHECK = Check(
    kode="PRK-KLK-04",
    judul="Penanda tangan laporan lengkap",
    tingkat=Tingkat.SEDANG,
    dasar="Peraturan ANRI 5/2021 (tata naskah dinas)",
    penjelasan="Laporan menyebut pejabat penanda tangan, beserta pangkat dan NIP-nya. Kepala daerah tidak ber-NIP.",
    bila_kosong="tabel laporan atau pejabat penanda tangan belum ada",
    run=_run,
)
