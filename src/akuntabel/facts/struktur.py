"""What each paragraph is: heading, caption, entry of a list of contents, list item, or running text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from akuntabel.doctree.naskah import Alinea, BlokNaskah, Naskah, Tempat
from akuntabel.doctree.penomoran_baris import is_body
from akuntabel.facts.entri import EntriDaftar, entries_of, listed
from akuntabel.facts.pola import APPENDIX, CAPTION, CHAPTER, FRONT, NUMBERED, clean
from akuntabel.facts.sistematika import outline_blocks


class PeranAlinea(StrEnum):
    """What a paragraph does in the document."""

    JUDUL = "judul"
    KETERANGAN = "keterangan"  # caption of a table or picture
    ENTRI = "entri"  # line of a list of contents, tables or pictures
    BUTIR = "butir"
    SUMBER = "sumber"
    ISI = "isi"


class JenisJudul(StrEnum):
    """How a heading is numbered."""

    BAB = "bab"
    LAMPIRAN = "lampiran"
    BERTINGKAT = "bertingkat"  # 1.2, 3.1.4
    ANGKA = "angka"  # 1.
    HURUF_BESAR = "huruf_besar"  # A.
    HURUF_KECIL = "huruf_kecil"  # a.
    TANPA = "tanpa"


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading. `nomor` is its number as printed; `pasti` where a style or a BAB says that it is one."""

    teks: str
    nomor: str
    jenis: JenisJudul
    tempat: Tempat
    blok: int
    pasti: bool = False
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Keterangan:
    """A caption "Tabel 3.2 : Judul". `nomor` is normalised ("3.2"), `cetak` the label as printed ("Tabel 3. 2 :")."""

    jenis: str
    nomor: str
    judul: str
    cetak: str
    tempat: Tempat
    blok: int


@dataclass(frozen=True, slots=True)
class AlineaFakta:
    """A paragraph with its role, its place in the structure (`bagian`: headings from the top), and its list marker."""

    alinea: Alinea
    peran: PeranAlinea
    blok: int
    bagian: tuple[str, ...] = ()
    bab: str = ""
    penanda: str = ""

    @property
    def teks(self) -> str:
        """The text as printed."""
        return self.alinea.teks

    @property
    def isi(self) -> str:
        """The text without its list marker and without marks of emphasis."""
        return clean(self.alinea.teks[len(self.penanda) :])

    @property
    def tempat(self) -> Tempat:
        """Its place."""
        return self.alinea.tempat


@dataclass(frozen=True, slots=True)
class Struktur:
    """The skeleton of a document. `bagian_blok` gives the headings above each block."""

    alinea: tuple[AlineaFakta, ...] = ()
    judul: tuple[Judul, ...] = ()
    keterangan: tuple[Keterangan, ...] = ()
    entri: tuple[EntriDaftar, ...] = ()
    daftar: tuple[str, ...] = ()
    bagian_blok: tuple[tuple[str, ...], ...] = ()
    blok_daftar: frozenset[int] = frozenset()


_BARE_NUMBER = re.compile(r"(\d{1,2})\s+([A-Z]\D.*)", re.DOTALL)
_LETTERED = re.compile(r"([A-Z]|[a-z]|\d{1,2}|[IVX]{1,4})[.)]\s+(\S.*)", re.DOTALL)
_SENTENCE_AFTER = re.compile(
    r"(di ?atas|di ?bawah|berikut|menunjukkan|memperlihatkan|menggambarkan|dapat|terlihat|tersebut|merupakan|dan|adalah"
    r"|menjelaskan|menyajikan|di atas|maka|bahwa|yang menunjukkan)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(sumber(?:\s+data)?(?!\s+dana)|data\s+sumber|ket(?:erangan)?|catatan)\s*[:.]?\s", re.IGNORECASE)
MARKER = re.compile(
    r"\s*(?:[-•●○◦▪➢*]\s+|o\s+(?=\S))?(?:\((?:\d{1,2}|[a-z])\)|(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,4})[.)]{1,2}|"
    r"(?<=\s)(?=\S))\s+|\s*[-•●○◦▪➢*]\s+|\s*o\s+"
)


