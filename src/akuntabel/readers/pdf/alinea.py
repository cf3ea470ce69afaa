"""Lines to paragraphs: what belongs together by room, indent, pitch and type."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from akuntabel.doctree.naskah import LetakBlok
from akuntabel.readers.pdf.bentuk import Baris
from akuntabel.readers.pdf.tanda_butir import contents_line, is_caption, is_chapter, is_source, marker

_SIZE = 0.08  # of the size: letters that differ more begin another paragraph
_PITCH = 0.14  # of the size: a wider pitch begins another paragraph
_INDENT = 0.6  # of the size
_FAR = 2.6  # of the size: no pitch of one paragraph
_ENDS = (".", "!", "?", ":", ";")


@dataclass(slots=True)
class Kumpulan:
    """The lines of one paragraph, how far they may run, and what a tagged file says of it (`jenis`, `asli`)."""

    baris: list[Baris]
    kanan: float
    halaman: int
    letak: LetakBlok = LetakBlok.BADAN
    jenis: str = ""
    asli: str = ""


@dataclass(frozen=True, slots=True)
class Ukuran:
    """What is usual in the document: pitch of lines by size of letters (in tenths of a point)."""

    jarak: dict[int, float] = field(default_factory=dict)

    def pitch(self, size: float) -> float:
        """The usual pitch for a size."""
        return self.jarak.get(round(size * 2), 1.25 * size)


def measure(runs: Iterable[list[Baris]]) -> Ukuran:
    """The most frequent pitch by size of letters."""
    seen: dict[int, Counter[float]] = {}
    for lines in runs:
        for a, b in itertools.pairwise(lines):
            pitch = b.dasar - a.dasar
            if _same_type(a, b) and 0.8 * a.ukuran < pitch < _FAR * a.ukuran:
                seen.setdefault(round(a.ukuran * 2), Counter())[round(pitch * 2) / 2] += 1
    return Ukuran({size: counts.most_common(1)[0][0] for size, counts in seen.items()})


def gather(
    lines: list[Baris], right: float, usual: Ukuran, page: int, letak: LetakBlok = LetakBlok.BADAN
) -> list[Kumpulan]:
    """The paragraphs of lines that stand under one another; `right` is where full lines end."""
    groups: list[Kumpulan] = []
    for n, line in enumerate(lines):
        after = lines[n + 1] if n + 1 < len(lines) else None
        if groups and _continues(groups[-1], line, after, usual):
            groups[-1].baris.append(line)
        else:
            groups.append(Kumpulan([line], right, page, letak))
    return groups


def runs_over_page(last: Kumpulan, first: Kumpulan) -> bool:
    """Whether the paragraph at the top of a page continues the last one of the page before it."""
    line = first.baris[0]
    if last.letak is not first.letak or not _same_type(last.baris[-1], line) or contents_line(last.baris[-1].teks):
        return False
    if marker(line.teks) or is_source(line.teks) or is_caption(line.teks) or is_chapter(line.teks):
        return False
    ended = last.baris[-1].teks.rstrip().endswith(_ENDS)
    return _is_full(last, line) and not (ended and not line.teks[0].islower())


def _continues(group: Kumpulan, line: Baris, after: Baris | None, usual: Ukuran) -> bool:
    last = group.baris[-1]
    if not _same_type(last, line) or contents_line(last.teks):
        return False
    if not _is_full(group, line) or _opens(group, line):
        return False
    return _fits_pitch(group, line, after, usual) and _fits_indent(group, line)


def _same_type(a: Baris, b: Baris) -> bool:
    if abs(a.ukuran - b.ukuran) > _SIZE * max(a.ukuran, b.ukuran):
        return False
    return a.tebal == b.tebal or any(k.tebal for k in a.kata) == any(k.tebal for k in b.kata)


def _is_full(group: Kumpulan, line: Baris) -> bool:
    """Whether the last line had no room for the first word of this one."""
    last = group.baris[-1]
    space = 0.22 * last.ukuran
    edge = group.kanan
    peers = [b.kanan for b in (*group.baris[-3:-1], line) if abs(b.kanan - last.kanan) <= 1.0]
    if peers and last.kanan - last.kiri > 12 * last.ukuran:
        edge = min(edge, last.kanan)
    centre = _centred(group, line)
    room = edge - last.kanan + (edge - last.kanan if centre else 0.0)
    return room < line.lebar_awal + space


def _centred(group: Kumpulan, line: Baris) -> bool:
    """Both lines have the same centre and different edges."""
    last = group.baris[-1]
    same = abs((last.kiri + last.kanan) - (line.kiri + line.kanan)) < 3.0
    return same and abs(last.kiri - line.kiri) > _INDENT * line.ukuran


def _opens(group: Kumpulan, line: Baris) -> bool:
    """Whether the text of the line says that something begins."""
    if is_source(line.teks):
        return True
    if is_caption(line.teks) or is_chapter(line.teks):
        return not _runs_on(group.baris[-1])
    mark = marker(line.teks)
    if not mark:
        return False
    hanging = len(group.baris) > 1 and abs(line.kiri - group.baris[-1].kiri) < 1.0
    return not (hanging and _runs_on(group.baris[-1]) and marker(group.baris[0].teks) != "")


def _runs_on(line: Baris) -> bool:
    return not line.teks.rstrip().endswith((*_ENDS, ",", "dan", "atau"))


def _fits_pitch(group: Kumpulan, line: Baris, after: Baris | None, usual: Ukuran) -> bool:
    pitch = line.dasar - group.baris[-1].dasar
    slack = _PITCH * line.ukuran + 0.3
    if pitch <= 0.3 * line.ukuran or pitch > _FAR * line.ukuran:
        return False
    if len(group.baris) > 1:
        return abs(pitch - (group.baris[-1].dasar - group.baris[-2].dasar)) <= slack
    if after is not None and _same_type(line, after):
        below = after.dasar - line.dasar
        if 0.8 * line.ukuran < below < pitch - slack:
            return False
        if abs(below - pitch) <= slack:
            return pitch <= usual.pitch(line.ukuran) * 1.6
    return pitch <= usual.pitch(line.ukuran) + slack


def _fits_indent(group: Kumpulan, line: Baris) -> bool:
    last, slack = group.baris[-1], _INDENT * line.ukuran
    if _centred(group, line):
        return True
    if len(group.baris) > 1:
        return abs(line.kiri - last.kiri) <= slack
    if marker(last.teks):
        return line.kiri >= last.kiri - slack
    return line.kiri <= last.kiri + slack
