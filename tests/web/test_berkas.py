"""Files that people hand in: one way in, one store, one scanner."""

from __future__ import annotations

import hashlib
import shlex
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from dunia import TAHUN, Dunia

ALAMAT = f"/disnaker/{TAHUN}/"
PENYUSUN = "penyusun@disnaker.test"
PDF = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
SHELF = {"jenis": "renstra", "nomor": "1", "tanggal": "2025-01-10", "disampaikan": "2025-01-15"}


def _export(dunia: Dunia) -> bytes:
    return bytes(dunia.klien(PENYUSUN).get(f"{ALAMAT}ekspor.xlsx").content)


@pytest.mark.parametrize(
    ("halaman", "nama", "more"),
    [
        ("rak/tambah/", "renstra.pdf", SHELF),
        ("impor/", "paket.xlsx", {}),
        ("ukur/ekspor/", "ekspor.csv", {"tabel": "anggaran"}),
        ("ukur/ekspor/", "ekspor.xlsx", {"tabel": "anggaran"}),
    ],
)
def test_every_upload_is_shown_to_the_scanner(
    dunia: Dunia, tmp_path: Path, halaman: str, nama: str, more: dict[str, str]
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import override_settings

    isi = {"pdf": lambda: PDF, "xlsx": lambda: _export(dunia), "csv": lambda: b"kode;anggaran\n1;2\n"}
    content = isi[nama.rpartition(".")[2]]()
    seen = tmp_path / "terlihat"
    scanner = tmp_path / "pemindai.py"
    scanner.write_text(f"import shutil, sys\nshutil.copy(sys.argv[1], {str(seen)!r})\nsys.exit(1)\n")

    def send() -> Any:
        return dunia.klien(PENYUSUN).post(ALAMAT + halaman, {**more, "berkas": SimpleUploadedFile(nama, content)})

    with override_settings(AKUNTABEL_PEMINDAI=shlex.join([sys.executable, str(scanner)])):
        page = send()
    assert (page.status_code, seen.read_bytes()) == (422, content)
    assert "pemindai virus menolak" in page.content.decode()
    assert send().status_code == 302


def test_evidence_of_an_older_folder_is_found_and_moved(aplikasi: dict[str, str], tmp_path: Path) -> None:
    from django.test import override_settings

    from akuntabel_web.inti.gudang import fetch, keep

    sidik = hashlib.sha256(PDF).hexdigest()
    old = tmp_path / "berkas" / sidik[:2] / sidik[2:]
    old.parent.mkdir(parents=True)
    old.write_bytes(PDF)
    with override_settings(DATA=tmp_path):
        assert fetch(sidik) == PDF
        assert keep(PDF) == sidik
        assert fetch(keep(b"lain")) == b"lain"
    found = {p.name: stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "berkas").rglob("*") if p.is_file()}
    assert set(found) == {sidik, hashlib.sha256(b"lain").hexdigest()}
    assert found[hashlib.sha256(b"lain").hexdigest()] == 0o600
    assert list((tmp_path / "kerja").iterdir()) == []


def test_a_kept_file_that_was_changed_or_is_gone_is_not_handed_out(aplikasi: dict[str, str], tmp_path: Path) -> None:
    from django.http import Http404
    from django.test import override_settings

    from akuntabel_web.inti.gudang import keep
    from akuntabel_web.inti.unduh import kept

    with override_settings(DATA=tmp_path):
        sidik = keep(PDF)
        assert kept(sidik, "naskah é.pdf", "application/pdf")["Content-Disposition"].endswith("naskah%20%C3%A9.pdf")
        (tmp_path / "berkas" / sidik[:2] / sidik).write_bytes(b"lain")
        with pytest.raises(ValueError, match=sidik):
            kept(sidik, "naskah.pdf", "application/pdf")
        (tmp_path / "berkas" / sidik[:2] / sidik).unlink()
        with pytest.raises(Http404):
            kept(sidik, "naskah.pdf", "application/pdf")


@pytest.mark.parametrize(
    ("isi", "wanted"),
    [
        (b"\n" * 100 + PDF, "pdf"),
        (b"\n" * 4000 + PDF, None),
        (PDF + b"\n" * 100, "pdf"),
        (b"%PDF-1.7 terpotong", None),
        (b"\xff\xd8\xffisi\xff\xd9" + b"film" * 1000, "jpg"),
        (b"\xff\xd8\xffisi", None),
        (b"\x89PNG\r\n\x1a\nisiIEND", "png"),
        (b"\x89PNG\r\n\x1a\nisi", None),
        (b"GIF89a", None),
    ],
)
def test_the_content_says_what_a_file_is(aplikasi: dict[str, str], isi: bytes, wanted: str | None) -> None:
    from akuntabel_web.inti.berkas import kind_of

    assert kind_of(isi) == wanted
