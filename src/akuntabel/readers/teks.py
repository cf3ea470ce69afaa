"""Plain text with tab-separated tables -> read document. Lines keep the numbers that they have in the file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from akuntabel.doctree.naskah import (
    Alinea,
    BarisNaskah,
    BlokNaskah,
    FormatNaskah,
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

_SAVE = "simpan sebagai teks UTF-8"


def read_teks(path: Path, berkas: str | None = None, batas: Batas = BAKU) -> Naskah:
    """Read a text file. A run of lines with tabs is a table; every other line that holds something is a paragraph.

    Raises BerkasError for what is no text or beyond the limits.
    """
    name = berkas or path.name
    return parse_teks(read_bytes(path, name, batas), name, batas)


def parse_teks(data: bytes, berkas: str, batas: Batas = BAKU) -> Naskah:
    """The read document of the bytes of a text file."""
    text, encoding = decode(data, berkas, _SAVE)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    if len(lines) > batas.baris:
        raise BerkasError(berkas, f"lebih dari {batas.baris} baris", "bagi menjadi beberapa berkas")
    notes = {"cp1252": ("teks bukan UTF-8, dibaca sebagai Windows-1252",), "rusak": ("ada bita yang bukan UTF-8",)}
    return Naskah(berkas, FormatNaskah.TEKS, join_tables(_blocks(lines)), catatan=notes.get(encoding, ()))


def _blocks(lines: list[str]) -> Iterator[BlokNaskah]:
    numbered = list(enumerate(lines, 1))
    for kind, run in groupby(numbered, key=lambda item: _kind(item[1])):
        if kind == "tabel":
            yield _table(list(run))
        elif kind == "alinea":
            yield from (_paragraph(n, line) for n, line in run)


def _kind(line: str) -> str:
    if not line.strip():
        return "kosong"
    return "tabel" if "\t" in line.strip(" ") else "alinea"


def _paragraph(number: int, line: str) -> Alinea:
    text = line.strip()
    return Alinea(text, Tempat(number), inden=len(line) - len(line.lstrip()))


def _table(lines: list[tuple[int, str]]) -> TabelNaskah:
    rows = tuple(
        BarisNaskah(
            tuple(SelNaskah(cell.strip(), c) for c, cell in enumerate(line.rstrip("\n").split("\t"))), Tempat(number)
        )
        for number, line in lines
    )
    return TabelNaskah(rows, max(len(row.sel) for row in rows), rentang_diketahui=False)
