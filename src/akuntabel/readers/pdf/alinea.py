"""Lines to paragraphs: what belongs together by room, indent, pitch and type."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from akuntabel.bahasa.sambung_kata import OPEN_END
from akuntabel.bahasa.tanda_butir import contents_line, is_caption, is_chapter, is_source, marker
from akuntabel.doctree.naskah import LetakBlok
from akuntabel.readers.pdf.bentuk import Baris

_SIZE = 0.08  # of the size: letters that differ more begin another paragraph
_PITCH, _PITCH_BEHIND_END = 0.17, 0.07  # of the size: a wider pitch begins another paragraph, sooner behind a full stop
_PITCH_OF_SIZE = 1.35  # of the size: what is usual where the document shows no wrapped line of a kind
_INDENT = 0.6  # of the size
_RAGGED = 0.2  # of the measure: what a line that ends inside a phrase may leave free
_FAR = 2.6  # of the size: no pitch of one paragraph
_ENDS = (".", "!", "?", ":", ";")
_LAST_ITEM = ("; dan", ", dan", "; atau", ", atau")


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
    """What is usual in the document: pitch of lines by size (in half points) and weight of letters."""

    jarak: dict[tuple[int, bool], float] = field(default_factory=dict)

    def pitch(self, line: Baris) -> float:
        """The usual pitch for lines like this one."""
        return self.jarak.get(_type(line), _PITCH_OF_SIZE * line.ukuran)


def measure(runs: Iterable[tuple[list[Baris], float]]) -> Ukuran:
    """The usual pitch by size of letters, from lines that had no room for the word that follows.

    A run is lines under one another, and where full lines end. Of two pitches about as frequent the smaller counts.
    """
    seen: dict[tuple[int, bool], Counter[float]] = {}
    for lines, right in runs:
        for a, b in itertools.pairwise(lines):
            pitch = b.dasar - a.dasar
            full = right - a.kanan < b.lebar_awal + 0.22 * a.ukuran
            if full and _same_type(a, b) and 0.8 * a.ukuran < pitch < _FAR * a.ukuran:
                seen.setdefault(_type(a), Counter())[round(pitch * 2) / 2] += 1
    return Ukuran({kind: _least_frequent_enough(counts) for kind, counts in seen.items()})


def _type(line: Baris) -> tuple[int, bool]:
    return round(line.ukuran * 2), line.tebal


def _least_frequent_enough(counts: Counter[float]) -> float:
    most = max(counts.values())
    return min(pitch for pitch, n in counts.items() if 3 * n >= most)


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
    if not _same_type(last, line) or contents_line(last.teks) or _opens(group, line):
        return False
    if not _fits_pitch(group, line, after, usual):
        return False
    if _is_wrapped_caption(group, line, usual):
        return True
    return _is_full(group, line) and _fits_indent(group, line)


def _same_type(a: Baris, b: Baris) -> bool:
    """The same size; a wholly bold line and one without any bold belong together only where a word goes on."""
    if abs(a.ukuran - b.ukuran) > _SIZE * max(a.ukuran, b.ukuran):
        return False
    bold_a, bold_b = [k.tebal for k in a.kata], [k.tebal for k in b.kata]
    if (all(bold_a) and not any(bold_b)) or (all(bold_b) and not any(bold_a)):
        return b.teks[0].islower() and _runs_on(a)
    return True


def _is_full(group: Kumpulan, line: Baris) -> bool:
    """Whether the last line had no room for the first word of this one."""
    last = group.baris[-1]
    space = 0.22 * last.ukuran
    edge = group.kanan
    peers = [b.kanan for b in (*group.baris[-3:-1], line) if abs(b.kanan - last.kanan) <= 1.0]
    if peers and last.kanan - last.kiri > 12 * last.ukuran and (_runs_on(last) or line.teks[0].islower()):
        edge = min(edge, last.kanan)
    room = edge - last.kanan
    if OPEN_END.search(last.teks) and room < _RAGGED * (edge - last.kiri):
        return True
    return (2 * room if _centred(group, line) else room) < line.lebar_awal + space


def _centred(group: Kumpulan, line: Baris) -> bool:
    """Both lines have the same centre and different edges."""
    last = group.baris[-1]
    same = abs((last.kiri + last.kanan) - (line.kiri + line.kanan)) < 3.0
    return same and abs(last.kiri - line.kiri) > _INDENT * line.ukuran


def _is_wrapped_caption(group: Kumpulan, line: Baris, usual: Ukuran) -> bool:
    """A caption runs in a measure of its own: its lines are centred, or hang behind its number."""
    first, last = group.baris[0], group.baris[-1]
    if not is_caption(first.teks) or line.dasar - last.dasar > 1.45 * usual.pitch(line):
        return False
    hangs = len(first.kata) > 2 and abs(line.kiri - first.kata[2].kiri) < 1.0
    return hangs or _centred(group, line) or (len(group.baris) > 1 and abs(line.kiri - last.kiri) < 1.0)


def _opens(group: Kumpulan, line: Baris) -> bool:
    """Whether the text of the line says that something begins."""
    last = group.baris[-1]
    if is_source(line.teks):
        return True
    if is_caption(line.teks) or is_chapter(line.teks):
        return not _runs_on(last) or group.baris[0].teks.split()[0] == line.teks.split()[0]
    mark = marker(line.teks)
    if not mark:
        return False
    hanging = marker(group.baris[0].teks) == "" or len(group.baris) > 1
    level = abs(line.kiri - last.kiri) < 1.0 or (len(group.baris) == 1 and line.kiri < last.kiri)
    return not (mark[0].isalnum() and hanging and level and _runs_on(last))


def _runs_on(line: Baris) -> bool:
    """The line ends inside a sentence."""
    text = line.teks.rstrip()
    return not text.endswith((*_ENDS, ",")) and not text.endswith(_LAST_ITEM)


def _fits_pitch(group: Kumpulan, line: Baris, after: Baris | None, usual: Ukuran) -> bool:
    pitch = line.dasar - group.baris[-1].dasar
    goes_on = _runs_on(group.baris[-1]) or line.teks[0].islower()
    slack = (_PITCH if goes_on else _PITCH_BEHIND_END) * line.ukuran
    if pitch <= 0.3 * line.ukuran or pitch > _FAR * line.ukuran:
        return False
    if len(group.baris) > 1:
        return abs(pitch - (group.baris[-1].dasar - group.baris[-2].dasar)) <= slack
    if after is not None and _same_type(line, after):
        below = after.dasar - line.dasar
        if 0.8 * line.ukuran < below < pitch - slack:
            return False
        if abs(below - pitch) <= slack and goes_on:
            return pitch <= usual.pitch(line) * 1.6
    return pitch <= usual.pitch(line) + slack


def _fits_indent(group: Kumpulan, line: Baris) -> bool:
    last, slack = group.baris[-1], _INDENT * line.ukuran
    if _centred(group, line):
        return True
    if len(group.baris) > 1:
        return abs(line.kiri - last.kiri) <= slack
    if marker(last.teks):
        behind = last.kata[1].kiri if len(last.kata) > 1 else last.kiri
        goes_on = _runs_on(last) or last.teks.rstrip().endswith(_LAST_ITEM)  # an item would have its own marker
        return abs(line.kiri - behind) <= slack or (abs(line.kiri - last.kiri) <= slack and goes_on)
    return line.kiri <= last.kiri + slack
