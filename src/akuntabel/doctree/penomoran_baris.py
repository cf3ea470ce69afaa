"""Give the blocks of a read document their lines in the extracted text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from akuntabel.doctree.naskah import Alinea, BlokNaskah, TabelNaskah


def number_lines(blocks: Iterable[BlokNaskah]) -> tuple[BlokNaskah, ...]:
    """The same blocks with lines counted from 1; a blank line stands around every table.

    Readers of docx and PDF call it last; the text reader keeps the lines of its file.
    """
    numbered: list[BlokNaskah] = []
    line = 0
    for block in blocks:
        if isinstance(block, TabelNaskah):
            line += 1
            rows = tuple(
                replace(row, tempat=replace(row.tempat, baris=line + n)) for n, row in enumerate(block.baris, 1)
            )
            line += len(rows) + 1
            numbered.append(replace(block, baris=rows))
        else:
            line += 1
            numbered.append(replace(block, tempat=replace(block.tempat, baris=line)))
    return tuple(numbered)


def is_body(block: BlokNaskah) -> bool:
    """Whether a block belongs to the running text and not to headers and footers."""
    return not isinstance(block, Alinea) or block.letak.value in ("badan", "kotak")
