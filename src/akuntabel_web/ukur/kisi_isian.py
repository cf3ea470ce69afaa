"""A block over the values of a period: lines of indicators, and lines of their components (`I-2/LULUS`)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.paket.bandingkan import Rencana
from akuntabel_web.paket.petakan import columns
from akuntabel_web.ukur.formulir import WITHOUT_VALUE, value_column
from akuntabel_web.ukur.isian import Butir, items, valid_indicators
from akuntabel_web.ukur.jadwal import Jadwal
from akuntabel_web.ukur.kisi import KOLOM_ISIAN, obstacle, part_code, sheet_of
from akuntabel_web.ukur.tindakan import VERSI
from akuntabel_web.ukur.tumpang import BarisBlok, Tumpangan, overlay, read_value

_TABEL, _KOMPONEN = "realisasi", "nilai_komponen"
_VALUES = ("nilai", "pembilang", "penyebut")


@dataclass(frozen=True, slots=True)
class Baris:
    """A line of the block: the entry that it is about, the component (blank: the entry itself), what it states."""

    nomor: int
    butir: Butir
    komponen: str
    nilai: Mapping[str, Any]


def entry_overlay(wewenang: Wewenang, periode: str, rows: Sequence[Sequence[str]], hari: date) -> Tumpangan:
    """What a block would do to the values of a period: rows of realisasi and of components, planned as one."""
    galat: list[str] = []
    known = items(wewenang, valid_indicators(wewenang), [periode])
    lines = list(_lines(sheet_of(rows), known, galat))
    jadwal = Jadwal(wewenang.instansi, wewenang.tahun)
    for line in lines:
        if why := obstacle(line.butir, jadwal, hari):
            galat.append(f"baris {line.nomor}, {line.butir.indikator.kode}: {why}")
    stated = [line for line in lines if any(v is not None for v in line.nilai.values())]
    by_code: dict[str, list[Baris]] = {}
    for line in stated:
        by_code.setdefault(line.butir.indikator.kode, []).append(line)
    for own in by_code.values():
        galat += _contradictions(own)
    key = {"tahun": wewenang.tahun, "periode": periode}
    values = overlay(wewenang, _TABEL, [b for own in by_code.values() for b in _value_rows(own, key)], galat)
    parts = overlay(wewenang, _KOMPONEN, [b for own in by_code.values() for b in _part_rows(own, key)])
    state = hashlib.sha256(f"{values.rencana.dasar}{parts.rencana.dasar}".encode()).hexdigest()
    plan = Rencana((*values.rencana.perubahan, *parts.rencana.perubahan), state)
    return Tumpangan(plan, tuple(dict.fromkeys((*values.galat, *parts.galat))), len(stated))


def _lines(sheet: Sheet, known: Sequence[Butir], galat: list[str]) -> Iterator[Baris]:
    places = {b.indikator.kode: (b, "") for b in known}
    places |= {part_code(b, k): (b, k.kode) for b in known for k, _ in b.komponen}
    head = [c.text for c in sheet.rows[0]] if sheet.rows else []
    for raw in sheet.rows[1:]:
        cells = dict(zip(head, raw, strict=False))
        kode, number = cells.pop("indikator").text.strip(), raw[0].baris
        if kode not in places:
            galat.append(f"baris {number}: indikator '{kode}' tidak ada pada tahun ini.")
            continue
        butir, part = places[kode]
        read, told = _part_value if part else _values, {n: c for n, c in cells.items() if n in KOLOM_ISIAN}
        yield Baris(number, butir, part, read(sheet, butir, told, galat))


def _values(sheet: Sheet, butir: Butir, cells: Mapping[str, RawCell], galat: list[str]) -> dict[str, Any]:
    kolom = {k.nama: k for k in columns(_TABEL)} | {"nilai": value_column(butir.indikator)}
    return {n: read_value(sheet, c, kolom[n], _TABEL, galat) for n, c in cells.items()}


def _part_value(sheet: Sheet, _: Butir, cells: Mapping[str, RawCell], galat: list[str]) -> dict[str, Any]:
    kolom = next(k for k in columns(_KOMPONEN) if k.nama == "nilai")
    more = [n for n, c in cells.items() if n != "nilai" and not c.blank]
    if more:
        line = next(iter(cells.values())).baris
        galat.append(f"baris {line}: baris komponen hanya berisi nilai; {', '.join(more)} ditulis di baris indikator.")
    return {n: read_value(sheet, c, kolom, _KOMPONEN, galat) for n, c in cells.items() if n == "nilai"}


def _contradictions(lines: Sequence[Baris]) -> Iterator[str]:
    """What the lines of one entry may not state together, nor beside what is saved."""
    butir, at = lines[0].butir, f"baris {lines[0].nomor}"
    own = {n: v for line in lines if not line.komponen for n, v in line.nilai.items() if v is not None}
    given = {line.komponen for line in lines if line.komponen}
    status = getattr(own.get("status"), "value", own.get("status"))
    filled = bool(given) or any(n in own for n in _VALUES)
    if filled and status in WITHOUT_VALUE:
        yield f"{at}: nilai terisi, padahal statusnya {status}; pilih salah satu."
    elif status in WITHOUT_VALUE and butir.terisi and butir.realisasi and butir.realisasi.status != status:
        yield f"{at}: nilai yang tersimpan harus dikosongkan lewat halaman isiannya dahulu."
    if not butir.komponen:
        return
    saved = {k.kode for k, v in butir.komponen if v and v.nilai is not None}
    direct = butir.realisasi is not None and butir.realisasi.nilai is not None
    if any(n in own for n in _VALUES[1:]):
        yield f"{at}: nilai {butir.indikator.kode} dihitung dari komponen, bukan dari pembilang dan penyebut."
    if "nilai" in own and (given or saved):
        yield f"{at}: nilai {butir.indikator.kode} dihitung dari komponen; isi salah satu."
    if given and direct:
        yield f"{at}: nilai {butir.indikator.kode} terisi langsung; kosongkan lewat halaman isiannya dahulu."
    lacking = [part_code(butir, k) for k, _ in butir.komponen if k.kode not in saved | given]
    if given and lacking:
        yield f"{at}: semua komponen harus terisi; belum ada nilai {', '.join(lacking)}."


def _value_rows(lines: Sequence[Baris], key: Mapping[str, Any]) -> Iterator[BarisBlok]:
    """The rows of realisasi: one for each line of the indicator, or the row that stands beside its components."""
    butir = lines[0].butir
    versi = butir.realisasi.versi if butir.realisasi else VERSI
    whole = {**key, "indikator": butir.indikator.kode, "versi": versi, "dipakai": True}
    own = [line for line in lines if not line.komponen]
    for line in own:
        yield BarisBlok(line.nomor, {**line.nilai, **whole})
    if not own:
        yield BarisBlok(lines[0].nomor, whole)


def _part_rows(lines: Sequence[Baris], key: Mapping[str, Any]) -> Iterator[BarisBlok]:
    status = next((s for line in lines if not line.komponen and (s := line.nilai.get("status"))), None)
    for line in lines:
        if line.komponen:
            whole = {**key, "indikator": line.butir.indikator.kode, "komponen": line.komponen, "status": status}
            yield BarisBlok(line.nomor, {**line.nilai, **whole})
