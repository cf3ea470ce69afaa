"""A block of rows laid over a table: what it would change and what is wrong with it, before anything is written.

Rows of the block change or add rows; what the block does not name stays. A blank cell changes nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from akuntabel.domain.kolom import Baris, Kolom
from akuntabel.domain.paket import TABEL
from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.ingest.sel import read_cell
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.paket.bandingkan import Rencana, compare
from akuntabel_web.paket.formulir import DOUBTFUL
from akuntabel_web.paket.models import MODEL
from akuntabel_web.paket.petakan import columns, rows_of, to_contract, values_of
from akuntabel_web.paket.tindakan import ChangeRight


@dataclass(frozen=True, slots=True)
class BarisBlok:
    """A row of the block: its line, and the values that it states by column."""

    baris: int
    nilai: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tumpangan:
    """What a block would do: the plan of changes, and one line for each thing that is wrong."""

    rencana: Rencana
    galat: tuple[str, ...]
    jumlah: int  # rows of the block


def read_value(sheet: Sheet, cell: RawCell, kolom: Kolom, tabel: str, galat: list[str]) -> Any:
    """The value of a cell by the reader of workbooks; what is wrong is added to `galat`. None for a blank cell."""
    if cell.blank:
        return None
    read, notes = read_cell(sheet, cell, kolom, key=kolom.nama in TABEL[tabel].KUNCI)
    wrong = [n.pesan for n in notes if n.kode in DOUBTFUL or read is None]
    galat.extend(wrong)
    return None if wrong or read == "" else read


def overlay(wewenang: Wewenang, tabel: str, rows: Iterable[BarisBlok], galat: Iterable[str] = ()) -> Tumpangan:
    """Lay rows over a table, with everything that is wrong: missing columns, unknown codes, foreign units, doubles."""
    old = rows_of(tabel, wewenang.instansi, wewenang.tahun)
    state = hashlib.sha256("".join(f"{r.pk}:{r.versi_baris};" for r in old).encode()).hexdigest()
    merged: dict[str, Baris] = {row.kunci: row for row in (to_contract(tabel, r) for r in old)}
    wrong, seen = list(galat), set[str]()
    right, known = ChangeRight(wewenang, tabel), _codes(wewenang, tabel)
    count = 0
    for row in rows:
        count += 1
        made = _lay(tabel, row, merged, wrong)
        if made is None:
            continue
        if made.kunci in seen:
            wrong.append(f"baris {row.baris}: kunci {made.kunci} tertulis dua kali; hapus salah satunya.")
        seen.add(made.kunci)
        values = values_of(tabel, made)
        before = merged.get(made.kunci)
        if not right.of(values) or (before is not None and not right.of(values_of(tabel, before))):
            wrong.append(f"baris {row.baris}: bukan milik unit Anda.")
        for name, codes in known.items():
            if values[name] is not None and values[name] not in codes:
                wrong.append(f"baris {row.baris}, kolom {name}: kode '{values[name]}' belum ada; tambahkan dahulu.")
        merged[made.kunci] = made
    changes = compare(tabel, old, merged.values())
    return Tumpangan(Rencana(tuple(changes), state), tuple(dict.fromkeys(wrong)), count)


def _lay(tabel: str, row: BarisBlok, merged: Mapping[str, Baris], wrong: list[str]) -> Baris | None:
    contract = TABEL[tabel]
    given = {name: value for name, value in row.nilai.items() if value is not None}
    key = "|".join("" if (v := given.get(k)) is None else str(v) for k in contract.KUNCI)
    before = merged.get(key)
    start = {n: v for n in contract.model_fields if (v := getattr(before, n, None)) is not None} if before else {}
    values = {**start, **given}
    missing = [k.nama for k in columns(tabel) if k.wajib and values.get(k.nama) is None]
    if missing:
        wrong.append(f"baris {row.baris}: kolom {', '.join(missing)} wajib diisi.")
        return None
    try:
        return contract(**values)
    except ValidationError as error:
        names = ", ".join(str(p["loc"][0]) for p in error.errors() if p["loc"])
        wrong.append(f"baris {row.baris}: isi kolom {names} tidak memenuhi syarat.")
        return None


def _codes(wewenang: Wewenang, tabel: str) -> dict[str, set[str]]:
    """For each column that names the key of another table: the keys that are there."""
    found: dict[str, set[str]] = {}
    for kolom in columns(tabel):
        codes: set[str] = set()
        for other in kolom.acuan.split("|") if kolom.acuan else ():
            rows = MODEL[other].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
            codes |= {str(c) for c in rows.order_by().values_list(TABEL[other].KUNCI[0], flat=True)}
        if kolom.acuan:
            found[kolom.nama] = codes
    return found
