"""What one paragraph holds while it is read, and what hangs on it: pictures, text boxes, notes, nested tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from akuntabel.bahasa.bersih import clean_text
from akuntabel.readers.docx.nama import Element


class JenisLampiran(Enum):
    """What hangs on a paragraph or cell."""

    GAMBAR = auto()
    KOTAK = auto()  # a text box: an element with paragraphs
    TULISAN = auto()  # a text box that is text only (WordArt)
    CATATAN_KAKI = auto()
    CATATAN_AKHIR = auto()
    TABEL = auto()


@dataclass(frozen=True, slots=True)
class Lampiran:
    """Something outside the running text. `teks`: alternative text, own text, or the mark of a note."""

    jenis: JenisLampiran
    unsur: Element | None = None
    teks: str = ""


@dataclass(slots=True)
class Isi:
    """The pieces of a paragraph. `sebelum` are the pictures that come before its first text."""

    potong: list[str] = field(default_factory=list)
    sebelum: list[Lampiran] = field(default_factory=list)
    lampiran: list[Lampiran] = field(default_factory=list)
    tebal: bool = True
    ada: bool = False
    halaman: int | None = None

    def add(self, text: str, bold: bool, page: int | None) -> None:
        """A piece of visible text."""
        self.potong.append(text)
        if text.strip():
            self.tebal = self.tebal and bold
            if not self.ada:
                self.ada, self.halaman = True, page

    def attach(self, lampiran: Lampiran) -> None:
        """Something that hangs on the paragraph. A text box floats: where its anchor stands says nothing."""
        first = lampiran.jenis is JenisLampiran.GAMBAR and not self.ada
        (self.sebelum if first else self.lampiran).append(lampiran)


@dataclass(slots=True)
class Pembersih:
    """Cleans text and counts what was lost: dropped, or only named."""

    diganti: int = 0

    def line(self, raw: str) -> str:
        """Text on one line."""
        return " ".join(self.lines(raw).split("\n"))

    def lines(self, raw: str) -> str:
        """Text with its line breaks, no blanks at the ends of lines."""
        if not (raw.isascii() and raw.isprintable()):
            cleaned = clean_text(raw)
            self.diganti += sum(note.banyak for note in cleaned.notes if not note.menjadi or note.menjadi[0] == "[")
            raw = cleaned.text
        if "\n" not in raw:
            return raw.strip()
        return "\n".join(line for part in raw.split("\n") if (line := part.strip()))
