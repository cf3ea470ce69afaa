"""What the documents of a review are built from, and the pieces that they share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.doctree.kata_reviu import BATAS_REVIU, PembandingDibaca, nama_jenis
from akuntabel.doctree.nodes import (
    Block,
    Box,
    BoxKind,
    Cell,
    Column,
    Document,
    Gaya,
    Heading,
    Inlines,
    ListBlock,
    ListKind,
    Paragraph,
    Row,
    Section,
    Signature,
    SignatureBlock,
    Table,
    Text,
)
from akuntabel.findings import HasilPemeriksaan, Temuan
from akuntabel.regulations import Regulations
from akuntabel.reports.dokumen.rangka import judul_dokumen

TITIK = "…" * 9  # a blank to be filled by a person
LAPORAN_KINERJA = "Laporan Kinerja"


@dataclass(frozen=True, slots=True)
class BahanReviu:
    """The outcome of the review of one document. `dated` is the day of the reviewed file, never of the clock.

    `pembanding` are the other documents and what each was taken for.
    """

    hasil: HasilPemeriksaan
    berkas: str
    dated: date
    regulations: Regulations
    pembanding: tuple[PembandingDibaca, ...] = ()

    @property
    def instansi(self) -> str:
        """The agency as the document names it; a blank where it was not recognised."""
        return self.hasil.dokumen.get("instansi") or TITIK

    @property
    def tahun(self) -> str:
        """The report year as the document names it; a blank where it was not recognised."""
        return str(self.hasil.dokumen.get("tahun") or TITIK)

    @property
    def laporan(self) -> str:
        """'Laporan Kinerja Dinas X Tahun 2025'; another kind of document by its own name."""
        kind = LAPORAN_KINERJA if self.is_report else nama_jenis(self.hasil.dokumen)
        return f"{kind} {self.instansi} Tahun {self.tahun}"

    @property
    def is_report(self) -> bool:
        """Whether the document is a performance report; only those get the statement of having been reviewed."""
        return (self.hasil.dokumen.get("jenis") or "").startswith("lkj")

    def nomor(self, findings: Iterable[Temuan]) -> str:
        """The numbers of findings in the order of the document: 'temuan nomor 1, 4, dan 7'."""
        place = {id(t): n for n, t in enumerate(self.hasil.temuan, 1)}
        numbers = [str(place[id(t)]) for t in findings]
        return f"temuan nomor {berderet(numbers)}" if numbers else ""


def berderet(words: list[str]) -> str:
    """'a', 'a dan b', 'a, b, dan c'."""
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def dokumen(bahan: BahanReviu, nama: str, sections: Iterable[Section], *, draft: bool = False) -> Document:
    """The document tree, not yet numbered."""
    title = f"{nama} atas {bahan.laporan}"
    return Document(title, "", bahan.dated, tuple(sections), subject=nama, header=title, draft=draft)


def judul(title: str, label: str, *lines: str) -> tuple[Block, ...]:
    """The title of a document and the centred lines below it."""
    return (Heading(1, (Text(title.upper()),), label, numbered=False), judul_dokumen(*lines))


def bagian(title: str, label: str) -> Heading:
    """A part of a document (A., B.)."""
    return Heading(2, (Text(title),), label)


def alinea(text: str, style: Gaya = Gaya.ISI) -> Paragraph:
    """A plain paragraph."""
    return Paragraph((Text(text),), style)


def isian(names: Iterable[str]) -> Table:
    """Lines for people to fill in: 'Nomor surat tugas : ………'."""
    return identitas_baris((name, TITIK) for name in names)


def identitas_baris(rows: Iterable[tuple[str, str]]) -> Table:
    """A layout table 'Nama : ...' without lines."""
    body = tuple(Row((Cell((Text(k),)), Cell((Text(":"),)), Cell((Text(v),)))) for k, v in rows)
    return Table((Column(34), Column(3), Column(94)), body, rules=False)


def batas() -> Block:
    """What the reviewer cannot say, framed."""
    items = tuple((Paragraph((Text(line),)),) for line in BATAS_REVIU)
    lead = Paragraph((Text("Batas reviu oleh program", bold=True),))
    return Box(BoxKind.INFO, (lead, ListBlock(ListKind.BUTIR, items)))


def tanda_tangan(jabatan: str) -> SignatureBlock:
    """A signature that a person fills in."""
    above: tuple[Inlines, ...] = ((Text(f"{TITIK}, {TITIK}"),), (Text(jabatan),))
    return SignatureBlock(None, Signature(above, TITIK, (f"Pangkat {TITIK}", f"NIP {TITIK}")))


def tempat(finding: Temuan) -> str:
    """The place of a finding as people look it up."""
    return str(finding.lokasi)


def kesampingan(finding: Temuan) -> str:
    """Who set a finding aside, when and why; empty for an open one."""
    aside = finding.kesampingan
    return f"oleh {aside.oleh}, {format_tanggal(aside.tanggal)}: {aside.alasan}" if aside else ""
