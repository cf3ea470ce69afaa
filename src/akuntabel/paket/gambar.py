"""Pictures that a package carries: which names and contents are accepted."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path

from akuntabel.findings import Lokasi, Temuan
from akuntabel.grid.batas import BAKU
from akuntabel.grid.berkas import read_bytes
from akuntabel.grid.kode import found
from akuntabel.paket.isi_folder import inside

FOLDER = "dokumentasi"
_SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}
_NAME = re.compile(r"[^/\\:*?\"<>|\x00-\x1f.~][^/\\:*?\"<>|\x00-\x1f]{0,150}")
_ADVICE = "simpan sebagai PNG atau JPEG dengan nama sederhana, misalnya pelatihan.jpg"


def picture_problem(name: str, data: bytes) -> str | None:
    """Why a picture cannot be carried, else None."""
    suffix = name[name.rfind(".") :].lower() if "." in name else ""
    if not _NAME.fullmatch(name):
        return "nama berkas tidak sah"
    if suffix not in _SIGNATURES:
        return "bukan gambar PNG atau JPEG"
    if len(data) > BAKU.ukuran:
        return "gambar terlalu besar"
    if not data.startswith(_SIGNATURES[suffix]):
        return f"isinya tidak sesuai dengan akhiran {suffix}"
    return None


def read_pictures(folder: Path, notes: list[Temuan], wanted: Container[str] | None = None) -> dict[str, bytes]:
    """The pictures of a folder by name, only those that are wanted where it is said. What is none becomes a finding.

    Raises BerkasError when the folder cannot be listed or a file is beyond the limits.
    """
    pictures: dict[str, bytes] = {}
    for path in (p for p in inside(folder) if wanted is None or p.name in wanted):
        where = f"{FOLDER}/{path.name}"
        data = read_bytes(path, where) if path.is_file() and path.stat().st_size else b""
        problem = picture_problem(path.name, data)
        if problem:
            notes.append(picture_finding(path.name, problem, Lokasi(berkas=where)))
        else:
            pictures[path.name] = data
    return pictures


def picture_finding(name: str, problem: str, place: Lokasi) -> Temuan:
    """The finding for a picture that is left out."""
    return found("DATA-25", f"{FOLDER}/{name}: {problem}, tidak dipakai; {_ADVICE}.", place, name, _ADVICE)
