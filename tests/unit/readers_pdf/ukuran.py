"""How much of a document that we wrote comes back from its PDF: paragraphs verbatim, rows exact, number of tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from akuntabel.doctree.naskah import LetakBlok, Naskah, TabelNaskah
from akuntabel.doctree.nodes import (
    Block,
    Box,
    Document,
    Heading,
    Inlines,
    ListBlock,
    ListKind,
    Paragraph,
    Picture,
    Raster,
    Row,
    Signature,
    SignatureBlock,
    Table,
)
from akuntabel.doctree.walk import plain_text

Sel = tuple[str, int, int, int]  # text, column, columns, rows
BarisSel = tuple[Sel, ...]

_BREAK = "\x1f"
_SPACES = re.compile(r"[ \t\r\n\xa0]+")


def squeeze(text: str) -> str:
    text = _SPACES.sub(" ", text.replace("\u00ad", "").replace("\u200b", "")).strip(" ")
    return f"•{text[1:]}" if text[:2] in ("◦ ", "▪ ") else text  # the mark of a nested list is the writer's choice


@dataclass(frozen=True)
class Ukuran:
    """Counts of what was written, and what of it is missing in what was read."""

    alinea: int
    alinea_hilang: tuple[str, ...]
    baris: int
    baris_hilang: tuple[str, ...]
    tabel: int
    tabel_dibaca: int

    @cached_property
    def bagian_alinea(self) -> float:
        return 1 - len(self.alinea_hilang) / max(self.alinea, 1)

    @cached_property
    def bagian_baris(self) -> float:
        return 1 - len(self.baris_hilang) / max(self.baris, 1)

    def __str__(self) -> str:
        return (
            f"alinea {self.alinea - len(self.alinea_hilang)}/{self.alinea} ({self.bagian_alinea:.2%}), "
            f"baris {self.baris - len(self.baris_hilang)}/{self.baris} ({self.bagian_baris:.2%}), "
            f"tabel {self.tabel_dibaca} (ditulis {self.tabel})"
        )


def measure(document: Document, naskah: Naskah) -> Ukuran:
    written = [squeeze(t) for section in document.sections for t in _texts(section.blocks)]
    written = [t for t in written if t.strip(_BREAK)]
    read = Counter(squeeze(a.teks) for a in naskah.alinea)
    for table in naskah.tabel:
        read.update(
            squeeze(line) for row in table.baris for cell in row.sel for line in (cell.teks, *cell.teks.split("\n"))
        )
    missing = []
    for text in written:
        if read[text]:
            read[text] -= 1
        elif not _is_in_parts(text, read):
            missing.append(text)
    tables = [_rows(t) for section in document.sections for t in _tables(section.blocks) if t.rules]
    found = [_read_rows(t) for t in naskah.tabel]
    lost = _lost_rows(tables, found)
    return Ukuran(len(written), tuple(missing), sum(map(len, tables)), lost, len(tables), len(found))


def _is_in_parts(text: str, read: Counter[str]) -> bool:
    """A chapter's number and title, or a paragraph with line ends of its own, that were read as lines."""
    if _BREAK in text:
        return bool(read[squeeze(text.replace(_BREAK, " "))]) or all(read[squeeze(t)] for t in text.split(_BREAK))
    for n in range(1, 3):
        head, tail = " ".join(text.split()[: n + 1]), " ".join(text.split()[n + 1 :])
        if head.startswith(("BAB ", "LAMPIRAN ")) and read[head] and read[tail]:
            return True
    return False


def _lost_rows(written: list[list[BarisSel]], read: list[list[BarisSel]]) -> tuple[str, ...]:
    """Rows of the written tables, in order, that the read tables do not have in this order."""
    first = [row for table in written for row in table]
    second = [row for table in read for row in table]
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    kept = {i for block in matcher.get_matching_blocks() for i in range(block.a, block.a + block.size)}
    return tuple(str(row) for i, row in enumerate(first) if i not in kept)


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield from _heading(block)
            case Paragraph():
                yield _plain(block.inlines)
            case ListBlock():
                yield from _list(block)
            case Table() if block.rules:
                yield from _captioned(block.number, block.caption)
                yield _plain(block.source)
                yield from map(_plain, block.notes)
            case Picture() | Raster():
                yield from _captioned(block.number, block.caption)
                if isinstance(block, Picture):
                    yield _plain(block.source)
            case SignatureBlock():
                yield from (line for one in (block.left, block.right) if one for line in _signature(one))
            case Box():
                yield from _texts(block.blocks)
            case _:
                pass


def _heading(block: Heading) -> Iterator[str]:
    yield f"{block.number or ''} {_plain(block.inlines)}"


def _plain(inlines: Inlines) -> str:
    return plain_text(inlines, _BREAK)


def _captioned(number: str | None, caption: Inlines) -> Iterator[str]:
    if caption:
        yield f"{number or ''} {_plain(caption)}"


def _signature(one: Signature) -> Iterator[str]:
    yield from map(_plain, one.above)
    yield one.name
    yield from one.below


def _list(block: ListBlock) -> Iterator[str]:
    for n, item in enumerate(block.items, block.start):
        mark = _mark(block.kind, n)
        for k, text in enumerate(_texts(item)):
            yield f"{mark} {text}" if k == 0 else text


def _mark(kind: ListKind, n: int) -> str:
    match kind:
        case ListKind.BUTIR:
            return "•"
        case ListKind.ANGKA:
            return f"{n}."
        case ListKind.HURUF:
            return f"{chr(96 + n)}."
        case ListKind.KURUNG:
            return f"({n})"


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        match block:
            case Table():
                yield block
            case Box(blocks=inner):
                yield from _tables(inner)
            case ListBlock(items=items):
                yield from (t for item in items for t in _tables(item))
            case _:
                pass


def _rows(table: Table) -> list[BarisSel]:
    made: list[BarisSel] = []
    covered: dict[int, int] = {}  # column -> rows still covered
    for row in (*table.head, *table.rows):
        made.append(_row(row, covered))
    return made


def _row(row: Row, covered: dict[int, int]) -> BarisSel:
    cells, column = [], 0
    fresh: dict[int, int] = {}
    for cell in row.cells:
        while covered.get(column, 0):
            column += 1
        cells.append((squeeze(plain_text(cell.inlines)), column, cell.colspan, cell.rowspan))
        fresh |= {column + i: cell.rowspan for i in range(cell.colspan)}
        column += cell.colspan
    for c in list(covered):
        covered[c] = max(0, covered[c] - 1)
    covered |= {c: n - 1 for c, n in fresh.items()}
    return tuple(cells)


def _read_rows(table: TabelNaskah) -> list[BarisSel]:
    return [tuple((squeeze(c.teks), c.kolom, c.rentang_kolom, c.rentang_baris) for c in row.sel) for row in table.baris]


def running(naskah: Naskah) -> list[str]:
    return [a.teks for a in naskah.alinea if a.letak in (LetakBlok.KEPALA_HALAMAN, LetakBlok.KAKI_HALAMAN)]
