"""Between which entries of the list of contents a table or picture must stand, by its section in the body."""

from __future__ import annotations

from akuntabel.facts.daftar_isi import Entri
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.penomoran_judul import NomorJudul
from akuntabel.facts.struktur import Keterangan, captions_of
from akuntabel.review.judul import TitleMatcher


def borders(fakta: Fakta, entry: Entri, matcher: TitleMatcher) -> tuple[Entri | None, Entri | None]:
    """The paged entry of the section or chapter in which a listed table stands, and the paged entry behind it.

    By the section of the caption in the body; by the chapter in the number of the table where that is unknown. A
    section that the body lacks borders nothing: the table may stand within it.
    """
    paged = [e for e in fakta.entri if e.daftar == "isi" and e.halaman is not None and e.halaman > 0]
    pages = [e for e in paged if e.kepala_bab or (e.nomor.count(".") == 1 and _is_there(fakta, e, matcher))]
    captions = captions_of(fakta.struktur.keterangan, "tabel" if entry.daftar == "tabel" else "gambar")
    caption = next((c for c in captions if entry.nomor and c.nomor == entry.nomor), None)
    if not caption or not entry.nomor[:1].isdigit():
        return _of_chapter(pages, entry.bab)
    heading = _section(fakta, caption, entry.bab)
    first, behind = _of_chapter(pages, entry.bab)
    inside = [e for e in pages if e.bab == entry.bab and not e.kepala_bab]
    if heading is None:
        return first, next(iter(inside), behind)
    own = next((n for n, e in enumerate(inside) if e.nomor == heading.seharusnya), None)
    if own is not None:
        return inside[own], next(iter(inside[own + 1 :]), behind)
    return first, next((e for e in inside if _after(e.nomor, heading.seharusnya)), behind)


def _is_there(fakta: Fakta, entry: Entri, matcher: TitleMatcher) -> bool:
    return any(n.seharusnya == entry.nomor and matcher.same(n.judul.teks, entry.judul) for n in fakta.nomor_judul)


def _of_chapter(pages: list[Entri], chapter: int) -> tuple[Entri | None, Entri | None]:
    """The line of a chapter, and the first line of the chapter behind it."""
    own = (e for e in pages if chapter and e.bab == chapter and e.kepala_bab)
    return next(own, None), next((e for e in pages if chapter and e.bab == chapter + 1), None)


def _section(fakta: Fakta, caption: Keterangan, chapter: int) -> NomorJudul | None:
    """The last section heading (3.1) of the chapter above a caption."""
    return next(
        (
            n
            for n in reversed(fakta.nomor_judul)
            if n.judul.blok < caption.blok and n.bab == chapter and n.seharusnya.count(".") == 1
        ),
        None,
    )


def _after(number: str, other: str) -> bool:
    parts, others = number.split("."), other.split(".")
    comparable = len(parts) == len(others) and all(p.isdecimal() for p in parts)
    return comparable and [int(p) for p in parts] > [int(p) for p in others]
