"""Sheets, narrative and pictures -> Paket, with the place of every row and all findings at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, cast

from akuntabel.domain.catatan import Narasi
from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.findings import Temuan
from akuntabel.grid.berkas import is_file_stem
from akuntabel.grid.kode import found, quoted
from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.ingest.tabel import ingest_table
from akuntabel.provenance import RowPlace, SourceMap


@dataclass(frozen=True, slots=True)
class Ingested:
    """A package as read: the model, where each row stands, and everything that is wrong."""

    paket: Paket
    sumber: SourceMap
    temuan: tuple[Temuan, ...] = ()


@dataclass(slots=True)
class _Gathered:
    rows: dict[str, list[Baris]] = field(default_factory=dict)
    places: dict[tuple[str, str], RowPlace] = field(default_factory=dict)
    notes: list[Temuan] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def add(self, nama: str, sheet: Sheet) -> None:
        """Read one more sheet of a table; what cannot stand beside the rows before it is said and left out."""
        read = ingest_table(sheet, TABEL[nama])
        self.notes += read.temuan
        if not read.utuh:
            self.unread.add(nama)
        for row in read.rows:
            place = read.places[row.kunci]
            if isinstance(row, Narasi) and not is_file_stem(row.kode):
                self.notes.append(_no_name(sheet, row, place))
            elif (nama, row.kunci) in self.places:
                self.notes.append(_double(sheet, nama, row, place))
            else:
                self.places[nama, row.kunci] = place
                self.rows.setdefault(nama, []).append(row)


def ingest(sheets: Mapping[str, Sheet], narasi: Mapping[str, str], berkas: Mapping[str, bytes]) -> Ingested:
    """Read all tables. `narasi` holds passages by code (folder form), `berkas` pictures by name. Never raises."""
    gathered = _Gathered()
    for name in (*(n for n in TABEL if n in sheets), *(n for n in sheets if n not in TABEL)):
        if name in TABEL:
            gathered.add(name, sheets[name])
        else:
            likely = next(iter(get_close_matches(name, [n for n in TABEL if n not in sheets], n=1, cutoff=0.7)), None)
            gathered.notes.append(_unknown(sheets[name], likely))
            gathered.unread |= {likely} if likely else set()
    for kode in sorted(narasi):
        gathered.add(Narasi.TABEL, _passage(kode, narasi[kode]))
    tables = cast("dict[str, Any]", {name: tuple(rows) for name, rows in gathered.rows.items()})
    paket = Paket(**tables, berkas=tuple(sorted(berkas.items())))
    return Ingested(paket, SourceMap(gathered.places, frozenset(gathered.unread)), tuple(gathered.notes))


def _passage(kode: str, teks: str) -> Sheet:
    """A passage as a table of one row, so that text is read in one way only."""
    heading = tuple(RawCell(name, name, 1, n) for n, name in enumerate(("kode", "teks"), 1))
    cells = tuple(RawCell(text, text, 1, n) for n, text in enumerate((kode, teks), 1))
    return Sheet(Narasi.TABEL, f"narasi/{kode}.md", (heading, cells))


def _unknown(sheet: Sheet, likely: str | None) -> Temuan:
    where = f"{sheet.berkas} lembar {sheet.lembar}" if sheet.lembar else sheet.berkas
    advice = f"barangkali maksudnya {likely}" if likely else "hapus atau pindahkan dari paket"
    message = f"{where}: tabel {quoted(sheet.lembar or sheet.nama)} tidak dikenal dan tidak dibaca; {advice}."
    return found("DATA-19", message, sheet.lokasi(1), sheet.nama, advice)


def _double(sheet: Sheet, nama: str, row: Baris, place: RowPlace) -> Temuan:
    advice = "hapus salah satu"
    message = f"{sheet.place(place.baris)}: {quoted(row.kunci)} sudah ada pada tabel {nama}, tidak dipakai; {advice}."
    return found("DATA-06", message, sheet.lokasi(place.baris), row.kunci, advice)


def _no_name(sheet: Sheet, row: Narasi, place: RowPlace) -> Temuan:
    advice = "pakai huruf, angka, dan garis bawah saja, misalnya latar_belakang"
    message = (
        f"{sheet.place(place.baris, 'kode')}: {quoted(row.kode)} tidak dapat menjadi nama berkas narasi; {advice}."
    )
    return found("DATA-26", message, sheet.lokasi(place.baris, nama_kolom="kode"), row.kode, advice)
