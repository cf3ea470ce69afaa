"""The order of programmes, activities and sub-activities: what lies above a code, and which groups it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from akuntabel.domain.figure import CellRef
from akuntabel.domain.paket import Paket
from akuntabel.domain.rencana import Program, ProgramSasaran, Sasaran

TANPA_SASARAN = "tanpa_sasaran"


@dataclass(frozen=True, slots=True)
class Susunan:
    """Links of the plan's codes, each with the cell that says so; built once for a computation."""

    parents: Mapping[str, tuple[str, CellRef]]
    program_by_kode: Mapping[str, Program]
    links_by_program: Mapping[str, tuple[ProgramSasaran, ...]]
    sasaran_by_kode: Mapping[str, Sasaran]

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
        """The code, every code above it, the whole, its kind of programme, its sasaran and tujuan, with their cells.

        What supports no sasaran stands under `tanpa_sasaran:` and its kind: with the sasaran it is the whole.
        """
        above, refs = self.lineage(kode)
        program = above[-1] if above else kode
        found: dict[str, list[CellRef]] = {kode: []}
        found |= {code: refs[: i + 1] for i, code in enumerate(above)}
        found["total"] = []
        kind = self.program_by_kode.get(program)
        links = self.links_by_program.get(program, ())
        switch = [*refs, CellRef(Program.TABEL, kind.kunci, "penunjang")] if kind is not None else refs
        name = "penunjang" if kind is not None and kind.penunjang else "urusan"
        if kind is not None:
            found[name] = switch
        if not links:
            found[f"{TANPA_SASARAN}:{name}"] = switch
        for link in links:
            cells = [*refs, CellRef(ProgramSasaran.TABEL, link.kunci, "sasaran")]
            found[f"sasaran:{link.sasaran}"] = cells
            sasaran = self.sasaran_by_kode.get(link.sasaran)
            if sasaran is not None:
                above_it = CellRef(Sasaran.TABEL, sasaran.kunci, "tujuan")
                found.setdefault(f"tujuan:{sasaran.tujuan}", []).extend((*cells, above_it))
        return found


def make_susunan(paket: Paket) -> Susunan:
    """The order of a package's codes."""
    above = {s.kode: (s.kegiatan, CellRef("subkegiatan", s.kunci, "kegiatan")) for s in paket.subkegiatan}
    above |= {k.kode: (k.program, CellRef("kegiatan", k.kunci, "program")) for k in paket.kegiatan}
    links: dict[str, list[ProgramSasaran]] = defaultdict(list)
    for link in paket.program_sasaran:
        links[link.program].append(link)
    programs = {p.kode: p for p in paket.program}
    sasaran = {s.kode: s for s in paket.sasaran}
    return Susunan(above, programs, {k: tuple(v) for k, v in links.items()}, sasaran)
