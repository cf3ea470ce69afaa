"""Files by their content: written whole or not at all, never changed, the same content once.

The database holds only the fingerprint. A file that no row names (a process died between writing the file and the
row) is whole and harms nobody.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

_STALE = 6 * 60 * 60  # what lies in the workshop longer than any build takes was left by somebody who died


def _folder(name: str) -> Path:
    path = Path(settings.DATA) / name
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def workshop() -> Path:
    """The folder for what is not finished: beside the store, on the same disk, and in no backup."""
    return _folder("kerja")


def keep(isi: bytes) -> str:
    """Keep a content and give its fingerprint (SHA-256, hexadecimal)."""
    sidik = hashlib.sha256(isi).hexdigest()
    target = _place(sidik)
    if not target.exists():
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(target, isi)
    return sidik


def fetch(sidik: str) -> bytes:
    """The content of a fingerprint. Raises FileNotFoundError for one that was never kept, ValueError for no fingerprint
    and for a file that was changed behind our back.
    """
    isi = _place(sidik).read_bytes()
    if hashlib.sha256(isi).hexdigest() != sidik:
        raise ValueError(sidik)
    return isi


def write_whole(target: Path, isi: bytes) -> None:
    """Write beside the store, then rename: a killed process leaves the old file or the new one."""
    with aside(isi) as beside:
        beside.replace(target)


@contextmanager
def aside(isi: bytes) -> Iterator[Path]:
    """A content as a file in the workshop, whole on the disk; gone afterwards unless it was moved."""
    path = workshop() / secrets.token_hex(16)
    try:
        with path.open("xb") as out:
            path.chmod(0o600)
            out.write(isi)
            out.flush()
            os.fsync(out.fileno())
        yield path
    finally:
        path.unlink(missing_ok=True)


def sweep() -> None:
    """Take away from the workshop what the dead left there."""
    for path in workshop().iterdir():
        if time.time() - path.stat().st_mtime > _STALE:
            _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir():
        for inner in path.iterdir():
            _remove(inner)
        path.rmdir()
    else:
        path.unlink(missing_ok=True)


def _place(sidik: str) -> Path:
    if len(sidik) != 64 or not set(sidik) <= set("0123456789abcdef"):
        raise ValueError(sidik)
    place = _folder("berkas") / sidik[:2] / sidik
    if not place.exists():
        # Evidence stood under the rest of its hash once. An older backup may bring such files at any time, so the
        # look-up moves them; of two that look at once, one moves.
        with suppress(FileNotFoundError):
            place.with_name(sidik[2:]).rename(place)
    return place
