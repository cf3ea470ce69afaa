"""Pictures and photographs as JSON values, and their bytes as files for the template."""

from __future__ import annotations

import hashlib

from akuntabel.doctree.nodes import Picture, Raster
from akuntabel.doctree.walk import plain_text
from akuntabel.writers.pdf.inlines import Json, Space, captioned, inlines_json

Files = dict[str, bytes]


def picture_json(block: Picture | Raster, space: Space, files: Files) -> Json:
    """A picture with caption and source; its bytes go into `files`."""
    source = block.source if isinstance(block, Picture) else ()
    small = [inlines_json(source, space)] if source else []
    return {"k": "picture", "small_lines": small, **image_json(block, space, files), **captioned(block, space)}


def image_file(block: Picture | Raster) -> tuple[str, bytes]:
    """The bytes of an image and its name for the template, which tells the format."""
    if isinstance(block, Picture):
        data, suffix = block.svg.encode(), "svg"
    else:
        data, suffix = block.data, "png" if block.media_type == "image/png" else "jpg"
    return f"images/{hashlib.sha256(data).hexdigest()[:20]}.{suffix}", data


def image_json(block: Picture | Raster, space: Space, files: Files) -> Json:
    """The image alone, made smaller where it is larger than its room; its bytes go into `files`."""
    name, data = image_file(block)
    files[name] = data
    fit = min(1.0, space.width_mm / block.width_mm, (space.height_mm - 20) / block.height_mm)
    return {
        "file": name,
        "alt": block.alt or plain_text(block.caption),
        "width": block.width_mm * fit,
        "height": block.height_mm * fit,
    }
