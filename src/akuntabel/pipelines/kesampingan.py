"""Waivers: a CSV file that says who set which finding aside, when and why. Findings set aside stay visible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from akuntabel.bahasa.tanggal import parse_tanggal
from akuntabel.errors import BerkasError
from akuntabel.findings import DIKESAMPINGKAN, Kesampingan, Temuan
from akuntabel.grid.sheet import Row, Sheet
from akuntabel.readers.csv import read_csv

KOLOM = ("sidik", "oleh", "tanggal", "alasan")
_EXAMPLE = "tulis judul kolom sidik;oleh;tanggal;alasan pada baris pertama, lalu satu baris untuk setiap temuan"


@dataclass(frozen=True, slots=True)
class DaftarKesampingan:
    """Waivers by the sidik of their finding. `baris` is the line of each, `catatan` are those that cannot be used."""

    berkas: str
    isi: Mapping[str, Kesampingan]
    baris: Mapping[str, int]
    catatan: tuple[str, ...] = ()

    def apply(self, findings: Iterable[Temuan]) -> tuple[Temuan, ...]:
        """The findings in their order; those that are waived have the status and say by whom."""
        return tuple(self._one(finding) for finding in findings)

    def _one(self, finding: Temuan) -> Temuan:
        waiver = self.isi.get(finding.sidik)
        return finding if waiver is None else replace(finding, status=DIKESAMPINGKAN, kesampingan=waiver)

    def unmatched(self, findings: Iterable[Temuan]) -> list[str]:
        """One line for each waiver whose finding is in none of the reviewed documents."""
        known = {finding.sidik for finding in findings}
        return [
            f"{self.berkas} baris {line}: sidik {sidik} tidak ada di antara temuan; mungkin sudah diperbaiki, atau "
            "sidiknya salah salin."
            for sidik, line in self.baris.items()
            if sidik not in known
        ]


def read_waivers(path: Path) -> DaftarKesampingan:
    """Read a file of waivers. One without who, when or why is not used and is told.

    Raises BerkasError when the file cannot be read or lacks a column.
    """
    sheet = read_csv(path)
    place = _columns(sheet)
    used: dict[str, Kesampingan] = {}
    lines: dict[str, int] = {}
    notes: list[str] = []
    for row in sheet.rows[1:]:
        cells = {c.kolom: c.text.strip() for c in row}
        values = {name: cells.get(column, "") for name, column in place.items()}
        waiver, problem = _waiver(values)
        line = row[0].baris
        if waiver is None:
            notes.append(f"{sheet.berkas} baris {line}: {problem}; temuan tetap terbuka.")
        elif values["sidik"] in used:
            notes.append(f"{sheet.berkas} baris {line}: sidik {values['sidik']} sudah ada pada baris di atasnya.")
        else:
            used[values["sidik"]], lines[values["sidik"]] = waiver, line
    return DaftarKesampingan(sheet.berkas, used, lines, tuple(notes))


def _columns(sheet: Sheet) -> dict[str, int]:
    head: Row = sheet.rows[0] if sheet.rows else ()
    found = {c.text.strip().lower(): c.kolom for c in head}
    missing = [name for name in KOLOM if name not in found]
    if missing:
        raise BerkasError(sheet.berkas, f"kolom {', '.join(missing)} tidak ada", _EXAMPLE)
    return {name: found[name] for name in KOLOM}


def _waiver(values: Mapping[str, str]) -> tuple[Kesampingan | None, str]:
    """The waiver, or what is wrong with it."""
    empty = [name for name in KOLOM if not values[name]]
    if empty:
        return None, f"kolom {', '.join(empty)} kosong"
    day = parse_tanggal(values["tanggal"])
    if day is None:
        return None, f"tanggal '{values['tanggal']}' tidak terbaca, tulis misalnya 5 Februari 2026"
    return Kesampingan(values["oleh"], day, values["alasan"]), ""
