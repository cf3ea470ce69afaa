"""Sums of an agreement's budget lines: per programme, and the whole."""

from __future__ import annotations

from collections import defaultdict

from akuntabel.calculation.anggaran import lineage
from akuntabel.calculation.formulas import selisih
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.domain.figure import CellRef, FigureId
from akuntabel.domain.perjanjian import PerjanjianAnggaran, PerjanjianKinerja

SEMUA = "total"


def compute(book: Ledger) -> None:
    """Enter `anggaran_pk/PROGRAM/TAHUN/perjanjian` of programmes without a line of their own, and the total."""
    for pk in book.paket.perjanjian_kinerja:
        _sums(book, pk, [a for a in book.paket.perjanjian_anggaran if a.perjanjian == pk.kode])


def _sums(book: Ledger, pk: PerjanjianKinerja, rows: list[PerjanjianAnggaran]) -> None:
    own = {r.kode for r in rows}
    groups: dict[str, list[tuple[FigureId, list[CellRef]]]] = defaultdict(list)
    for row in rows:
        above, refs = lineage(book, row.kode)
        if own.intersection(above):  # a breakdown of another line
            continue
        part = FigureId("anggaran_pk", row.kode, pk.tahun, dokumen=pk.kode)
        groups[SEMUA].append((part, []))
        if above:
            groups[above[-1]].append((part, refs))
    for kode, parts in groups.items():
        _sum(book, FigureId("anggaran_pk", kode, pk.tahun, dokumen=pk.kode), parts)


def _sum(book: Ledger, fid: FigureId, parts: list[tuple[FigureId, list[CellRef]]]) -> None:
    """Enter a sum; a blank line leaves it without a value: a signed total is never a partial one."""
    ids = [i for i, _ in parts]
    values = tuple(v for i in ids if (v := book.number(i)) is not None)
    refs = [c for _, more in parts for c in more]
    if len(values) < len(ids):
        book.absent(fid, *book.state_of(ids), ids, "rupiah", refs)
        return
    lines = [c for i in ids for c in cell("perjanjian_anggaran", f"{fid.dokumen}|{i.kode}", "kode")]
    book.computed(fid, selisih.compute_sum(values), selisih.RUMUS_JUMLAH, "rupiah", ids, cells=[*refs, *lines])
