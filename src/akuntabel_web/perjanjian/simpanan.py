"""Uploaded files: judged by their content, kept under the hash of it in the data folder."""

from __future__ import annotations

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

TERBESAR = 10 * 1024 * 1024
_HEAD = 1024  # a PDF may have bytes before its mark; readers accept it within the first kilobyte
_TANDA = (
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
)
_PDF = b"%PDF-"


class TolakError(Exception):
    """A file that is not taken, with the line that says why and what to send instead."""


@dataclass(frozen=True, slots=True)
class Isi:
    """A file that is taken: its hash, its kind by content, its size."""

    sidik: str
    jenis: str
    ukuran: int


EKSTENSI = {"application/pdf": "pdf", **{jenis: akhiran for _, jenis, akhiran in _TANDA}}


def kind_of(isi: bytes) -> str | None:
    """The kind of a file by its content, None for anything that is no PDF, PNG or JPEG."""
    if _PDF in isi[:_HEAD]:
        return "application/pdf" if b"%%EOF" in isi[-_HEAD:] else None
    return next((jenis for tanda, jenis, _ in _TANDA if isi.startswith(tanda)), None)


def keep(isi: bytes) -> Isi:
    """Keep a file before its row is written: a row never names a file that is not there. Raises TolakError."""
    if not isi:
        raise TolakError("Berkas ini kosong.")
    if len(isi) > TERBESAR:
        raise TolakError(
            f"Berkas ini lebih besar daripada {TERBESAR // 1024 // 1024} MB; pindai dengan resolusi lebih rendah."
        )
    jenis = kind_of(isi)
    if jenis is None:
        raise TolakError("Berkas ini bukan PDF, PNG, atau JPEG yang utuh, apa pun namanya; unggah hasil pindaian.")
    sidik = hashlib.sha256(isi).hexdigest()
    target = path_of(sidik)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=".unggah-", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(isi)
                stream.flush()
                os.fsync(stream.fileno())
            Path(beside).replace(target)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    return Isi(sidik, jenis, len(isi))


def path_of(sidik: str) -> Path:
    """Where a file lies: two letters of its hash, then the hash. The hash comes from our own rows only."""
    return Path(settings.DATA) / "berkas" / sidik[:2] / sidik
