"""The tree of the plan, read from its tables: a fixed number of queries, whatever the number of nodes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from akuntabel_web.instansi.models import Instansi
from akuntabel_web.paket.models import BarisPaket
from akuntabel_web.paket.petakan import rows_of
from akuntabel_web.rencana.simpul import JENIS, TAUTAN, Jenis

_TABLES = (
    "dokumen_rencana", "visi_misi", "tujuan", "sasaran", "program", "kegiatan", "subkegiatan", TAUTAN,
    "indikator", "target", "sasaran_daerah", "crosscutting", "anggaran", "unit",
)  # fmt: skip


@dataclass(slots=True)
class Simpul:
    """A node: its row, what hangs on it, and the indicators that measure it. `juga` are other nodes it supports."""

    jenis: Jenis
    baris: BarisPaket
    anak: list[Simpul] = field(default_factory=list)
    indikator: list[BarisPaket] = field(default_factory=list)
    juga: list[str] = field(default_factory=list)
    induk: Simpul | None = None

    @property
    def kode(self) -> str:
        """Its code."""
        return str(self.baris.kode)

    @property
    def bunyi(self) -> str:
        """Its wording."""
        return str(getattr(self.baris, self.jenis.bunyi))

    @property
    def alamat(self) -> str:
        """How a page names it."""
        return f"{self.jenis.kode}-{self.baris.pk}"


@dataclass(frozen=True, slots=True)
class Rencana:
    """The rows of the plan's tables, and the tree that they make. `lepas` are nodes that hang on nothing yet.

    `sebagian`: only what belongs to one document, so that a row without a node is no orphan.
    """

    baris: Mapping[str, Sequence[BarisPaket]]
    akar: list[Simpul]
    lepas: list[Simpul]
    sebagian: bool = False

    def walk(self) -> Iterator[Simpul]:
        """All nodes from the top down, each once."""
        waiting = [*self.akar, *self.lepas]
        while waiting:
            node = waiting.pop(0)
            yield node
            waiting[:0] = node.anak

    def find(self, alamat: str) -> Simpul | None:
        """A node by the name that pages give it."""
        return next((n for n in self.walk() if n.alamat == alamat), None)

    def targets_of(self, indikator: str) -> list[BarisPaket]:
        """The targets of an indicator in the order of their years."""
        rows = [t for t in self.baris["target"] if t.indikator == indikator]
        return sorted(rows, key=lambda t: (t.dokumen, t.tahun, t.periode))


def read_plan(instansi: Instansi, tahun: int, dokumen: str = "") -> Rencana:
    """The plan of an agency and year, or what belongs to one of its documents."""
    rows: Mapping[str, Sequence[BarisPaket]] = {name: rows_of(name, instansi, tahun) for name in _TABLES}
    known = any(d.kode == dokumen for d in rows["dokumen_rencana"])
    return replace(build(only(rows, dokumen)), sebagian=True) if known else build(rows)


def only(baris: Mapping[str, Sequence[BarisPaket]], dokumen: str) -> dict[str, Sequence[BarisPaket]]:
    """The rows that belong to one plan document: its tujuan, or, where it states visions, what hangs on these.

    What hangs on rows of another document is left out with them; a programme that hangs on nothing stays.
    """
    visions = [v for v in baris["visi_misi"] if v.dokumen == dokumen]
    missions = {v.kode for v in visions}
    goals = [t for t in baris["tujuan"] if t.dokumen == dokumen or t.misi in missions]
    objectives = [s for s in baris["sasaran"] if s.tujuan in {t.kode for t in goals}]
    links = [k for k in baris[TAUTAN] if k.sasaran in {s.kode for s in objectives}]
    held, kept = {k.program for k in baris[TAUTAN]}, {k.program for k in links}
    programs = [p for p in baris["program"] if p.kode in kept or p.kode not in held]
    activities = [k for k in baris["kegiatan"] if k.program in {p.kode for p in programs}]
    steps = [s for s in baris["subkegiatan"] if s.kegiatan in {k.kode for k in activities}]
    return {
        **baris,
        "visi_misi": visions or baris["visi_misi"],
        "tujuan": goals,
        "sasaran": objectives,
        TAUTAN: links,
        "program": programs,
        "kegiatan": activities,
        "subkegiatan": steps,
    }


def build(baris: Mapping[str, Sequence[BarisPaket]]) -> Rencana:
    """Rows -> tree. A programme stands below the first sasaran that it supports, and names the others."""
    nodes = {kind: [Simpul(j, row) for row in _rows(baris, j)] for kind, j in JENIS.items()}
    roots: list[Simpul] = list(nodes["visi"])
    loose: list[Simpul] = []
    for kind, jenis in JENIS.items():
        if jenis.induk is None:
            continue
        uppers = {n.kode: n for n in nodes[jenis.induk]}
        for node in nodes[kind]:
            named = _uppers_of(node, baris, nodes)
            found = [uppers[k] for k in named if k in uppers]
            if found:
                node.induk = found[0]
                found[0].anak.append(node)
                node.juga = [n.kode for n in found[1:]]
            else:
                loose.append(node)
    by_code = {(k, n.kode): n for k, group in nodes.items() for n in group}
    for row in baris["indikator"]:
        if node := by_code.get((row.tingkat, row.induk)):
            node.indikator.append(row)
    return Rencana(baris, roots, loose)


def _rows(baris: Mapping[str, Sequence[BarisPaket]], jenis: Jenis) -> Iterator[BarisPaket]:
    for row in baris[jenis.tabel]:
        if jenis.tabel != "visi_misi" or row.jenis == jenis.kode:
            yield row


def _uppers_of(node: Simpul, baris: Mapping[str, Sequence[BarisPaket]], nodes: Mapping[str, list[Simpul]]) -> list[str]:
    """The codes of the nodes that a node says it hangs on: a mission on the vision of its document."""
    if node.jenis.kode == "misi":
        return [v.kode for v in nodes["visi"] if v.baris.dokumen == node.baris.dokumen][:1]
    if node.jenis.kode == "program":
        return [link.sasaran for link in baris[TAUTAN] if link.program == node.kode]
    code = getattr(node.baris, str(node.jenis.kolom))
    return [code] if code else []
