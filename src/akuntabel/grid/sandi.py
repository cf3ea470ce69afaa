"""Bytes to text, in any of the encodings that office programs write."""

from __future__ import annotations

import codecs

from akuntabel.errors import BerkasError

REPLACED = "�"
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BINARY = {
    b"PK\x03\x04": "buku kerja Excel atau arsip zip",
    b"\xd0\xcf\x11\xe0": "berkas Office lama (.xls atau .doc)",
    b"%PDF": "PDF",
    b"\x89PNG": "gambar",
    b"\xff\xd8\xff": "gambar",
}


def decode(data: bytes, where: str, expected: str = "simpan sebagai CSV UTF-8") -> tuple[str, str]:
    """Text and how it was read: `utf-8` (certain), `cp1252` (a guess), or `rusak` (UTF-8 with broken bytes)."""
    for magic, what in _BINARY.items():
        if data.startswith(magic):
            raise BerkasError(where, f"isinya {what}, bukan teks", expected)
    text, encoding = _decode(data)
    if "\x00" in text:
        raise BerkasError(where, "isinya bukan teks", expected)
    return text, encoding


def _decode(data: bytes) -> tuple[str, str]:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            text = data.decode(codec, "replace")
            return text, "rusak" if REPLACED in text and codec != "utf-16" else "utf-8"
    half = len(data) // 2
    if half and data[1::2].count(0) > half * 0.6 and data[::2].count(0) == 0:
        return data.decode("utf-16-le", "replace"), "utf-8"
    if half and data[::2].count(0) > half * 0.6 and data[1::2].count(0) == 0:
        return data.decode("utf-16-be", "replace"), "utf-8"
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> tuple[str, str]:
    """Broken UTF-8 when most of what is beyond ASCII is sound UTF-8, else the Windows code page."""
    mended = data.decode("utf-8", "replace")
    broken = mended.count(REPLACED)
    sound = sum(1 for c in mended if c > "\x7f") - broken
    if sound > broken:
        return mended, "rusak"
    try:
        return data.decode("cp1252"), "cp1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "cp1252"
