"""Taxes of vehicles have not lapsed by the end of the report year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if fakta.tahun is None:
        return
    end = date(fakta.tahun, 12, 31)
    dated = [(v, day) for v in fakta.kendaraan if (day := v.tanggal_pajak)]
    if 2 * sum(day > end for _, day in dated) <= len(dated):
        yield from (Lewat("kolom pajak mungkin memuat tanggal pembayaran") for _ in dated)
        return
    for vehicle, day in dated:
        if day > end:
            yield LOLOS
            continue
        plate = vehicle.polisi.teks if vehicle.polisi else vehicle.merek
        yield Masalah(
            proof(vehicle.baris, vehicle.tabel),
            f"pajak kendaraan {plate} berlaku sampai {format_tanggal(day)}, sudah lewat pada akhir tahun laporan "
            f"{fakta.tahun}"
            if day < end
            else f"pajak kendaraan {plate} berakhir {format_tanggal(day)}, sudah lewat saat laporan disusun",
            Keyakinan.PASTI,
            tertulis=format_tanggal(day),
            saran="Perbarui datanya, atau lunasi pajaknya.",
        )


ATURAN = Aturan(
    kode="WKT-08",
    judul="Pajak kendaraan belum lewat pada akhir tahun laporan",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan tanggal dengan tahun laporan",
    penjelasan=(
        "Tanggal pada kolom pajak kendaraan berada sesudah akhir tahun laporan. Bila sebagian besar tanggalnya sudah "
        "lewat, kolom itu mungkin memuat tanggal pembayaran, dan dilewati."
    ),
    bila_kosong="tidak ada tabel kendaraan dengan tanggal pajak",
    run=_run,
)
