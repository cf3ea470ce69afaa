"""Pictures: charts as PNG drawn from their SVG, photographs as they are, each with its alternative text."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import as_file, files
from typing import cast

import typst

from akuntabel.doctree.nodes import Picture, Raster
from akuntabel.writers.docx.oxml import EMU_PER_TWIP, NAMESPACES, Xml, el, emu
from akuntabel.writers.docx.state import Frame, State

PIXELS_PER_INCH = 220
_EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg"}
_PAGE = (
    b"#set page(width: float(sys.inputs.w) * 1mm, height: float(sys.inputs.h) * 1mm, margin: 0pt)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, fit: "contain")'
)


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    with as_file(files("akuntabel.charts") / "fonts") as folder:
        return typst.Compiler(font_paths=[str(folder)], ignore_system_fonts=True)


def png_of_svg(svg: str, width_mm: float, height_mm: float) -> bytes:
    """The drawing as PNG of exactly this size, in our fonts only, so that every machine draws the same."""
    inputs = {"svg": svg, "w": str(width_mm), "h": str(height_mm)}
    return cast(bytes, _compiler().compile(_PAGE, format="png", ppi=PIXELS_PER_INCH, sys_inputs=inputs))


def picture_run(picture: Picture, frame: Frame, state: State) -> Xml:
    """A run with the drawing of a chart."""
    key = f"{picture.svg}\x1f{picture.width_mm}\x1f{picture.height_mm}".encode()
    name = f"{hashlib.sha256(key).hexdigest()[:20]}.png"
    if f"word/media/{name}" not in state.media:
        state.media[f"word/media/{name}"] = png_of_svg(picture.svg, picture.width_mm, picture.height_mm)
    return _inline(name, picture, frame, state)


def raster_run(raster: Raster, frame: Frame, state: State) -> Xml:
    """A run with a photograph or logo. Raises ValueError for a media type that a docx cannot hold everywhere."""
    if raster.media_type not in _EXTENSIONS:
        raise ValueError(f"media type {raster.media_type} cannot be put into a docx")
    name = f"{hashlib.sha256(raster.data).hexdigest()[:20]}.{_EXTENSIONS[raster.media_type]}"
    state.media[f"word/media/{name}"] = raster.data
    return _inline(name, raster, frame, state)


def _inline(name: str, picture: Picture | Raster, frame: Frame, state: State) -> Xml:
    width, height = emu(picture.width_mm), emu(picture.height_mm)
    room = frame.width * EMU_PER_TWIP
    if width > room:
        width, height = room, round(height * room / width)
    ident = str(state.drawing_id())
    extent = {"cx": str(width), "cy": str(height)}
    properties = el("wp:docPr", {"id": ident, "name": f"Gambar {ident}", "descr": picture.alt})
    inline = el(
        "wp:inline", {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        el("wp:extent", extent), properties, _LOCKS, _graphic(name, ident, extent, state),
    )  # fmt: skip
    return el("w:r", None, el("w:drawing", None, inline))


_LOCKS = el("wp:cNvGraphicFramePr", None, el("a:graphicFrameLocks", {"noChangeAspect": "1"}))


def _graphic(name: str, ident: str, extent: dict[str, str], state: State) -> Xml:
    relationship = state.relationships.add("image", f"media/{name}")
    names = el("pic:nvPicPr", None, el("pic:cNvPr", {"id": ident, "name": name}), el("pic:cNvPicPr"))
    fill = el("pic:blipFill", None, el("a:blip", {"r:embed": relationship}), el("a:stretch", None, el("a:fillRect")))
    place = el("a:xfrm", None, el("a:off", {"x": "0", "y": "0"}), el("a:ext", extent))
    shape = el("pic:spPr", None, place, el("a:prstGeom", {"prst": "rect"}, el("a:avLst")))
    data = el("a:graphicData", {"uri": NAMESPACES["pic"]}, el("pic:pic", None, names, fill, shape))
    return el("a:graphic", None, data)
