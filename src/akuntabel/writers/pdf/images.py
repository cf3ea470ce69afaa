"""Pictures and photographs as JSON values, and their sources as files for the template; equal sources stand once."""

from __future__ import annotations

from akuntabel.doctree.nodes import Drawing, Picture, Raster
from akuntabel.doctree.walk import plain_text
from akuntabel.writers.pdf.inlines import Json, Space, captioned, inlines_json

Source = Drawing | bytes
Files = dict[Source, str]  # the name that the template knows


def picture_json(block: Picture | Raster, space: Space, files: Files) -> Json:
    """A picture with caption and source; its source goes into `files`."""
    source = block.source if isinstance(block, Picture) else ()
    small = [inlines_json(source, space)] if source else []
    return {"k": "picture", "small_lines": small, **image_json(block, space, files), **captioned(block, space)}


def content(source: Source) -> bytes:
    """The bytes of an image; a chart that is still being drawn is waited for."""
    return source if isinstance(source, bytes) else source.svg().encode()


def image_name(block: Picture | Raster, files: Files) -> str:
    """The name of an image, whose end tells the template the format; its source goes into `files`."""
    if isinstance(block, Picture):
        source: Source = block.drawing
        suffix = "svg"
    else:
        source, suffix = block.data, "png" if block.media_type == "image/png" else "jpg"
    return files.setdefault(source, f"images/{len(files) + 1}.{suffix}")


def image_json(block: Picture | Raster, space: Space, files: Files) -> Json:
    """The image alone, made smaller where it is larger than its room; its source goes into `files`."""
    fit = min(1.0, space.width_mm / block.width_mm, (space.height_mm - 20) / block.height_mm)
    return {
        "file": image_name(block, files),
        "alt": block.alt or plain_text(block.caption),
        "width": block.width_mm * fit,
        "height": block.height_mm * fit,
    }
