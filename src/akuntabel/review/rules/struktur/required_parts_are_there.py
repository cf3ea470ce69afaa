"""The parts that the regulation asks for stand in the report."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.regulations.entri import BagianLaporan
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bagian import chapter_heading, has_heading, is_report, is_told
from akuntabel.review.bukti import proof

_ANALYSIS = "analisis_"  # those have a rule of their own
_APPENDIX = "lampiran"


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if not is_report(fakta):
        return
    for part in konteks.regulations.bagian_laporan:
        if part.wajib and not part.kode.startswith(_ANALYSIS):
            yield _judge(fakta, part)


def _judge(fakta: Fakta, part: BagianLaporan) -> Jawaban:
    if has_heading(fakta, part) or (part.kata_isi and is_told(fakta, part)):
        return LOLOS
    if fakta.naskah.halaman_gambar:
        return Lewat("ada halaman yang berupa gambar")
    heading = chapter_heading(fakta, part)
    last = fakta.struktur.alinea[-1]
    listed = [e.asal for e in fakta.entri if e.daftar == "isi"] if part.bab == _APPENDIX else []
    what = f"lampiran '{part.nama}' tidak ditemukan sesudah penutup"
    missing = what if part.bab == _APPENDIX else f"bagian '{part.nama}' tidak ditemukan pada Bab {part.bab}"
    ends = f"; daftar isi berakhir pada '{listed[-1].teks} {listed[-1].halaman}'" if listed else ""
    return Masalah(
        proof(heading or last),
        f"{missing}{ends}",
        Keyakinan.PASTI if _is_whole(fakta, part) else Keyakinan.MUNGKIN,
        Tingkat.SEDANG if part.bab == _APPENDIX else None,
        terkait=(proof(listed[-1]),) if listed else (),
        seharusnya=part.nama,
        saran="Lengkapi bagian ini, atau nyatakan di mana ia dimuat.",
    )


def _is_whole(fakta: Fakta, part: BagianLaporan) -> bool:
    """Whether what is not found is surely not there: a PDF hides text, and plain text has lost scanned annexes."""
    form = fakta.naskah.format
    return form is FormatNaskah.DOCX or (form is FormatNaskah.TEKS and part.bab != _APPENDIX)


ATURAN = Aturan(
    kode="STR-02",
    judul="Bagian yang diminta ada",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 53/2014, Lampiran II (belum diperiksa pada naskah asli)",
    penjelasan=(
        "Laporan kinerja memuat gambaran organisasi, aspek strategis dan permasalahan, ringkasan perjanjian kinerja, "
        "realisasi anggaran, penutup, dan lampiran perjanjian kinerja. Bagian dikenali dari kata pada judul, "
        "keterangan tabel, atau kalimatnya. Bila ada halaman berupa gambar, bagian tidak disebut hilang. Pada PDF, dan "
        "pada teks untuk lampiran yang mungkin berupa pindaian, hanya mungkin."
    ),
    bila_kosong="dokumen ini bukan laporan kinerja yang babnya terbaca",
    run=_run,
)
