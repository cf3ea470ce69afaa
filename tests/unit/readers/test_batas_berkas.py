"""Hostile files: every limit ends in one clear line."""

from __future__ import annotations

import io
import os
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
import xlsxwriter

from akuntabel.errors import BerkasError
from akuntabel.grid.batas import BAKU, Batas
from akuntabel.grid.berkas import read_bytes
from akuntabel.readers.csv import parse_csv
from akuntabel.readers.terbatas import run_limited
from akuntabel.readers.xlsx import parse_xlsx, read_xlsx

AGAIN = "buka di Excel atau LibreOffice, simpan ulang, lalu coba lagi"
CHILD_AGAIN = "buka dengan program pembuatnya, simpan ulang, lalu coba lagi"
MB = 1024 * 1024


def book(rows: int = 1, columns: int = 1, text: str = "x") -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet("sarana")
        for row in range(rows):
            sheet.write_row(row, 0, [text] * columns)
    return out.getvalue()


def with_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            new.writestr(member, change(old.read(member)) if member == name else old.read(member))
    return out.getvalue()


def line(action: Callable[[], object]) -> str:
    with pytest.raises(BerkasError) as error:
        action()
    return str(error.value)


def test_size(tmp_path: Path) -> None:
    file = tmp_path / "besar.csv"
    file.write_bytes(b"x" * 3 * MB)
    assert line(lambda: read_bytes(file, "besar.csv", Batas(ukuran=2 * MB))) == (
        "besar.csv: berukuran 3 MB; ukuran paling besar 2 MB; hapus gambar atau lembar yang tidak diperlukan."
    )


def test_defaults_are_the_documented_ones() -> None:
    assert (BAKU.ukuran // MB, BAKU.ukuran_isi // MB, BAKU.rasio, BAKU.anggota) == (50, 400, 200, 5_000)
    assert (BAKU.baris, BAKU.kolom, BAKU.sel, BAKU.panjang_sel, BAKU.detik) == (200_000, 500, 1_000_000, 32_767, 60)


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (Batas(baris=3), "lebih dari 3 baris; hapus baris yang tidak diperlukan."),
        (Batas(kolom=3), "lebih dari 3 kolom; hapus kolom di sebelah kanan data."),
        (Batas(sel=15), "lebih dari 15 sel; hapus baris dan kolom yang tidak diperlukan."),
    ],
)
def test_shape(limits: Batas, expected: str) -> None:
    assert line(lambda: parse_xlsx(book(4, 4), "a.xlsx", limits)) == f"a.xlsx lembar sarana: {expected}"
    assert line(lambda: parse_csv(b"a;b;c;d\n" * 4, "a", "a.csv", limits)) == f"a.csv: {expected}"


def test_zip_bomb() -> None:
    bomb = with_part("xl/sharedStrings.xml", lambda data: data + b" " * 30 * MB)
    assert line(lambda: parse_xlsx(bomb, "a.xlsx")) == f"a.xlsx: isinya mengembang melebihi batas; {AGAIN}."


def test_unpacked_size() -> None:
    large = with_part("xl/sharedStrings.xml", lambda data: data + os.urandom(2 * MB))
    assert line(lambda: parse_xlsx(large, "a.xlsx", Batas(ukuran_isi=MB))) == (
        f"a.xlsx: isinya mengembang melebihi batas; {AGAIN}."
    )


def test_number_of_parts() -> None:
    assert (
        line(lambda: parse_xlsx(book(), "a.xlsx", Batas(anggota=3))) == f"a.xlsx: berisi lebih dari 3 bagian; {AGAIN}."
    )


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE sst SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
    ],
)
@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"])
def test_entities(declaration: str, part: str) -> None:
    def change(data: bytes) -> bytes:
        return data.replace(b"?>", b"?>" + declaration.encode(), 1)

    assert line(lambda: parse_xlsx(with_part(part, change), "a.xlsx")) == (
        f"a.xlsx: memuat jenis dokumen XML yang tidak diizinkan; {AGAIN}."
    )


def test_broken_part() -> None:
    broken = with_part("xl/worksheets/sheet1.xml", lambda data: data[: len(data) // 2])
    assert line(lambda: parse_xlsx(broken, "a.xlsx")) == f"a.xlsx: berkas rusak atau tidak lengkap; {AGAIN}."


def test_other_office_files() -> None:
    def archive(name: str, content: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as made:
            made.writestr(name, content)
        return out.getvalue()

    ods = archive("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")
    assert line(lambda: parse_xlsx(ods, "a.xlsx")) == (
        "a.xlsx: berkas OpenDocument (.ods); simpan sebagai .xlsx, lalu coba lagi."
    )
    docx = archive("word/document.xml", b"<x/>")
    assert line(lambda: parse_xlsx(docx, "a.xlsx")) == (
        "a.xlsx: bukan buku kerja Excel; simpan sebagai .xlsx, lalu coba lagi."
    )


def test_child_returns_the_same(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(book(3, 3))
    assert run_limited(read_xlsx, "a.xlsx", file) == read_xlsx(file)


def test_child_passes_on_errors(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"bukan zip")
    assert line(lambda: run_limited(read_xlsx, "a.xlsx", file)) == (
        "a.xlsx: bukan buku kerja Excel; simpan sebagai .xlsx, lalu coba lagi."
    )


def test_child_that_is_too_slow() -> None:
    start = time.monotonic()
    message = line(lambda: run_limited(time.sleep, "a.xlsx", 30, batas=Batas(detik=0.5)))
    assert message == f"a.xlsx: tidak selesai dibaca dalam 0.5 detik; {CHILD_AGAIN}."
    assert time.monotonic() - start < 10


def test_child_that_takes_too_much_memory() -> None:
    message = line(lambda: run_limited(bytearray, "a.xlsx", 2_000 * MB, batas=Batas(memori=1_000 * MB)))
    assert message == f"a.xlsx: tidak dapat dibaca dalam batas memori; {CHILD_AGAIN}."


def test_child_that_dies_or_fails() -> None:
    assert (
        line(lambda: run_limited(os._exit, "a.xlsx", 3))
        == f"a.xlsx: tidak dapat dibaca dalam batas memori; {CHILD_AGAIN}."
    )
    assert line(lambda: run_limited(int, "a.xlsx", "x")) == f"a.xlsx: berkas rusak atau tidak lengkap; {CHILD_AGAIN}."


@pytest.mark.lambat
@pytest.mark.skipif(os.name != "posix", reason="elsewhere nobody tells a child that its parent is gone")
def test_child_ends_when_who_waits_for_it_is_killed() -> None:
    script = "import time; from akuntabel.readers.terbatas import run_limited; run_limited(time.sleep, 'a.xlsx', 60)"
    waiting = psutil.Popen([sys.executable, "-c", script])
    try:
        deadline = time.monotonic() + 30
        while not (children := waiting.children()):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        time.sleep(2)  # it reads its task and begins
    finally:
        waiting.kill()
        waiting.wait()
    _, alive = psutil.wait_procs(children, timeout=10)
    assert [p for p in alive if p.status() != psutil.STATUS_ZOMBIE] == []
