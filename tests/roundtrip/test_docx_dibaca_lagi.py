"""What our writer prints into a docx is read back: every line, mark, cell and picture, in order and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akuntabel.bahasa.bersih import clean_text
from akuntabel.doctree.naskah import Alinea, LetakBlok, Naskah, TabelNaskah
from akuntabel.doctree.nodes import (
    Block,
    Box,
    Break,
    Cell,
    Column,
    Document,
    FigureRef,
    Formula,
    Heading,
    Inline,
    Letterhead,
    ListBlock,
    ListKind,
    Paragraph,
    Picture,
    Raster,
    Row,
    RowKind,
    Section,
    Signature,
    SignatureBlock,
    Table,
    Text,
    Toc,
)
from akuntabel.doctree.tables import place
from akuntabel.doctree.transforms.number import number
from akuntabel.doctree.walk import plain_text
from akuntabel.pipelines.dokumen import build
from akuntabel.pipelines.hitungan import Terhitung, compute_paket
from akuntabel.readers.docx import parse_docx
from akuntabel.reports.daftar import DOKUMEN
from akuntabel.writers.docx import write_docx

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {
    "contoh": ROOT / "contoh" / "disnaker-kota-bekasi-2025",
    "inspektorat": ROOT / "tests" / "paket" / "inspektorat",
    "rsud": ROOT / "tests" / "paket" / "rsud",
}
BULLETS = "•-•"  # the marks of the writer's three levels, as they are read
COUNTS = {ListKind.ANGKA: "{}.", ListKind.HURUF: "{}.", ListKind.KURUNG: "({})"}

# (kind, text) | (table, columns, rows of (column, width, height, text))
Item = tuple[object, ...]


@cache
def computed(name: str) -> Terhitung:
    return compute_paket(PACKAGES[name])


def flat(text: str) -> str:
    return " ".join(clean_text(text).text.split())


# --- what was written ---


def written(blocks: tuple[Block, ...], depth: int = -1) -> Iterator[Item]:
    for block in blocks:
        yield from (item for item in _block(block, depth) if item[1] != "")


def _block(block: Block, depth: int) -> Iterator[Item]:
    match block:
        case Heading():
            yield f"judul {block.level}", flat(f"{block.number or ''} {plain_text(block.inlines)}")
        case Paragraph():
            yield "alinea", flat(plain_text(block.inlines))
        case ListBlock():
            yield from _list(block, depth + 1)
        case Table():
            yield from _table(block)
        case Picture() | Raster():
            yield "gambar", flat(block.alt)
            if block.caption:
                yield "alinea", _captioned(block)
            if isinstance(block, Picture):
                yield "alinea", flat(plain_text(block.source))
        case _:
            yield from _small(block, depth)


def _small(block: Block, depth: int) -> Iterator[Item]:
    match block:
        case Box():
            yield from written(block.blocks)
        case Formula():
            parts = [part for part in (block.numerator, block.denominator) if part]
            closed = "/".join(part if part.isalnum() else f"({part})" for part in parts)
            yield "alinea", flat(f"{block.left} = {closed if block.denominator else block.numerator} {block.tail}")
        case SignatureBlock():
            sides = [(n, 1, 1, _signature(side)) for n, side in enumerate((block.left, block.right))]
            yield "tabel", 2, (tuple(sides),)
        case Letterhead():
            yield from _letterhead(block)
        case Toc():
            for entry in block.entries:
                page = f" {entry.page}" if entry.page else ""
                yield "alinea", flat(f"{entry.number} {entry.text} .....{page}")
            if not block.entries:
                yield (
                    "alinea",
                    f"Dokumen ini tidak memuat {'judul' if block.kind.value == 'isi' else block.kind.value}.",
                )


def _signature(signature: Signature | None) -> str:
    if signature is None:
        return ""
    lines = (*(plain_text(line) for line in signature.above), signature.name, *signature.below)
    return "⏎".join(filter(None, map(flat, lines)))


def _letterhead(block: Letterhead) -> Iterator[Item]:
    lines = [flat(line) for line in (*block.lines, *block.address)]
    if block.logo is None:
        yield from (("alinea", line) for line in lines)
        return
    yield "tabel", 2, (((0, 1, 1, ""), (1, 1, 1, "⏎".join(lines))),)
    yield "gambar", flat(block.logo.alt)


def _list(block: ListBlock, depth: int) -> Iterator[Item]:
    for at, item in enumerate(block.items, block.start):
        mark = BULLETS[depth % 3] if block.kind is ListKind.BUTIR else COUNTS[block.kind].format(_count(block, at))
        first = item[0] if item and isinstance(item[0], Paragraph) else None
        yield "alinea", flat(f"{mark} {plain_text(first.inlines) if first else ''}")
        yield from written(item[1:] if first else item, depth)


def _count(block: ListBlock, at: int) -> str:
    return chr(ord("a") + at - 1) if block.kind is ListKind.HURUF else str(at)


def _captioned(block: Table | Picture | Raster) -> str:
    return flat(f"{block.number or ''} {plain_text(block.caption)}")


def _table(table: Table) -> Iterator[Item]:
    if table.caption:
        yield "alinea", _captioned(table)
    width = len(table.columns)
    yield "tabel", width, (*_grid(table.head, width), *_grid(table.rows, width))
    yield from (("alinea", flat(plain_text(line))) for line in (table.source, *table.notes))


def _grid(rows: tuple[Row, ...], width: int) -> Iterator[tuple[tuple[int, int, int, str], ...]]:
    placed = place(rows, width)
    for line in range(len(rows)):
        cells = [(at.column, at.cell) for at in placed if at.row == line]
        yield tuple((c, cell.colspan, cell.rowspan, _cell(cell)) for c, cell in cells)


def _cell(cell: Cell) -> str:
    lines = plain_text(cell.inlines, "\n").split("\n")
    return "⏎".join(filter(None, map(flat, lines)))


# --- what is read ---


def read(naskah: Naskah) -> Iterator[Item]:
    for block in naskah.blok:
        if isinstance(block, TabelNaskah):
            rows = tuple(
                tuple((s.kolom, s.rentang_kolom, s.rentang_baris, _lines(s.teks)) for s in r.sel) for r in block.baris
            )
            yield "tabel", block.banyak_kolom, rows
        elif isinstance(block, Alinea):
            if block.letak not in (LetakBlok.KEPALA_HALAMAN, LetakBlok.KAKI_HALAMAN):
                yield "alinea" if block.level is None else f"judul {block.level}", flat(block.teks)
        else:
            yield "gambar", block.alt


def _lines(text: str) -> str:
    return "⏎".join(map(flat, text.split("\n")))


def items(document: Document) -> list[Item]:
    return [item for section in document.sections for item in written(section.blocks)]


@pytest.mark.lambat
@pytest.mark.parametrize("name", PACKAGES)
@pytest.mark.parametrize("kind", DOKUMEN)
def test_everything_is_read_back(name: str, kind: str) -> None:
    choice = "tw1" if kind == "triwulan" else None
    document = build(computed(name).bahan, kind, choice)
    naskah = parse_docx(write_docx(document), "a.docx")
    assert list(read(naskah)) == items(document)


# --- any tree ---

# Words, marks of XML, quotation, dashes, what a list mark or a number could be taken for; a word never begins a bullet.
WORDS = st.sampled_from(
    ["Target", "7,73", "&", "<b>", "a)", "1.", "–", "“mutu”", "²", "≥ 80%", "\u00a0x", "tab\tulasi"]
)
TEXT = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


def words(text: str) -> tuple[Inline, ...]:
    return (
        Text(text[: len(text) // 2], bold=True),
        Text(text[len(text) // 2 :]),
        Break(),
        FigureRef("capaian/A/2025", "105,17"),
    )


PARAGRAPH = TEXT.map(lambda text: Paragraph(words(text)))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Rows of whole cells, cells over two rows in the first column, cells over several columns."""
    width = draw(st.integers(2, 4))
    rows: list[Row] = []
    for _ in range(draw(st.integers(1, 4))):
        if draw(st.booleans()):
            first, second = (tuple(Cell(words(draw(TEXT))) for _ in range(width - 1)) for _ in range(2))
            rows += [Row((Cell(words(draw(TEXT)), rowspan=2), *first)), Row(second)]
        else:
            span = draw(st.integers(1, width))
            rest = (Cell(words(draw(TEXT))) for _ in range(width - span))
            rows.append(Row((Cell(words(draw(TEXT)), colspan=span), *rest)))
    head = Row(tuple(Cell(words(draw(TEXT))) for _ in range(width)), RowKind.KEPALA)
    return Table((Column(1),) * width, tuple(rows), (head,), (Text("Tabel"),), source=words(draw(TEXT)))


def lists(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[ListBlock]:
    item = st.builds(lambda first, rest: (first, *rest), PARAGRAPH, st.lists(inner, max_size=2))
    items = st.lists(item, min_size=1, max_size=3).map(tuple)
    return st.builds(ListBlock, st.sampled_from(ListKind), items, st.integers(1, 9))


BLOCK = st.recursive(PARAGRAPH | tables(), lists, max_leaves=8)


@given(st.lists(BLOCK, min_size=1, max_size=6).map(tuple))
@settings(max_examples=60)
def test_any_tree_is_read_back(blocks: tuple[Block, ...]) -> None:
    document = number(Document("Judul", "Dinas", date(2026, 1, 30), (Section(blocks),)))
    assert list(read(parse_docx(write_docx(document), "a.docx"))) == items(document)
