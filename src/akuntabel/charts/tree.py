"""TreeChart to SVG. Vega's tree layouts know points, not boxes of wrapped text, so the layout is our own.

From the top down, leaves of the lower levels stand stacked under their parent (the usual Indonesian organisation
chart); where the boxes would be too narrow for their words, the tree grows from left to right instead.
Lengths in points.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape

from akuntabel.charts.specs import TreeChart
from akuntabel.charts.style import AXIS, EDGE, FONT_STACK, INK, LINE_PT, MM, TEXT_PT
from akuntabel.charts.tree_layout import Box, Drawing, place_across, place_down

_FILLS = (EDGE, "#dbe5f1", "#f4f7fa", "#ffffff")
_TEXT = ("#ffffff", INK, INK, INK)


def size_mm(spec: TreeChart) -> tuple[float, float]:
    """Width and height in millimetres; the height is what the boxes need."""
    drawing = _layout(spec)
    return spec.width_mm, round(drawing.height / MM, 1)


def svg(spec: TreeChart) -> str:
    """The tree as SVG: boxes with wrapped text, joined by right-angled lines."""
    drawing = _layout(spec)
    width, height = size_mm(spec)
    lines = "".join(_path(p) for p in drawing.lines)  # one path: strokes that overlap do not darken
    boxes = "".join(_box(b) for b in drawing.boxes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}mm" height="{height:g}mm" '
        f'viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}">'
        f'<path d="{lines}" fill="none" stroke="{AXIS}" stroke-width="1"/>'
        f'<g font-family="{FONT_STACK}" font-size="{TEXT_PT:g}px" text-anchor="middle">{boxes}</g></svg>'
    )


@lru_cache(maxsize=64)
def _layout(spec: TreeChart) -> Drawing:
    return place_down(spec) or place_across(spec)


def _n(value: float) -> str:
    return f"{round(value, 2):g}"


def _path(points: tuple[tuple[float, float], ...]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in points)


def _box(box: Box) -> str:
    level = min(box.depth, len(_FILLS) - 1)
    rect = (
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}" rx="1.5" '
        f'fill="{_FILLS[level]}" stroke="{EDGE}" stroke-width="0.8"/>'
    )
    centre = box.x + box.width / 2
    first = box.y + (box.height - LINE_PT * len(box.lines)) / 2 + LINE_PT * 0.76
    texts = (
        f'<text x="{_n(centre)}" y="{_n(first + LINE_PT * i)}" fill="{_TEXT[level]}"'
        f"{' font-weight=' + chr(34) + 'bold' + chr(34) if line.bold else ''}>{escape(line.text, quote=False)}</text>"
        for i, line in enumerate(box.lines)
    )
    return rect + "".join(texts)
