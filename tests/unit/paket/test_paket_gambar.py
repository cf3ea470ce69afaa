"""Pictures beside a workbook: those that its tables name, and no other file of that folder."""

from __future__ import annotations

from pathlib import Path

from akuntabel.domain.paket import Paket
from akuntabel.domain.tindak_lanjut import Dokumentasi
from akuntabel.paket.tulis_buku import write_workbook
from akuntabel.pipelines.paket import read_paket

PNG = b"\x89PNG\r\n\x1a\n"
PHOTO = Dokumentasi(kode="F1", judul="Panen raya", berkas="panen.png")


def beside(folder: Path, **files: bytes) -> None:
    (folder / "dokumentasi").mkdir()
    for name, data in files.items():
        (folder / "dokumentasi" / f"{name}.png").write_bytes(data)


def test_a_named_picture_beside_the_workbook_belongs_to_it(tmp_path: Path) -> None:
    write_workbook(Paket(dokumentasi=(PHOTO,)), tmp_path / "data.xlsx")
    beside(tmp_path, panen=PNG + b"1", lain=PNG)
    read = read_paket(tmp_path / "data.xlsx")
    assert (read.paket.berkas, read.temuan) == ((("panen.png", PNG + b"1"),), ())


def test_a_picture_beside_the_workbook_is_newer_than_the_one_inside(tmp_path: Path) -> None:
    write_workbook(Paket(dokumentasi=(PHOTO,), berkas=(("panen.png", PNG),)), tmp_path / "data.xlsx")
    assert read_paket(tmp_path / "data.xlsx").paket.berkas == (("panen.png", PNG),)
    beside(tmp_path, panen=PNG + b"2")
    assert read_paket(tmp_path / "data.xlsx").paket.berkas == (("panen.png", PNG + b"2"),)


def test_a_file_that_is_no_picture_is_said(tmp_path: Path) -> None:
    write_workbook(Paket(dokumentasi=(PHOTO,)), tmp_path / "data.xlsx")
    beside(tmp_path, panen=b"GIF89a")
    assert [(t.kode, t.lokasi.berkas) for t in read_paket(tmp_path / "data.xlsx").temuan] == [
        ("DATA-25", "dokumentasi/panen.png")
    ]
