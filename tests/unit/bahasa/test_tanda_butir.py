"""Lines of lists of contents."""

from __future__ import annotations

import pytest

from akuntabel.bahasa.tanda_butir import contents_line


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("A. Latar Belakang ........ 3", ("A. Latar Belakang", "3")),
        ("BAB II RENCANA ............ | 14 |", ("BAB II RENCANA", "14")),
        ("Kata Pengantar ......... | iv", ("Kata Pengantar", "iv")),
        ("Nilai rata-rata | 14 |", None),
    ],
    ids=["titik", "titik dan palang", "palang depan", "tanpa titik"],
)
def test_page_of_an_entry(line: str, found: tuple[str, str] | None) -> None:
    assert contents_line(line) == found
