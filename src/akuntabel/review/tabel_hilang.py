"""Whether a document still has its tables: a plain text copied from elsewhere may have lost them or their columns."""

from __future__ import annotations

import re

from akuntabel.doctree.naskah import FormatNaskah, TabelNaskah
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.struktur import Keterangan, PeranAlinea

NEAR = 5  # blocks in which the table of a caption begins
_DEBRIS_NEAR, _SHORT = 12, 60  # blocks, letters of a line that may be a cell
_LEAST_SHORT, _LEAST_NUMBERS = 3, 3
_NUMBER = re.compile(r"\d[\d.,]*")
LOST = "teks biasa ini mungkin kehilangan tabelnya"


def has_table(fakta: Fakta, caption: Keterangan) -> bool:
    """Whether a table stands right at a caption."""
    near = fakta.naskah.blok[max(0, caption.blok - 1) : caption.blok + NEAR]
    return any(isinstance(b, TabelNaskah) for b in near)


def table_is_lost(fakta: Fakta, block: int) -> bool:
    """Whether a table that belongs behind a block of a plain text may stand there without its columns.

    So where most captions of the text stand without a table, or where short lines and rows of figures follow.
    """
    if fakta.naskah.format is not FormatNaskah.TEKS:
        return False
    captions = [c for c in fakta.struktur.keterangan if c.jenis == "tabel"]
    there = sum(has_table(fakta, c) for c in captions)
    return (bool(captions) and 2 * there <= len(captions)) or _debris_follows(fakta, block)


def _debris_follows(fakta: Fakta, block: int) -> bool:
    short = 0
    for fact in fakta.struktur.alinea:
        if not block < fact.blok <= block + _DEBRIS_NEAR:
            continue
        if fact.peran is PeranAlinea.JUDUL and fact.blok > block + NEAR:
            break
        short += len(fact.teks) < _SHORT and fact.teks.rstrip()[-1:] not in ".:;"
        if short >= _LEAST_SHORT or len(_NUMBER.findall(fact.teks)) >= _LEAST_NUMBERS > len(fact.teks.split()) // 4:
            return True
    return False
