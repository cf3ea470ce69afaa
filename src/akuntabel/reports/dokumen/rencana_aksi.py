"""Action plan of the year: targets per quarter, actions with outputs, budget and owner, steps with schedule."""

from __future__ import annotations

from akuntabel.bahasa.kalimat import join_list
from akuntabel.bahasa.tanggal import romawi
from akuntabel.doctree.nodes import Block, Cell, Document, Inlines, Orientation, Row, RowKind, Section, Text
from akuntabel.doctree.transforms.number import letters
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Langkah, RencanaAksi
from akuntabel.domain.pilihan import Periode
from akuntabel.reports.bagian.kelompok import nama_unit
from akuntabel.reports.bagian.pengukuran import target_inlines
from akuntabel.reports.bagian.perjanjian import teks_induk
from akuntabel.reports.bagian.sumber import dokumen_terukur, sumber_dokumen
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.dokumen.rangka import (
    assemble,
    first_agreed,
    judul_dokumen,
    kop,
    refuse_choice,
    rentang_tanggal,
    signed_by_head,
)
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, kepala_bertingkat, sumber, tabel, teks

NAMA = "Rencana Aksi Kinerja"
TRIWULAN = tuple(p.value for p in Periode if p is not Periode.TAHUN)


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """The action plan, landscape. Raises PanggilanError for any choice."""
    refuse_choice(pilihan, NAMA)
    blocks: tuple[Block, ...] = (
        kop(bahan),
        judul_dokumen(NAMA, bahan.nama, f"Tahun {bahan.tahun}"),
        *_targets(bahan),
        *_actions(bahan),
        signed_by_head(bahan, first_agreed(bahan)),
    )
    return assemble(bahan, NAMA, (Section(blocks, Orientation.LEBAR),))


def _measured(bahan: Bahan) -> list[Indikator]:
    """Indicators with a target of the year, in the order of the package's levels."""
    own = [i for i in bahan.paket.indikator if bahan.fid("target", i.kode) in bahan.figures]
    levels = ("tujuan", "sasaran", "program", "kegiatan", "subkegiatan")
    return sorted(own, key=lambda i: (levels.index(i.tingkat.value), i.urutan or 0, i.kode))


def _targets(bahan: Bahan) -> list[Block]:
    own = _measured(bahan)
    if not own:
        return [kurang(f"Target indikator tahun {bahan.tahun}.", perencana(bahan))]
    names = [f"TW {romawi(n)}" for n in range(1, len(TRIWULAN) + 1)]
    lead = [("No.", 1, 2), ("Tujuan/Sasaran/Program", 1, 2), ("Indikator", 1, 2), ("Satuan", 1, 2)]
    head = kepala_bertingkat(
        [*lead, (f"Target {bahan.tahun}", 1, 2), ("Target triwulan", len(names), 1), ("Penanggung jawab", 1, 2)],
        [(name, 1, 1) for name in names],
    )
    rows = [_target_row(bahan, n, ind) for n, ind in enumerate(own, 1)]
    quarter = tuple((13, KANAN) for _ in names)
    table = tabel(
        f"Target Indikator per Triwulan Tahun {bahan.tahun}",
        "tabel-target-triwulan",
        ((6, TENGAH), (42, KIRI), (36, KIRI), (13, KIRI), (14, KANAN), *quarter, (26, KIRI)),
        head,
        rows,
        source=sumber_dokumen(bahan, [k for i in own if (k := dokumen_terukur(bahan, i))]),
        notes=_reading(own),
        small=True,
    )
    blank = [i.nama for i in own if not any(bahan.fid("target", i.kode, periode=q) in bahan.figures for q in TRIWULAN)]
    return [table, *([kurang(f"Target triwulan untuk {join_list(blank)}.", perencana(bahan))] if blank else [])]


def _target_row(bahan: Bahan, n: int, ind: Indikator) -> Row:
    owner = nama_unit(bahan, ind.penanggung_jawab) if ind.penanggung_jawab else None
    values = [target_inlines(bahan, ind), *(target_inlines(bahan, ind, periode=q) for q in TRIWULAN)]
    named = (teks(n), teks(teks_induk(bahan, ind.induk)), teks(ind.nama), teks(ind.satuan))
    return Row(tuple(Cell(c) for c in (*named, *values, teks(owner))))


