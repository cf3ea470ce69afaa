"""The language of every document of every package: what no reader should have to sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from akuntabel.doctree.nodes import Document, Gaya, ListBlock, Paragraph, Table
from akuntabel.doctree.walk import child_blocks, plain_text, walk_blocks
from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.dokumen import build
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.daftar import DOKUMEN

PAKET = {"contoh": example_path()} | {p.name: p for p in sorted((Path(__file__).parents[1] / "paket").iterdir())}
SALAH = {
    "kelas nol": re.compile(r"\b0 \(nol\)"),
    "kata kasar": re.compile(r"lebih buruk|menyatakannya"),
    "tanda ganda": re.compile(r"\.\.|;\.|::|,,|\.;|;;|  | [.,;:](\s|$)"),
}


@cache
def bahan_of(name: str) -> Bahan:
    return compute_paket(PAKET[name]).bahan


@cache
def documents(name: str) -> tuple[Document, ...]:
    made = []
    for jenis in DOKUMEN:
        choices = ("tw1", "tw2", "tw3", "tw4") if jenis == "triwulan" else (None,)
        made += [build(bahan_of(name), jenis, choice) for choice in choices]
    return tuple(made)


def sentences(document: Document) -> Iterator[str]:
    """The body text: paragraphs outside tables."""
    for block in walk_blocks(document):
        if isinstance(block, Paragraph) and block.style is Gaya.ISI:
            yield plain_text(block.inlines)


def items(document: Document) -> Iterator[str]:
    for block in walk_blocks(document):
        if isinstance(block, ListBlock):
            yield from (plain_text(b.inlines) for b in child_blocks(block) if isinstance(b, Paragraph))


def notes(document: Document) -> Iterator[str]:
    for block in walk_blocks(document):
        if isinstance(block, Table):
            yield from (plain_text(n) for n in block.notes)


@pytest.mark.parametrize("name", PAKET)
@pytest.mark.parametrize("fault", SALAH)
def test_sentences_are_clean(name: str, fault: str) -> None:
    found = [t for d in documents(name) for t in sentences(d) if SALAH[fault].search(t)]
    assert found == []


@pytest.mark.parametrize("name", PAKET)
def test_what_is_a_sentence_ends_like_one(name: str) -> None:
    open_text = [
        t for d in documents(name) for t in sentences(d) if t and not t.endswith(tuple(".:?!;")) and t[-3:] != "dan"
    ]
    assert open_text == []


@pytest.mark.parametrize("name", PAKET)
def test_items_and_notes_are_closed(name: str) -> None:
    open_items = [t for d in documents(name) for t in items(d) if not t.endswith((".", ";", "; dan", ":", "?"))]
    open_notes = [t for d in documents(name) for t in notes(d) if not t.endswith(".")]
    assert (open_items, open_notes) == ([], [])


@pytest.mark.parametrize("name", PAKET)
def test_every_table_with_a_caption_names_a_source_or_is_a_list_of_doubts(name: str) -> None:
    bare = [
        plain_text(b.caption)
        for d in documents(name)
        for b in walk_blocks(d)
        if isinstance(b, Table) and b.caption and not plain_text(b.source).removeprefix("Sumber:").strip()
    ]
    assert set(bare) <= {"Data yang Harus Dikonfirmasi"}
