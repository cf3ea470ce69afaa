"""Nothing stands alone on a page: notes and last rows of a table, a signature; in the PDF and in Word's pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from akuntabel.doctree.nodes import (
    Align,
    Block,
    Box,
    BoxKind,
    Cell,
    Column,
    Document,
    Gaya,
    Heading,
    Paragraph,
    Row,
    RowKind,
    Section,
    Signature,
    SignatureBlock,
    Table,
    Text,
)
from akuntabel.doctree.transforms.lay_out import lay_out
from akuntabel.doctree.transforms.number import number
from akuntabel.writers.docx import write_docx
from akuntabel.writers.docx.halaman import libreoffice_pdf
from akuntabel.writers.pdf import write_pdf

ROWS = 22
LAST = (*(f"isi{n}," for n in range(ROWS - 2, ROWS + 1)), "Sumber", "Catatan")
SIGNED = SignatureBlock(None, Signature(((Text("Kota, tanggal"),),), "Pejabat", ("NIP",)))
NOTICE = Box(BoxKind.KURANG, (Paragraph((Text("Kotak"),)),))


def long_table() -> Table:
    head = Row(tuple(Cell((Text(t),)) for t in ("No.", "Uraian")), RowKind.KEPALA)
    rows = tuple(Row((Cell((Text(f"{n}"),)), Cell((Text(f"isi{n}, "),)))) for n in range(1, ROWS + 1))
    source, note = (Text("Sumber"),), (Text("Catatan"),)
    columns = (Column(1), Column(5, Align.KIRI))
    return Table(columns, rows, (head,), (Text("Judul"),), "tabel-uji", source=source, notes=(note,))


def document(lines: int, *blocks: Block) -> Document:
    above = (Paragraph((Text(f"Baris {n}"),), Gaya.RAPAT) for n in range(lines))
    title = Heading(1, (Text("Uji"),), "uji", numbered=False)
    return lay_out(number(Document("Uji", "Dinas", date(2026, 1, 2), (Section((title, *above, *blocks)),))))


def pages(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def seen_on(texts: Sequence[str], *marks: str) -> set[tuple[int, ...]]:
    """The pages on which each mark stands; one entry where all stand together."""
    return {tuple(n for n, text in enumerate(texts) if mark in text) for mark in marks}


def moved(found: Sequence[set[tuple[int, ...]]]) -> None:
    """Both sides of the wall were seen: all on the first page, and all on the second."""
    assert {frozenset(one) for one in found} == {frozenset({(0,)}), frozenset({(1,)})}


FILLED = range(0, 24, 2)


@pytest.mark.lambat
def test_the_last_rows_of_a_table_stay_with_its_notes() -> None:
    moved([seen_on(pages(write_pdf(document(n, long_table()))), *LAST) for n in FILLED])


@pytest.mark.lambat
@pytest.mark.parametrize("between", [(), (NOTICE,)])
def test_a_signature_takes_the_last_rows_along(between: tuple[Block, ...]) -> None:
    marks = (*LAST, "Pejabat", *("Kotak" for _ in between))
    made = [pages(write_pdf(document(n, long_table(), *between, SIGNED))) for n in FILLED]
    moved([seen_on(texts, *marks) for texts in made])
    heads = {tuple(text.count("Uraian") for text in texts) for texts in made}
    assert heads == {(1,), (1, 1)}  # the head is repeated only where a page begins with the last rows


@pytest.mark.lambat
@pytest.mark.parametrize("blocks", [(long_table(), SIGNED), (long_table(), NOTICE, SIGNED)])
def test_in_word_a_signature_takes_the_last_rows_along(blocks: tuple[Block, ...]) -> None:
    found = []
    for lines in (4, 18, 22):
        texts = pages(libreoffice_pdf(write_docx(document(lines, *blocks))))
        found.append(seen_on(texts, *LAST, "Pejabat"))
    moved(found)


@pytest.mark.lambat
def test_in_word_a_small_table_goes_with_the_signature() -> None:
    whole = long_table()
    small = replace(whole, rows=whole.rows[-4:])
    found = []
    for lines in (24, 36, 38):
        texts = pages(libreoffice_pdf(write_docx(document(lines, small, SIGNED))))
        found.append(seen_on(texts, *LAST, "Uraian", "Pejabat"))
    moved(found)


@pytest.mark.lambat
def test_in_word_a_notice_goes_with_the_signature() -> None:
    heading = Heading(2, (Text("Bagian"),), "bagian")
    texts = pages(libreoffice_pdf(write_docx(document(42, heading, NOTICE, SIGNED))))
    assert seen_on(texts, "Bagian", "Kotak", "Pejabat") == {(1,)}
