"""Sentences are not cut off, and two sentences are not stuck together."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.keutuhan import Putus, TeksPutus
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_SAY = {
    Putus.AKHIR: "alinea berakhir dengan kata '{kata}', padahal kalimatnya belum selesai",
    Putus.TANPA_TITIK: "alinea berakhir tanpa titik: '... {kata}'; kalimatnya mungkin terpotong",
    Putus.TANPA_ISI: "kalimat '{kata}' berhenti sebelum menyebut isinya",
    Putus.MENEMPEL: "dua kalimat menempel tanpa titik: '{kata}'",
    Putus.KETERANGAN: "kalimat '{kata}' hanya berisi keterangan, tanpa pokok kalimat",
    Putus.EKOR: "'{kata}' ialah ekor kalimat lain, sesudah titik",
}
_NEAR = 2  # paragraphs between a cut sentence and its stray tail
_SURE = (Putus.AKHIR, Putus.MENEMPEL)
_AT_END = (Putus.AKHIR, Putus.TANPA_TITIK)
_LINE = 160  # letters of a line of a page; a longer line is a whole paragraph


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    broken = {b.alinea.blok for b in fakta.putus}
    told = [f for f in fakta.struktur.alinea if f.peran is PeranAlinea.ISI]
    yield from (LOLOS for f in told if f.blok not in broken)
    lines_known = fakta.naskah.format is not FormatNaskah.PDF and not fakta.naskah.alinea_dugaan
    begun = {f.tempat.baris for f in fakta.struktur.alinea} if fakta.naskah.format is FormatNaskah.TEKS else set()
    for text in fakta.putus:
        if text.jenis in _AT_END and _may_go_on(text.alinea, begun):
            yield Lewat("baris teks ini mungkin berlanjut pada baris berikutnya")
        elif lines_known or text.jenis is not Putus.TANPA_TITIK:
            yield _masalah(text, _unfinished(fakta, text), lines_known)


def _may_go_on(fact: AlineaFakta, begun: set[int]) -> bool:
    """Whether a short line of a text stands right above another one, with no blank line between."""
    return len(fact.teks) <= _LINE and fact.tempat.baris + 1 in begun


def _unfinished(fakta: Fakta, text: TeksPutus) -> TeksPutus | None:
    """The paragraph shortly before a stray tail that lacks its end."""
    if text.jenis is not Putus.EKOR:
        return None
    before = (b for b in fakta.putus if 0 < text.alinea.blok - b.alinea.blok <= _NEAR)
    return next((b for b in before if b.jenis in (Putus.AKHIR, Putus.TANPA_TITIK)), None)


def _masalah(text: TeksPutus, other: TeksPutus | None, lines_known: bool) -> Masalah:
    """In a PDF and in a text cut into lines, paragraphs are a guess of the reader, so nothing there is certain."""
    hint = f"; mungkin milik alinea pada baris {other.alinea.tempat.baris}" if other else ""
    sure = lines_known and text.jenis in _SURE
    words = text.kata if len(text.kata) < 120 else f"{text.kata[:117]}..."
    return Masalah(
        proof(text.alinea),
        _SAY[text.jenis].format(kata=words) + hint,
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        terkait=(proof(other.alinea),) if other else (),
        tertulis=words,
        saran="Lengkapi kalimatnya, atau pulihkan bagian yang hilang.",
    )


ATURAN = Aturan(
    kode="STR-18",
    judul="Kalimat tidak terputus",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Pembacaan susunan kalimat",
    penjelasan=(
        "Disebut bila alinea berakhir dengan kata sambung atau kata depan, bila kalimat menyebut 'tujuan yang ingin "
        "dicapai' lalu berhenti, bila dua kalimat menempel tanpa titik, atau bila ekor sebuah kalimat tertinggal. "
        "Alinea yang berlanjut pada baris berikutnya, daftar, rumus, dan gambar dilewati."
    ),
    bila_kosong="tidak ada alinea",
    run=_run,
)
