"""The properties of one paragraph and of one cell, each read in one pass over its children."""

from __future__ import annotations

from dataclasses import dataclass

from akuntabel.readers.docx.nama import R_PR, VAL, Element, W, is_on, whole

_STYLE, _NUMBER, _OUTLINE = (f"{W}{name}" for name in ("pStyle", "numPr", "outlineLvl"))
_TABS, _FRAME = f"{W}tabs", f"{W}framePr"
_NUM_ID, _ILVL, _HIDDEN = (f"{W}{name}" for name in ("numId", "ilvl", "vanish"))
_GONE = frozenset((f"{W}del", f"{W}moveFrom"))
_LEADERS = frozenset(("dot", "hyphen", "underscore", "heavy", "middleDot"))
_SPAN, _DOWN, _ACROSS, _DELETED = (f"{W}{name}" for name in ("gridSpan", "vMerge", "hMerge", "cellDel"))
NEXT = "continue"


@dataclass(slots=True)
class SifatAlinea:
    """What a paragraph says itself; None where it says nothing.

    `lanjut`: its end was deleted, or it is a large first letter in a frame of its own: the next one continues it.
    `bertitik`: it has a tab stop with dots.
    """

    gaya: str | None = None
    garis_besar: str | None = None
    nomor: str | None = None
    tingkat: int | None = None
    sembunyi: bool | None = None
    lanjut: bool = False
    bertitik: bool = False


def paragraph_properties(element: Element | None) -> SifatAlinea:
    """Read a w:pPr."""
    found = SifatAlinea()
    for child in () if element is None else element:
        tag = child.tag
        if tag == _STYLE:
            found.gaya = child.get(VAL)
        elif tag == _NUMBER:
            _number(child, found)
        elif tag == _OUTLINE:
            found.garis_besar = child.get(VAL, "")
        elif tag == R_PR:
            _mark(child, found)
        elif tag == _TABS:
            found.bertitik = any(stop.get(f"{W}leader") in _LEADERS for stop in child)
        elif tag == _FRAME:
            found.lanjut = found.lanjut or child.get(f"{W}dropCap", "none") != "none"
    return found


def _number(element: Element, found: SifatAlinea) -> None:
    for child in element:
        if child.tag == _NUM_ID:
            found.nomor = child.get(VAL, "")
        elif child.tag == _ILVL:
            found.tingkat = whole(child.get(VAL))


def _mark(element: Element, found: SifatAlinea) -> None:
    """How the mark at the end of the paragraph looks."""
    for child in element:
        if child.tag in _GONE:
            found.lanjut = True
        elif child.tag == _HIDDEN:
            found.sembunyi = is_on(child)


@dataclass(slots=True)
class SifatSel:
    """Columns that a cell takes, and whether it begins ("restart") or continues a merge downward or to the right."""

    lebar: int = 1
    bawah: str | None = None
    kanan: str | None = None
    dihapus: bool = False


def cell_properties(element: Element | None) -> SifatSel:
    """Read a w:tcPr. A merge without value continues; an absurd span is refused by the limit of columns."""
    found = SifatSel()
    for child in () if element is None else element:
        tag = child.tag
        if tag == _SPAN:
            found.lebar = max(whole(child.get(VAL), 1), 1)
        elif tag == _DOWN:
            found.bawah = child.get(VAL) or NEXT
        elif tag == _ACROSS:
            found.kanan = child.get(VAL) or NEXT
        elif tag == _DELETED:
            found.dihapus = True
    return found
