"""LineChart to Vega-Lite: lines told apart by dash, point shape and lightness; labels that do not touch."""

from __future__ import annotations

from akuntabel.charts.metrics import wrap
from akuntabel.charts.specs import LineChart
from akuntabel.charts.style import DASHES, LINE_PT, MM, SHAPES, STROKES, TEXT_PT, halo
from akuntabel.charts.vega import Json, category_axis, chart, legend, legend_rows, rows

_PLOT_MM = 58.0
_ROOM = 0.16  # share of the value range kept free above and below, for the labels


def size_mm(spec: LineChart) -> tuple[float, float]:
    """Width and height in millimetres."""
    rest = 34 + LINE_PT * max(len(t) for t in _names(spec)) + 14 * legend_rows(spec.series, spec.width_mm * MM)
    return spec.width_mm, round(_PLOT_MM + rest / MM, 1)


def vega_lite(spec: LineChart) -> Json:
    """The Vega-Lite spec."""
    width, height = size_mm(spec)
    data = [{**row, "dy": dy} for row, dy in zip(rows(spec.series), _offsets(spec), strict=True)]
    return chart(width, height, data, [*_lines(spec), _points(spec), *_labels(spec, data)], right=10)


def _names(spec: LineChart) -> tuple[tuple[str, ...], ...]:
    room = spec.width_mm * MM * 0.88 / len(spec.years) - 4
    return tuple(wrap(y, room, TEXT_PT) for y in spec.years)


def _domain(spec: LineChart) -> tuple[float, float]:
    values = [float(v) for s in spec.series for v in s.values if v is not None] or [0.0, 1.0]
    low, high = min(values), max(values)
    room = (high - low) * _ROOM or max(abs(high), 1.0) * 0.1
    return low - room, high + room


def _offsets(spec: LineChart) -> list[float]:
    """Vertical distance of each label from its point, in the order of the rows.

    At every year the labels go above or below, whichever is free of the points and labels already placed.
    """
    low, high = _domain(spec)
    scale = _PLOT_MM * MM / (high - low)
    offsets: dict[tuple[int, int], float] = {}
    for k in range(len(spec.years)):
        heights = {s: float(v) * scale for s, item in enumerate(spec.series) if (v := item.values[k]) is not None}
        taken = [(h - 3, h + 3) for h in heights.values()]
        for rank, s in enumerate(sorted(heights, key=lambda s: (-heights[s], s))):
            up, down = 9.0, -9.0
            first = (up, down) if rank == 0 else (down, up)
            others = [band for j, band in enumerate(taken) if j != list(heights).index(s)]
            chosen = next((d for d in (*first, 2 * up, 2 * down) if _free(heights[s] + d, others)), first[0])
            offsets[s, k] = chosen
            taken.append((heights[s] + chosen - TEXT_PT / 2, heights[s] + chosen + TEXT_PT / 2))
    return [-offsets.get((s, k), 0.0) for s in range(len(spec.series)) for k in range(len(spec.years))]


def _free(centre: float, taken: list[tuple[float, float]]) -> bool:
    return all(centre + TEXT_PT / 2 <= low or centre - TEXT_PT / 2 >= high for low, high in taken)


def _position(spec: LineChart) -> Json:
    x = {"field": "k", "type": "ordinal", "title": None, "axis": category_axis(_names(spec)), "scale": {"padding": 0.5}}
    scale = {"domain": list(_domain(spec)), "nice": False, "zero": False}
    return {"x": x, "y": {"field": "v", "type": "quantitative", "title": spec.y_title or None, "scale": scale}}


def _lines(spec: LineChart) -> list[Json]:
    """A layer per series: a dash that is encoded would break up the outlines of the legend's shapes."""
    layers = []
    for s in range(len(spec.series)):
        mark = {"type": "line", "strokeWidth": 1.8, "stroke": STROKES[s], "strokeDash": DASHES[s]}
        layers.append({"transform": [{"filter": f"datum.s === {s}"}], "mark": mark, "encoding": _position(spec)})
    return layers


def _points(spec: LineChart) -> Json:
    count = len(spec.series)
    shown = legend(spec.series, spec.width_mm * MM)
    code: Json = {"field": "s", "type": "nominal", "legend": shown}
    fill = {**code, "scale": {"domain": list(range(count)), "range": list(STROKES[:count])}}
    shape = {**code, "scale": {"domain": list(range(count)), "range": list(SHAPES[:count])}}
    mark = {"type": "point", "filled": True, "size": 42, "opacity": 1}
    return {"mark": mark, "encoding": {**_position(spec), "fill": fill, "shape": shape}}


def _labels(spec: LineChart, data: list[Json]) -> list[Json]:
    """A layer per distance, because Vega-Lite's dy is a property of the mark."""
    layers = []
    for dy in sorted({row["dy"] for row in data if row["v"] is not None}):
        mark = {"type": "text", "dy": dy, "baseline": "middle", **halo()}
        encoding = {**_position(spec), "text": {"field": "t", "type": "nominal"}}
        test = f"datum.v !== null && datum.dy === {dy}"
        layers.append({"transform": [{"filter": test}], "mark": mark, "encoding": encoding})
    return layers
