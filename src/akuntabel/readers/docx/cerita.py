"""A story (body, text box, note, header): its blocks in order, with what hangs on them right behind."""

from __future__ import annotations

from dataclasses import dataclass, field

from akuntabel.doctree.naskah import Alinea, BlokNaskah, GambarNaskah, LetakBlok, TabelNaskah, Tempat
from akuntabel.readers.docx.alinea import Tergabung, level, line, list_mark, read_paragraph
from akuntabel.readers.docx.isi import Isi, JenisLampiran, Lampiran
from akuntabel.readers.docx.konteks import Konteks
from akuntabel.readers.docx.nama import ALTERNATE, SDT, TBL, TRANSPARENT, Element, P, W, chosen, number_of, value
from akuntabel.readers.docx.ruas import Ruas
from akuntabel.readers.docx.tabel import only_cell, read_table

INDENT = 2  # blanks for each level of a list
# Outside of the running text a table only arranges: its rows are read as lines.
_LINES_ONLY = (LetakBlok.KEPALA_HALAMAN, LetakBlok.KAKI_HALAMAN, LetakBlok.CATATAN_KAKI)
_NOT_READ = frozenset((f"{W}altChunk", f"{W}subDoc"))
_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"

Runs = list[list[BlokNaskah]]


@dataclass(slots=True)
class Cerita:
    """One story while it is read. A nested table begins a new run: it is no continuation of the one around it."""

    konteks: Konteks
    letak: LetakBlok
    runs: Runs = field(default_factory=lambda: [[]])
    menunggu: Tergabung | None = None
    daftar_isi: int = 0

    def read(self, parent: Element) -> None:
        """Add the blocks of an element."""
        self._walk(parent)
        self._flush()

    def _walk(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == P:
                self._paragraph(child)
            elif tag == TBL:
                self._flush()
                self._table(child)
            elif tag in TRANSPARENT:
                contents = tag == SDT and value(child, _GALLERY) == "Table of Contents"
                self.daftar_isi += contents
                self._walk(child)
                self.daftar_isi -= contents
            elif tag == ALTERNATE and (branch := chosen(child)) is not None:
                self._walk(branch)
            elif tag in _NOT_READ:
                self.konteks.sisipan += 1

    def _add(self, *blocks: BlokNaskah) -> None:
        self.runs[-1].extend(blocks)

    # --- paragraphs ---

    def _paragraph(self, paragraph: Element) -> None:
        before = self.menunggu.isi if self.menunggu else None
        contents = self.konteks.ruas.daftar or ("toc 1" if self.daftar_isi else "")
        one = read_paragraph(paragraph, self.konteks, before)
        self.menunggu = one if one.sifat.lanjut else None
        if not one.sifat.lanjut:
            self._emit(one, contents or self.konteks.ruas.daftar, number_of(paragraph))

    def _flush(self) -> None:
        """What waits for a paragraph that never came."""
        if self.menunggu is not None:
            one, self.menunggu = self.menunggu, None
            if one.isi.potong:
                self._emit(one, "")

    def _emit(self, one: Tergabung, contents: str, number: int | None = None) -> None:
        self._attachments(one.isi.sebelum, one.isi)
        style = _style(one.gaya.nama, contents)
        mark = list_mark(one, self.konteks)
        text = line(one, self.konteks, mark, style)
        if text:
            heading = None if self.letak in _LINES_ONLY else level(one)
            indent = INDENT * mark.tingkat if mark.teks and heading is None else 0
            page = one.isi.halaman if one.isi.ada else self.konteks.halaman
            bold = one.isi.ada and one.isi.tebal
            self._add(Alinea(text, Tempat(0, page, number), heading, False, indent, bold, style, self.letak))
        self._attachments(one.isi.lampiran, one.isi)

    # --- tables ---

    def _table(self, element: Element) -> None:
        frame = only_cell(element)
        if frame is not None:
            self._framed(frame)
            return
        table, attached = read_table(element, self.konteks)
        if table is not None:
            self._add(*(self._as_lines(table) if self.letak in _LINES_ONLY else (table,)))
        self._attachments(attached, None)

    def _framed(self, cell: Element) -> None:
        """A table of one cell is a frame around paragraphs."""
        letak, self.letak = self.letak, self._box()
        self.runs.append([])
        self._walk(cell)
        self._flush()
        self.runs.append([])
        self.letak = letak

    def _as_lines(self, table: TabelNaskah) -> list[Alinea]:
        texts = (" ".join(" ".join(c.teks.split()) for c in row.sel if c.teks) for row in table.baris)
        return [Alinea(text, Tempat(0, None), letak=self.letak) for text in texts if text]

    # --- what hangs on paragraphs and cells ---

    def _attachments(self, attached: list[Lampiran], isi: Isi | None) -> None:
        for one in attached:
            page = isi.halaman if isi is not None and isi.ada else self.konteks.halaman
            self._attachment(one, Tempat(0, page))

    def _attachment(self, one: Lampiran, place: Tempat) -> None:
        clean = self.konteks.bersih.line
        match one.jenis:
            case JenisLampiran.GAMBAR:
                if self.letak not in _LINES_ONLY:
                    self._add(GambarNaskah(place, clean(one.teks)))
            case JenisLampiran.TULISAN:
                if text := clean(one.teks):
                    self._add(Alinea(text, place, letak=self._box()))
            case JenisLampiran.CATATAN_AKHIR:
                self.konteks.akhir.append(one)
            case JenisLampiran.TABEL if one.unsur is not None:
                self.runs.append([])
                self._table(one.unsur)
                self.runs.append([])
            case _ if one.unsur is not None:
                note = one.jenis is JenisLampiran.CATATAN_KAKI
                letak, counts = (LetakBlok.CATATAN_KAKI, "catatan kaki") if note else (self._box(), "")
                self._inner(read_story(one.unsur, self.konteks, letak, counts=counts, mark=one.teks))
            case _:
                pass

    def _inner(self, runs: Runs) -> None:
        self._add(*runs[0])
        if len(runs) > 1:
            self.runs += [*runs[1:], []]

    def _box(self) -> LetakBlok:
        return LetakBlok.KOTAK if self.letak is LetakBlok.BADAN else self.letak


def _style(name: str, contents: str) -> str:
    """A line of a list of contents is known by its field, whatever its style is called."""
    return contents if contents and not name.startswith(("toc ", "table of figures")) else name


_MARGINS = (LetakBlok.KEPALA_HALAMAN, LetakBlok.KAKI_HALAMAN)


def read_story(element: Element, konteks: Konteks, letak: LetakBlok, *, counts: str = "", mark: str = "") -> Runs:
    """The blocks of a story, in runs within which tables may be joined.

    `counts` names the lists' counts that it shares with others; `mark` is that of a note.
    """
    saved = (konteks.ruas, konteks.tanda, konteks.gaya_alinea, konteks.daftar)
    konteks.ruas, konteks.tanda, konteks.daftar = Ruas(letak not in _MARGINS), mark, konteks.counts(counts)
    story = Cerita(konteks, letak)
    story.read(element)
    konteks.ruas, konteks.tanda, konteks.gaya_alinea, konteks.daftar = saved
    return story.runs
