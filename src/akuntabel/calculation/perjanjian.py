"""Sums of an agreement's budget lines: of every code above them, and the whole; incomplete where lines are missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from akuntabel.calculation.anggaran import MURNI, latest_version, lineage
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.domain.figure import CellRef, FigureId
from akuntabel.domain.perjanjian import PerjanjianAnggaran, PerjanjianKinerja
from akuntabel.domain.pilihan import JenisPerjanjian, Jenjang

SEMUA = "total"
# Who answers for the whole budget of the agency: every budgeted activity should have a line.
SELURUHNYA = (Jenjang.KEPALA_DAERAH, Jenjang.KEPALA_INSTANSI)


@dataclass(slots=True)
class _Group:
    """The lines of one code or of the whole, the cells that put them there, and the budget that no line tells."""

    parts: list[FigureId] = field(default_factory=list)
    refs: list[CellRef] = field(default_factory=list)
    untold: list[FigureId] = field(default_factory=list)


def compute(book: Ledger) -> None:
    """Enter `anggaran_pk/KODE/TAHUN/perjanjian` of the codes above the lines, and the total."""
    for pk in book.paket.perjanjian_kinerja:
        _sums(book, pk, [a for a in book.paket.perjanjian_anggaran if a.perjanjian == pk.kode])


def _sums(book: Ledger, pk: PerjanjianKinerja, rows: list[PerjanjianAnggaran]) -> None:
    own = {r.kode for r in rows}
    groups: dict[str, _Group] = defaultdict(_Group)
    for row in rows:
        above, refs = lineage(book, row.kode)
        if own.intersection(above):  # a breakdown of another line
            continue
        part = FigureId("anggaran_pk", row.kode, pk.tahun, dokumen=pk.kode)
        line = cell("perjanjian_anggaran", f"{pk.kode}|{row.kode}", "kode")
        for n, code in enumerate((*above, SEMUA)):
            groups[code].parts.append(part)
            groups[code].refs += [*(refs[: n + 1] if code != SEMUA else ()), *line]
    for leaf, codes in _untold(book, pk, groups).items():
        for code in codes:
            if code in groups:
                groups[code].untold.append(leaf)
    for code, group in groups.items():
        fid = FigureId("anggaran_pk", code, pk.tahun, dokumen=pk.kode)
        told = _equals_budget(book, fid, group.parts)
        book.total(fid, group.parts, "rupiah", cells=group.refs, untold=() if told else group.untold)


def _equals_budget(book: Ledger, fid: FigureId, parts: list[FigureId]) -> bool:
    """Whether the lines come to the budget of their code in one of its versions: then none is missing."""
    values = [book.number(i) for i in parts]
    known = {book.number(i) for i in book.ids("pagu", fid.kode) if i.tahun == fid.tahun}
    return None not in values and sum((v for v in values if v is not None), Decimal()) in known


def _untold(book: Ledger, pk: PerjanjianKinerja, groups: Mapping[str, _Group]) -> dict[FigureId, list[str]]:
    """Budget figures of the year that no line tells, or that the lines below do not come up to, with their groups.

    Below the head only the second kind counts: which activities a lower agreement answers for is not in the data.
    """
    versi = _version(book, pk)
    told = {p.kode for g in groups.values() for p in g.parts}
    found: dict[FigureId, list[str]] = {}
    for kode in dict.fromkeys(a.kode for a in book.paket.anggaran if (a.tahun, a.versi) == (pk.tahun, versi)):
        pagu = FigureId("pagu", kode, pk.tahun, dokumen=versi)
        amount = book.number(pagu)
        above = lineage(book, kode)[0]
        if not amount or told.intersection((kode, *above)):
            continue
        below = groups.get(kode)
        come_to = sum((book.number(i) or Decimal() for i in below.parts), Decimal()) if below else Decimal()
        if come_to < amount and (below or pk.jenjang in SELURUHNYA):
            found[pagu] = [kode, *above, SEMUA]
    return found


def _version(book: Ledger, pk: PerjanjianKinerja) -> str | None:
    """The version of the budget that an agreement rests on: the first one, or for a changed agreement the latest."""
    versions = {a.versi for a in book.paket.anggaran if a.tahun == pk.tahun}
    if pk.jenis is JenisPerjanjian.MURNI and MURNI in versions:
        return MURNI
    return latest_version(versions) if versions else None
