"""Budgets and their realisation: rolled up from the rows to activity, programme, total, sasaran and source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from akuntabel.calculation.capaian import PERSEN
from akuntabel.calculation.formulas import bagian
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.domain.anggaran import Anggaran, JumlahRealisasi, RealisasiAnggaran
from akuntabel.domain.figure import CellRef, FigureId, Keadaan, slug

TOTAL = "total"  # all that the agency has or spent
TERCETAK = "tercetak"  # what a document prints as its total
MURNI = "murni"  # the first version of a year's budget
BULAN_TRIWULAN = {3: "tw1", 6: "tw2", 9: "tw3", 12: "tw4"}


def compute(book: Ledger) -> None:
    """Enter budgets of each version, realisations of each document, and shares of all groups."""
    for tahun in sorted({a.tahun for a in book.paket.anggaran}):
        rows = [a for a in book.paket.anggaran if a.tahun == tahun]
        latest = latest_version({a.versi for a in rows})
        for versi in sorted({a.versi for a in rows}):
            _budget(book, tahun, [a for a in rows if a.versi == versi], versi)
        _budget(book, tahun, [a for a in rows if a.versi == latest], None)
    for tahun in sorted({r.tahun for r in book.paket.realisasi_anggaran}):
        _spending(book, tahun, [r for r in book.paket.realisasi_anggaran if r.tahun == tahun])
    for row in book.paket.jumlah_realisasi:
        _printed(book, row)
    for fid in [f for f in book.figures if f.besaran == "realisasi_anggaran" and f.dokumen is None]:
        _shares(book, fid)
    _revenue(book)


def latest_version(versions: Iterable[str]) -> str:
    """The version in force last: murni, then pergeseran by number, then perubahan."""

    def rank(versi: str) -> tuple[int, int, str]:
        digits = re.search(r"\d+", versi)
        kind = 2 if versi.startswith("perubahan") else 1 if versi.startswith("pergeseran") else 0
        return (kind, int(digits.group()) if digits else 0, versi)

    return max(versions, key=rank)


def lineage(book: Ledger, kode: str) -> tuple[list[str], list[CellRef]]:
    """The codes above a code, nearest first, and the cells of the links."""
    return book.susunan.lineage(kode)


def groups_of(book: Ledger, row: Anggaran | RealisasiAnggaran) -> dict[str, list[CellRef]]:
    """Every group code of a row with the cells that put it there: plan, sasaran, source, kind, and all.

    A row that names no source or kind stands in the group that says so: the groups of one sort are always the whole.
    """
    found = book.susunan.plan_groups(row.kode)
    for sort, column in (("dana", "sumber_dana"), ("belanja", "jenis_belanja")):
        value, refs = _named(book, row, column)
        group = f"{sort}:{slug(value)}" if value else f"tanpa_{sort}"
        found[group] = refs
    return found


def _named(book: Ledger, row: Anggaran | RealisasiAnggaran, column: str) -> tuple[str | None, list[CellRef]]:
    """The source or kind that a row names; spending that names none has that of its budget, where there is only one."""
    own = getattr(row, column)
    refs = list(cell(row.TABEL, row.kunci, column))
    if own or not isinstance(row, RealisasiAnggaran):
        return own, refs
    budget = [a for a in book.paket.anggaran if (a.kode, a.tahun) == (row.kode, row.tahun)]
    names = {getattr(a, column) for a in budget}
    only = names.pop() if len(names) == 1 else None
    return only, [*refs, *(c for a in budget for c in cell(a.TABEL, a.kunci, column))]


Part = tuple[FigureId, list[CellRef]]  # a figure, and the cells that put it into a group
Parts = dict[str, list[Part]]


def _grouped(book: Ledger, leaves: Mapping[FigureId, Anggaran | RealisasiAnggaran]) -> Parts:
    """The parts of every group's sum. A code with its own amount hides the rows below it from all groups above."""
    own = {row.kode for row in leaves.values()}
    sums: Parts = defaultdict(list)
    for leaf, row in leaves.items():
        above = lineage(book, row.kode)[0]
        hidden_by = next((code for code in above if code in own), None)
        visible = {row.kode, *above[: above.index(hidden_by)]} if hidden_by else None
        for group, refs in groups_of(book, row).items():
            if visible is None or group in visible:
                sums[group].append((leaf, refs))
    return sums


