"""Pictures: charts as PNG drawn from their SVG, photographs as they are, each with its alternative text."""

from __future__ import annotations

import typst

from akuntabel.charts.typst_fonts import typst_fonts
from akuntabel.doctree.nodes import Picture, Raster
from akuntabel.writers.docx.oxml import EMU_PER_TWIP, NAMESPACES, Xml, el, emu
from akuntabel.writers.docx.state import Frame, Media, Source, State

PIXELS_PER_INCH = 220
_EXTENSIONS = {"image/png": "png", "image/jpeg": "jpeg"}
_PAGE = (
    b"#set page(width: float(sys.inputs.w) * 1mm, height: float(sys.inputs.h) * 1mm, margin: 0pt)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, fit: "contain")'
)


def png_of_svg(svg: str, width_mm: float, height_mm: float) -> bytes:
    """The drawing as PNG of exactly this size, in our fonts only, so that every machine draws the same."""
    inputs = {"svg": svg, "w": str(width_mm), "h": str(height_mm)}
    return typst.compile(_PAGE, format="png", ppi=PIXELS_PER_INCH, sys_inputs=inputs, font_paths=typst_fonts())


def media_parts(media: Media) -> dict[str, bytes]:
    """The image files of the package. Asked for last, as charts may still be in the making."""
    return {f"word/media/{name}": _content(source) for source, name in media.items()}


def picture_run(picture: Picture, frame: Frame, state: State) -> Xml:
    """A run with the drawing of a chart."""
    source = (picture.drawing, picture.width_mm, picture.height_mm)
    return _inline(_name(source, "png", state.media), picture, frame, state)


def raster_run(raster: Raster, frame: Frame, state: State) -> Xml:
    """A run with a photograph or logo. Raises ValueError for a media type that a docx cannot hold everywhere."""
    if raster.media_type not in _EXTENSIONS:
        raise ValueError(f"media type {raster.media_type} cannot be put into a docx")
    return _inline(_name(raster.data, _EXTENSIONS[raster.media_type], state.media), raster, frame, state)


def _name(source: Source, extension: str, media: Media) -> str:
    """The file name of an image; equal ones share it."""
    return media.setdefault(source, f"gambar{len(media) + 1}.{extension}")


def _content(source: Source) -> bytes:
    if isinstance(source, bytes):
        return source
    drawing, width_mm, height_mm = source
    return png_of_svg(drawing.svg(), width_mm, height_mm)


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
