"""Chart specs to SVG: Vega-Lite through one converter; trees by our own layout."""

from __future__ import annotations

import re
from concurrent.futures import Future
from functools import lru_cache
from typing import Any

from akuntabel.charts import bars, lines, stacked, tree
from akuntabel.charts.converter import converter
from akuntabel.charts.specs import BarChart, ChartSpec, LineChart, StackedBar, TreeChart
from akuntabel.charts.style import FONT, FONT_STACK, PATTERNS

VegaChart = BarChart | LineChart | StackedBar

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
    return _finish(_drawing(spec).result(), *size_mm(spec))


def begin(spec: ChartSpec) -> None:
    """Let the drawing begin beside the rest of the work; `render` then waits only for what is left of it."""
    if not isinstance(spec, TreeChart):
        _drawing(spec)


@lru_cache(maxsize=256)
def _drawing(spec: VegaChart) -> Future[str]:
    return converter().draw(_vega_lite(spec))


def _vega_lite(spec: VegaChart) -> dict[str, Any]:
    match spec:
        case BarChart():
            return bars.vega_lite(spec)
        case LineChart():
            return lines.vega_lite(spec)
        case StackedBar():
            return stacked.vega_lite(spec)


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
