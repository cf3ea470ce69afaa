"""Packages on disk: read into the model, converted from one form to the other, a workbook to fill."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from akuntabel.errors import BerkasError
from akuntabel.ingest import Ingested, ingest
from akuntabel.paket.buka import open_paket

_WORKBOOK = ".xlsx"


def read_paket(path: Path) -> Ingested:
    """Read a package in either form: the model, where each row stands, and all findings about the data.

    Raises BerkasError when the path is no usable package.
    """
    opened = open_paket(path)
    ingested = ingest(opened.sheets, opened.narasi, opened.berkas)
    return replace(ingested, temuan=(*opened.temuan, *ingested.temuan))


def convert(source: Path, target: Path, *, overwrite: bool = False) -> Ingested:
    """Write a package in the other form: `.xlsx` is a workbook, any other name a folder.

    What could not be read is not in the target: the findings say it. Raises BerkasError when either path is unusable,
    and when the target holds something and `overwrite` is not said.
    """
    ingested = read_paket(source)
    if source.resolve() == target.resolve():
        raise BerkasError(str(target), "sama dengan asalnya", "tulis nama lain")
    if not overwrite and (target.is_file() or (target.is_dir() and any(target.iterdir()))):
        raise BerkasError(str(target), "sudah ada", "tulis nama lain, atau pakai --timpa bila isinya boleh diganti")
    if target.suffix.lower() == _WORKBOOK:
        from akuntabel.paket.tulis_buku import write_workbook  # noqa: PLC0415  only commands that write packages

        write_workbook(ingested.paket, target)
    else:
        from akuntabel.paket.tulis_folder import write_folder  # noqa: PLC0415

        write_folder(ingested.paket, target)
    return ingested


def make_template(path: Path) -> None:
    """Write an empty workbook to fill. Raises BerkasError when it exists, is no `.xlsx`, or cannot be written."""
    if path.suffix.lower() != _WORKBOOK:
        raise BerkasError(str(path), "bukan nama buku kerja", "akhiri dengan .xlsx", "data-kinerja.xlsx")
    if path.exists():
        raise BerkasError(str(path), "sudah ada", "tulis nama lain supaya isinya tidak hilang")
    from akuntabel.paket.tulis_buku import write_template  # noqa: PLC0415

    write_template(path)
