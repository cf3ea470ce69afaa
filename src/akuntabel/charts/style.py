"""The one look of all charts: sober, printable in grey, readable with any colour vision. Lengths in points."""

from __future__ import annotations

from typing import Any

MM = 72 / 25.4
FONT = "Arimo"
FONT_STACK = "Arimo, Arial, Liberation Sans, Helvetica, sans-serif"
TEXT_PT = 8.0
LINE_PT = 10.0

INK = "#1a1a1a"
PAPER = "#ffffff"
MUTED = "#4a4a4a"
GRID = "#dcdfe3"
AXIS = "#7a7f87"
TARGET = "#a3320b"

# Neighbours differ in lightness first, then in pattern: the order holds in grey print.
FILLS = ("#1f3a5f", "#9dbbdc", "url(#pola-garis)", "#e3e7ec", "url(#pola-titik)", "#5d7896")
ON_FILL = ("#ffffff", INK, INK, INK, INK, "#ffffff")  # text on the same fills
EDGE = "#1f3a5f"
STROKES = ("#1f3a5f", "#a3320b", "#4f7d3a", "#6b6f76", "#7a4b94", "#2b8c96")
DASHES = ([1, 0], [6, 3], [2, 2.5], [8, 2.5, 2, 2.5], [4, 4], [10, 3])
SHAPES = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")

PATTERNS = (
    '<pattern id="pola-garis" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="4" height="4" fill="#ffffff"/><rect width="1.4" height="4" fill="{EDGE}"/></pattern>',
    '<pattern id="pola-titik" width="4" height="4" patternUnits="userSpaceOnUse">'
    f'<rect width="4" height="4" fill="#ffffff"/><circle cx="2" cy="2" r="0.9" fill="{EDGE}"/></pattern>',
)


def config() -> dict[str, Any]:
    """The Vega-Lite configuration shared by all charts: fonts, colours, Indonesian numbers on the axes."""
    text = {"labelFont": FONT, "labelFontSize": TEXT_PT, "labelLimit": 0, "labelColor": INK, "titleFont": FONT}
    title = {"titleFontSize": TEXT_PT, "titleFontWeight": "normal", "titleColor": MUTED, "titleLimit": 0}
    number = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp", ""], "minus": "-"}
    return {
        "aria": False,  # the alternative text is ours (describe)
        "font": FONT,
        "background": None,
        "locale": {"number": number},
        "view": {"stroke": None},
        "axis": {**text, **title, "domainColor": AXIS, "gridColor": GRID, "labelLineHeight": LINE_PT},
        "axisQuantitative": {
            "format": ",~f",
            "ticks": False,
            "domain": False,
            "grid": True,
            "tickCount": 5,
            "labelFlush": False,
        },
        "legend": {**text, **title, "orient": "top", "title": None, "symbolSize": 90, "columnPadding": 14, "offset": 8},
        "text": {"font": FONT, "fontSize": TEXT_PT, "color": INK},
    }


def halo() -> dict[str, Any]:
    """A white edge around label text, painted below its fill, so that lines and hatching never cross digits."""
    return {"stroke": PAPER, "strokeWidth": 2.5, "strokeJoin": "round"}
