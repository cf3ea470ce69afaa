"""Change one printed value of a report that we generated, and ask the reviewer whether it notices.

A value is changed only where the report itself contradicts the change: the same figure is printed at another place, or
the figures that it is computed from, or one that is computed from it, stand in the report (from the trace).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from akuntabel.doctree.naskah import Naskah, lines_of
from akuntabel.doctree.nodes import Document, FigureRef, Inline, Table
from akuntabel.doctree.transforms.tanpa_gambar import undrawn
from akuntabel.doctree.walk import inline_runs, map_inlines, plain_text, walk_blocks
from akuntabel.domain.figure import FigureId
from akuntabel.facts.angka import read_digits
from akuntabel.facts.fakta import collect
from akuntabel.findings import Temuan
from akuntabel.pipelines.dokumen import build
from akuntabel.readers.docx import parse_docx
from akuntabel.regulations import load
from akuntabel.reports.bahan import Bahan
from akuntabel.review import review
from akuntabel.writers.docx import write_docx

_DIGITS = re.compile(r"\d")
_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
_QUOTES = re.compile(r"harus dikonfirmasi", re.IGNORECASE)
GROUPS = ("JML", "CPN", "KON", "KAT", "SKM", "WKT")


@dataclass(frozen=True, slots=True)
class Tempat:
    """A printed figure: its place in reading order, its id, its text, and whether it stands in a table."""

    urutan: int
    besaran: str
    teks: str
    tabel: bool

    @property
    def jenis(self) -> str:
        """The kind of mutation: what the figure is, and where it stands."""
        return f"{FigureId.parse(self.besaran).besaran} pada {'tabel' if self.tabel else 'kalimat'}"


@dataclass(frozen=True, slots=True)
class Mutan:
    """A changed value and what became of it. `temuan` are the findings that the unchanged report does not have."""

    tempat: Tempat
    menjadi: str
    baris: int
    temuan: tuple[Temuan, ...] = ()

    @property
    def ditemukan(self) -> bool:
        """Whether a new finding names the changed line."""
        return any(self.baris in _lines_of(t) for t in self.temuan)


@dataclass(slots=True)
class Laporan:
    """A generated report, its places and what the reviewer says of it unchanged."""

    bahan: Bahan
    dokumen: Document
    tempat: tuple[Tempat, ...] = ()
    teks: tuple[str, ...] = ()
    dasar: frozenset[tuple[str, str]] = frozenset()
    induk: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.dokumen = undrawn(self.dokumen)
        self.tempat = tuple(places(self.dokumen))
        naskah = read(self.dokumen)
        self.teks = tuple(lines_of(naskah))
        self.dasar = frozenset(key(t) for t in judge(naskah))
        parents: dict[str, list[str]] = defaultdict(list)
        for fid, figure in self.bahan.figures.items():
            for child in figure.trace.inputs:
                parents[str(child)].append(str(fid))
        self.induk = {child: tuple(ids) for child, ids in parents.items()}


def report(bahan: Bahan, jenis: str = "lkip") -> Laporan:
    """A report of a package, ready to be changed."""
    return Laporan(bahan, build(bahan, jenis))


def places(document: Document) -> Iterator[Tempat]:
    """Every printed figure in reading order, without the table that quotes rival values on purpose."""
    at = 0
    for block in walk_blocks(document):
        quotes = isinstance(block, Table) and bool(_QUOTES.search(plain_text(block.caption)))
        for run in inline_runs(block):
            for inline in run:
                if isinstance(inline, FigureRef):
                    if not quotes:
                        yield Tempat(at, inline.figure_id, inline.text, isinstance(block, Table))
                    at += 1


def bound(laporan: Laporan) -> tuple[Tempat, ...]:
    """The places whose value another statement of the report contradicts when it is changed."""
    printed = defaultdict(list)
    for place in laporan.tempat:
        printed[place.besaran].append(place)
    return tuple(p for p in laporan.tempat if _DIGITS.search(p.teks) and _is_bound(laporan, p, printed))


def _is_bound(laporan: Laporan, place: Tempat, printed: Mapping[str, Sequence[Tempat]]) -> bool:
    figures = laporan.bahan.figures
    figure = figures.get(FigureId.parse(place.besaran))
    if figure is None or figure.number is None:
        return False
    if any(other.urutan != place.urutan and other.teks == place.teks for other in printed[place.besaran]):
        return True
    inputs = [str(i) for i in figure.trace.inputs]
    if inputs and all(i in printed for i in inputs):
        return True
    for parent in laporan.induk.get(place.besaran, ()):
        siblings = [str(i) for i in figures[FigureId.parse(parent)].trace.inputs]
        number = figures[FigureId.parse(parent)].number  # a word of judgement may hold for other values too
        if number is not None and parent in printed and all(i in printed for i in siblings):
            return True
    return False


def change_text(text: str, chance: random.Random) -> str:
    """A slip of a person: a digit changed, two exchanged, the comma moved, a digit lost.

    A number with decimals moves by more than one unit of its last place: less is rounding, which contradicts nothing.
    """
    match = max(_NUMBER.finditer(text), key=lambda m: len(m[0]))
    number = match[0]
    ways = [_other_digit, _exchanged, _moved_comma, _lost_digit]
    chance.shuffle(ways)
    made = (way(number, chance) for _ in range(_TRIES) for way in ways)
    changed = next(c for c in made if _differs(c, number))  # another digit soon is one
    return text[: match.start()] + changed + text[match.end() :]


_TRIES = 20


def _differs(changed: str, number: str) -> bool:
    was, now = read_digits(number), read_digits(changed)
    if was.nilai is None or now.nilai is None:
        return changed != number
    return abs(now.nilai - was.nilai) > (was.ketelitian if was.desimal else 0)


def _other_digit(number: str, chance: random.Random) -> str:
    at = chance.choice([m.start() for m in _DIGITS.finditer(number)])
    digit = chance.choice([d for d in ("123456789" if at == 0 else "0123456789") if d != number[at]])
    return number[:at] + digit + number[at + 1 :]


def _exchanged(number: str, chance: random.Random) -> str:
    pairs = [n for n in range(len(number) - 1) if number[n : n + 2].isdecimal() and number[n] != number[n + 1]]
    pairs = [n for n in pairs if n or number[1] != "0"]
    if not pairs:
        return number
    at = chance.choice(pairs)
    return number[:at] + number[at + 1] + number[at] + number[at + 2 :]


def _moved_comma(number: str, chance: random.Random) -> str:
    whole, comma, places = number.partition(",")
    return f"{whole}{places[0]},{places[1:]}" if comma and len(places) > 1 and "." not in whole else number


def _lost_digit(number: str, chance: random.Random) -> str:
    whole, comma, places = number.partition(",")
    return f"{whole[:-1]}{comma}{places}" if len(whole) > 1 and "." not in whole else number


def mutant(laporan: Laporan, place: Tempat, chance: random.Random) -> Mutan:
    """The report with one value changed, judged."""
    text = change_text(place.teks, chance)
    at = -1

    def change(inline: Inline) -> Inline:
        nonlocal at
        if isinstance(inline, FigureRef):
            at += 1
            if at == place.urutan:
                return replace(inline, text=text)
        return inline

    naskah = read(map_inlines(laporan.dokumen, change))
    lines = lines_of(naskah)
    differing = [n for n, (was, now) in enumerate(zip(laporan.teks, lines, strict=True), 1) if was != now]
    new = tuple(t for t in judge(naskah) if key(t) not in laporan.dasar)
    return Mutan(place, text, differing[0] if differing else 0, new)


def read(document: Document) -> Naskah:
    """The document as the reviewer reads the Word file."""
    return parse_docx(write_docx(document), "mutan.docx")


def judge(naskah: Naskah) -> tuple[Temuan, ...]:
    """What the rules about values say."""
    return review(collect(naskah), load(), pilih=GROUPS).temuan


def key(finding: Temuan) -> tuple[str, str]:
    return finding.kode, finding.pesan


def _lines_of(finding: Temuan) -> set[int]:
    return {*finding.lokasi.baris, *(n for t in finding.terkait for n in t.lokasi.baris)}


def sample(places_: Sequence[Tempat], count: int, seed: int) -> list[Tempat]:
    """As many places of each kind as fit, kinds in turn, so that frequent kinds do not crowd out the others."""
    chance = random.Random(seed)
    by_kind: dict[str, list[Tempat]] = defaultdict(list)
    for place in places_:
        by_kind[place.jenis].append(place)
    for group in by_kind.values():
        chance.shuffle(group)
    chosen: list[Tempat] = []
    while len(chosen) < count and any(by_kind.values()):
        for kind in sorted(by_kind):
            if by_kind[kind] and len(chosen) < count:
                chosen.append(by_kind[kind].pop())
    return chosen
