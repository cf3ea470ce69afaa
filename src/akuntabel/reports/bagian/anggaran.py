"""The money of a code: what has a budget, its row in a table, and totals that lack parts."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.doctree.nodes import Block, Cell, Inlines, Row, RowKind, Text
from akuntabel.domain.figure import FigureId
from akuntabel.domain.rencana import Kegiatan, Program, Subkegiatan
from akuntabel.reports.bahan import Bahan, paragraf
from akuntabel.reports.tabel import recorded

UANG = (("pagu", "uang"), ("realisasi_anggaran", "uang"), ("serapan", None), ("sisa", "uang"))


def programs(bahan: Bahan) -> list[Program]:
    """The programmes with a budget figure in the report year, in code order."""
    own = [p for p in bahan.paket.program if bahan.fid("pagu", p.kode) in bahan.figures]
    return sorted(own, key=lambda p: p.kode)


def is_funded(bahan: Bahan, kode: str) -> bool:
    """Whether a code has money this year; a budget that is not known yet counts, one of zero does not."""
    figure = bahan.figure("pagu", kode)
    return figure is not None and (figure.number is None or figure.number > 0)


def funded(bahan: Bahan, rows: Iterable[Kegiatan], program: str) -> list[Kegiatan]:
    """The activities of a programme that have a budget in the report year."""
    own = [k for k in rows if k.program == program and is_funded(bahan, k.kode)]
    return sorted(own, key=lambda k: k.kode)


def sub_funded(bahan: Bahan, kegiatan: str) -> list[Subkegiatan]:
    """The sub-activities with their own budget figure in the report year."""
    own = [s for s in bahan.paket.subkegiatan if s.kegiatan == kegiatan and is_funded(bahan, s.kode)]
    return sorted(own, key=lambda s: s.kode)


def money_row(bahan: Bahan, kode: str, name: str, *, bold: bool = False, kind: RowKind = RowKind.ISI) -> Row:
    """Name, pagu, realisasi, serapan and sisa of one code."""
    cells = (bahan.cell(bahan.fid(b, kode), f, bold=bold) for b, f in UANG)
    return Row((Cell((Text(name, bold=bold),)), *(Cell(c) for c in cells)), kind)


def total_row(bahan: Bahan, kode: str = "total") -> Row:
    """The money of all rows above."""
    return money_row(bahan, kode, "Jumlah", bold=True, kind=RowKind.JUMLAH)


def recorded_totals(bahan: Bahan, kode: str = "total", years: Iterable[int] = ()) -> tuple[Inlines, ...]:
    """The lines of budget and spending that lack parts, of the report year or of the years given."""
    return tuple(
        line
        for tahun in tuple(years) or (bahan.tahun,)
        for besaran, word in (("pagu", "anggaran"), ("realisasi_anggaran", "realisasi"))
        for line in recorded(bahan, f"Jumlah {word} tahun {tahun}", bahan.fid(besaran, kode, tahun))
    )


def weak(bahan: Bahan, fid: FigureId) -> str:
    """' menurut data sementara' after a provisional figure."""
    figure = bahan.figures.get(fid)
    return " menurut data sementara" if figure is not None and figure.sementara else ""


def without_share(bahan: Bahan) -> list[Block]:
    """Budget and spending of the year in words where absorption cannot be computed: what is known of each."""
    made: list[Block] = []
    for besaran, word in (("pagu", "Pagu anggaran"), ("realisasi_anggaran", "Realisasi anggaran")):
        fid = bahan.fid(besaran, "total")
        if bahan.has(besaran, "total"):
            made.append(
                paragraf(
                    "{apa} tahun {tahun}{lemah} sebesar {nilai}.",
                    apa=word, tahun=str(bahan.tahun), lemah=weak(bahan, fid), nilai=bahan.ref(fid),
                )
            )  # fmt: skip
        made += [paragraf("{isi}", isi=line) for line in recorded(bahan, f"{word} tahun {bahan.tahun}", fid)]
    return made
