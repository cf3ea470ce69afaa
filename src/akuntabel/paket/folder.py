"""The folder form: CSV files, narrative and pictures -> OpenedPaket."""

from __future__ import annotations

from pathlib import Path

from akuntabel.domain.paket import TABEL
from akuntabel.errors import BerkasError
from akuntabel.findings import Lokasi, Temuan
from akuntabel.grid.berkas import is_file_stem, read_bytes
from akuntabel.grid.kode import found
from akuntabel.grid.sandi import decode
from akuntabel.grid.sheet import Sheet
from akuntabel.paket.gambar import FOLDER as GAMBAR
from akuntabel.paket.gambar import read_pictures
from akuntabel.paket.isi_folder import inside, visible
from akuntabel.paket.opened import Bentuk, OpenedPaket
from akuntabel.paket.versi import DATAPACKAGE, folder_version
from akuntabel.readers.csv import read_csv

NARASI = "narasi"


def open_folder(folder: Path) -> OpenedPaket:
    """Read a folder package. Raises BerkasError when it is none, or a file of it cannot be used at all."""
    files = visible(folder)
    tables = [f for f in files if f.is_file() and f.suffix.lower() == ".csv"]
    if not (folder / DATAPACKAGE).is_file() and not any(f.stem.strip().lower() in TABEL for f in tables):
        raise BerkasError(str(folder), "bukan paket data", f"isi folder dengan {DATAPACKAGE} dan berkas CSV")
    version, notes = folder_version(folder)
    sheets: dict[str, Sheet] = {}
    for path in tables:
        if path.stat().st_size == 0:
            notes.append(_empty(path.name))
            continue
        sheet = read_csv(path)
        # Two files that differ only in case are one table: the second one is named in full, so unknown.
        sheets[path.name if sheet.nama in sheets else sheet.nama] = sheet
    passages = _narrative(folder / NARASI, notes)
    pictures = read_pictures(folder / GAMBAR, notes)
    return OpenedPaket(Bentuk.FOLDER, version, sheets, passages, pictures, tuple(notes))


def _narrative(folder: Path, notes: list[Temuan]) -> dict[str, str]:
    passages: dict[str, str] = {}
    for path in inside(folder):
        where = f"{NARASI}/{path.name}"
        if path.suffix != ".md" or not path.is_file() or not is_file_stem(path.stem):
            advice = "beri nama seperti latar_belakang.md, tanpa spasi"
            message = f"{where}: bukan berkas narasi, tidak dibaca; {advice}."
            notes.append(found("DATA-26", message, Lokasi(berkas=where), path.name, advice))
        elif path.stat().st_size == 0:
            notes.append(_empty(where))
        else:
            text, encoding = decode(read_bytes(path, where), where)
            passages[path.stem] = text.removeprefix("\ufeff")
            if encoding != "utf-8":
                advice = "simpan sebagai UTF-8"
                message = f"{where}: teks bukan UTF-8, periksa huruf yang tidak lazim; {advice}."
                notes.append(found("DATA-18", message, Lokasi(berkas=where), saran=advice))
    return passages


def _empty(where: str) -> Temuan:
    advice = "hapus berkasnya atau isi datanya"
    return found("DATA-19", f"{where}: berkas kosong, tidak dibaca; {advice}.", Lokasi(berkas=where), saran=advice)
