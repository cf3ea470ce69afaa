"""Charts, photographs and formulas."""

from __future__ import annotations

from base64 import b64encode

from lxml import etree

from akuntabel.doctree.nodes import Formula, Inlines, Picture, Raster
from akuntabel.doctree.walk import plain_text
from akuntabel.writers.html.builder import Html, join, tag
from akuntabel.writers.html.context import Context, anchor
from akuntabel.writers.html.inline import figure_link, inlines

_SVG = "http://www.w3.org/2000/svg"
_KEPT = {
    *("svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
    *("pattern", "clipPath", "linearGradient", "radialGradient", "stop", "marker", "symbol", "use", "mask"),
}
_DROPPED = {"style", "class", "role"}  # a drawing is one image with our words; its parts have no roles of their own
_WIDE_MM = 120  # from here on a picture keeps a least width on a narrow screen
_ENLARGED = 1.25  # print sizes are small on a screen
_PX = 96 / 25.4  # CSS pixels per millimetre


def picture(node: Picture, ctx: Context, serial: int) -> Html:
    """A chart with its caption, and the figures it is drawn from."""
    kind = "gambar gulir lebar" if node.width_mm >= _WIDE_MM else "gambar gulir"
    graphic = tag("div", _svg(node, serial), class_=kind, role="group", tabindex=0, aria_label="Gambar")
    caption = _caption(node.number, node.caption, node.source, ctx)
    return tag("figure", graphic, *_drawn_from(node, ctx), caption, id=_id(node.label))


def raster(node: Raster, ctx: Context) -> Html:
    """A photograph or logo, carried inside the page."""
    return tag("figure", image(node), _caption(node.number, node.caption, (), ctx), id=_id(node.label), class_="foto")


def image(node: Raster) -> Html:
    """The image alone. Raises ValueError for a kind of image that a browser might run."""
    if node.media_type not in ("image/png", "image/jpeg"):
        raise ValueError(f"jenis gambar tidak didukung: {node.media_type}; pakai image/png atau image/jpeg")
    source = f"data:{node.media_type};base64,{b64encode(node.data).decode('ascii')}"
    return tag("img", src=source, alt=node.alt, width=round(node.width_mm * _PX), height=round(node.height_mm * _PX))


def formula(node: Formula) -> Html:
    """A displayed formula as MathML."""
    parts = [tag("mtext", node.left), tag("mo", "=")]
    if node.denominator:
        parts.append(tag("mfrac", tag("mtext", node.numerator), tag("mtext", node.denominator)))
    else:
        parts.append(tag("mtext", node.numerator))
    if node.tail:
        parts.append(tag("mtext", f"\u00a0{node.tail}"))
    math = tag("math", tag("mrow", *parts), display="block")
    return tag("div", math, class_="rumus gulir", role="group", tabindex=0, aria_label="Rumus")


def _id(label: str | None) -> str | None:
    return anchor(label) if label else None


def _caption(number: str | None, caption: Inlines, source: Inlines, ctx: Context) -> Html:
    shown = tag("span", number, " ", class_="no") if number else Html("")
    title = tag("p", shown, inlines(caption, ctx), class_="judul-gambar") if caption else Html("")
    below = tag("p", inlines(source, ctx), class_="sumber") if source else Html("")
    return tag("figcaption", title, below) if title or below else Html("")


def _drawn_from(node: Picture, ctx: Context) -> list[Html]:
    known = [ctx.origins[figure] for figure in node.figures if figure in ctx.origins]
    if not known:
        return []
    items = (tag("li", f"{o.nama}: ", figure_link(o.figure_id, o.nilai, ctx=ctx)) for o in known)
    return [tag("details", tag("summary", "Angka dalam gambar ini"), tag("ul", join(items)), class_="angka-gambar")]


def _svg(node: Picture, serial: int) -> Html:
    """The SVG with unique ids, a title and a description; whatever could run or load something is left out."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(node.drawing.svg().encode(), parser)
    prefix = f"akt-g{serial}-"
    _clean(root)
    for element in root.iter():
        for name, value in element.attrib.items():
            element.set(name, _renamed(str(name), str(value), prefix))
    title, described = f"{prefix}judul", f"{prefix}uraian"
    _insert(root, "desc", described, node.alt)
    _insert(root, "title", title, " ".join(filter(None, (node.number, plain_text(node.caption)))) or "Gambar")
    root.set("width", f"{node.width_mm * _ENLARGED:g}mm")
    if "height" in root.attrib:
        del root.attrib["height"]  # follows from the viewBox
    root.set("role", "img")
    root.set("aria-labelledby", f"{title} {described}")
    return Html(etree.tostring(root, encoding="unicode"))


def _insert(root: etree._Element, name: str, element_id: str, content: str) -> None:
    element = etree.Element(f"{{{_SVG}}}{name}", id=element_id)
    element.text = content
    root.insert(0, element)


def _clean(element: etree._Element) -> None:
    for child in list(element):
        local = etree.QName(child).localname
        if etree.QName(child).namespace == _SVG and local in _KEPT:
            _clean(child)
        else:
            element.remove(child)
    for name, value in list(element.attrib.items()):
        local = etree.QName(name).localname.lower()
        foreign = local == "href" and not str(value).startswith("#")
        if foreign or local.startswith(("on", "aria-")) or local in _DROPPED:
            del element.attrib[name]


def _renamed(name: str, value: str, prefix: str) -> str:
    local = etree.QName(name).localname
    if local == "id":
        return prefix + value
    if local == "href":
        return "#" + prefix + value[1:]
    return value.replace("url(#", f"url(#{prefix}")
