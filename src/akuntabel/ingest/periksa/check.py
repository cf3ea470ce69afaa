"""The shape of a check: one file, one assertion, three answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from akuntabel.domain.figure import CellRef
from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.findings import Keyakinan, Lewat, Lolos, Tingkat
from akuntabel.ingest.periksa.budget import Budget
from akuntabel.ingest.periksa.wording import cell_text
from akuntabel.regulations import Regulations


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know besides the package: regulations, report year and date, budget.

    `tak_terbaca` are the tables of which a row or column could not be read: what they lack may stand in the file.
    """

    regulations: Regulations
    tahun: int | None = None
    tanggal: date | None = None
    budget: Budget = field(default_factory=Budget)
    tak_terbaca: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Masalah:
    """The check was applied once and did not hold. `pesan` carries no place: the runner puts it in front."""

    sel: CellRef
    pesan: str
    kutipan: str
    tingkat: Tingkat | None = None
    keyakinan: Keyakinan = Keyakinan.PASTI
    tertulis: str | None = None
    seharusnya: str | None = None
    hitungan: str | None = None
    saran: str | None = None
    dugaan_penyebab: str | None = None
    sebab: str | None = None
    terkait: tuple[tuple[CellRef, str], ...] = ()


Jawaban = Lolos | Lewat | Masalah


@dataclass(frozen=True, slots=True)
class Check:
    """A check of the package. `kode` is for ever; `bila_kosong` is the reason when there was nothing to check."""

    kode: str
    judul: str
    tingkat: Tingkat
    dasar: str
    penjelasan: str
    bila_kosong: str
    run: Callable[[Paket, Context], Iterable[Jawaban]]


def quote(row: Baris, kolom: str) -> str:
    """A cell as it is quoted: its name, independent of the file, and what it holds."""
    value = getattr(row, kolom, None)
    text = "kosong" if value is None else cell_text(value)
    return f"{CellRef(row.TABEL, row.kunci, kolom)} = {text}"


def problem(row: Baris, kolom: str, pesan: str, *, terkait: Iterable[tuple[Baris, str]] = (), **more: Any) -> Masalah:
    """A problem at a cell, with the other cells of the contradiction. `more` are fields of Masalah."""
    value = getattr(row, kolom, None)
    if "tertulis" not in more and value is not None:
        more["tertulis"] = cell_text(value)
    others = tuple((CellRef(r.TABEL, r.kunci, k), quote(r, k)) for r, k in terkait)
    return Masalah(CellRef(row.TABEL, row.kunci, kolom), pesan, quote(row, kolom), terkait=others, **more)


def missing(tabel: str, kolom: str, pesan: str, **more: Any) -> Masalah:
    """A problem of a table as a whole, where no row can be named."""
    return Masalah(CellRef(tabel, "", kolom), pesan, f"{tabel}: {kolom or 'kosong'}", **more)
