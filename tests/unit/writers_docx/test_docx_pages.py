"""Page numbers: what is printed on a page, and where an entry stands."""

from __future__ import annotations

import pytest

from akuntabel.doctree.nodes import Document, PageNumber, Section, Toc
from akuntabel.doctree.walk import walk_blocks
from akuntabel.errors import BerkasError, PanggilanError
from akuntabel.writers.docx import halaman
from akuntabel.writers.docx.halaman import Pages, fill_page_numbers, libreoffice_pdf, page_labels
from akuntabel.writers.docx.state import label_bookmark, section_end

KINDS = {"-": PageNumber.TANPA, "i": PageNumber.ROMAWI, "1": PageNumber.ANGKA}


@pytest.mark.parametrize(
    ("sections", "ends", "labels"),
    [
        ("1", [2], "1 2 3"),
        ("- i! 1!", [0, 3, 5], "- i ii iii 1 2"),
        ("- i 1", [0, 1, 2], "- ii 3"),
        ("1! 1 1!", [1, 2, 3], "1 2 3 1"),
        ("1 1", [0, 0], "1"),
    ],
)
def test_labels_of_pages(sections: str, ends: list[int], labels: str) -> None:
    built = [Section((), page_number=KINDS[one[0]], restart=one.endswith("!")) for one in sections.split()]
    assert [label or "-" for label in page_labels(built, ends)] == labels.split()


def test_entries_get_the_label_of_their_page(rich: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    places = {"kata": 1, "bab-satu": 4, "bab-dua": 6, "tabel-panjang": 7, "gambar-batang": 7}
    ends = {section_end(at): page for at, page in enumerate((0, 3, 8, 9))}
    pages = Pages({label_bookmark(label): page for label, page in places.items()} | ends, 12)
    monkeypatch.setattr(halaman, "read_pages", lambda pdf: pages)
    filled = fill_page_numbers(rich, convert=lambda docx: b"")
    entries = [entry for block in walk_blocks(filled) if isinstance(block, Toc) for entry in block.entries]
    found = {entry.label: entry.page for entry in entries if entry.label in places}
    assert found == {"kata": "i", "bab-satu": "1", "bab-dua": "3", "tabel-panjang": "4", "gambar-batang": "4"}
    assert {entry.page for entry in entries if entry.label not in places} == {None}


def test_a_pdf_without_our_bookmarks_is_said_in_one_line(rich: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halaman, "read_pages", lambda pdf: Pages({}, 3))
    with pytest.raises(BerkasError, match=r"pakai LibreOffice 7\.4"):
        fill_page_numbers(rich, convert=lambda docx: b"")


def test_a_missing_libreoffice_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(PanggilanError, match="LibreOffice \\(soffice\\) tidak ditemukan"):
        libreoffice_pdf(b"")


def test_a_program_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halaman, "PATIENCE_SECONDS", 0.2)
    with pytest.raises(BerkasError, match="tidak selesai"):
        halaman._run(["sh", "-c", "sleep 30 & wait"])


@pytest.mark.lambat
def test_libreoffice_finds_every_entry_and_a_second_pass_changes_nothing(rich: Document) -> None:
    once = fill_page_numbers(rich)
    entries = [entry for block in walk_blocks(once) if isinstance(block, Toc) for entry in block.entries]
    assert [entry.label for entry in entries if entry.page is None] == []
    assert [entry.page for entry in entries if entry.label in ("kata", "bab-satu", "bab-dua")][:1] == ["i"]
    assert next(entry.page for entry in entries if entry.label == "bab-satu") == "1"
    assert fill_page_numbers(once) == once
