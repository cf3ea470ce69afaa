"""Kinds of documents, read from jenis.toml: what can be built here, and what stands on the shelf."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from akuntabel.regulations import load
from akuntabel.reports.daftar import DOKUMEN

_TRIWULAN = tuple((f"tw{n}", f"Triwulan {roman}") for n, roman in enumerate(("I", "II", "III", "IV"), 1))
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class JenisSusun:
    """A kind that the library builds; `pilihan` says what must be chosen: quarter, agreement or survey."""

    kode: str
    judul: str
    pilihan: str


@dataclass(frozen=True, slots=True)
class JenisRak:
    """A kind on the shelf; `wajib` ones stand on the board, `tenggat` names a deadline of the regulations."""

    kode: str
    judul: str
    wajib: bool
    susun: str = ""
    tenggat: str = ""


@cache
def _data() -> dict[str, dict[str, dict[str, object]]]:
    return tomllib.loads(files(__package__).joinpath("jenis.toml").read_text(encoding="utf-8"))


@cache
def built_kinds() -> dict[str, JenisSusun]:
    """What can be built. Raises ValueError when the library has other kinds than the table."""
    kinds = {kode: JenisSusun(kode, **isi) for kode, isi in _data()["susun"].items()}
    if kinds.keys() != DOKUMEN.keys():
        raise ValueError(f"jenis.toml: {sorted(kinds.keys() ^ DOKUMEN.keys())}")
    return kinds


@cache
def shelf_kinds() -> dict[str, JenisRak]:
    """What stands on the shelf."""
    return {kode: JenisRak(kode, **isi) for kode, isi in _data()["rak"].items()}


def choices_of(jenis: JenisSusun, perjanjian: Iterable[str], periode: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What can be chosen for a kind: (choice, title), of the agreements and survey periods of the year."""
    match jenis.pilihan:
        case "triwulan":
            return _TRIWULAN
        case "perjanjian":
            return (("", "semua perjanjian tahun ini"), *((p, f"perjanjian {p}") for p in perjanjian))
        case "survei":
            return (("", "seluruh tahun"), *((p, f"periode {p}") for p in periode))
        case _:
            return (("", ""),)


def regulated_deadline(jenis: JenisRak, tahun: int) -> date | None:
    """The day that the regulations give: the end of so many months after the fiscal year."""
    rule = next((t for t in load().tenggat if t.kode == jenis.tenggat), None)
    if rule is None or rule.setelah_peristiwa or not 0 < rule.setelah_bulan < _LAST_MONTH:
        return None
    return date(tahun + 1, rule.setelah_bulan + 1, 1) - timedelta(days=1)
