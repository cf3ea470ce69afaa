"""From a package on disk to its figures: what every command that computes begins with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from akuntabel.calculation.compute import figures_of
from akuntabel.domain.figure import FigureId
from akuntabel.domain.paket import Paket
from akuntabel.errors import BerkasError, BesaranError
from akuntabel.findings import Temuan
from akuntabel.pipelines.paket import read_paket
from akuntabel.provenance import SourceMap
from akuntabel.regulations import load
from akuntabel.reports.bahan import Bahan


@dataclass(frozen=True, slots=True)
class Terhitung:
    """A package with its figures, and the findings of reading it."""

    bahan: Bahan
    temuan: tuple[Temuan, ...]


def compute_paket(path: Path) -> Terhitung:
    """Read a package and compute all its figures.

    Raises BerkasError when the package cannot be used: not a package, no single row of instansi and laporan, or a
    policy that is not known.
    """
    read = read_paket(path)
    return Terhitung(material(read.paket, read.sumber, str(path)), read.temuan)


def material(paket: Paket, sumber: SourceMap, asal: str = "paket") -> Bahan:
    """All figures of a package that is in memory already: read from files, or from the rows of a database.

    `asal` names it in the message. Raises BerkasError as `compute_paket`.
    """
    for name, rows in (("instansi", paket.instansi), ("laporan", paket.laporan)):
        if len(rows) != 1:
            raise BerkasError(
                f"{asal}, tabel {name}",
                f"berisi {len(rows)} baris yang dapat dibaca",
                "tabel ini harus berisi satu baris",
            )
    regulations = load()
    try:
        policy, figures = figures_of(paket, regulations)
    except ValueError as error:
        raise BerkasError(asal, str(error), "perbaiki tabel kebijakan") from None
    return Bahan(paket, figures, sumber, policy, regulations, paket.laporan[0].tahun)


def trace(bahan: Bahan, name: str) -> FigureId:
    """The figure that a user asks for.

    Raises BesaranError, with the nearest names, when the package does not give it.
    """
    try:
        fid = FigureId.parse(name, bahan.tahun)
    except ValueError as error:
        raise BesaranError(f"{error}.") from None
    if fid not in bahan.figures:
        near = [str(f) for f in bahan.figures if f.besaran == fid.besaran and fid.kode in f.kode][:5]
        hint = (
            f" Yang ada: {', '.join(near)}."
            if near
            else " Jalankan 'akuntabel hitung PAKET --semua' untuk melihat nama besaran."
        )
        raise BesaranError(f"Besaran '{fid}' tidak ada pada paket ini.{hint}")
    return fid
