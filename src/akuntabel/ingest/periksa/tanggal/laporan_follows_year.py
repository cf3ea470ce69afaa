"""The report is dated after its year has ended; after February of the next year it is asked about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisInstansi
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import tanggal


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    # A government reports one month later than its agencies.
    months = 3 if any(i.jenis is JenisInstansi.PEMDA for i in paket.instansi) else 2
    for row in paket.laporan:
        day = row.tanggal
        if day.year <= row.tahun:
            text = (
                f"laporan tahun {row.tahun} bertanggal {tanggal(day)}, sebelum tahun itu berakhir; periksa tanggalnya"
            )
            yield problem(row, "tanggal", text)
        elif day >= date(row.tahun + 1, months + 1, 1):
            text = (
                f"laporan tahun {row.tahun} bertanggal {tanggal(day)}, lewat {months} bulan sesudah tahun berakhir; "
                "apakah ada perpanjangan waktu?"
            )
            yield problem(row, "tanggal", text, tingkat=Tingkat.RENDAH, keyakinan=Keyakinan.MUNGKIN)
        else:
            yield LOLOS


CHECK = Check(
    kode="PRK-TGL-03",
    judul="Tanggal laporan sesudah tahun berakhir dan tepat waktu",
    tingkat=Tingkat.SEDANG,
    dasar="Peraturan Presiden 29/2014 (laporan kinerja SKPD paling lambat dua bulan sesudah tahun anggaran berakhir)",
    penjelasan=(
        "Laporan kinerja tahunan bertanggal sesudah 31 Desember tahun laporan. Batas penyampaian: dua bulan bagi "
        "perangkat "
        "daerah dan tiga bulan bagi pemerintah daerah; lewat batas hanya ditanyakan karena dapat diperpanjang."
    ),
    bila_kosong="tabel laporan kosong",
    run=_run,
)
