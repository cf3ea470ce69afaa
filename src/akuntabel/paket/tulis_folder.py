"""Paket -> folder, whole or not at all."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.errors import BerkasError
from akuntabel.paket.folder import NARASI
from akuntabel.paket.gambar import FOLDER as GAMBAR
from akuntabel.paket.schema import PEMISAH, datapackage, used_columns
from akuntabel.paket.teks import cell_text
from akuntabel.paket.versi import DATAPACKAGE

_OWN = frozenset((DATAPACKAGE, NARASI, GAMBAR, *(f"{name}.csv" for name in TABEL)))


def package_files(paket: Paket) -> Iterator[tuple[str, bytes]]:
    """Every file of the folder form, by its name in the folder; the same package gives the same bytes."""
    yield DATAPACKAGE, datapackage(paket).encode()
    for name, rows in paket.tables():
        if rows and name != NARASI:
            yield f"{name}.csv", csv_text(TABEL[name], rows).encode()
    for passage in paket.narasi:
        yield f"{NARASI}/{passage.kode}.md", f"{passage.teks}\n".encode()
    for name, data in paket.berkas:
        yield f"{GAMBAR}/{name}", data


def csv_text(model: type[Baris], rows: tuple[Baris, ...]) -> str:
    """A table as CSV: semicolons, LF, quotes only where needed."""
    columns = [k.nama for k in used_columns(model, rows)]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=PEMISAH, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(columns)
    writer.writerows([cell_text(getattr(row, name)) for name in columns] for row in rows)
    return out.getvalue()


def write_folder(paket: Paket, folder: Path) -> None:
    """Write a package beside its place and rename it: a killed run leaves the old folder or the new one.

    Replaces an older package. Raises BerkasError when the folder holds anything else, or cannot be written.
    """
    _check_target(folder)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".baru", dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder) from error
    try:
        for name, data in package_files(paket):
            target = beside / name
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(data)
        beside.chmod(0o755)
        _replace(beside, folder)
    except OSError as error:
        raise _unwritable(folder) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _check_target(folder: Path) -> None:
    """Refuse to overwrite what is no package."""
    if folder.is_dir() and any(folder.iterdir()) and not (folder / DATAPACKAGE).is_file():
        raise BerkasError(str(folder), "folder berisi berkas lain", "tulis nama folder baru atau folder paket lama")
    if folder.exists() and not folder.is_dir():
        raise BerkasError(str(folder), "sudah ada dan bukan folder", "tulis nama folder baru")


def _replace(beside: Path, folder: Path) -> None:
    """Put the new folder in place; the old one is removed only after the new one stands.

    What is no part of a package (a README, the history of git) moves along.
    """
    if not folder.is_dir():
        beside.rename(folder)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".lama", dir=folder.parent))
    old = aside / folder.name
    folder.rename(old)
    try:
        beside.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    for entry in old.iterdir():
        if entry.name not in _OWN:
            entry.rename(folder / entry.name)
    shutil.rmtree(aside)


def _unwritable(folder: Path) -> BerkasError:
    return BerkasError(str(folder), "folder tidak dapat ditulis", "periksa izin dan ruang penyimpanan")
