"""Parts of a performance report, recognised by the words of their headings, captions and sentences."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.identitas import JenisDokumen
from akuntabel.facts.penomoran_judul import chapter_value
from akuntabel.facts.struktur import JenisJudul, Judul, PeranAlinea
from akuntabel.regulations.entri import BagianLaporan

REPORTS = (JenisDokumen.LKJ_OPD, JenisDokumen.LKJ_PEMDA)
_LONGEST = 150  # characters of an unstyled line that may be a heading


def is_report(fakta: Fakta) -> bool:
    """Whether it is a performance report with chapters that were read; one that begins in the middle is an extract."""
    chapters = [j for j in fakta.struktur.judul if j.jenis is JenisJudul.BAB]
    whole = len(chapters) > 1 and chapter_value(chapters[0].nomor.removeprefix("BAB").strip()) == 1
    return fakta.identitas.jenis in REPORTS and whole


def has_heading(fakta: Fakta, part: BagianLaporan) -> bool:
    """Whether a heading, a short item or a caption of the body names the part."""
    heads = (f"{j.nomor} {j.teks}" for j in fakta.struktur.judul)
    items = (
        f.teks
        for f in fakta.struktur.alinea
        if f.peran in (PeranAlinea.BUTIR, PeranAlinea.ISI) and len(f.teks) < _LONGEST and not f.teks.endswith(";")
    )
    captions = (c.judul for c in fakta.struktur.keterangan)
    return any(_names(text, part.kata_judul) for text in (*heads, *items, *captions))


def is_told(fakta: Fakta, part: BagianLaporan) -> bool:
    """Whether a sentence of the chapter of results tells it."""
    chapter = chapter_value(part.bab)
    return any(_names(k.teks, part.kata_isi) for k in fakta.kalimat if chapter_value(k.alinea.bab) in (chapter, 0))


def chapter_heading(fakta: Fakta, part: BagianLaporan) -> Judul | None:
    """The heading of the chapter in which the part belongs."""
    wanted = chapter_value(part.bab)
    chapters = [j for j in fakta.struktur.judul if j.jenis is JenisJudul.BAB]
    return next((j for j in chapters if chapter_value(j.nomor.removeprefix("BAB").strip()) == wanted), None)


def _names(text: str, words: Iterable[str]) -> bool:
    low = text.lower()
    return any(word in low for word in words)
