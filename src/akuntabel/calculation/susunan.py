"""The order of programmes, activities and sub-activities: what lies above a code, and which groups it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from akuntabel.domain.figure import CellRef
from akuntabel.domain.paket import Paket
from akuntabel.domain.rencana import Program, ProgramSasaran


@dataclass(frozen=True, slots=True)
class Susunan:
    """Links of the plan's codes, each with the cell that says so; built once for a computation."""

    parents: Mapping[str, tuple[str, CellRef]]
    program_by_kode: Mapping[str, Program]
    links_by_program: Mapping[str, tuple[ProgramSasaran, ...]]

    def lineage(self, kode: str) -> tuple[list[str], list[CellRef]]:
        """The codes above a code, nearest first, and the cells of the links. A loop ends where it closes."""
        codes: list[str] = []
        refs: list[CellRef] = []
        while kode in self.parents and self.parents[kode][0] not in codes:
            kode, ref = self.parents[kode]
            codes.append(kode)
            refs.append(ref)
        return codes, refs

    def plan_groups(self, kode: str) -> dict[str, list[CellRef]]:
        """The code, every code above it, the whole, its kind of programme and its sasaran, with the cells of each."""
        above, refs = self.lineage(kode)
        program = above[-1] if above else kode
        found: dict[str, list[CellRef]] = {kode: []}
        found |= {code: refs[: i + 1] for i, code in enumerate(above)}
        found["total"] = []
        kind = self.program_by_kode.get(program)
        if kind is not None:
            switch = CellRef(Program.TABEL, kind.kunci, "penunjang")
            found["penunjang" if kind.penunjang else "urusan"] = [*refs, switch]
        for link in self.links_by_program.get(program, ()):
            found[f"sasaran:{link.sasaran}"] = [*refs, CellRef(ProgramSasaran.TABEL, link.kunci, "sasaran")]
        return found


def make_susunan(paket: Paket) -> Susunan:
    """The order of a package's codes."""
    above = {s.kode: (s.kegiatan, CellRef("subkegiatan", s.kunci, "kegiatan")) for s in paket.subkegiatan}
    above |= {k.kode: (k.program, CellRef("kegiatan", k.kunci, "program")) for k in paket.kegiatan}
    links: dict[str, list[ProgramSasaran]] = defaultdict(list)
    for link in paket.program_sasaran:
        links[link.program].append(link)
    programs = {p.kode: p for p in paket.program}
    return Susunan(above, programs, {k: tuple(v) for k, v in links.items()})
