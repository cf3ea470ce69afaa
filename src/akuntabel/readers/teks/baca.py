"""Plain text -> read document. Lines keep the numbers that they have in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from akuntabel.doctree.naskah import (
    COLUMNS_OF_BLANKS,
    Alinea,
    BarisNaskah,
    BlokNaskah,
    FormatNaskah,
    LetakBlok,
    Naskah,
    SelNaskah,
    TabelNaskah,
    Tempat,
)
from akuntabel.doctree.transforms.sambung_tabel import join_tables
from akuntabel.errors import BerkasError
from akuntabel.grid.batas import BAKU, Batas
from akuntabel.grid.berkas import read_bytes
from akuntabel.grid.sandi import decode
from akuntabel.readers.teks.bungkus import Baris, join_wrapped
from akuntabel.readers.teks.kolom import aligned_cells, bar_cells

_SAVE = "berikan laporan sebagai .docx, PDF, atau teks UTF-8"


def read_teks(path: Path, berkas: str | None = None, batas: Batas = BAKU) -> Naskah:
    """Read a text file. Lines with tabs or between bars, and columns under one another, are tables; the rest is text.

    A line is a paragraph; in a text that is cut at a width, so are the lines that belong together (line of the first).

    Form feeds part pages, as pdftotext prints them; the number alone at the foot of a page is its footer.
    Raises BerkasError for what is no text or beyond the limits.
    """
    name = berkas or path.name
    return parse_teks(read_bytes(path, name, batas), name, batas)


def parse_teks(data: bytes, berkas: str, batas: Batas = BAKU) -> Naskah:
    """The read document of the bytes of a text file."""
    text, encoding = decode(data, berkas, _SAVE)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\n\f", "\f").replace("\f", f"\n{_PAGE}").split("\n")
    if len(lines) > batas.baris:
        raise BerkasError(berkas, f"lebih dari {batas.baris} baris", "bagi menjadi beberapa berkas")
    notes = {"cp1252": ("teks bukan UTF-8, dibaca sebagai Windows-1252",), "rusak": ("ada bita yang bukan UTF-8",)}
    pages = sum(line.startswith(_PAGE) for line in lines) + 1
    placed = _places(lines, pages > 1)
    told = list(_told(placed))
    whole = {line.nomor: line.teks for line in join_wrapped(told)}
    joined = len(whole) < len(told)
    return Naskah(
        berkas,
        FormatNaskah.TEKS,
        join_tables(_blocks(placed, whole)),
        halaman=pages if pages > 1 else None,
        catatan=(*notes.get(encoding, ()), *(_JOINED for _ in range(joined))),
        alinea_dugaan=joined,
    )


_JOINED = "alinea pada teks ini terpotong menjadi beberapa baris; barisnya disambung"
_PAGE = "\f"
_FOOT = re.compile(r"[-–\s]*(?:\d{1,4}|[ivxlc]{1,6})[-–\s]*")
_APART = 99  # blank lines that a table between two paragraphs counts for
_Line = tuple[str, Tempat, bool]  # text, place, whether it is the last one of its page


def _places(lines: list[str], paged: bool) -> list[_Line]:
    """Each line with its place; pages only where form feeds part them."""
    last: dict[int, int] = {}
    placed: list[tuple[str, Tempat]] = []
    page = 1
    for number, line in enumerate(lines, 1):
        page += line.startswith(_PAGE)
        text = line.removeprefix(_PAGE)
        placed.append((text, Tempat(number, page if paged else None)))
        if text.strip():
            last[page] = number
    ends = set(last.values()) if paged else set()
    return [(text, place, place.baris in ends) for text, place in placed]


def _blocks(lines: list[_Line], whole: Mapping[int, str]) -> Iterator[BlokNaskah]:
    for kind, run in groupby(lines, key=lambda item: _kind(item[0])):
        held = list(run)
        if kind == "tabel":
            yield _table([(line.rstrip("\n").split("\t"), place) for line, place, _ in held])
        elif kind == "palang":
            rows = [(cells, place) for line, place, _ in held if (cells := bar_cells(line))]
            yield from (_table(rows),) if rows else ()
        elif kind == "alinea" and (columns := aligned_cells([line for line, _, _ in held])):
            table = _table([(cells, place) for cells, (_, place, _) in zip(columns, held, strict=True)])
            yield replace(table, dugaan=(COLUMNS_OF_BLANKS,))
        elif kind == "alinea":
            yield from (_paragraph(whole[p.baris], line, p, e) for line, p, e in held if p.baris in whole)


def _told(lines: list[_Line]) -> Iterator[Baris]:
    """The lines of paragraphs, each with the blank lines before it; a table parts paragraphs."""
    blank = 0
    for line, place, _ in lines:
        kind = _kind(line)
        if kind == "alinea":
            yield Baris(line.strip(), place.baris, blank)
        blank = 0 if kind == "alinea" else blank + (1 if kind == "kosong" else _APART)


def _kind(line: str) -> str:
    if not line.strip():
        return "kosong"
    if "\t" in line.strip(" "):
        return "tabel"
    return "alinea" if bar_cells(line) is None else "palang"


def _paragraph(text: str, line: str, place: Tempat, ends_page: bool) -> Alinea:
    foot = ends_page and _FOOT.fullmatch(text)
    where = LetakBlok.KAKI_HALAMAN if foot else LetakBlok.BADAN
    return Alinea(text, place, inden=len(line) - len(line.lstrip()), letak=where)


def _table(lines: Sequence[tuple[Sequence[str], Tempat]]) -> TabelNaskah:
    rows = tuple(
        BarisNaskah(tuple(SelNaskah(cell.strip(), c) for c, cell in enumerate(cells)), place) for cells, place in lines
    )
    return TabelNaskah(rows, max(len(row.sel) for row in rows), rentang_diketahui=False)
