"""Pictures that the agency supplies."""

from __future__ import annotations

from akuntabel.doctree.nodes import Inlines, Raster
from akuntabel.reports.bahan import Bahan

MEDIA = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG or JPEG; None for anything else."""
    if data.startswith(b"\x89PNG") and len(data) > 24:
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    if not data.startswith(b"\xff\xd8"):
        return None
    i = 2
    while i + 9 < len(data) and data[i] == 0xFF:
        marker, length = data[i + 1], int.from_bytes(data[i + 2 : i + 4])
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(data[i + 7 : i + 9]), int.from_bytes(data[i + 5 : i + 7])
        i += 2 + length
    return None


def raster(
    bahan: Bahan, name: str | None, alt: str, width_mm: float, caption: Inlines = (), label: str | None = None
) -> Raster | None:
    """A picture of the package at a printed width; None when it is absent or no picture."""
    data = dict(bahan.paket.berkas).get(name or "")
    size = size_of(data) if data else None
    media = next((m for magic, m in MEDIA.items() if data and data.startswith(magic)), None)
    if data is None or size is None or media is None or not all(size):
        return None
    return Raster(data, media, alt, width_mm, width_mm * size[1] / size[0], caption, label)
