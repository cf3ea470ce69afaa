"""Parts that the Vega-Lite specs of all chart kinds share. Lengths in points."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import ceil
from typing import Any

from akuntabel.charts.metrics import text_width
from akuntabel.charts.specs import Series
from akuntabel.charts.style import EDGE, FILLS, MM, TEXT_PT, config

Json = dict[str, Any]
_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
_SYMBOL = 32.0  # legend symbol and the space around it


def chart(width_mm: float, height_mm: float, values: Sequence[Json], layers: Sequence[Json], right: float = 4) -> Json:
    """A layered chart that fills its whole size; `right` keeps room beside the plot."""
    return {
        "$schema": _SCHEMA,
        "width": width_mm * MM,
        "height": height_mm * MM,
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": {"left": 2, "top": 4, "right": right, "bottom": 2},
        "data": {"values": list(values)},
        "layer": list(layers),
        "config": config(),
    }


def category_axis(texts: Sequence[Sequence[str]]) -> Json:
    """The axis of categories: positions turned into their lines of text."""
    expr = f"{json.dumps([list(t) for t in texts])}[+datum.value]"
    return {"labelAngle": 0, "ticks": False, "labelPadding": 5, "labelExpr": expr}


def rows(series: Sequence[Series]) -> list[Json]:
    """One row per value: k category position, s series position, v geometry (or null), t printed label.

    A float is exact enough for a position on paper; the digits come from the label.
    """
    return [
        {"k": k, "s": s, "v": None if v is None else float(v), "t": item.labels[k]}
        for s, item in enumerate(series)
        for k, v in enumerate(item.values)
    ]


def _legend_columns(series: Sequence[Series], width: float) -> int:
    widest = max(text_width(s.name, TEXT_PT) for s in series) + _SYMBOL
    return max(1, min(len(series), int(width // widest)))


def legend_rows(series: Sequence[Series], width: float) -> int:
    """How many lines the legend takes; a single series needs none."""
    return 0 if len(series) == 1 else ceil(len(series) / _legend_columns(series, width))


def legend(series: Sequence[Series], width: float) -> Json | None:
    """The legend of several series, in as many columns as fit."""
    if len(series) == 1:
        return None
    names = json.dumps([s.name for s in series])
    return {"columns": _legend_columns(series, width), "labelExpr": f"{names}[+datum.value]"}


def fill_encoding(series: Sequence[Series], width: float) -> Json:
    """Fills of the series, with their legend."""
    scale = {"domain": list(range(len(series))), "range": list(FILLS[: len(series)])}
    return {"field": "s", "type": "nominal", "scale": scale, "legend": legend(series, width)}


def bar_mark() -> Json:
    """The bar mark: a thin edge keeps light and patterned fills apart from the paper."""
    return {"type": "bar", "stroke": EDGE, "strokeWidth": 0.6}
