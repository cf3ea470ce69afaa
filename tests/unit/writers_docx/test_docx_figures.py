"""Figures keep their names inside the file, also after somebody has edited it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest

from akuntabel.doctree.nodes import Document, FigureRef, Paragraph, Section
from akuntabel.doctree.walk import figure_refs
from akuntabel.errors import BerkasError
from akuntabel.writers.docx import FigureText, read_figures, write_docx
from akuntabel.writers.docx.figures import figure_bookmark

SMALL = Document(
    "Judul",
    "Dinas",
    date(2026, 1, 30),
    (Section((Paragraph((FigureRef("a/X/2025", "1,50"), FigureRef("a/X/2025", "1,5"), FigureRef("b/Y/2025", "2"))),)),),
)


def edited(docx: bytes, change: Callable[[str], str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data.decode()).encode() if name == "word/document.xml" else data)
    return buffer.getvalue()


def test_every_printed_figure_is_found_again_in_order(rich: Document) -> None:
    found = [(one.figure_id, one.printed, one.now) for one in read_figures(write_docx(rich))]
    assert found == [(ref.figure_id, ref.text, ref.text) for ref in figure_refs(rich)]
    assert len(found) > 60


@pytest.mark.parametrize(
    ("before", "after", "now"),
    [
        ("1,50</w:t>", "1,60</w:t>", "1,60"),
        ("1,50</w:t>", '1</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">,55</w:t>', "1,55"),
        ("1,50</w:t>", '1,5</w:t><w:br/><w:t xml:space="preserve">0</w:t>', "1,5 0"),
        ('<w:t xml:space="preserve">1,50</w:t>', "<w:delText>1,50</w:delText>", ""),
    ],
)
def test_an_edited_figure_shows_what_stands_there_now(before: str, after: str, now: str) -> None:
    changed = edited(write_docx(SMALL), lambda xml: xml.replace(before, after))
    assert read_figures(changed) == [
        FigureText("a/X/2025", "1,50", now),
        FigureText("a/X/2025", "1,5", "1,5"),
        FigureText("b/Y/2025", "2", "2"),
    ]


def test_a_figure_that_was_cut_out_is_none() -> None:
    name = figure_bookmark("a/X/2025", 1)
    changed = edited(write_docx(SMALL), lambda xml: xml.replace(name, "lain"))
    assert [one.now for one in read_figures(changed)] == ["1,50", None, "2"]


def test_a_docx_without_the_map_has_no_figures() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        target.writestr("word/document.xml", "<x/>")
    assert read_figures(buffer.getvalue()) == []


@pytest.mark.parametrize("data", [b"", b"bukan zip", b"PK\x03\x04"])
def test_what_is_no_docx_is_said_in_one_line(data: bytes) -> None:
    with pytest.raises(BerkasError, match="simpan kembali sebagai"):
        read_figures(data)


def test_bookmark_names_are_short_hidden_and_stable() -> None:
    assert figure_bookmark("capaian/IKU-1/2025", 0) == "_akt_a574f283a0b7a97434bd"