def read_structure(naskah: Naskah) -> Struktur:
    """The role of every paragraph of the body, headings, captions and lists of contents, in order."""
    in_lists = dict(listed(naskah))
    outline = outline_blocks(naskah, frozenset(in_lists))
    headings: list[Judul] = []
    captions: list[Keterangan] = []
    facts: list[AlineaFakta] = []
    above: list[tuple[str, ...]] = []
    path: tuple[Judul, ...] = ()
    title = -1  # the line that holds the title of the chapter before it
    for index, block in enumerate(naskah.blok):
        if index == title and isinstance(block, Alinea):
            names = tuple(_name(j) for j in path)
            facts.append(AlineaFakta(block, PeranAlinea.JUDUL, index, names, _chapter(path)))
        elif isinstance(block, Alinea) and is_body(block) and index not in in_lists:
            fact, heading, caption = _read(block, index, naskah.blok)
            if _is_entry(fact, heading, index in outline, naskah.blok):
                fact, heading = AlineaFakta(block, PeranAlinea.ENTRI, index), None
            if heading:
                headings.append(heading)
                path = _descend(path, heading)
                title = _title_line(heading, index, naskah.blok)
            if caption:
                captions.append(caption)
            names = tuple(_name(j) for j in path)
            facts.append(replace(fact, bagian=names, bab=_chapter(path)))
        elif isinstance(block, Alinea) and index in in_lists:
            facts.append(AlineaFakta(block, PeranAlinea.ENTRI, index))
        above.append(tuple(_name(j) for j in path))
    entries = tuple(e for i, kind in in_lists.items() for e in entries_of(naskah.blok[i], i, kind))
    kinds = tuple(dict.fromkeys(in_lists.values()))
    return Struktur(tuple(facts), tuple(headings), tuple(captions), entries, kinds, tuple(above), frozenset(in_lists))


def _is_entry(fact: AlineaFakta, heading: Judul | None, in_outline: bool, blocks: tuple[BlokNaskah, ...]) -> bool:
    """A heading or an item of an outline; a bare "BAB II" beside another one, as contents that lost their columns."""
    if in_outline:
        return heading is not None or fact.peran is PeranAlinea.BUTIR
    if heading is None or heading.jenis is not JenisJudul.BAB or heading.teks:
        return False
    beside = (*blocks[max(0, fact.blok - 1) : fact.blok], *blocks[fact.blok + 1 : fact.blok + 2])
    return any(isinstance(b, Alinea) and CHAPTER.fullmatch(clean(b.teks)) for b in beside)


def _name(heading: Judul) -> str:
    return f"{heading.nomor} {heading.teks}".strip()[:120]


def _chapter(path: tuple[Judul, ...]) -> str:
    """The Roman or Arabic number of the chapter, "depan" before the first, "lampiran" in annexes."""
    for heading in path:
        if heading.jenis is JenisJudul.BAB:
            return heading.nomor.removeprefix("BAB").strip()
        if heading.jenis is JenisJudul.LAMPIRAN:
            return "lampiran"
    return "depan"


_DEPTH = {
    JenisJudul.BAB: 1, JenisJudul.LAMPIRAN: 1, JenisJudul.TANPA: 2, JenisJudul.BERTINGKAT: 2,
    JenisJudul.HURUF_BESAR: 3, JenisJudul.ANGKA: 4, JenisJudul.HURUF_KECIL: 5,
}  # fmt: skip


def _descend(path: tuple[Judul, ...], heading: Judul) -> tuple[Judul, ...]:
    depth = _depth(heading)
    kept = tuple(j for j in path if _depth(j) < depth)
    return (*kept, heading)


def _depth(heading: Judul) -> int:
    if heading.jenis is JenisJudul.BERTINGKAT:
        return 2 * heading.nomor.count(".")
    chapter = heading.jenis in (JenisJudul.BAB, JenisJudul.LAMPIRAN)
    if chapter or heading.level == 1 or (heading.jenis is JenisJudul.TANPA and FRONT.fullmatch(heading.teks)):
        return 1
    return _DEPTH[heading.jenis] * 2 - 1 if heading.level is None else min(2 * heading.level - 2, 9)