def _budget(book: Ledger, tahun: int, rows: list[Anggaran], versi: str | None) -> None:
    leaves = {}
    for row in rows:
        leaf = FigureId("pagu", f"baris:{slug(row.kunci)}", tahun, dokumen=versi)
        refs = cell("anggaran", row.kunci, "pagu", "status", "versi")
        leaves[leaf] = row
        book.data(leaf, row.pagu, "rupiah", refs, status=row.status, catatan=row.keterangan)
    for group, parts in _grouped(book, leaves).items():
        _sum(book, FigureId("pagu", group, tahun, dokumen=versi), parts)


def _sum(book: Ledger, fid: FigureId, parts: Sequence[Part], untold: Sequence[Part] = ()) -> None:
    cells = [c for _, more in (*parts, *untold) for c in more]
    book.total(fid, [leaf for leaf, _ in parts], "rupiah", cells=cells, untold=[leaf for leaf, _ in untold])


def _spending(book: Ledger, tahun: int, rows: list[RealisasiAnggaran]) -> None:
    """Enter realisations: of the year in use, of each quarter in use, and of each other document."""
    used = [r for r in rows if r.dipakai]
    yearly = _last_months(used)
    _spent(book, tahun, yearly, None, None)
    for bulan, periode in BULAN_TRIWULAN.items():
        quarter = [r for r in used if r.bulan == bulan]
        if not quarter and (tahun, bulan) == (book.tahun, max(BULAN_TRIWULAN)):
            quarter = _whole_year(yearly)
        if quarter:
            _spent(book, tahun, quarter, periode, None)
    for dokumen in sorted({r.dokumen for r in rows}):
        _spent(book, tahun, _last_months([r for r in rows if r.dokumen == dokumen]), None, dokumen)
    for row in yearly:
        _outputs(book, row)


def _whole_year(rows: list[RealisasiAnggaran]) -> list[RealisasiAnggaran]:
    """Rows without month, which are the whole year: to the end of the last quarter as much was spent."""
    return rows if all(r.bulan is None for r in rows) else []


def _last_months(rows: list[RealisasiAnggaran]) -> list[RealisasiAnggaran]:
    """Of rows that grow over the months, the last; a row without month is the whole year."""
    by: dict[tuple[object, ...], RealisasiAnggaran] = {}
    for row in rows:
        key = (row.kode, row.jenis_belanja, row.sumber_dana, row.dokumen)
        if key not in by or (row.bulan or 13) > (by[key].bulan or 13):
            by[key] = row
    return list(by.values())


def _spent(book: Ledger, tahun: int, rows: list[RealisasiAnggaran], periode: str | None, dokumen: str | None) -> None:
    """Enter the spending of rows and of their groups; a group some of whose budget no row tells of is not whole."""
    leaves = {}
    for row in rows:
        leaf = FigureId("realisasi_anggaran", f"baris:{slug(row.kunci)}", tahun, periode, dokumen)
        leaves[leaf] = row
        _spent_row(book, row, leaf)
    untold = _untold(book, tahun, {r.kode for r in rows})
    for group, parts in _grouped(book, leaves).items():
        _sum(book, FigureId("realisasi_anggaran", group, tahun, periode, dokumen), parts, untold.get(group, ()))


def _spent_row(book: Ledger, row: RealisasiAnggaran, leaf: FigureId) -> None:
    refs = cell("realisasi_anggaran", row.kunci, "realisasi", "status", "dipakai")
    if row.realisasi is None and row.persen is not None:
        pagu = FigureId("pagu", row.kode, row.tahun)
        whole = book.number(pagu)
        if whole is not None:
            share = (*refs, *cell("realisasi_anggaran", row.kunci, "persen"))
            book.computed(
                leaf, bagian.compute_amount(row.persen, whole), bagian.RUMUS_RUPIAH, "rupiah", [pagu], cells=share
            )
            return
    book.data(leaf, row.realisasi, "rupiah", refs, status=row.status, catatan=row.keterangan)


def _printed(book: Ledger, row: JumlahRealisasi) -> None:
    """The totals that a document prints, or that follow from the share or the rest that it prints."""
    pagu = FigureId("pagu", TOTAL, row.tahun)
    whole = book.number(pagu)
    fid = FigureId("realisasi_anggaran", TERCETAK, row.tahun, dokumen=row.dokumen)
    if row.realisasi is not None:
        book.data(fid, row.realisasi, "rupiah", cell(row.TABEL, row.kunci, "realisasi"))
    if row.persen is not None and whole is not None:
        share, cells = replace(fid, kode=f"{TERCETAK}:persen"), cell(row.TABEL, row.kunci, "persen")
        amount = bagian.compute_amount(row.persen, whole)
        book.computed(share, amount, bagian.RUMUS_RUPIAH, "rupiah", [pagu], cells=cells)
    if row.sisa is not None and whole is not None:
        rest = FigureId("sisa", TERCETAK, row.tahun, dokumen=row.dokumen)
        left = book.data(rest, row.sisa, "rupiah", cell(row.TABEL, row.kunci, "sisa"))
        book.difference(replace(fid, kode=f"{TERCETAK}:sisa"), book.figures[pagu], left, "rupiah", None)


