"""An uploaded workbook -> package, or one clear line why not."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from akuntabel.domain.paket import TABEL, Paket
from akuntabel.findings import Temuan
from akuntabel.ingest import ingest
from akuntabel.paket.buka import open_paket
from akuntabel_web.instansi.models import Instansi

_LEFT_OUT = frozenset({"DATA-06", "DATA-14", "DATA-16", "DATA-19", "DATA-25", "DATA-26"})


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A package as read: its rows, its tables, everything that was noticed, and what stands in the way."""

    paket: Paket
    hadir: frozenset[str]
    temuan: tuple[Temuan, ...]
    halangan: tuple[str, ...] = ()


def read_upload(isi: bytes, instansi: Instansi, tahun: int) -> Bacaan:
    """Read a workbook. Raises BerkasError for what is no usable package."""
    with tempfile.TemporaryDirectory(prefix="unggahan-") as folder:
        path = Path(folder) / "unggahan.xlsx"
        path.write_bytes(isi)
        return read_path(path, instansi, tahun)


def read_path(path: Path, instansi: Instansi, tahun: int) -> Bacaan:
    """Read a package from a folder or workbook, for the page of an agency and year."""
    read = read_any(path)
    return replace(read, halangan=(*read.halangan, *_foreign(read.paket, instansi, tahun)))


def read_any(path: Path) -> Bacaan:
    """Read a package, whosever it is. A folder holds all tables: what it lacks is empty."""
    opened = open_paket(path)
    read = ingest(opened.sheets, opened.narasi, opened.berkas)
    present = frozenset(TABEL) if path.is_dir() else frozenset(opened.sheets) & TABEL.keys()
    notes = (*opened.temuan, *read.temuan)
    unread = sorted(read.sumber.tak_terbaca & present)
    problems = [f"Tabel {TABEL[t].JUDUL} ({t}) belum terbaca seluruhnya." for t in unread]
    problems += [t.pesan for t in notes if t.kode in _LEFT_OUT]
    return Bacaan(read.paket, present, notes, tuple(problems))


def _foreign(paket: Paket, instansi: Instansi, tahun: int) -> list[str]:
    """Why a package is not that of this page: another agency's, another year's."""
    other = [i.kode for i in paket.instansi if i.kode != instansi.kode]
    years = [n.tahun for n in paket.laporan if n.tahun != tahun]
    return [
        *(f"Paket ini milik instansi {kode}, halaman ini milik {instansi.kode}." for kode in other),
        *(f"Paket ini untuk tahun {year}, halaman ini untuk tahun {tahun}." for year in years),
    ]
