"""The budget by code, year and version: built once per package, because many checks ask for it row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from akuntabel.domain.anggaran import Anggaran
from akuntabel.domain.paket import Paket


@dataclass(frozen=True, slots=True)
class Budget:
    """Budget rows by (code, year, version), the versions of each year in their order, and the codes below a code."""

    rows: Mapping[tuple[str, int, str], list[Anggaran]] = field(default_factory=dict)
    versions: Mapping[int, list[str]] = field(default_factory=dict)
    below: Mapping[str, list[str]] = field(default_factory=dict)

    def at(self, kode: str, tahun: int, versi: str) -> list[Anggaran]:
        """The rows of a code in a version; where the code has none, those of the level below it."""
        own = self.rows.get((kode, tahun, versi), [])
        return own or [a for child in self.below.get(kode, []) for a in self.at(child, tahun, versi)]

    def latest(self, kode: str, tahun: int) -> tuple[str, list[Anggaran]] | None:
        """The latest version that budgets a code, and its rows; None where the code has no budget in the year."""
        found = ((versi, self.at(kode, tahun, versi)) for versi in reversed(self.versions.get(tahun, [])))
        return next(((versi, rows) for versi, rows in found if rows), None)


def make_budget(paket: Paket) -> Budget:
    """The budget of a package."""
    rows: dict[tuple[str, int, str], list[Anggaran]] = {}
    versions: dict[int, set[str]] = {}
    for row in paket.anggaran:
        rows.setdefault((row.kode, row.tahun, row.versi), []).append(row)
        versions.setdefault(row.tahun, set()).add(row.versi)
    ordered = {tahun: sorted(names, key=lambda v: (version_rank(v), v)) for tahun, names in versions.items()}
    pairs = [(k.program, k.kode) for k in paket.kegiatan] + [(s.kegiatan, s.kode) for s in paket.subkegiatan]
    return Budget(rows, ordered, _below(pairs))


def _below(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for parent, child in pairs:
        # A child is never as short as its parent, so that no wrong code leads in a circle.
        if len(child) > len(parent):
            found.setdefault(parent, []).append(child)
    return found


def version_rank(versi: str) -> tuple[int, int]:
    """Order of budget versions: murni, pergeseran_1, pergeseran_2, ..., perubahan; unknown names last of all."""
    if versi == "murni":
        return (0, 0)
    name, _, number = versi.partition("_")
    if name == "pergeseran":
        return (1, int(number) if number.isdecimal() else 0)
    return (2, 0) if versi == "perubahan" else (3, 0)
