"""Paragraph and character styles with what they inherit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from akuntabel.readers.docx.nama import P_PR, R_PR, VAL, Element, W, flag, value, whole

_HEADING = re.compile(r"(?:heading|judul) ?([1-9])(?: .*)?")
# A style that is based on one of these is read as one of these.
_BUILT_IN = re.compile(
    r"(?:heading|toc) [1-9]|toc heading|caption|table of figures|(?:sub)?title|(?:foot|end)note text|header|footer"
)
_LONGEST_CHAIN = 20
_NO_LEVEL = 9  # outline level of body text


@dataclass(frozen=True, slots=True)
class Gaya:
    """A style, resolved. `tingkat_daftar` is the list level that the style asks for; None where it says nothing."""

    id: str = ""
    nama: str = ""
    level: int | None = None
    nomor: str | None = None
    tingkat_daftar: int | None = None
    tebal: bool = False
    sembunyi: bool = False


@dataclass(slots=True)
class DaftarGaya:
    """The styles of a document by id, resolved when first asked for."""

    unsur: dict[tuple[str, str], Element] = field(default_factory=dict)
    baku: str = ""
    baku_tebal: bool = False
    _known: dict[tuple[str, str], Gaya] = field(default_factory=dict)

    def paragraph(self, ident: str | None) -> Gaya:
        """A paragraph style; the default style where the id is missing or unknown."""
        known = ident is not None and ("paragraph", ident) in self.unsur
        return self._get("paragraph", ident if known and ident is not None else self.baku)

    def character(self, ident: str) -> Gaya:
        """A character style; nothing set where it is unknown."""
        return self._get("character", ident)

    def numbering(self, ident: str) -> Gaya:
        """A numbering style."""
        return self._get("numbering", ident)

    def _get(self, kind: str, ident: str) -> Gaya:
        key = (kind, ident)
        if key not in self._known:
            self._known[key] = _resolve(ident, list(self._chain(kind, ident)))
        return self._known[key]

    def _chain(self, kind: str, ident: str) -> Iterator[Element]:
        """The style and those that it is based on; a circle ends at the limit."""
        for _ in range(_LONGEST_CHAIN):
            style = self.unsur.get((kind, ident))
            if style is None:
                return
            yield style
            ident = value(style, f"{W}basedOn") or ""


def read_styles(root: Element | None) -> DaftarGaya:
    """The styles of styles.xml."""
    styles = DaftarGaya()
    if root is None:
        return styles
    default = root.find(f"{W}docDefaults/{W}rPrDefault/{R_PR}")
    styles.baku_tebal = bool(flag(default, f"{W}b"))
    for style in root.iterfind(f"{W}style"):
        kind, ident = style.get(f"{W}type", "paragraph"), style.get(f"{W}styleId", "")
        styles.unsur.setdefault((kind, ident), style)
        if kind == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
            styles.baku = ident
    return styles


def _resolve(ident: str, chain: list[Element]) -> Gaya:
    return Gaya(
        ident,
        _name(chain),
        _level(chain),
        next((n for s in chain if (n := _number(s, "numId")) is not None), None),
        next((whole(n) for s in chain if (n := _number(s, "ilvl")) is not None), None),
        next((b for s in chain if (b := flag(s.find(R_PR), f"{W}b")) is not None), False),
        next((b for s in chain if (b := flag(s.find(R_PR), f"{W}vanish")) is not None), False),
    )


def _names(chain: list[Element]) -> list[str]:
    return [" ".join((value(style, f"{W}name") or "").lower().split()) for style in chain]


def _name(chain: list[Element]) -> str:
    names = _names(chain)
    return next((n for n in names if _BUILT_IN.fullmatch(n)), names[0] if names else "")


def _level(chain: list[Element]) -> int | None:
    """The heading level from 1: what the nearest style says by outline or by name.

    A heading that is kept out of the list of contents has the outline of body text, and is a heading still.
    """
    for style, name in zip(chain, _names(chain), strict=True):
        outline = value(style.find(P_PR), f"{W}outlineLvl")
        level = None if outline is None else heading_level(outline)
        if level is None and (match := _HEADING.fullmatch(name)):
            level = int(match[1])
        if level is not None or outline is not None:
            return level
    return None


def heading_level(outline: str) -> int | None:
    """The heading level of a w:outlineLvl."""
    level = whole(outline, _NO_LEVEL)
    return level + 1 if 0 <= level < _NO_LEVEL else None


def _number(style: Element, name: str) -> str | None:
    child = style.find(f"{P_PR}/{W}numPr/{W}{name}")
    return None if child is None else child.get(VAL, "")
