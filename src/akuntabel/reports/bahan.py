"""What the parts of a document are built from: package, figures, policy, and the inline pieces made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from akuntabel.calculation.policy import Policy
from akuntabel.doctree.nodes import Block, Box, BoxKind, FigureRef, Inline, Inlines, Paragraph, Text
from akuntabel.domain.figure import Figure, FigureId, FigureSet, Keadaan
from akuntabel.domain.instansi import Instansi, Laporan, Pejabat
from akuntabel.domain.paket import Paket
from akuntabel.provenance import SourceMap
from akuntabel.regulations import Regulations
from akuntabel.reports.cetak import print_figure, print_state

TANDA_SEMENTARA = "*"
DISAMARKAN = "tidak ditampilkan"  # a figure that a public copy withholds


@dataclass(frozen=True, slots=True)
class Bahan:
    """Everything that a document's parts may see. `internal` prints full NIP, plates and engine numbers.

    `withheld` figures are not printed, nor their origins: see `salinan_publik`, which makes the copy for citizens.
    `marks` False leaves the mark of provisional values out of tables: in a text to be signed DRAF says it instead.
    """

    paket: Paket
    figures: FigureSet
    sumber: SourceMap
    policy: Policy
    regulations: Regulations
    tahun: int
    internal: bool = True
    marks: bool = True
    narasi: Mapping[str, str] = field(default_factory=dict)
    withheld: frozenset[FigureId] = frozenset()

    @property
    def instansi(self) -> Instansi:
        """The agency."""
        return self.paket.instansi[0]

    @property
    def laporan(self) -> Laporan:
        """The report's own settings."""
        return self.paket.laporan[0]

    @property
    def nama(self) -> str:
        """The agency's name with its region, once: 'Dinas Tenaga Kerja Kota Contoh'."""
        own, region = self.instansi.nama, self.instansi.daerah
        return own if own.endswith(region) else f"{own} {region}"

    def pejabat(self, kode: str | None) -> Pejabat | None:
        """An official by code."""
        return next((p for p in self.paket.pejabat if p.kode == kode), None)

    def figure(self, besaran: str, kode: str, tahun: int | None = None, **parts: str | None) -> Figure | None:
        """A figure, or None when the data do not give it."""
        return self.figures.get(self.fid(besaran, kode, tahun, **parts))

    def fid(self, besaran: str, kode: str, tahun: int | None = None, **parts: str | None) -> FigureId:
        """A figure id; the year is the report's unless given."""
        return FigureId(besaran, kode, self.tahun if tahun is None else tahun, **parts)

    def has(self, besaran: str, kode: str, tahun: int | None = None, **parts: str | None) -> bool:
        """Whether a figure exists and has a value."""
        figure = self.figure(besaran, kode, tahun, **parts)
        return figure is not None and figure.keadaan is Keadaan.ADA

    def text(self, besaran: str, kode: str, tahun: int | None = None, **parts: str | None) -> str | None:
        """The word of a figure, for choosing between sentences; None without one."""
        figure = self.figure(besaran, kode, tahun, **parts)
        return figure.value if figure is not None and isinstance(figure.value, str) else None

    def ref(self, fid: FigureId, format_name: str | None = None, *, bold: bool = False) -> Inline:
        """A figure inside a sentence. A figure that the data do not give prints as missing."""
        figure = self.figures.get(fid)
        if fid in self.withheld:
            return Text(DISAMARKAN, bold=bold)
        if figure is None:
            return Text("belum ada data", bold=bold)
        return FigureRef(str(fid), print_figure(figure, format_name), bold=bold)

    def cell(self, fid: FigureId, format_name: str | None = None, *, bold: bool = False) -> Inlines:
        """A figure inside a table cell; a provisional value carries its mark."""
        figure = self.figures.get(fid)
        if fid in self.withheld:
            return (Text(DISAMARKAN, bold=bold),)
        if figure is None:
            return (Text("–", bold=bold),)
        if figure.keadaan is not Keadaan.ADA:
            return (FigureRef(str(fid), print_state(figure, short=True), bold=bold),)
        mark = (Text(TANDA_SEMENTARA),) if figure.sementara and self.marks else ()
        return (FigureRef(str(fid), print_figure(figure, format_name), bold=bold), *mark)


def kalimat(template: str, **parts: Inline | Inlines | str) -> Inlines:
    """A sentence from a template whose `{nama}` places are filled by figures or texts. Figures stay references.

    Raises KeyError for a place without a part: a programming error.
    """
    made: list[Inline] = []
    rest = template
    while rest:
        before, brace, tail = rest.partition("{")
        if before:
            made.append(Text(before))
        if not brace:
            break
        name, _, rest = tail.partition("}")
        part = parts[name]
        if isinstance(part, str):
            made.append(Text(part))
        else:
            made.extend(part if isinstance(part, tuple) else (part,))
    return merge(tuple(made))


def join(parts: list[Inlines]) -> Inlines:
    """'a, b, dan c' over inline pieces."""
    made: list[Inlines] = []
    for n, part in enumerate(parts):
        if n:
            last = n == len(parts) - 1
            made.append((Text(" dan " if last and len(parts) == 2 else ", dan " if last else ", "),))
        made.append(part)
    return tuple(i for p in made for i in p)


def counts(bahan: Bahan, parts: Iterable[tuple[FigureId, str]]) -> Inlines:
    """'3 (tiga) mencapai target dan 2 (dua) tidak mencapai target'; what nothing is counted of is left out."""
    shown = [(i, word) for i, word in parts if (f := bahan.figures.get(i)) is not None and f.number]
    return join([kalimat("{n} {kata}", n=bahan.ref(i, "cacah"), kata=word) for i, word in shown])


def merge(inlines: Inlines) -> Inlines:
    """Join neighbouring plain texts of one look."""
    made: list[Inline] = []
    for node in inlines:
        last = made[-1] if made else None
        if isinstance(node, Text) and isinstance(last, Text) and (node.bold, node.italic) == (last.bold, last.italic):
            made[-1] = Text(last.value + node.value, node.bold, node.italic)
        else:
            made.append(node)
    return tuple(made)


def paragraf(template: str, **parts: Inline | Inlines | str) -> Paragraph:
    """A body paragraph from a template."""
    return Paragraph(kalimat(template, **parts))


BELUM_ADA = "Data belum ada. "


def kurang(what: str | Inlines, who: str) -> Block:
    """A notice that data are missing: what, and who should bring it. Nothing is invented in its place."""
    told = kalimat("{apa} Yang melengkapi: {siapa}.", apa=what, siapa=who)
    return Box(BoxKind.KURANG, (Paragraph((Text(BELUM_ADA, bold=True), *told)),))
