"""Lists of contents, tables and pictures: which lines are their entries, with and without page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.bahasa.tanda_butir import contents_line
from akuntabel.doctree.naskah import Alinea, BlokNaskah, GambarNaskah, Naskah, TabelNaskah, Tempat
from akuntabel.doctree.penomoran_baris import is_body
from akuntabel.facts.pola import APPENDIX, CAPTION, CHAPTER, FRONT, NUMBERED, clean

_LIST_HEAD = re.compile(
    r"DAFTAR\s+(ISI|TABEL|GAMBAR|GRAFIK|LAMPIRAN|DIAGRAM|BAGAN|SINGKATAN|PUSTAKA)[\s:.]?", re.IGNORECASE
)
_ENTRY = re.compile(
    r"(?P<teks>.+?)(?:\s*[.…·_]{3,}\s*|\t+\s*|\s{3,})(?P<hal>[ivxlc]+|\d{1,3}|[A-Z]-\d+)?\s*", re.DOTALL
)
_LEADER_MARKS = " .…"
_TWO_ENTRIES = re.compile(
    r"(?:\.\s?\.|…)[.…\s]*(?P<hal>[ivxlc]+|\d{1,3})\s+(?=(?:Tabel|Gambar|Grafik|Diagram|Bagan|BAB|Lampiran|\d+\.\d)\b)"
)
_PAGE = re.compile(r"[ivxlc]{1,6}|\d{1,3}|[A-Z]-\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EntriDaftar:
    """A line of a list: `daftar` is isi, tabel, gambar, grafik or lampiran; `halaman` as printed, empty when none."""

    daftar: str
    teks: str
    halaman: str
    tempat: Tempat
    blok: int


def listed(naskah: Naskah) -> Iterator[tuple[int, str]]:
    """Blocks that are entries of a list, with its kind. A list ends where text begins and no entry follows soon."""
    kind: str | None = None
    seen: set[str] = set()
    paged = False
    for index, block in enumerate(naskah.blok):
        head = _LIST_HEAD.fullmatch(clean(block.teks)) if isinstance(block, Alinea) else None
        if head and kind == "isi" and not _opens_list(naskah.blok, index, head[1].lower()):
            yield index, kind  # a list that the contents name
        elif head:
            kind, seen, paged = head[1].lower(), set(), False
            kind = None if kind in ("singkatan", "pustaka") else kind
        elif isinstance(block, Alinea) and block.gaya.startswith(("toc ", "table of figures", "daftar isi")):
            yield index, kind or "isi"
        elif kind and (_is_entry(block, kind) or (is_body(block) and _goes_on(naskah.blok, index, kind))):
            paged = paged or kind != "isi" or not isinstance(block, Alinea) or bool(_has_page(block))
            seen |= _names(block)
            yield index, kind
        elif kind is None and _has_leaders(block) and _beside_leaders(naskah.blok, index):
            yield index, "isi"  # a list whose own name stands elsewhere
        elif kind == "isi" and not paged and _is_new_heading(block, seen):
            seen |= _names(block)
            yield index, kind
        elif not isinstance(block, GambarNaskah) and is_body(block):
            kind = None


def _has_leaders(block: BlokNaskah) -> bool:
    """Whether a line is a title, a row of dots and a page."""
    found = contents_line(clean(block.teks)) if isinstance(block, Alinea) and is_body(block) else None
    return bool(found and found[1]) and CAPTION.match(clean(block.teks)) is None if isinstance(block, Alinea) else False


def _beside_leaders(blocks: tuple[BlokNaskah, ...], index: int) -> bool:
    return any(_has_leaders(b) for b in (*blocks[max(0, index - 1) : index], *blocks[index + 1 : index + 2]))


def _without_leaders(text: str) -> str:
    """A line without the row of dots at its end; one full stop is none."""
    body = clean(text)
    return body.rstrip(_LEADER_MARKS) if body.endswith(("..", ". .", "…")) else body


def _opens_list(blocks: tuple[BlokNaskah, ...], index: int, kind: str) -> bool:
    """Whether the name of a list stands above its entries: the next block of the body is one."""
    if kind == "isi":
        return False
    behind = next((b for b in blocks[index + 1 :] if is_body(b)), None)
    return behind is not None and (kind not in ("tabel", "gambar", "grafik") or _is_entry(behind, kind))


def _has_page(block: Alinea) -> bool:
    match = _ENTRY.fullmatch(block.teks)
    return bool(match and match["hal"]) or bool(_PAGE.fullmatch(clean(block.teks).rpartition(" ")[2]))


def _names(block: BlokNaskah) -> set[str]:
    """What an entry stands for: its text, and its number alone for a chapter."""
    if not isinstance(block, Alinea):
        return set()
    text = _without_leaders(block.teks).lower()
    chapter = CHAPTER.match(text.upper())
    return {text, *((f"bab {chapter[1]}".lower(),) if chapter else ())}


def _is_new_heading(block: BlokNaskah, seen: set[str]) -> bool:
    """A line of a list of contents without pages: the form of a heading, and not one that the list had before."""
    if not isinstance(block, Alinea) or not is_body(block) or _names(block) & seen:
        return False
    text = clean(block.teks)
    formed = CHAPTER.fullmatch(text) or NUMBERED.fullmatch(text) or FRONT.fullmatch(text) or APPENDIX.fullmatch(text)
    return len(text) < 220 and bool(formed) and not text.endswith((";", ":"))


_LOOK_AHEAD = 3  # lines that an entry may take


def _goes_on(blocks: tuple[BlokNaskah, ...], index: int, kind: str) -> bool:
    """A line without page that the next lines end: with the page, or with another entry in a list without pages."""
    block = blocks[index]
    if not isinstance(block, Alinea) or len(block.teks) > 220:
        return False
    if kind != "isi" and (CHAPTER.fullmatch(clean(block.teks)) or FRONT.fullmatch(clean(block.teks))):
        return False
    following = (b for b in blocks[index + 1 :] if is_body(b))
    for _, follower in zip(range(_LOOK_AHEAD), following, strict=False):
        if not isinstance(follower, Alinea) or _LIST_HEAD.fullmatch(clean(follower.teks)):
            return False
        match = _ENTRY.fullmatch(follower.teks)
        if (match and match["hal"]) or (kind != "isi" and _is_entry(follower, kind)):
            return True
    return False


def _is_entry(block: BlokNaskah, kind: str) -> bool:
    if isinstance(block, TabelNaskah):
        width = block.banyak_kolom
        return width <= 4 and (kind == "isi" or any(CAPTION.match(r.sel[0].teks) for r in block.baris if r.sel))
    return isinstance(block, Alinea) and is_body(block) and _is_entry_text(block.teks, kind)


def _is_entry_text(raw: str, kind: str) -> bool:
    text = _without_leaders(raw)
    if _TWO_ENTRIES.search(text) or (_ENTRY.fullmatch(raw) and len(text) < 300):
        return True
    if text.endswith((".", ";")):
        return False
    if kind == "isi":
        return len(text) <= 220 and _ends_with_page(text)
    return len(text) < 400 and bool(CAPTION.match(text))


def _ends_with_page(text: str) -> bool:
    """Whether the last word is a page; of a chapter only behind its title, since "BAB I" is itself a heading."""
    head, _, tail = text.rpartition(" ")
    chapter = CHAPTER.fullmatch(head)
    return bool(_PAGE.fullmatch(tail)) and (
        tail.isdecimal() and bool(chapter[2]) if chapter else not CHAPTER.match(text)
    )


def entries_of(block: BlokNaskah, index: int, kind: str) -> Iterator[EntriDaftar]:
    """The entries that a block of a list holds; a table has one in each row, a line may hold two."""
    if isinstance(block, TabelNaskah):
        for row in block.baris:
            cells = [clean(c.teks) for c in row.sel if c.teks.strip()]
            if not cells:
                continue
            page = cells[-1] if len(cells) > 1 and _PAGE.fullmatch(cells[-1]) else ""
            text = " ".join(cells[:-1] if page else cells)
            yield EntriDaftar(kind, text, page, row.tempat, index)
    elif isinstance(block, Alinea):
        rest = block.teks
        while two := _TWO_ENTRIES.search(rest):  # entries that a reader took for one line
            yield EntriDaftar(kind, clean(rest[: two.start()]), two["hal"], block.tempat, index)
            rest = rest[two.end() :]
        match = _ENTRY.fullmatch(rest)
        bare = _split_page(clean(rest)) if kind == "isi" else (clean(rest), "")  # "Kendaraan Roda 4" has no page
        text, page = (clean(match["teks"]), match["hal"] or "") if match else bare
        yield EntriDaftar(kind, text.rstrip(" .…"), page, block.tempat, index)


def _split_page(text: str) -> tuple[str, str]:
    head, _, tail = text.rpartition(" ")
    return (head, tail) if head and _PAGE.fullmatch(tail) else (text, "")
