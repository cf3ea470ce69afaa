"""Paket -> workbook, whole or not at all; and the empty workbook to fill."""

from __future__ import annotations

import base64
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from akuntabel.domain.kolom import Baris, Kolom, columns_of
from akuntabel.domain.paket import TABEL, VERSI_SKEMA, Paket
from akuntabel.errors import BerkasError
from akuntabel.paket.buku import LEMBAR_BERKAS, LEMBAR_PAKET
from akuntabel.paket.hitung import computed
from akuntabel.paket.petunjuk import guide
from akuntabel.paket.versi import KUNCI_VERSI
from akuntabel.writers.xlsx import KolomLembar, Lembar, render_book

_CHUNK = 30_000  # a cell holds at most 32.767 characters
_JUDUL = "Data kinerja"


def workbook_bytes(paket: Paket) -> bytes:
    """The workbook of a package; the same package gives the same bytes. Raises BerkasError for too long a text."""
    return _render(paket, contoh=False)


def template_bytes() -> bytes:
    """The workbook to fill, with an example row in every sheet."""
    return _render(Paket(), contoh=True)


def write_workbook(paket: Paket, file: Path) -> None:
    """Write a package as a workbook. Raises BerkasError when it cannot be written."""
    _write(workbook_bytes(paket), file)


def write_template(file: Path) -> None:
    """Write the workbook to fill. Raises BerkasError when it cannot be written."""
    _write(template_bytes(), file)


def _render(paket: Paket, *, contoh: bool) -> bytes:
    sheets = [_sheet(name, TABEL[name], paket, contoh=contoh) for name in TABEL]
    hidden: dict[str, list[tuple[str, ...]]] = {LEMBAR_PAKET: [(KUNCI_VERSI, str(VERSI_SKEMA))]}
    if paket.berkas:
        hidden[LEMBAR_BERKAS] = [("nama", "bagian", "isi"), *_chunks(dict(paket.berkas))]
    title = f"{_JUDUL} {paket.instansi[0].nama}" if paket.instansi else _JUDUL
    return render_book(guide(title), sheets, hidden)


def _sheet(name: str, model: type[Baris], paket: Paket, *, contoh: bool) -> Lembar:
    columns = columns_of(model)
    rows = tuple(tuple(getattr(row, k.nama) for k in columns) for row in paket.rows(name))
    example = (f"CONTOH: {columns[0].contoh}", *(k.contoh or None for k in columns[1:])) if contoh else ()
    return Lembar(name, model.JUDUL, tuple(map(_column, columns)), rows, computed(name, paket), example)


def _column(kolom: Kolom) -> KolomLembar:
    acuan = tuple(kolom.acuan.split("|")) if kolom.acuan else ()
    return KolomLembar(kolom.nama, kolom.jenis, kolom.wajib, kolom.petunjuk, kolom.contoh, kolom.pilihan, acuan)


def _chunks(pictures: Mapping[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """Pictures as rows of text: a workbook is one file, so it carries them."""
    for name, data in pictures.items():
        text = base64.b64encode(data).decode("ascii")
        for number, start in enumerate(range(0, len(text), _CHUNK), 1):
            yield name, str(number), text[start : start + _CHUNK]


def _write(data: bytes, file: Path) -> None:
    """Write beside the file and rename: a killed run leaves the old file or the new one."""
    if file.is_dir():
        raise BerkasError(str(file), "adalah folder", "tulis nama berkas", "paket.xlsx")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".baru", dir=file.parent)
    except OSError as error:
        raise _unwritable(file) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        beside.chmod(0o644)
        beside.replace(file)
    except OSError as error:
        raise _unwritable(file) from error
    finally:
        beside.unlink(missing_ok=True)


def _unwritable(file: Path) -> BerkasError:
    return BerkasError(str(file), "berkas tidak dapat ditulis", "tutup berkasnya di program lain dan periksa izin")
