"""Budgets and their realisation: rolled up from the rows to activity, programme, total, sasaran and source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from akuntabel.calculation.capaian import PERSEN
from akuntabel.calculation.formulas import bagian, selisih
from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus, angka
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.domain.anggaran import Anggaran, RealisasiAnggaran
from akuntabel.domain.figure import CellRef, FigureId, slug

BULAN_TRIWULAN = {3: "tw1", 6: "tw2", 9: "tw3", 12: "tw4"}
RUMUS_DARI_PERSEN = Rumus(
    "rupiah_dari_persen", "Rupiah dari persentase tercetak", "persentase × pagu / 100", "aritmetika"
)


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


# Groups that a row belongs to: its own code, then every code above it, then sasaran, source, kind, and all.


def _parents(book: Ledger) -> dict[str, tuple[str, CellRef]]:
    """The code above each code, and the cell that says so."""
    above = {s.kode: (s.kegiatan, *cell("subkegiatan", s.kunci, "kegiatan")) for s in book.paket.subkegiatan}
    above |= {k.kode: (k.program, *cell("kegiatan", k.kunci, "program")) for k in book.paket.kegiatan}
    return above


def lineage(book: Ledger, kode: str) -> tuple[list[str], list[CellRef]]:
    """The codes above a code, nearest first, and the cells of the links."""
    parents = _parents(book)
    codes: list[str] = []
    refs: list[CellRef] = []
    while kode in parents and parents[kode][0] not in codes:
        kode, ref = parents[kode]
        codes.append(kode)
        refs.append(ref)
    return codes, refs


def groups_of(book: Ledger, row: Anggaran | RealisasiAnggaran) -> dict[str, list[CellRef]]:
    """Every group code of a row with the cells that put it there."""
    above, refs = lineage(book, row.kode)
    program = above[-1] if above else row.kode
    found: dict[str, list[CellRef]] = {row.kode: []}
    found |= {code: refs[: i + 1] for i, code in enumerate(above)}
    found["total"] = []
    kind = next((p for p in book.paket.program if p.kode == program), None)
    if kind is not None:
        found["penunjang" if kind.penunjang else "urusan"] = [*refs, *cell("program", kind.kunci, "penunjang")]
    for link in book.paket.program_sasaran:
        if link.program == program:
            found[f"sasaran:{link.sasaran}"] = [*refs, *cell("program_sasaran", link.kunci, "sasaran")]
    table = row.TABEL
    if row.sumber_dana:
        found[f"dana:{slug(row.sumber_dana)}"] = list(cell(table, row.kunci, "sumber_dana"))
    if row.jenis_belanja:
        found[f"belanja:{slug(row.jenis_belanja)}"] = list(cell(table, row.kunci, "jenis_belanja"))
    return found


def _own_rows(book: Ledger, rows: list[Anggaran]) -> list[Anggaran]:
    """Rows that are not a breakdown of another row: a code with its own amount hides the rows below it."""
    codes = {r.kode for r in rows}
    return [r for r in rows if not codes.intersection(lineage(book, r.kode)[0])]


def _budget(book: Ledger, tahun: int, rows: list[Anggaran], versi: str | None) -> None:
    leaves = {}
    for row in rows:
        leaf = FigureId("pagu", f"baris:{slug(row.kunci)}", tahun, dokumen=versi)
        refs = cell("anggaran", row.kunci, "pagu", "status", "versi")
        leaves[leaf] = row
        book.data(leaf, row.pagu, "rupiah", refs, status=row.status, catatan=row.keterangan)
    top = {id(r) for r in _own_rows(book, rows)}
    sums: dict[str, list[tuple[FigureId, list[CellRef]]]] = defaultdict(list)
    for leaf, row in leaves.items():
        for group, refs in groups_of(book, row).items():
            if id(row) in top or group in (row.kode, *_below_own(book, row, rows)):
                sums[group].append((leaf, refs))
    for group, parts in sums.items():
        _sum(book, FigureId("pagu", group, tahun, dokumen=versi), parts)


def _below_own(book: Ledger, row: Anggaran, rows: list[Anggaran]) -> list[str]:
    """Codes above a broken-down row that lie below the code with its own amount."""
    codes = {r.kode for r in rows}
    found = []
    for code in lineage(book, row.kode)[0]:
        if code in codes:
            break
        found.append(code)
    return found


def _sum(book: Ledger, fid: FigureId, parts: list[tuple[FigureId, list[CellRef]]]) -> None:
    """Enter a sum; parts without a value are counted in its note and make it incomplete."""
    values = [v for leaf, _ in parts if (v := book.number(leaf)) is not None]
    missing = len(parts) - len(values)
    refs = [c for _, more in parts for c in more]
    inputs = [leaf for leaf, _ in parts]
    if missing:
        book.incomplete[fid] = missing
    if not values:
        state, reason = book.state_of(inputs)
        book.absent(fid, state, reason, inputs, "rupiah", refs)
        return
    note = f"belum termasuk {missing} nilai yang belum ada" if missing else None
    result = selisih.compute_sum(tuple(values))
    book.computed(fid, result, selisih.RUMUS_JUMLAH, "rupiah", inputs, cells=refs, catatan=note)


def _spending(book: Ledger, tahun: int, rows: list[RealisasiAnggaran]) -> None:
    """Enter realisations: of the year in use, of each quarter in use, and of each other document."""
    used = [r for r in rows if r.dipakai]
    yearly = _last_months(used)
    _spent(book, tahun, yearly, None, None)
    for bulan, periode in BULAN_TRIWULAN.items():
        quarter = [r for r in used if r.bulan == bulan]
        if quarter:
            _spent(book, tahun, quarter, periode, None)
    for dokumen in sorted({r.dokumen for r in rows}):
        _spent(book, tahun, _last_months([r for r in rows if r.dokumen == dokumen]), None, dokumen)
    for row in yearly:
        _outputs(book, row)


def _last_months(rows: list[RealisasiAnggaran]) -> list[RealisasiAnggaran]:
    """Of rows that grow over the months, the last; a row without month is the whole year."""
    by: dict[tuple[object, ...], RealisasiAnggaran] = {}
    for row in rows:
        key = (row.kode, row.jenis_belanja, row.sumber_dana, row.dokumen)
        if key not in by or (row.bulan or 13) > (by[key].bulan or 13):
            by[key] = row
    return list(by.values())


def _spent(book: Ledger, tahun: int, rows: list[RealisasiAnggaran], periode: str | None, dokumen: str | None) -> None:
    sums: dict[str, list[tuple[FigureId, list[CellRef]]]] = defaultdict(list)
    for row in rows:
        leaf = FigureId("realisasi_anggaran", f"baris:{slug(row.kunci)}", tahun, periode, dokumen)
        _spent_row(book, row, leaf)
        for group, refs in groups_of(book, row).items():
            sums[group].append((leaf, refs))
    for group, parts in sums.items():
        _sum(book, FigureId("realisasi_anggaran", group, tahun, periode, dokumen), parts)


def _spent_row(book: Ledger, row: RealisasiAnggaran, leaf: FigureId) -> None:
    refs = cell("realisasi_anggaran", row.kunci, "realisasi", "status", "dipakai")
    if row.realisasi is None and row.persen is not None:
        pagu = FigureId("pagu", row.kode, row.tahun)
        whole = book.number(pagu)
        if whole is not None:
            text = f"{angka(row.persen)} × {angka(whole)} / 100"
            result = HasilRumus(row.persen * whole / SERATUS, text)
            share = cell("realisasi_anggaran", row.kunci, "persen", "status")
            book.computed(leaf, result, RUMUS_DARI_PERSEN, "rupiah", [pagu], cells=share)
            return
    book.data(leaf, row.realisasi, "rupiah", refs, status=row.status, catatan=row.keterangan)


def _outputs(book: Ledger, row: RealisasiAnggaran) -> None:
    for besaran, column, value, unit in (
        ("fisik", "fisik", row.fisik, "persen"),
        ("keluaran_target", "keluaran_target", row.keluaran_target, row.keluaran_satuan or ""),
        ("keluaran_realisasi", "keluaran_realisasi", row.keluaran_realisasi, row.keluaran_satuan or ""),
    ):
        if value is not None:
            refs = cell("realisasi_anggaran", row.kunci, column, "keluaran_satuan")
            book.data(FigureId(besaran, row.kode, row.tahun), value, unit, refs, status=row.status)


def _shares(book: Ledger, spent: FigureId) -> None:
    """Enter serapan and sisa of a code or group; not where parts of either side are missing."""
    if spent.kode.startswith("baris:"):
        return
    pagu = FigureId("pagu", spent.kode, spent.tahun)
    whole, part = book.number(pagu), book.number(spent)
    serapan = FigureId("serapan", spent.kode, spent.tahun, spent.periode)
    sisa = FigureId("sisa", spent.kode, spent.tahun, spent.periode)
    gaps = book.incomplete.get(spent, 0) + book.incomplete.get(pagu, 0)
    if whole is None or part is None or gaps:
        state, reason = book.state_of([pagu, spent])
        if gaps:
            reason = f"tidak dihitung karena {gaps} nilai belum ada"
        known = [i for i in (spent, pagu) if i in book.figures]
        book.absent(serapan, state, reason, known, "persen")
        book.absent(sisa, state, reason, known, "rupiah")
        return
    book.computed(serapan, bagian.compute(part, whole), bagian.RUMUS, "persen", [spent, pagu], desimal=PERSEN)
    book.difference(sisa, book.figures[pagu], book.figures[spent], "rupiah", None)


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
        state, reason = book.state_of([target, real])
        book.absent(fid, state, reason, [target, real], "persen")
        return
    book.computed(fid, bagian.compute(part, whole), bagian.RUMUS, "persen", [real, target], desimal=PERSEN)
