"""Uploads to the shelf: what a file is, its content says; its name proves nothing and is not kept."""

from __future__ import annotations

import zipfile
from io import BytesIO

from akuntabel.errors import BerkasError

LARGEST = 20 * 1024 * 1024
TIPE = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "png": "image/png",
    "jpg": "image/jpeg",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
}
_STARTS = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}
_ENDS = {"pdf": b"%%EOF", "png": b"IEND", "jpg": b"\xff\xd9"}
_TAIL = 2048
_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx"}
_MACRO = "vbaProject.bin"
_EXPECTED = "unggah PDF, Word (.docx), Excel (.xlsx), JPG, atau PNG"


def check_upload(nama: str, isi: bytes) -> str:
    """The kind of a file by its content. Raises BerkasError for one that is empty, too large, or of no known kind."""
    if not isi:
        raise BerkasError(nama, "berkas kosong", _EXPECTED)
    if len(isi) > LARGEST:
        raise BerkasError(nama, "terlalu besar", f"ukuran paling besar {LARGEST // 1024 // 1024} MB")
    kind = next((k for start, k in _STARTS.items() if isi.startswith(start)), None)
    if kind and _ENDS[kind] in isi[-_TAIL:]:
        return kind
    office = _office(isi) if isi.startswith(b"PK\x03\x04") else None
    if office is None:
        raise BerkasError(nama, "isinya bukan jenis berkas yang diterima, atau tidak lengkap", _EXPECTED)
    return office


def _office(isi: bytes) -> str | None:
    """docx or xlsx without macros; None for any other archive."""
    try:
        names = zipfile.ZipFile(BytesIO(isi)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return None
    if any(name.endswith(_MACRO) for name in names):
        return None
    return next((kind for part, kind in _PARTS.items() if part in names), None)
