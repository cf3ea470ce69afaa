"""The workbook form -> OpenedPaket."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from pathlib import Path

from akuntabel.domain.instansi import Instansi
from akuntabel.domain.paket import TABEL, VERSI_SKEMA
from akuntabel.domain.tindak_lanjut import Dokumentasi
from akuntabel.errors import BerkasError
from akuntabel.findings import Lokasi, Temuan
from akuntabel.grid.kode import found
from akuntabel.grid.sheet import Sheet
from akuntabel.paket.gambar import FOLDER, picture_finding, picture_problem, read_pictures
from akuntabel.paket.opened import Bentuk, OpenedPaket
from akuntabel.paket.versi import KUNCI_VERSI, check_version
from akuntabel.readers.terbatas import run_limited
from akuntabel.readers.xlsx import read_xlsx

LEMBAR_PAKET, LEMBAR_BERKAS = "_paket", "_berkas"
_PETUNJUK = "petunjuk"


def open_workbook(file: Path) -> OpenedPaket:
    """Read a workbook package in a child process. Raises BerkasError when it is none or cannot be used at all."""
    by_name: dict[str, Sheet] = {}
    for sheet in run_limited(read_xlsx, file.name, file):
        by_name[str(sheet.lembar) if sheet.nama in by_name else sheet.nama] = sheet
    if not by_name.keys() & TABEL.keys():
        raise BerkasError(file.name, "buku kerja ini bukan paket data", "mulai dari buku kerja 'akuntabel templat'")
    notes: list[Temuan] = []
    version = _version(file.name, by_name.pop(LEMBAR_PAKET, None), notes)
    pictures = _pictures(by_name.pop(LEMBAR_BERKAS, None), notes)
    by_name.pop(_PETUNJUK, None)
    # A picture beside the workbook is newer than the copy that a conversion put inside.
    pictures |= read_pictures(file.parent / FOLDER, notes, _named(by_name))
    return OpenedPaket(Bentuk.BUKU_KERJA, version, by_name, {}, pictures, tuple(notes))


def _named(sheets: Mapping[str, Sheet]) -> frozenset[str]:
    """The texts of the tables that name pictures: other files of that folder are none of the package."""
    tables = (sheets[name] for name in (Instansi.TABEL, Dokumentasi.TABEL) if name in sheets)
    return frozenset(cell.text.strip() for sheet in tables for row in sheet.rows for cell in row)


def _version(where: str, sheet: Sheet | None, notes: list[Temuan]) -> int:
    """The version that the hidden sheet names; without it the newest is assumed and said."""
    values = {row[0].text: row[1].text for row in sheet.rows if len(row) > 1} if sheet else {}
    text = values.get(KUNCI_VERSI)
    if text is None:
        advice = "salin data ke buku kerja dari 'akuntabel templat'"
        message = f"{where}: lembar {LEMBAR_PAKET} tidak ada, skema dianggap versi {VERSI_SKEMA}; {advice}."
        notes.append(found("DATA-27", message, Lokasi(berkas=where), saran=advice))
        return VERSI_SKEMA
    return check_version(where, int(text) if text.isascii() and text.isdigit() else text)


def _pictures(sheet: Sheet | None, notes: list[Temuan]) -> dict[str, bytes]:
    """Pictures from the rows `nama`, `bagian`, `isi`; the parts stand in their order."""
    parts: dict[str, list[str]] = {}
    for row in sheet.rows[1:] if sheet else ():
        if len(row) == 3:
            parts.setdefault(row[0].text, []).append(row[2].text)
    pictures: dict[str, bytes] = {}
    for name, texts in parts.items():
        data = _decode("".join(texts))
        problem = "isinya rusak" if data is None else picture_problem(name, data)
        if data is None or problem:
            notes.append(picture_finding(name, problem or "", Lokasi(lembar=LEMBAR_BERKAS)))
        else:
            pictures[name] = data
    return pictures


def _decode(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
