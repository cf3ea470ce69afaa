"""The analyses of results that the regulation asks for stand in the chapter of accountability."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.tabel import Tabel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.regulations.entri import BagianLaporan
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bagian import chapter_heading, has_heading, is_report, is_told
from akuntabel.review.bukti import proof

_ANALYSIS = "analisis_"
_TARGET, _LAST_YEAR, _MEDIUM_TERM = "analisis_target", "analisis_tahun_lalu", "analisis_jangka_menengah"
_END = re.compile(r"\btarget\b.*\b(?:akhir|renstra|rpjmd|jangka menengah)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if not is_report(fakta):
        return
    for part in konteks.regulations.bagian_laporan:
        if part.wajib and part.kode.startswith(_ANALYSIS):
            yield _judge(fakta, part)


def _judge(fakta: Fakta, part: BagianLaporan) -> Jawaban:
    if has_heading(fakta, part) or is_told(fakta, part) or _in_table(fakta, part):
        return LOLOS
    heading = chapter_heading(fakta, part)
    if fakta.naskah.halaman_gambar:
        return Lewat("ada halaman yang berupa gambar")
    if heading is None:
        return Lewat(f"Bab {part.bab} tidak terbaca")
    listed = [e.asal for e in fakta.entri if any(w in e.judul.lower() for w in part.kata_judul)]
    note = f" {part.catatan}" if part.catatan else ""
    return Masalah(
        proof(heading),
        f"analisis '{part.nama}' tidak ditemukan pada {heading.nomor}.{note}",
        Keyakinan.MUNGKIN,
        terkait=tuple(map(proof, listed[:2])),
        seharusnya=part.nama,
    )


def _in_table(fakta: Fakta, part: BagianLaporan) -> bool:
    """A table or sentence with target and realisasi, or a table with realisasi of two years, is that comparison."""
    if part.kode == _TARGET and any("target" in k.kecil and "realisasi" in k.kecil for k in fakta.kalimat):
        return True
    if part.kode == _TARGET:
        return any(t.of(Peran.TARGET) and t.of(Peran.REALISASI, Peran.CAPAIAN) for t in fakta.tabel)
    if part.kode == _LAST_YEAR:
        return any(len({k.tahun for k in t.of(Peran.REALISASI, Peran.CAPAIAN) if k.tahun}) > 1 for t in fakta.tabel)
    if part.kode == _MEDIUM_TERM:
        return any(_sets_end_beside(t) for t in fakta.tabel)
    return False


def _sets_end_beside(table: Tabel) -> bool:
    """Realisasi beside the target of the plan's end."""
    ends = [k for k in table.kolom if _END.search(k.teks)]
    return bool(ends) and bool(table.of(Peran.REALISASI))


ATURAN = Aturan(
    kode="STR-03",
    judul="Analisis capaian yang diminta ada",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, Lampiran II",
    penjelasan=(
        "Bab akuntabilitas kinerja membandingkan target dengan realisasi, dengan tahun lalu, dengan target jangka "
        "menengah, dan dengan standar nasional; lalu menganalisis penyebab, efisiensi sumber daya, dan program yang "
        "menunjang. Dikenali dari kata pada judul dan kalimat serta kolom tabel, sehingga selalu 'mungkin'."
    ),
    bila_kosong="dokumen ini bukan laporan kinerja yang babnya terbaca",
    run=_run,
)
