"""Chart specs to SVG (Vega-Lite through one converter; trees by our own layout), and SVG to PNG."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from akuntabel.charts import bars, lines, stacked, tree
from akuntabel.charts.describe import describe
from akuntabel.charts.fonts import font_dir
from akuntabel.charts.specs import BarChart, ChartSpec, LineChart, StackedBar, TreeChart
from akuntabel.charts.style import FONT, FONT_STACK, PATTERNS
from akuntabel.doctree.nodes import Inlines, Picture

_VEGA_LITE = "5.21"
_ROOT = re.compile(r"<svg\b[^>]*>")
_HALO = re.compile(r"<text\b(?=[^>]*\bstroke=)")
_BOX = re.compile(r'viewBox="([^"]+)"')


def size_mm(spec: ChartSpec) -> tuple[float, float]:
    """Printed width and height of a chart, in millimetres; the height follows from the content."""
    match spec:
        case BarChart():
            return bars.size_mm(spec)
        case LineChart():
            return lines.size_mm(spec)
        case StackedBar():
            return stacked.size_mm(spec)
        case TreeChart():
            return tree.size_mm(spec)


@lru_cache(maxsize=256)
def render(spec: ChartSpec) -> str:
    """The chart as a self-contained SVG, sized in millimetres; equal specs give equal bytes."""
    if isinstance(spec, TreeChart):
        return tree.svg(spec)
    return _finish(_converter().vegalite_to_svg(_vega_lite(spec), vl_version=_VEGA_LITE), *size_mm(spec))


def rasterise(svg: str, ppi: float = 220) -> bytes:
    """The same SVG as PNG, for formats that do not show SVG."""
    png: bytes = _converter().svg_to_png(_in_points(svg), ppi=ppi)
    return png


def to_picture(
    spec: ChartSpec,
    *,
    caption: Inlines = (),
    label: str | None = None,
    source: Inlines = (),
    figures: tuple[str, ...] = (),
) -> Picture:
    """The chart as a node of the document tree, with its alternative text and size."""
    width, height = size_mm(spec)
    return Picture(
        svg=render(spec),
        alt=describe(spec),
        width_mm=width,
        height_mm=height,
        caption=caption,
        label=label,
        source=source,
        figures=figures,
    )


def _vega_lite(spec: BarChart | LineChart | StackedBar) -> dict[str, Any]:
    match spec:
        case BarChart():
            return bars.vega_lite(spec)
        case LineChart():
            return lines.vega_lite(spec)
        case StackedBar():
            return stacked.vega_lite(spec)


@lru_cache(maxsize=1)
def _converter() -> Any:
    """vl-convert with our fonts; imported late, because most commands draw nothing."""
    import vl_convert  # noqa: PLC0415

    vl_convert.register_font_directory(str(font_dir()))
    return vl_convert


def _finish(svg: str, width_mm: float, height_mm: float) -> str:
    """Size in millimetres, fill patterns where used, a font list that also holds where Arimo is missing."""
    head = _ROOT.search(svg)
    box = _BOX.search(svg)
    if head is None or box is None:
        raise ValueError("vl-convert memberi SVG tanpa viewBox")
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width_mm:g}mm" height="{height_mm:g}mm" viewBox="{box[1]}">'
    )
    patterns = "".join(p for p in PATTERNS if f"url(#{p.split(chr(34))[1]})" in svg)
    defs = f"<defs>{patterns}</defs>" if patterns else ""
    body = svg[head.end() :].replace(f'font-family="{FONT}"', f'font-family="{FONT_STACK}"')
    return root + defs + _HALO.sub(r'\g<0> paint-order="stroke"', body)


def _in_points(svg: str) -> str:
    """The SVG with its size in its own units, so that ppi means points to pixels."""
    box = _BOX.search(svg)
    if box is None:
        return svg
    _, _, width, height = box[1].split()
    return re.sub(r'width="[\d.]+mm" height="[\d.]+mm"', f'width="{width}" height="{height}"', svg, count=1)
