"""Files of evidence: what they are by their content, and the folder where they stand under their hash."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shlex
import subprocess
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from django.conf import settings

_NAME = 120
_SCAN_SECONDS = 60
_OPEN_XML = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_SIGNS = ((b"%PDF-", "pdf"), (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpg"))
_MIME = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_ENDINGS = {"jpeg": "jpg"}
TERIMA = "pdf, jpg, png, docx, atau xlsx"


class BuktiDitolakError(Exception):
    """A file that is not taken, with the line that says why."""


@dataclass(frozen=True, slots=True)
class Simpanan:
    """A stored file: hash, cleaned name, kind, size."""

    sha256: str
    nama: str
    jenis: str
    ukuran: int


def store(nama: str, ukuran: int, potongan: Iterable[bytes]) -> Simpanan:
    """Check a file and write it below the folder of files, complete before its row commits.

    Raises BuktiDitolakError. A file whose row never commits stays behind without a name: it harms nobody and the next
    upload of the same content uses it.
    """
    most = settings.AKUNTABEL_BUKTI_MAKS
    if ukuran > most:
        raise BuktiDitolakError(f"Berkas melebihi batas {most // 1024 // 1024} MB.")
    data = b"".join(potongan)
    if len(data) > most or not data:
        raise BuktiDitolakError("Berkas kosong." if not data else "Berkas melebihi batas.")
    kind = kind_of(data)
    if kind is None:
        raise BuktiDitolakError(f"Isi berkas ini bukan {TERIMA}.")
    clean = clean_name(nama)
    ending = clean.rpartition(".")[2].lower() if "." in clean else ""
    if _ENDINGS.get(ending, ending) != kind:
        raise BuktiDitolakError(
            f"Nama berkas berakhiran .{ending or '…'}, tetapi isinya {kind}. Unggah berkas aslinya."
        )
    digest = hashlib.sha256(data).hexdigest()
    _write(path_of(digest), data)
    return Simpanan(digest, clean, _MIME[kind], len(data))


def kind_of(data: bytes) -> str | None:
    """pdf, png, jpg, docx or xlsx by content; None for anything else, for macros and for zips that lie."""
    for sign, kind in _SIGNS:
        if data.startswith(sign):
            return kind
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        parts = zipfile.ZipFile(BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if "[Content_Types].xml" not in parts or any(p.lower().endswith("vbaproject.bin") for p in parts):
        return None
    return next((kind for part, kind in _OPEN_XML.items() if part in parts), None)


def clean_name(nama: str) -> str:
    """The last part of a name without control characters, short enough for any system; never a path."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", nama))[-1]
    text = "".join("_" if c in '<>:"|?*' else c for c in last if unicodedata.category(c)[0] != "C").strip(" .")
    stem, dot, ending = text.rpartition(".")
    return f"{stem[: _NAME - 10]}{dot}{ending[:9]}" if dot else text[:_NAME] or "berkas"


def path_of(sha256: str) -> Path:
    """Where a file stands. Raises ValueError for what is no hash: nothing else becomes a path."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise ValueError(sha256)
    return Path(settings.DATA) / "berkas" / sha256[:2] / sha256[2:]


def _write(path: Path, data: bytes) -> None:
    """Write beside, scan, rename. The same content twice is one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        _scan(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _scan(path: Path) -> None:
    """Ask the scanner of the installation, where one is set; one that cannot answer refuses."""
    command = shlex.split(settings.AKUNTABEL_PEMINDAI)
    if not command:
        return
    try:
        done = subprocess.run([*command, str(path)], capture_output=True, timeout=_SCAN_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        raise BuktiDitolakError(
            "Pemindai virus tidak menjawab; berkas tidak disimpan. Hubungi administrator."
        ) from None
    if done.returncode:
        raise BuktiDitolakError("Pemindai virus menolak berkas ini.")
