"""Put the lines of a paragraph together."""

from __future__ import annotations

from akuntabel.bahasa.sambung_kata import Kosakata, join_texts
from akuntabel.readers.pdf.bentuk import Baris


def join_lines(lines: list[Baris], words: Kosakata) -> str:
    """The lines of one paragraph as one text."""
    text = lines[0].teks
    for line in lines[1:]:
        text = join_texts(text, line.teks, words)
    return text
