"""Between which entries of the list of contents a table or picture must stand, by its section in the body."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.daftar_isi import Entri
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.struktur import Keterangan, captions_of


def borders(fakta: Fakta, entry: Entri) -> tuple[Entri | None, Entri | None]:
    """The paged entry of the section or chapter in which a listed table stands, and the paged entry behind it.

    By the section of the caption in the body; by the chapter in the number of the table where that is unknown.
    """
    paged = [e for e in fakta.entri if e.daftar == "isi" and e.halaman is not None and e.halaman > 0]
    pages = [e for e in paged if e.nomor.count(".") <= 1]  # sections within sections tell nothing more
    captions = captions_of(fakta.struktur.keterangan, "tabel" if entry.daftar == "tabel" else "gambar")
    caption = next((c for c in captions if entry.nomor and c.nomor == entry.nomor), None)
    number = _section(fakta, caption, entry.bab) if caption and entry.nomor[:1].isdigit() else ""
    own = next((n for n, e in enumerate(pages) if number and e.nomor == number), None)
    if own is not None:
        return pages[own], next(iter(pages[own + 1 :]), None)
    if number:
        return None, next((e for e in pages if e.bab == entry.bab and _after(e.nomor, number)), None)
    inside, later = (next((e for e in pages if e.bab == bab), None) for bab in (entry.bab, entry.bab + 1))
    return (inside, later) if entry.bab else (None, None)


def _section(fakta: Fakta, caption: Keterangan, chapter: int) -> str:
    """The due number of the last section heading (3.1) of the chapter above a caption."""
    above: Iterator[str] = (
        n.seharusnya
        for n in reversed(fakta.nomor_judul)
        if n.judul.blok < caption.blok and n.bab == chapter and n.seharusnya.count(".") == 1
    )
    return next(above, "")


def _after(number: str, other: str) -> bool:
    parts, others = number.split("."), other.split(".")
    comparable = len(parts) == len(others) and all(p.isdecimal() for p in parts)
    return comparable and [int(p) for p in parts] > [int(p) for p in others]