# --- lists of contents ---


def _read(
    block: Alinea, index: int, blocks: tuple[BlokNaskah, ...]
) -> tuple[AlineaFakta, Judul | None, Keterangan | None]:
    text = clean(block.teks)
    caption = _caption(block, text, index)
    if caption:
        return AlineaFakta(block, PeranAlinea.KETERANGAN, index), None, _with_caption_title(caption, blocks)
    heading = read_heading(block, text, index)
    if heading and not (heading.jenis in _LETTERED_KINDS and block.level is None and _in_run(index, blocks)):
        heading = _with_title(heading, index, blocks)
        return AlineaFakta(block, PeranAlinea.JUDUL, index), heading, None
    if _SOURCE.match(text) and len(text) < 200:
        return AlineaFakta(block, PeranAlinea.SUMBER, index), None, None
    marker = MARKER.match(block.teks)
    if marker and marker[0].strip():
        return AlineaFakta(block, PeranAlinea.BUTIR, index, penanda=marker[0]), None, None
    return AlineaFakta(block, PeranAlinea.ISI, index), None, None


def _caption(block: Alinea, text: str, index: int) -> Keterangan | None:
    match = CAPTION.match(text)
    if not match or len(text) > 300:
        return None
    title = match["judul"].strip()
    styled = block.gaya in ("caption", "keterangan gambar", "keterangan tabel")
    if not styled and (_SENTENCE_AFTER.match(title) or (title[:1].islower() and not match["sep"].strip())):
        return None
    label = text[: match.start("judul")].strip()
    return Keterangan(match["jenis"].lower(), _caption_number(match), title, label, block.tempat, index)


def _caption_number(match: re.Match[str]) -> str:
    return re.sub(r"\s", "", match["nomor"] or "").replace("-", ".")


def read_caption(text: str) -> tuple[str, str, str] | None:
    """Kind, number and title of a text that begins like a caption."""
    match = CAPTION.match(text)
    return (match["jenis"].lower(), _caption_number(match), match["judul"].strip()) if match else None


def is_front(text: str) -> bool:
    """Whether a line is the heading of a part without number: KATA PENGANTAR, DAFTAR ISI, PENUTUP."""
    return FRONT.fullmatch(text) is not None


def read_heading(block: Alinea, text: str, index: int) -> Judul | None:
    """The heading that a paragraph is, by style or by its form; None for running text."""
    styled = block.level is not None
    made = Judul(text, "", JenisJudul.TANPA, block.tempat, index, styled and not block.dugaan, block.level)
    if (match := CHAPTER.fullmatch(text)) and len(text) < 160:
        return replace(made, teks=match[2].strip(), nomor=f"BAB {match[1]}", jenis=JenisJudul.BAB, pasti=True)
    if (match := APPENDIX.fullmatch(text)) and len(text) < 160 and (text.isupper() or styled):
        return replace(
            made, teks=match[2].strip(), nomor=f"LAMPIRAN {match[1] or ''}".strip(), jenis=JenisJudul.LAMPIRAN
        )
    if (match := NUMBERED.fullmatch(text)) and _title_like(match[2], styled):
        number = re.sub(r"\s", "", match[1])
        return replace(made, teks=match[2], nomor=number, jenis=JenisJudul.BERTINGKAT)
    if (match := _LETTERED.fullmatch(text)) and (
        styled or block.tebal or (_title_like(match[2], styled) and _is_title_case(match[2]))
    ):
        return replace(made, teks=match[2], nomor=f"{match[1]}.", jenis=_marker_kind(match[1]))
    if styled or FRONT.fullmatch(text) or _is_loud(text):
        match = _BARE_NUMBER.fullmatch(text)
        return replace(made, teks=match[2], nomor=match[1]) if match else made
    return None


