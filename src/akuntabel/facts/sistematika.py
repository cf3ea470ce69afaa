"""The outline of the report inside its first chapter ("Sistematika Penyajian"): names of chapters that are no headings.

Nearly every report lists its chapters there ("BAB I ... BAB IV") and begins BAB II only behind that list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.doctree.naskah import Alinea, Naskah
from akuntabel.doctree.penomoran_baris import is_body
from akuntabel.facts.pola import CHAPTER, NUMBERED, clean
from akuntabel.facts.urutan import read_number

_OPENS = re.compile(r"\bsistematika\b", re.IGNORECASE)
_NEAR = 12  # blocks between the word and the first chapter of the outline
_LONGEST = 300  # letters of a line that names a chapter and says what it holds


@dataclass(frozen=True, slots=True)
class _Bab:
    """A line that begins with the number of a chapter."""

    blok: int
    nilai: int


def outline_blocks(naskah: Naskah, in_lists: frozenset[int]) -> frozenset[int]:
    """The blocks of outlines: from the first chapter named to the last, and what stands behind it up to the text."""
    lines = list(_chapters(naskah, in_lists))
    found: set[int] = set()
    for at, line in enumerate(lines):
        if line.blok in found or not at or not _is_opened(naskah, lines[at - 1].blok, line.blok):
            continue
        run = _ascending(lines[at:])
        if len(run) > 1 and _starts_again(lines[at - 1], run, lines[at + len(run) :]):
            after = lines[at + len(run)].blok if at + len(run) < len(lines) else len(naskah.blok)
            found |= set(range(line.blok, _end(naskah, run[-1].blok, after, lines[at - 1].nilai)))
    return frozenset(found)


def _chapters(naskah: Naskah, in_lists: frozenset[int]) -> Iterator[_Bab]:
    for index, block in enumerate(naskah.blok):
        if not isinstance(block, Alinea) or not is_body(block) or index in in_lists or len(block.teks) > _LONGEST:
            continue
        match = CHAPTER.match(clean(block.teks))
        if match and (numbers := read_number(match[1])):
            yield _Bab(index, numbers[-1].nilai)


def _is_opened(naskah: Naskah, chapter: int, first: int) -> bool:
    """Whether the word "sistematika" stands shortly before a line, in the same chapter."""
    near = naskah.blok[max(chapter, first - _NEAR) : first]
    return any(isinstance(b, Alinea) and _OPENS.search(b.teks) for b in near)


def _ascending(lines: list[_Bab]) -> list[_Bab]:
    run = lines[:1]
    for line in lines[1:]:
        if line.nilai != run[-1].nilai + 1:
            break
        run.append(line)
    return run


def _starts_again(own: _Bab, run: list[_Bab], behind: list[_Bab]) -> bool:
    """The outline names its own chapter, or a chapter that comes again behind it."""
    return run[0].nilai <= own.nilai or any(b.nilai == run[0].nilai for b in behind)


def _end(naskah: Naskah, last: int, after: int, own: int) -> int:
    """Where the outline ends: at the next chapter, or at a further section of its own chapter."""
    for index in range(last + 1, after):
        block = naskah.blok[index]
        match = NUMBERED.fullmatch(clean(block.teks)) if isinstance(block, Alinea) and is_body(block) else None
        if match and match[1].split(".")[0].strip() == str(own):
            return index
    return after
