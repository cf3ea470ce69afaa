"""What accumulates while one document is written, and the frame that a block is set in."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from akuntabel.doctree.nodes import Document, Drawing, Heading, ListKind, Picture, Raster, Table
from akuntabel.doctree.walk import walk_blocks
from akuntabel.writers.docx.figures import Printed, figure_bookmark
from akuntabel.writers.docx.oxml import Xml, el
from akuntabel.writers.docx.package import Relationships

Source = tuple[Drawing, float, float] | bytes  # a drawing with its printed size, or the bytes of a photograph
Media = dict[Source, str]  # the file name of each image


@dataclass(frozen=True, slots=True)
class Frame:
    """The room of a block: its width and indent in twips, and how deep in lists it stands (-1: in none)."""

    width: int
    indent: int = 0
    depth: int = -1


@dataclass(frozen=True, slots=True)
class Numbering:
    """One list with its own count."""

    kind: ListKind
    level: int
    start: int


@dataclass(slots=True)
class State:
    """Counters and side parts of one call of the writer."""

    document: Document
    targets: Mapping[str, str | None]  # label -> what a field to it shows; None: only a place to jump to
    relationships: Relationships = field(default_factory=Relationships)
    media: Media = field(default_factory=dict)
    figures: list[Printed] = field(default_factory=list)
    numberings: list[Numbering] = field(default_factory=list)
    _occurrences: Counter[str] = field(default_factory=Counter)
    _bookmarks: int = 0
    _drawings: int = 0

    def figure_name(self, figure_id: str, printed: str) -> str:
        """The bookmark of the next printing of a figure; it is remembered for the map part."""
        occurrence = self._occurrences[figure_id]
        self._occurrences[figure_id] += 1
        name = figure_bookmark(figure_id, occurrence)
        self.figures.append(Printed(name, figure_id, printed))
        return name

    def bookmark(self, name: str, content: Xml) -> Xml:
        """Content between the two ends of a bookmark."""
        self._bookmarks += 1
        ident = str(self._bookmarks)
        start = el("w:bookmarkStart", {"w:id": ident, "w:name": name})
        return Xml(start + content + el("w:bookmarkEnd", {"w:id": ident}))

    def drawing_id(self) -> int:
        """A number that no other drawing of the document has."""
        self._drawings += 1
        return self._drawings

    def numbering(self, kind: ListKind, level: int, start: int) -> int:
        """The w:numId of a list. Bullets do not count, so that they share one for each level."""
        wanted = Numbering(kind, level, start)
        if kind is ListKind.BUTIR and wanted in self.numberings:
            return self.numberings.index(wanted) + 1
        self.numberings.append(wanted)
        return len(self.numberings)


def label_bookmark(label: str) -> str:
    """The hidden bookmark at a labelled heading or caption."""
    return "_Ref" + hashlib.sha256(label.encode()).hexdigest()[:16]


def section_end(number: int) -> str:
    """The bookmark at the end of a section, by its place (from 0) in the document."""
    return f"_Bagian{number}"


def targets(document: Document) -> dict[str, str | None]:
    """Every label of the document, with the caption text that its bookmark holds."""
    found: dict[str, str | None] = {}
    for block in walk_blocks(document):
        match block:
            case Heading(label=label):
                found[label] = None
            case Table(label=str(label), number=number) | Picture(label=str(label), number=number):
                found[label] = number
            case Raster(label=str(label), number=number):
                found[label] = number
            case _:
                pass
    return found
