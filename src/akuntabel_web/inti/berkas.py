"""Files that people hand in: judged by their content, shown to the scanner, kept by their hash: the one way in."""

from __future__ import annotations

import re
import shlex
import subprocess
import unicodedata
import zipfile
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings

from akuntabel.errors import BerkasError
from akuntabel_web.inti.gudang import aside, keep

TIPE = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}
AKHIRAN = {tipe: jenis for jenis, tipe in TIPE.items()}
PINDAIAN = frozenset({"pdf", "jpg", "png"})
DOKUMEN = PINDAIAN | {"docx", "xlsx"}
BUKU = frozenset({"xlsx"})
_EDGE = 2048  # a PDF may have bytes before its mark and after its end; readers accept it within a small distance
_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_OTHER_ENDINGS = {"jpeg": "jpg"}
_NAME = 120
_SCAN_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Berkas:
    """A kept file: its hash, its cleaned name, its kind by content, its size."""

    sidik: str
    nama: str
    jenis: str
    ukuran: int

    @property
    def tipe(self) -> str:
        """Its media type."""
        return TIPE[self.jenis]


def take(nama: str, isi: bytes, jenis: AbstractSet[str]) -> Berkas:
    """Check a file and keep it, before its row commits. Raises BerkasError.

    A file whose row never commits stays behind without a name: it harms nobody.
    """
    kind = check(nama, isi, jenis, settings.AKUNTABEL_UNGGAHAN_MAKS)
    return Berkas(keep(isi), clean_name(nama), kind, len(isi))


def check(nama: str, isi: bytes, jenis: AbstractSet[str], terbesar: int) -> str:
    """The kind of a file, one of `jenis`. Raises BerkasError for what is not taken, or what the scanner refuses."""
    name = clean_name(nama)
    expected = f"unggah {' atau '.join(k for k in TIPE if k in jenis)}"
    if not isi:
        raise BerkasError(name, "berkas kosong", expected)
    if len(isi) > terbesar:
        raise BerkasError(name, "melebihi batas ukuran", f"paling besar {terbesar // 1024 // 1024} MB")
    kind = kind_of(isi)
    if kind not in jenis:
        raise BerkasError(name, "isinya bukan jenis berkas yang diterima, tidak utuh, atau berisi makro", expected)
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if _OTHER_ENDINGS.get(ending, ending) != kind:
        raise BerkasError(name, f"namanya berakhiran .{ending or '…'}, tetapi isinya {kind}", "unggah berkas aslinya")
    scan(name, isi)
    return kind


def kind_of(isi: bytes) -> str | None:
    """pdf, jpg, png, docx or xlsx by content; None for anything else, what was cut off, macros, and zips that lie."""
    if b"%PDF-" in isi[:_EDGE]:
        return "pdf" if b"%%EOF" in isi[-_EDGE:] else None
    if isi.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png" if b"IEND" in isi[-_EDGE:] else None
    if isi.startswith(b"\xff\xd8\xff"):  # telephones put films and notes behind the end of the picture
        return "jpg" if b"\xff\xd9" in isi else None
    return _office(isi) if isi.startswith(b"PK\x03\x04") else None


def _office(isi: bytes) -> str | None:
    try:
        parts = zipfile.ZipFile(BytesIO(isi)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if "[Content_Types].xml" not in parts or any(p.lower().endswith("vbaproject.bin") for p in parts):
        return None
    return next((kind for part, kind in _PARTS.items() if part in parts), None)


def clean_name(nama: str) -> str:
    """The last part of a name without control characters, short enough for any system; never a path."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", nama))[-1]
    text = "".join("_" if c in '<>:"|?*' else c for c in last if unicodedata.category(c)[0] != "C").strip(" .")
    stem, dot, ending = text.rpartition(".")
    return f"{stem[: _NAME - 10]}{dot}{ending[:9]}" if dot else text[:_NAME] or "berkas"


def scan(nama: str, isi: bytes) -> None:
    """Ask the scanner of the installation, where one is set; one that cannot answer refuses. Raises BerkasError."""
    command = shlex.split(settings.AKUNTABEL_PEMINDAI)
    if not command:
        return
    with aside(isi) as path:
        try:
            done = subprocess.run([*command, str(path)], capture_output=True, timeout=_SCAN_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            raise BerkasError(
                nama, "pemindai virus tidak menjawab, berkas tidak disimpan", "hubungi administrator"
            ) from None
    if done.returncode:
        raise BerkasError(nama, "pemindai virus menolak berkas ini", "bersihkan berkasnya, lalu unggah lagi")
