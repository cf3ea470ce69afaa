"""Cascading checks of nodes: the findings of the library beside the node they are about, and what it does not ask.

The library's checks ask for whole agreements and reports; below a programme they ask for nothing, so these few are
here. They count nothing and compute nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from uuid import UUID

from akuntabel.domain.paket import TABEL, Paket
from akuntabel.findings import Temuan
from akuntabel.pipelines.pemeriksaan import check_rows
from akuntabel.provenance import RowPlace, SourceMap
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.paket.keadaan import file_of, keep, read_file, state_of
from akuntabel_web.paket.petakan import read_paket
from akuntabel_web.rencana.pohon import Rencana, Simpul

_BAGIAN = "periksa"  # how the file of kept findings is called
_RANK = {"tinggi": 0, "sedang": 1, "rendah": 2}
_PLAN = frozenset(
    {"dokumen_rencana", "visi_misi", "tujuan", "sasaran", "sasaran_daerah", "crosscutting", "program", "kegiatan",
     "subkegiatan", "program_sasaran", "indikator", "target", "komponen", "strategi", "anggaran"}
)  # fmt: skip
# What the year has not measured or explained yet is no fault of the plan.
_MEASURING = frozenset({"PRK-KLK-02", "PRK-KLK-03"})


@dataclass(frozen=True, slots=True)
class Catatan:
    """What is missing at a row, how much it matters, and the rule where the library has one."""

    tabel: str
    kunci: str
    tingkat: str
    pesan: str
    aturan: str = ""


@dataclass(frozen=True, slots=True)
class Hasil:
    """All notes on the plan, by node and of the tables as a whole."""

    simpul: dict[UUID, list[Catatan]]
    umum: list[Catatan]

    @property
    def jumlah(self) -> int:
        """How many notes there are."""
        return sum(len(n) for n in self.simpul.values()) + len(self.umum)


def check_plan(instansi: Instansi, tahun: int, rencana: Rencana) -> Hasil:
    """Every note on the plan. An indicator's stand at the node that it measures, its targets' too."""
    notes = [*_kept(instansi, tahun), *missing_below(rencana, tahun)]
    homes = _homes(rencana)
    found: dict[UUID, list[Catatan]] = {}
    rest: list[Catatan] = []
    for note in sorted(notes, key=lambda n: _RANK[n.tingkat]):
        home = homes.get((note.tabel, note.kunci))
        if home is not None:
            found.setdefault(home.baris.pk, []).append(note)
        elif not (rencana.sebagian and note.kunci):
            rest.append(note)
    return Hasil(found, rest)


def _kept(instansi: Instansi, tahun: int) -> list[Catatan]:
    """The findings of the library: its checks read the whole package, so they run once for each state of the data."""
    path = file_of(instansi, tahun, _BAGIAN, state_of(instansi, tahun))

    def make() -> bytes:
        found = [astuple(note) for note in _of_library(read_paket(instansi, tahun))]
        return json.dumps(found, ensure_ascii=False).encode()

    try:
        kept = read_file(path)
    except FileNotFoundError:
        kept = keep(path, make)
    return [Catatan(*parts) for parts in json.loads(kept)]


def _of_library(paket: Paket) -> Iterator[Catatan]:
    """Findings of the library's data checks about the plan, with the key of the row that they are about."""
    places = {(name, row.kunci): RowPlace(name, line) for name in _PLAN for line, row in enumerate(paket.rows(name), 1)}
    keys = {(place.berkas, place.baris): kunci for (_, kunci), place in places.items()}
    for finding in check_rows(paket, SourceMap(places)).temuan:
        where = finding.lokasi
        name = where.berkas or where.tabel
        if name in _PLAN and finding.kode not in _MEASURING:
            line = where.baris[0] if where.baris else 0
            yield Catatan(name, keys.get((name, line), ""), finding.tingkat.value, _words(finding), finding.kode)


def _words(finding: Temuan) -> str:
    """The message without the place in a file, which rows of a database do not have."""
    text = finding.pesan
    where = finding.lokasi
    if where.berkas:
        lead = f"{where.berkas} baris {where.baris[0]}" + (f", kolom {where.kolom}" if where.kolom else "") + ": "
        text = text.removeprefix(lead)
        return text[:1].upper() + text[1:]
    text = text.removeprefix(f"tabel {where.tabel}: ").removeprefix(f"tabel {where.tabel}, kolom {where.kolom}: ")
    return f"Tabel {TABEL[where.tabel or ''].JUDUL} {text}"


def missing_below(rencana: Rencana, tahun: int) -> Iterator[Catatan]:
    """What programmes, activities and their indicators lack in the year."""
    budgeted = {a.kode for a in rencana.baris["anggaran"] if a.tahun == tahun and a.pagu is not None}
    aimed = {t.indikator for t in rencana.baris["target"] if t.tahun == tahun and t.nilai is not None}
    for node in rencana.walk():
        if node.jenis.kode not in {"program", "kegiatan", "subkegiatan"}:
            continue
        judul = f"{node.jenis.judul} {node.kode}"
        if not node.indikator and node.jenis.kode != "subkegiatan":
            yield Catatan(node.jenis.tabel, node.kode, "sedang", f"{judul} belum mempunyai indikator.")
        if not _has_budget(node, budgeted):
            yield Catatan(node.jenis.tabel, node.kode, "sedang", f"{judul} belum mempunyai pagu tahun {tahun}.")
        for row in node.indikator:
            if row.kode not in aimed:
                text = f"Indikator {row.kode} {judul} belum mempunyai target tahun {tahun}."
                yield Catatan("indikator", row.kode, "sedang", text)
            if not row.penanggung_jawab:
                yield Catatan("indikator", row.kode, "sedang", f"Indikator {row.kode} belum mempunyai pemilik.")


def _has_budget(node: Simpul, budgeted: set[str]) -> bool:
    """Whether a node, what is above it below the sasaran, or something below it has money."""
    upper = node.induk
    while upper is not None and upper.jenis.kode in {"kegiatan"}:
        if upper.kode in budgeted:
            return True
        upper = upper.induk
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if one.kode in budgeted:
            return True
        waiting += one.anak
    return False


def _homes(rencana: Rencana) -> dict[tuple[str, str], Simpul]:
    """(table, key) -> the node at which a note on that row stands."""
    homes: dict[tuple[str, str], Simpul] = {}
    for node in rencana.walk():
        homes[node.jenis.tabel, node.kode] = node
        for row in node.indikator:
            homes["indikator", row.kode] = node
    for name in ("target", "komponen"):
        for row in rencana.baris.get(name, ()):
            home = homes.get(("indikator", row.indikator))
            if home:
                key = "|".join(str(getattr(row, k) or "") for k in TABEL[name].KUNCI)
                homes[name, key] = home
    for row in rencana.baris["anggaran"]:
        home = next(
            (homes[t, row.kode] for t in ("program", "kegiatan", "subkegiatan") if (t, row.kode) in homes), None
        )
        if home:
            homes[
                "anggaran", "|".join("" if (v := getattr(row, k)) is None else str(v) for k in TABEL["anggaran"].KUNCI)
            ] = home
    for row in rencana.baris["program_sasaran"]:
        if ("program", row.program) in homes:
            homes["program_sasaran", f"{row.program}|{row.sasaran}"] = homes["program", row.program]
    return homes