def _reading(rows: list[Indikator]) -> tuple[str, ...]:
    """How the quarters of cumulative indicators are to be read."""
    names = [i.nama for i in rows if i.kumulatif]
    return (f"Target triwulan ditulis kumulatif: {', '.join(names)}.",) if names else ()


def _actions(bahan: Bahan) -> list[Block]:
    rows: list[Row] = []
    columns = ((6, TENGAH), (50, KIRI), (24, KIRI), (13, KIRI), *((11, KANAN) for _ in TRIWULAN),
               (22, KANAN), (26, KIRI), (26, KIRI))  # fmt: skip
    for ind in bahan.paket.indikator:
        own = sorted((r for r in bahan.paket.rencana_aksi if r.indikator == ind.kode), key=lambda r: r.kode)
        if own:
            title = (Text(f"Indikator: {ind.nama}", bold=True),)
            rows.append(Row((Cell(title, colspan=len(columns), align=KIRI),), RowKind.KELOMPOK))
            rows += [row for n, action in enumerate(own, 1) for row in _action_rows(bahan, n, action)]
    if not rows:
        return [kurang("Rencana aksi, langkah, jadwal, dan penanggung jawab setiap indikator.", perencana(bahan))]
    names = [f"TW {romawi(n)}" for n in range(1, len(TRIWULAN) + 1)]
    head = kepala_bertingkat(
        [
            ("No.", 1, 2), ("Rencana aksi dan langkah", 1, 2), ("Keluaran", 1, 2), ("Satuan", 1, 2),
            ("Target keluaran", len(names), 1), ("Anggaran (Rp)", 1, 2), ("Jadwal", 1, 2), ("Penanggung jawab", 1, 2),
        ],
        [(name, 1, 1) for name in names],
    )  # fmt: skip
    caption = f"Rencana Aksi, Langkah, dan Jadwal Tahun {bahan.tahun}"
    table = tabel(caption, "tabel-rencana-aksi", columns, head, rows, source=sumber(bahan), small=True)
    return [table, *_without_action(bahan)]


def _action_rows(bahan: Bahan, n: int, action: RencanaAksi) -> list[Row]:
    """The action, then its steps in the order of their schedule."""
    steps = sorted(
        (x for x in bahan.paket.langkah if x.rencana_aksi == action.kode), key=lambda x: (str(x.mulai or ""), x.kode)
    )
    begins = min((x.mulai for x in steps if x.mulai), default=None)
    ends = max((x.selesai for x in steps if x.selesai), default=None)
    values = [bahan.cell(bahan.fid("target_aksi", action.kode, periode=q)) for q in TRIWULAN]
    money: Inlines = bahan.cell(bahan.fid("pagu", action.kode_anggaran), "uang") if action.kode_anggaran else teks(None)
    cells = (
        teks(n), (Text(action.uraian, bold=True),), teks(action.keluaran), teks(action.satuan), *values, money,
        teks(rentang_tanggal(begins, ends)), teks(_owner(bahan, action.penanggung_jawab)),
    )  # fmt: skip
    return [Row(tuple(Cell(c) for c in cells)), *(_step_row(bahan, at, x) for at, x in enumerate(steps, 1))]


def _step_row(bahan: Bahan, at: int, step: Langkah) -> Row:
    blank = Cell((), colspan=len(TRIWULAN) + 3)
    schedule, owner = rentang_tanggal(step.mulai, step.selesai), _owner(bahan, step.penanggung_jawab)
    return Row((Cell(()), Cell(teks(f"{letters(at)}. {step.uraian}")), blank, Cell(teks(schedule)), Cell(teks(owner))))


def _owner(bahan: Bahan, kode: str | None) -> str | None:
    return nama_unit(bahan, kode) if kode else None


def _without_action(bahan: Bahan) -> list[Block]:
    planned = {r.indikator for r in bahan.paket.rencana_aksi}
    names = [i.nama for i in _measured(bahan) if i.kode not in planned]
    return [kurang(f"Rencana aksi untuk {join_list(names)}.", perencana(bahan))] if names else []
