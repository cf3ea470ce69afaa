"""The report of a satisfaction survey of one period: five chapters and annexes."""

from __future__ import annotations

from dataclasses import replace

from akuntabel.doctree.nodes import Block, Document, Heading, PageBreak, PageNumber, Section, Text, Toc, TocKind
from akuntabel.reports.bagian.responden import PENGELOLA
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.bagian.survei_pilih import survey_of
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.dokumen.rangka import assemble, judul_dokumen
from akuntabel.reports.laporan_survei import bab1, bab2, bab3, bab4, bab5, lampiran, sampul

NAMA = "Laporan Survei Kepuasan Masyarakat"
BAB = (
    ("PENDAHULUAN", "bab-pendahuluan", bab1.blocks),
    ("PENGUMPULAN DATA", "bab-pengumpulan", bab2.blocks),
    ("HASIL SURVEI", "bab-hasil", bab3.blocks),
    ("ANALISIS DAN TINDAK LANJUT", "bab-analisis", bab4.blocks),
    ("PENUTUP", "bab-penutup", bab5.blocks),
)
DAFTAR = (
    ("DAFTAR ISI", "daftar-isi", TocKind.ISI),
    ("DAFTAR TABEL", "daftar-tabel", TocKind.TABEL),
    ("DAFTAR GAMBAR", "daftar-gambar", TocKind.GAMBAR),
)


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """The report of the chosen period, else of the last one with data. Raises PanggilanError for an unknown period."""
    survei = survey_of(bahan, pilihan, NAMA)
    if survei is None:
        gap = kurang(f"Periode survei tahun {bahan.tahun} (tabel skm_periode).", PENGELOLA)
        return assemble(bahan, NAMA, (Section((judul_dokumen(NAMA, bahan.nama, f"Tahun {bahan.tahun}"), gap)),))
    made = assemble(bahan, NAMA, _sections(survei), survei.sebutan)
    return replace(made, draft=made.draft or is_provisional(survei))


def is_provisional(survei: Survei) -> bool:
    """Whether the index that the document is about is provisional."""
    index = survei.bahan.figures.get(survei.fid("ikm"))
    return index is not None and index.sementara


def _sections(survei: Survei) -> list[Section]:
    chapters: list[Block] = []
    for title, label, part in BAB:
        chapters += [Heading(1, (Text(title),), label), *part(survei)]
    front: list[Block] = []
    for title, label, kind in DAFTAR:
        front += [*((PageBreak(),) if front else ()), Heading(1, (Text(title),), label, numbered=False), Toc(kind)]
    return [
        sampul.section(survei, NAMA),
        Section(tuple(front), page_number=PageNumber.ROMAWI, restart=True),
        Section((*chapters, *lampiran.blocks(survei)), restart=True),
    ]