def _marker_kind(marker: str) -> JenisJudul:
    if marker.isdigit():
        return JenisJudul.ANGKA
    return JenisJudul.HURUF_BESAR if marker.isupper() else JenisJudul.HURUF_KECIL


def _title_like(text: str, styled: bool) -> bool:
    return styled or (
        len(text) < 180 and not text.endswith((".", ";", ",")) and text[:1].isalpha() and text[:1].isupper()
    )


def _is_title_case(text: str) -> bool:
    """Most words of more than three letters begin with a capital."""
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    return bool(words) and len(words) <= 14 and 3 * sum(w[0].isupper() for w in words) >= 2 * len(words)


_LOUDEST = 120


def _is_loud(text: str) -> bool:
    """A short line in capitals: a heading that nobody styled."""
    if not text.isupper() or len(text) >= _LOUDEST or text[:1] in "-•●○◦▪➢(":
        return False
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 5 and all(c.isupper() for c in letters) and not text.endswith((",", ";"))


_RUNNING = 6  # blocks behind a caption among which its title stands: footers and headers of a page end
_LETTERED_KINDS = (JenisJudul.ANGKA, JenisJudul.HURUF_BESAR, JenisJudul.HURUF_KECIL)


def _in_run(index: int, blocks: tuple[BlokNaskah, ...]) -> bool:
    """Right before or behind stands the neighbour of this marker: an item of a list, not a heading."""
    own = _marker_of(blocks[index])
    before = _marker_of(blocks[index - 1]) if index else ""
    behind = _marker_of(blocks[index + 1]) if index + 1 < len(blocks) else ""
    return bool(own) and (behind == _next_marker(own) or (bool(before) and _next_marker(before) == own))


def _marker_of(block: BlokNaskah) -> str:
    match = _LETTERED.fullmatch(clean(block.teks)) if isinstance(block, Alinea) else None
    return match[1] if match else ""


def _next_marker(marker: str) -> str:
    return str(int(marker) + 1) if marker.isdigit() else chr(ord(marker) + 1) if len(marker) == 1 else ""


def _with_caption_title(caption: Keterangan, blocks: tuple[BlokNaskah, ...]) -> Keterangan:
    """A caption whose title stands on the next line, be it on the next page."""
    follower = next((b for b in blocks[caption.blok + 1 : caption.blok + 1 + _RUNNING] if is_body(b)), None)
    if caption.judul or not isinstance(follower, Alinea):
        return caption
    title = clean(follower.teks)
    return replace(caption, judul=title) if title and len(title) < 200 and not title.endswith(".") else caption


def _with_title(heading: Judul, index: int, blocks: tuple[BlokNaskah, ...]) -> Judul:
    """A chapter whose title stands on the next line."""
    line = _title_line(heading, index, blocks) if not heading.teks else -1
    follower = blocks[line] if line >= 0 else None
    return replace(heading, teks=clean(follower.teks)) if isinstance(follower, Alinea) else heading


def _title_line(heading: Judul, index: int, blocks: tuple[BlokNaskah, ...]) -> int:
    """The block after a bare "BAB I" that holds its title; -1 where the title stands beside it or is missing."""
    own = blocks[index]
    match = CHAPTER.fullmatch(clean(own.teks)) if isinstance(own, Alinea) else None
    if heading.jenis is not JenisJudul.BAB or not match or match[2]:
        return -1
    for line in range(index + 1, min(index + 3, len(blocks))):
        block = blocks[line]
        if isinstance(block, Alinea) and is_body(block):
            title = clean(block.teks)
            other = title.endswith(".") or NUMBERED.fullmatch(title) or CHAPTER.fullmatch(title)
            return line if len(title) < 120 and not other else -1
    return -1


def captions_of(captions: Iterable[Keterangan], kind: str) -> tuple[Keterangan, ...]:
    """The captions of one kind; grafik, diagram, bagan and peta count as gambar."""
    pictures = ("gambar", "grafik", "diagram", "bagan", "peta")
    return tuple(c for c in captions if (c.jenis in pictures if kind == "gambar" else c.jenis == kind))