def _outputs(book: Ledger, row: RealisasiAnggaran) -> None:
    for besaran, column, value, unit in (
        ("fisik", "fisik", row.fisik, "persen"),
        ("keluaran_target", "keluaran_target", row.keluaran_target, row.keluaran_satuan or ""),
        ("keluaran_realisasi", "keluaran_realisasi", row.keluaran_realisasi, row.keluaran_satuan or ""),
    ):
        if value is not None:
            refs = cell("realisasi_anggaran", row.kunci, column, "keluaran_satuan", "dipakai", "status")
            book.data(FigureId(besaran, row.kode, row.tahun), value, unit, refs, status=row.status)


def _untold(book: Ledger, tahun: int, codes: set[str]) -> Parts:
    """Budget rows, by group, whose spending no row with one of the codes tells: at the code, above it or below it."""
    budget = [a for a in book.paket.anggaran if a.tahun == tahun]
    latest = latest_version({a.versi for a in budget}) if budget else ""
    above = {up for code in codes for up in lineage(book, code)[0]}
    found: Parts = defaultdict(list)
    for row in budget:
        told = row.kode in above or codes.intersection((row.kode, *lineage(book, row.kode)[0]))
        if row.versi == latest and row.pagu and not told:
            leaf = FigureId("pagu", f"baris:{slug(row.kunci)}", tahun)
            for group, refs in groups_of(book, row).items():
                found[group].append((leaf, refs))
    return found


def _shares(book: Ledger, spent: FigureId) -> None:
    """Enter serapan and sisa of a code or group; not where parts of either side are missing."""
    if spent.kode.startswith("baris:"):
        return
    pagu = FigureId("pagu", spent.kode, spent.tahun)
    whole, part = book.number(pagu), book.number(spent)
    serapan = FigureId("serapan", spent.kode, spent.tahun, spent.periode)
    sisa = FigureId("sisa", spent.kode, spent.tahun, spent.periode)
    if whole is None or part is None:
        state, reason = _no_share(book, [pagu, spent])
        known = [i for i in (spent, pagu) if i in book.figures]
        book.absent(serapan, state, reason, known, "persen")
        book.absent(sisa, state, reason, known, "rupiah")
        return
    book.computed(serapan, bagian.compute(part, whole), bagian.RUMUS, "persen", [spent, pagu], desimal=PERSEN)
    book.difference(sisa, book.figures[pagu], book.figures[spent], "rupiah", None)


def _no_share(book: Ledger, sides: list[FigureId]) -> tuple[Keadaan, str]:
    """Why a share is not computed: how many values its two sides lack, or the state that they have."""
    state, reason = book.state_of(sides)
    gaps = sum(book.missing.get(side, 0) for side in sides)
    return state, f"tidak dihitung karena {gaps} nilai belum ada" if gaps else reason


def _revenue(book: Ledger) -> None:
    years: dict[int, list[tuple[FigureId, FigureId]]] = defaultdict(list)
    for row in book.paket.pendapatan:
        target = FigureId("target_pendapatan", row.kode, row.tahun)
        real = FigureId("realisasi_pendapatan", row.kode, row.tahun)
        book.data(target, row.target, "rupiah", cell("pendapatan", row.kunci, "target"))
        refs = cell("pendapatan", row.kunci, "realisasi", "status")
        book.data(real, row.realisasi, "rupiah", refs, status=row.status)
        _revenue_share(book, target, real)
        years[row.tahun].append((target, real))
    for tahun, pairs in years.items():
        target = FigureId("target_pendapatan", "total", tahun)
        real = FigureId("realisasi_pendapatan", "total", tahun)
        _sum(book, target, [(t, []) for t, _ in pairs])
        _sum(book, real, [(r, []) for _, r in pairs])
        _revenue_share(book, target, real)


def _revenue_share(book: Ledger, target: FigureId, real: FigureId) -> None:
    whole, part = book.number(target), book.number(real)
    fid = FigureId("capaian_pendapatan", target.kode, target.tahun)
    if whole is None or part is None:
        book.absent(fid, *_no_share(book, [target, real]), [target, real], "persen")
        return
    book.computed(fid, bagian.compute(part, whole), bagian.RUMUS, "persen", [real, target], desimal=PERSEN)
