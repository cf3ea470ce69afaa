"""BarChart to Vega-Lite: grouped bars, upright or lying, labels at the bar ends, an optional target line."""

from __future__ import annotations

from akuntabel.charts.metrics import longest_word, text_width, wrap
from akuntabel.charts.specs import BarChart
from akuntabel.charts.style import AXIS, GRID, LINE_PT, MM, MUTED, TARGET, TEXT_PT, halo
from akuntabel.charts.vega import Json, bar_mark, category_axis, chart, fill_encoding, legend_rows, rows

_AXIS_ROOM = 48.0  # what the value axis and its title take
_BAND = 0.78  # largest share of a category's band that its bars fill
_WIDEST_BAR = 46.0  # an upright bar
_LABEL_COLUMN = 0.34  # share of the width that category names may take beside lying bars
_BAR_PT = 13.0  # a lying bar with its label
_PLOT_MM = 58.0  # height of upright bars


def lies(spec: BarChart) -> bool:
    """Bars lie when asked to, and where a word of a category is wider than its band of upright bars."""
    longest = max(longest_word(c, TEXT_PT) for c in spec.categories)
    return spec.horizontal or longest > (spec.width_mm * MM - _AXIS_ROOM) / len(spec.categories) - 4


def size_mm(spec: BarChart) -> tuple[float, float]:
    """Width and height in millimetres."""
    names = _names(spec)
    rest = 34 + 14 * legend_rows(spec.series, spec.width_mm * MM)
    if lies(spec):
        plot = len(names) * max(len(spec.series) * _BAR_PT / _BAND, max(len(t) for t in names) * LINE_PT + 4)
    else:
        plot = _PLOT_MM * MM + LINE_PT * max(len(t) for t in names)
    return spec.width_mm, round((plot + rest) / MM, 1)


def vega_lite(spec: BarChart) -> Json:
    """The Vega-Lite spec."""
    width, height = size_mm(spec)
    layers = [_bars(spec), *_target(spec), *_labels(spec)]
    return chart(width, height, rows(spec.series), layers, right=4 + _target_room(spec))


def _names(spec: BarChart) -> tuple[tuple[str, ...], ...]:
    room = spec.width_mm * MM * _LABEL_COLUMN if lies(spec) else _plot(spec) / len(spec.categories) - 4
    return tuple(wrap(c, room, TEXT_PT) for c in spec.categories)


def _plot(spec: BarChart) -> float:
    """Estimated length of the plot: across the bars when upright, along the bars when lying."""
    width = spec.width_mm * MM - _target_room(spec)
    return width * (1 - _LABEL_COLUMN) if lies(spec) else width - _AXIS_ROOM


def _target_room(spec: BarChart) -> float:
    if spec.target is None or lies(spec):
        return 0.0
    return max(text_width(w, TEXT_PT, bold=True) for w in spec.target.label.split()) + 6


def _widest_label(spec: BarChart, gaps: bool = False) -> float:
    labels = (t for s in spec.series for v, t in zip(s.values, s.labels, strict=True) if (v is None) == gaps)
    return max((text_width(t, TEXT_PT) for t in labels), default=0.0)


def _share(spec: BarChart) -> float:
    """Share of a category's band that its bars fill: a few bars do not become slabs."""
    if lies(spec):
        return _BAND
    return min(_BAND, _WIDEST_BAR * len(spec.series) * len(spec.categories) / _plot(spec))


def _turned(spec: BarChart, gaps: bool = False) -> bool:
    """Labels (of values, or of gaps) stand upright where they would touch their neighbours."""
    bar = _plot(spec) * _share(spec) / len(spec.categories) / len(spec.series)
    return not lies(spec) and _widest_label(spec, gaps) > bar + 3


def _domain(spec: BarChart) -> tuple[float, float]:
    """From zero to the longest bar, with room for the labels at the ends."""
    values = [float(v) for s in spec.series for v in s.values if v is not None]
    values += [0.0] if spec.target is None else [0.0, float(spec.target.value)]
    low, high = min(values), max(values)
    along = _plot(spec) if lies(spec) else _PLOT_MM * MM
    label = _widest_label(spec) if lies(spec) or _turned(spec) else TEXT_PT
    room = (high - low or 1.0) * (label + 8) / (along - label)
    return (low - room if low < 0 else 0.0, high + room)


