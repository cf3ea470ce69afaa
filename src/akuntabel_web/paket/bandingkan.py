"""What a package would change: the preview, computed before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import TABEL, Paket
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.inti.pengenal import parse_id, uuid7
from akuntabel_web.paket.models import BarisPaket
from akuntabel_web.paket.pelengkap import complete, completed
from akuntabel_web.paket.petakan import rows_of, to_contract, values_of
from akuntabel_web.paket.urutan import place

Lengkap = Mapping[UUID, Mapping[str, Sequence[str]]]
TAMBAH, UBAH, HAPUS, GESER = "tambah", "ubah", "hapus", "geser"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One row that would be added, changed, deleted, or only moved in its order; `kolom` names what differs.

    `versi` is the version that was compared.
    """

    tabel: str
    kerja: str
    id: UUID
    urutan: int
    versi: int = 0
    lama: Baris | None = None
    baru: Baris | None = None
    kolom: tuple[str, ...] = ()

    @property
    def kunci(self) -> str:
        """The key of the row as people know it."""
        row = self.baru or self.lama
        return row.kunci if row else ""


@dataclass(frozen=True, slots=True)
class Rencana:
    """All changes of the tables that the package holds, and the state that they start from."""

    perubahan: tuple[Perubahan, ...]
    dasar: str

    def count(self, tabel: str, kerja: str) -> int:
        """How many changes of a kind a table gets."""
        return sum(p.tabel == tabel and p.kerja == kerja for p in self.perubahan)

    @property
    def tabel(self) -> tuple[str, ...]:
        """The tables that change, in their order."""
        return tuple(dict.fromkeys(p.tabel for p in self.perubahan))


def plan(paket: Paket, hadir: Collection[str], instansi: Instansi, tahun: int) -> Rencana:
    """Compare a package with the database, for the tables that it holds; other tables stay as they are."""
    changes: list[Perubahan] = []
    state = hashlib.sha256()
    for tabel in (t for t in TABEL if t in hadir):
        old = rows_of(tabel, instansi, tahun)
        for row in old:
            state.update(f"{row.pk}:{row.versi_baris}:{row.urutan_baris};".encode())
        changes += compare(tabel, old, paket.rows(tabel), completed(tabel, instansi, tahun))
    return Rencana(tuple(changes), state.hexdigest())


def compare(
    tabel: str, lama: Iterable[BarisPaket], baru: Iterable[Baris], lengkap: Lengkap = MappingProxyType({})
) -> list[Perubahan]:
    """The changes of one table. A row is the same by its identity, else by its key; a column that comes back as it was
    completed is the same.
    """
    rest = {row.pk: row for row in lama}
    by_key = {to_contract(tabel, row).kunci: row.pk for row in rest.values()}
    wished = list(baru)
    stated = [parse_id(getattr(row, "id", None)) for row in wished]
    taken = {i for i in stated if i in rest}
    pairs: list[tuple[BarisPaket | None, Baris]] = []
    for row, identity in zip(wished, stated, strict=True):
        match = identity if identity in rest else by_key.get(row.kunci)
        free = match is not None and match in rest and (match == identity or match not in taken)
        pairs.append((rest.pop(match) if free else None, row))
    places = place([old.urutan_baris if old else None for old, _ in pairs])
    changes = [c for (old, new), at in zip(pairs, places, strict=True) if (c := _change(tabel, old, new, at, lengkap))]
    gone = [Perubahan(tabel, HAPUS, r.pk, r.urutan_baris, r.versi_baris, to_contract(tabel, r)) for r in rest.values()]
    return [*gone, *changes]


def _change(tabel: str, old: BarisPaket | None, new: Baris, at: int, lengkap: Lengkap) -> Perubahan | None:
    if old is None:
        return Perubahan(tabel, TAMBAH, uuid7(), at, baru=new)
    before = to_contract(tabel, old)
    left, right = values_of(tabel, before), values_of(tabel, new)
    more = lengkap.get(old.pk, {})
    left |= {name: text for name in more if (text := getattr(complete(before, more), name)) == right[name]}
    differing = tuple(name for name in right if not _same(left[name], right[name]))
    if differing:
        return Perubahan(tabel, UBAH, old.pk, at, old.versi_baris, before, new, differing)
    return Perubahan(tabel, GESER, old.pk, at, old.versi_baris, before, before) if at != old.urutan_baris else None


def _same(one: object, other: object) -> bool:
    """Equal and of one kind: yes is not the number 1."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)
