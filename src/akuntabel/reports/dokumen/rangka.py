"""What every document shares: letterhead, title, signature of the head, page, and whether it is a draft."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.doctree.nodes import (
    Block,
    Break,
    Document,
    Gaya,
    Heading,
    Inline,
    Letterhead,
    Paragraph,
    Section,
    SignatureBlock,
    Text,
)
from akuntabel.domain.instansi import Pejabat
from akuntabel.domain.pilihan import JenisPejabat
from akuntabel.errors import PanggilanError
from akuntabel.reports.bagian.rencana import agreements
from akuntabel.reports.bagian.tanda_tangan import official_signature, place_date
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.draf import is_draft
from akuntabel.reports.gambar import raster
from akuntabel.reports.tata_letak import page_setup

LEBAR_LOGO = 20.0


def assemble(bahan: Bahan, nama: str, sections: Iterable[Section], period: str = "") -> Document:
    """The document tree, not yet numbered. `nama` is the kind as users read it, `period` a part of the year."""
    title = " ".join(p for p in (nama, bahan.nama, period, f"Tahun {bahan.tahun}") if p)
    made = Document(
        title=title,
        author=bahan.nama,
        dated=bahan.laporan.tanggal,
        sections=tuple(sections),
        subject=nama,
        header=title,
        page=page_setup(bahan),
    )
    return replace(made, draft=is_draft(bahan, made))


def refuse_choice(pilihan: str | None, nama: str) -> None:
    """Raises PanggilanError when a choice is given for a document that has none."""
    if pilihan is not None:
        raise PanggilanError(f"{nama} tidak mengenal pilihan '{pilihan}'; jalankan tanpa --pilihan.")


def kop(bahan: Bahan) -> Letterhead:
    """The letterhead: logo, government, agency, address."""
    own = bahan.instansi
    contact = (("Telepon", own.telepon), ("Surel", own.surel), ("Situs", own.situs))
    reach = ", ".join(f"{name} {value}" for name, value in contact if value)
    lines = tuple(dict.fromkeys((own.pemerintah.upper(), own.nama.upper())))
    logo = raster(bahan, own.logo, f"Lambang {own.daerah}", LEBAR_LOGO)
    return Letterhead(lines, tuple(t for t in (own.alamat, reach) if t), logo)


def judul_dokumen(*lines: str) -> Paragraph:
    """A centred bold title of several lines."""
    parts: list[Inline] = []
    for line in lines:
        parts += [*((Break(),) if parts else ()), Text(line.upper(), bold=True)]
    return Paragraph(tuple(parts), Gaya.JUDUL_DOKUMEN)


def judul_laporan(title: str, label: str, *lines: str) -> tuple[Block, ...]:
    """The title of a document with parts of its own: its parts are headings of the second level (A., B.)."""
    return (Heading(1, (Text(title.upper()),), label, numbered=False), judul_dokumen(*lines))


def bagian(title: str, label: str) -> Heading:
    """A part of such a document."""
    return Heading(2, (Text(title),), label)


def head_on(bahan: Bahan, day: date | None) -> Pejabat | None:
    """The head in office on a day by the officials' terms; the signer of the yearly report when the data do not say."""
    heads = [p for p in bahan.paket.pejabat if p.jenis is JenisPejabat.KEPALA_INSTANSI]
    known = [p for p in heads if day is not None and p.mulai is not None and _holds(p, day)]
    return known[0] if len(known) == 1 else bahan.pejabat(bahan.laporan.penanda_tangan)


def _holds(row: Pejabat, day: date) -> bool:
    return row.mulai is not None and row.mulai <= day and (row.selesai is None or day <= row.selesai)


def first_agreed(bahan: Bahan) -> date | None:
    """The day on which the head signed the year's first agreement: when the plans of the year are signed."""
    return next((pk.tanggal for pk in agreements(bahan)), None)


def signed_by_head(
    bahan: Bahan, day: date | None = None, *, as_report: bool = False, tanggal: date | None = None
) -> SignatureBlock:
    """The signature of who was head on `day`. `tanggal` is the date of signing where it is recorded.

    Else the date is left to the hand, unless the document is signed with the yearly report.
    """
    if as_report:
        return official_signature(bahan, bahan.pejabat(bahan.laporan.penanda_tangan))
    return official_signature(bahan, head_on(bahan, day), above=place_date(bahan.laporan.tempat, tanggal))


def rentang_tanggal(mulai: date | None, selesai: date | None) -> str | None:
    """'1 Februari 2025 sampai 31 Maret 2025'; None without either."""
    days = [format_tanggal(d) for d in (mulai, selesai) if d is not None]
    return " sampai ".join(dict.fromkeys(days)) or None