def _position(spec: BarChart) -> Json:
    """Encodings of category, series offset and value, on the axes of the direction."""
    category: Json = {
        "field": "k",
        "type": "ordinal",
        "title": None,
        "scale": {"paddingInner": 1 - _share(spec), "paddingOuter": (1 - _share(spec)) / 2},
        "axis": {**category_axis(_names(spec)), "domain": False},
    }
    zero = {"condition": {"test": "datum.value === 0", "value": AXIS}, "value": GRID}
    value: Json = {
        "field": "v",
        "type": "quantitative",
        "title": spec.y_title or None,
        "scale": {"domain": list(_domain(spec)), "nice": False},
        "axis": {"gridColor": zero, "tickCount": 4 if lies(spec) else 5},
    }
    offset: Json = {"field": "s", "type": "nominal", "scale": {"domain": list(range(len(spec.series)))}}
    if lies(spec):
        return {"y": category, "yOffset": offset, "x": value}
    return {"x": category, "xOffset": offset, "y": value}


def _bars(spec: BarChart) -> Json:
    fill = fill_encoding(spec.series, spec.width_mm * MM)
    return {"mark": bar_mark(), "encoding": {**_position(spec), "fill": fill}}


def _labels(spec: BarChart) -> list[Json]:
    """Labels beyond the end of each bar (in a column where a target line would cross them), and reasons of gaps."""
    if lies(spec) and spec.target is not None:
        column = {"type": "text", "align": "right", "baseline": "middle", "dx": -2}
        return [_text(spec, "true", column, {"x": {"value": "width"}})]
    base = {"x" if lies(spec) else "y": {"datum": 0, "type": "quantitative"}}
    ends = {"type": "text", **halo()}
    reason = {**ends, "fontStyle": "italic", "color": MUTED, **_beyond(spec, 1, gaps=True)}
    return [
        _text(spec, "datum.v !== null && datum.v >= 0", {**ends, **_beyond(spec, 1)}),
        _text(spec, "datum.v !== null && datum.v < 0", {**ends, **_beyond(spec, -1)}),
        _text(spec, "datum.v === null && datum.t !== ''", reason, base),
    ]


def _text(spec: BarChart, test: str, mark: Json, place: Json | None = None) -> Json:
    encoding = {**_position(spec), **(place or {}), "text": {"field": "t", "type": "nominal"}}
    return {"transform": [{"filter": test}], "mark": mark, "encoding": encoding}


def _beyond(spec: BarChart, sign: int, gaps: bool = False) -> Json:
    along = {"align": "left" if sign > 0 else "right", "baseline": "middle", "dx": 3 * sign}
    if lies(spec):
        return along
    if _turned(spec, gaps):
        return {**along, "angle": 270}
    return {"align": "center", "baseline": "bottom" if sign > 0 else "top", "dy": -3 * sign}


def _target(spec: BarChart) -> list[Json]:
    if spec.target is None:
        return []
    axis, across = ("x", "y") if lies(spec) else ("y", "x")
    at = {axis: {"datum": float(spec.target.value), "type": "quantitative"}}
    rule = {"mark": {"type": "rule", "color": TARGET, "strokeWidth": 1.4, "strokeDash": [5, 3]}, "encoding": at}
    style = {"type": "text", "color": TARGET, "fontWeight": "bold", "lineHeight": LINE_PT}
    if lies(spec):
        text = {**style, "align": "center", "baseline": "bottom", "dy": -3, "text": spec.target.label}
        edge: Json = {"value": 0}
    else:
        words = wrap(spec.target.label, 0, TEXT_PT)
        text = {**style, "align": "left", "baseline": "middle", "dx": 4, "text": list(words)}
        text["dy"] = -LINE_PT * (len(words) - 1) / 2
        edge = {"value": "width"}
    once: Json = {"data": {"values": [{}]}}
    return [{**once, **rule}, {**once, "mark": text, "encoding": {**at, across: edge}}]
