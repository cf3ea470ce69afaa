"""StackedBar to Vega-Lite: lying bars of parts, each with its label inside or, where too narrow, above."""

from __future__ import annotations

from akuntabel.charts.metrics import text_width, wrap
from akuntabel.charts.specs import StackedBar
from akuntabel.charts.style import FILLS, INK, LINE_PT, MM, ON_FILL, TEXT_PT, halo
from akuntabel.charts.vega import Json, bar_mark, category_axis, chart, fill_encoding, legend_rows

_NAMES = 0.26  # share of the width for the names of the bars
_BAND_PT = 36.0  # a bar with the room above it
_BAR = 0.5  # share of the band that the bar fills


def size_mm(spec: StackedBar) -> tuple[float, float]:
    """Width and height in millimetres."""
    rest = 34 + 14 * legend_rows(spec.series, spec.width_mm * MM)
    plot = sum(max(_BAND_PT, len(t) * LINE_PT + 8) for t in _names(spec))
    return spec.width_mm, round((plot + rest) / MM, 1)


def vega_lite(spec: StackedBar) -> Json:
    """The Vega-Lite spec."""
    width, height = size_mm(spec)
    return chart(width, height, _segments(spec), [_bars(spec), *_labels(spec)], right=12)


def _names(spec: StackedBar) -> tuple[tuple[str, ...], ...]:
    return tuple(wrap(c, spec.width_mm * MM * _NAMES, TEXT_PT) for c in spec.categories)


def _total(spec: StackedBar) -> float:
    sums = [sum(float(s.values[k] or 0) for s in spec.series) for k in range(len(spec.categories))]
    return max(sums) or 1.0


def _segments(spec: StackedBar) -> list[Json]:
    """One row per part: its ends, its label, where the label stands (`m`) and whether inside (`i`)."""
    names = max(text_width(line, TEXT_PT) for t in _names(spec) for line in t)
    unit = (spec.width_mm * MM - names - 30) / _total(spec)
    out: list[Json] = []
    for k in range(len(spec.categories)):
        start, free = 0.0, 0.0
        for s, item in enumerate(spec.series):
            value = float(item.values[k] or 0)
            room = text_width(item.labels[k], TEXT_PT) + 5
            inside = value * unit >= room
            middle = start + value / 2
            if not inside:
                middle = max(middle, free + room / unit / 2)
                free = middle + room / unit / 2
            if item.values[k] is not None:
                row = {"k": k, "s": s, "a": start, "b": start + value}
                out.append({**row, "t": item.labels[k], "m": middle, "i": inside})
            start += value
    return out


def _category(spec: StackedBar) -> Json:
    scale = {"paddingInner": 1 - _BAR, "paddingOuter": (1 - _BAR) / 2}
    return {"field": "k", "type": "ordinal", "title": None, "scale": scale, "axis": category_axis(_names(spec))}


def _along(spec: StackedBar, field: str) -> Json:
    scale = {"domain": [0, _total(spec)], "nice": False}
    return {"field": field, "type": "quantitative", "title": spec.x_title or None, "scale": scale}


def _bars(spec: StackedBar) -> Json:
    fill = fill_encoding(spec.series, spec.width_mm * MM)
    ends = {"x": _along(spec, "a"), "x2": {"field": "b"}}
    return {"mark": bar_mark(), "encoding": {"y": _category(spec), **ends, "fill": fill}}


def _labels(spec: StackedBar) -> list[Json]:
    encoding = {"y": _category(spec), "x": _along(spec, "m"), "text": {"field": "t", "type": "nominal"}}
    above = {"type": "text", "baseline": "middle", "dy": -_BAND_PT * _BAR / 2 - 6, "color": INK}
    layers: list[Json] = [{"transform": [{"filter": "!datum.i"}], "mark": above, "encoding": encoding}]
    for s in range(len(spec.series)):
        edge = halo() if FILLS[s].startswith("url") else {}
        inside = {"type": "text", "baseline": "middle", "color": ON_FILL[s], **edge}
        test = f"datum.i && datum.s === {s}"
        layers.append({"transform": [{"filter": test}], "mark": inside, "encoding": encoding})
    return layers
