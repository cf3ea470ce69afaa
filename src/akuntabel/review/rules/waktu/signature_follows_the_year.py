"""The report is signed after the end of its year; the agreement in its year or just before."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.tanda_tangan import TandaTangan, read_month
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_LATEST = 1  # years after the report year in which a report is still signed


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if fakta.tahun is None:
        return
    for block in fakta.tanda_tangan:
        moment = (block.tanggal.year, block.tanggal.month) if block.tanggal else read_month(block.tanggal_teks)
        if moment is None or block.baris_tanggal is None:
            yield Lewat("tanggal tidak lengkap")
        elif _is_agreement(block):
            yield _agreement(block, moment, fakta.tahun)
        else:
            yield _report(block, moment, fakta.tahun)


def _is_agreement(block: TandaTangan) -> bool:
    where = " ".join(block.baris_jabatan.bagian).lower()
    return "perjanjian" in where or block.baris_jabatan.bab == "lampiran" or "pihak" in block.jabatan.lower()


def _report(block: TandaTangan, moment: tuple[int, int], report: int) -> Jawaban:
    if moment[0] <= report and moment != (report, 12):
        text, sure = f"laporan tahun {report} ditandatangani {block.tanggal_teks}, sebelum tahunnya berakhir", True
    elif moment[0] > report + _LATEST:
        text, sure = f"laporan tahun {report} ditandatangani {block.tanggal_teks}, lebih dari setahun kemudian", False
    else:
        return LOLOS
    return _masalah(block, text, sure)


def _agreement(block: TandaTangan, moment: tuple[int, int], report: int) -> Jawaban:
    if moment[0] == report or moment == (report - 1, 12):
        return LOLOS
    return _masalah(block, f"perjanjian kinerja bertanggal {block.tanggal_teks}, di luar tahun laporan {report}", False)


def _masalah(block: TandaTangan, text: str, sure: bool) -> Masalah:
    line = block.baris_tanggal or block.baris_jabatan
    return Masalah(
        proof(line),
        text,
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        terkait=(proof(block.baris_nama),),
        tertulis=block.tanggal_teks,
    )


ATURAN = Aturan(
    kode="WKT-05",
    judul="Laporan ditandatangani sesudah tahunnya berakhir",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan tanggal dengan tahun laporan",
    penjelasan=(
        "Tanggal tanda tangan laporan berada sesudah tahun laporan berakhir dan tidak lebih dari tahun berikutnya. "
        "Tanggal perjanjian kinerja berada di dalam tahun laporan atau Desember tahun sebelumnya."
    ),
    bila_kosong="tidak ada tanda tangan bertanggal, atau tahun laporan tidak dikenali",
    run=_run,
)
