"""Rencana kinerja tahunan: sasaran, indicators and targets of the year, and the programmes that are to reach them."""

from __future__ import annotations

from akuntabel.bahasa.kalimat import join_list
from akuntabel.calculation.anggaran import MURNI
from akuntabel.doctree.nodes import Block, Cell, Document, Inlines, Orientation, Row, RowKind, Section, Text
from akuntabel.domain.figure import FigureId
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import JenisRencana
from akuntabel.domain.rencana import DokumenRencana
from akuntabel.reports.bagian.anggaran import funded, programs
from akuntabel.reports.bagian.kelompok import is_measured, nama_unit
from akuntabel.reports.bagian.pengukuran import target_inlines
from akuntabel.reports.bagian.program import TINGKAT_PROGRAM
from akuntabel.reports.bagian.rencana import plan_of
from akuntabel.reports.bagian.rencana_tabel import plan_rows
from akuntabel.reports.bagian.sumber import sumber_dokumen
from akuntabel.reports.bagian.versi import sebutan_versi
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.dokumen.rangka import (
    assemble,
    first_agreed,
    judul_dokumen,
    kop,
    refuse_choice,
    signed_by_head,
)
from akuntabel.reports.penanggung import keuangan, perencana
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, kepala, recorded, sumber, tabel, teks

NAMA = "Rencana Kinerja Tahunan"
SEBUTAN = {
    JenisRencana.RENJA: "Renja",
    JenisRencana.RENSTRA: "Renstra",
    JenisRencana.RPJMD: "RPJMD",
    JenisRencana.RPD: "RPD",
}


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """The plan of the year, landscape. Raises PanggilanError for any choice."""
    refuse_choice(pilihan, NAMA)
    blocks: tuple[Block, ...] = (
        kop(bahan),
        judul_dokumen(NAMA, bahan.nama, f"Tahun {bahan.tahun}"),
        *_targets(bahan),
        *_money(bahan),
        signed_by_head(bahan, first_agreed(bahan)),
    )
    return assemble(bahan, NAMA, (Section(blocks, Orientation.LEBAR),))


def _targets(bahan: Bahan) -> list[Block]:
    plan = plan_of(bahan) or plan_of(bahan, JenisRencana.RPJMD)
    rows = plan_rows(bahan, plan) if plan else []
    if not rows:
        return [kurang(f"Tujuan, sasaran, dan indikator rencana tahun {bahan.tahun}.", perencana(bahan))]
    documents = [d for d in (plan_of(bahan, JenisRencana.RENJA), plan) if d is not None]
    body = [
        _row(bahan, n, tujuan, sasaran, ind, _source(bahan, ind, documents))
        for n, (tujuan, sasaran, ind) in enumerate(rows, 1)
    ]
    table = tabel(
        f"Sasaran, Indikator, dan Target Tahun {bahan.tahun}",
        "tabel-rkt",
        ((6, TENGAH), (40, KIRI), (40, KIRI), (38, KIRI), (14, KIRI), (16, KANAN), (16, KIRI)),
        kepala("No.", "Tujuan", "Sasaran", "Indikator", "Satuan", "Target", "Sumber target"),
        body,
        source=sumber_dokumen(bahan, (d.kode for d in documents)),
        notes=tuple(f"{SEBUTAN[d.jenis]}: {d.nama}." for d in documents),
        small=True,
    )
    blank = [ind.nama for _, _, ind in rows if _source(bahan, ind, documents) is None]
    gaps = [kurang(f"Target tahun {bahan.tahun} pada Renja atau Renstra untuk {join_list(blank)}.", perencana(bahan))]
    return [table, *(gaps if blank else [])]


def _source(bahan: Bahan, ind: Indikator, documents: list[DokumenRencana]) -> DokumenRencana | None:
    """The document whose target stands in the plan of the year: the Renja before the Renstra."""
    return next((d for d in documents if bahan.has("target", ind.kode, dokumen=d.kode)), None)


def _row(bahan: Bahan, n: int, tujuan: str, sasaran: str, ind: Indikator, plan: DokumenRencana | None) -> Row:
    target: Inlines = target_inlines(bahan, ind, None, plan.kode) if plan else teks(None)
    named = (teks(n), teks(tujuan), teks(sasaran), teks(ind.nama), teks(ind.satuan))
    return Row(tuple(Cell(c) for c in (*named, target, teks(SEBUTAN[plan.jenis] if plan else None))))


def _money(bahan: Bahan) -> list[Block]:
    own = programs(bahan)
    if not own:
        return [kurang(f"Program, kegiatan, dan anggaran tahun {bahan.tahun}.", keuangan(bahan))]
    rows: list[Row] = []
    for p in own:
        rows.append(_money_row(bahan, p.kode, p.nama, p.unit, RowKind.KELOMPOK))
        rows += [
            _money_row(bahan, k.kode, k.nama, k.unit, RowKind.ISI) for k in funded(bahan, bahan.paket.kegiatan, p.kode)
        ]
    rows.append(_money_row(bahan, "total", "Jumlah", None, RowKind.JUMLAH))
    measured = any(i.tingkat in TINGKAT_PROGRAM and is_measured(bahan, i) for i in bahan.paket.indikator)
    what = f"Indikator dan target program dan kegiatan tahun {bahan.tahun}."
    return [
        tabel(
            f"Program, Kegiatan, dan Anggaran Tahun {bahan.tahun}",
            "tabel-rkt-anggaran",
            ((26, KIRI), (88, KIRI), (26, KANAN), (40, KIRI)),
            kepala("Kode", "Program/Kegiatan", "Anggaran (Rp)", "Penanggung jawab"),
            rows,
            source=sumber(bahan),
            notes=(
                *_version_note(bahan),
                *recorded(bahan, f"Jumlah anggaran tahun {bahan.tahun}", _pagu(bahan, "total")),
            ),
            small=True,
        ),
        *(() if measured else (kurang(what, perencana(bahan)),)),
    ]


def _pagu(bahan: Bahan, kode: str) -> FigureId:
    """The first budget of the year where the data keep it: a plan is older than its changes."""
    first = bahan.fid("pagu", kode, dokumen=MURNI)
    return first if first in bahan.figures else bahan.fid("pagu", kode)


def _version_note(bahan: Bahan) -> tuple[str, ...]:
    known = bahan.fid("pagu", "total", dokumen=MURNI) in bahan.figures
    return (f"Anggaran menurut {sebutan_versi(bahan, bahan.tahun, MURNI if known else None)}.",)


def _money_row(bahan: Bahan, kode: str, name: str, unit: str | None, kind: RowKind) -> Row:
    bold = kind is not RowKind.ISI
    code = (Text(kode if kind is not RowKind.JUMLAH else "", bold=bold),)
    owner = teks(nama_unit(bahan, unit)) if unit else teks(None)
    money = bahan.cell(_pagu(bahan, kode), "uang", bold=bold)
    return Row(
        (Cell(code), Cell((Text(name, bold=bold),)), Cell(money), Cell(owner if kind is not RowKind.JUMLAH else ())),
        kind,
    )
