"""What a chart shows: frozen data, already formatted, from which SVG and alternative text are made.

Values give the geometry; labels give the printed digits, so that a chart shows exactly what the report prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

WIDTH_MM = 160.0
MAX_SERIES = 6


@dataclass(frozen=True, slots=True)
class Series:
    """One series. A value of None is a gap; its label, where not empty, says why ("belum rilis")."""

    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.values) != len(self.labels):
            raise ValueError(f"seri {self.name!r}: {len(self.values)} nilai, {len(self.labels)} label")


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A reference line across a bar chart, with its printed label ("Target 88,31")."""

    value: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars side by side: one group per category, one bar per series. `y_title` names the quantity and unit.

    `title` is not drawn (the caption stands beside the picture); it opens the alternative text.
    Raises ValueError when a series does not fit the categories or series are too many to tell apart.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    y_title: str = ""
    horizontal: bool = False  # bars lie anyway where category names would not fit under upright ones
    target: TargetLine | None = None
    width_mm: float = WIDTH_MM

    def __post_init__(self) -> None:
        _check(self.title, self.categories, self.series)


@dataclass(frozen=True, slots=True)
class LineChart:
    """Lines over years (or other ordered periods); a None breaks the line.

    The value axis need not start at zero: a line shows change, a bar shows size. Raises ValueError as BarChart.
    """

    title: str
    years: tuple[str, ...]
    series: tuple[Series, ...]
    y_title: str = ""
    width_mm: float = WIDTH_MM

    def __post_init__(self) -> None:
        _check(self.title, self.years, self.series)


@dataclass(frozen=True, slots=True)
class StackedBar:
    """Horizontal bars whose parts add up: one bar per category, one part per series; values are not negative.

    Raises ValueError as BarChart, and for a negative value.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    x_title: str = ""
    width_mm: float = WIDTH_MM

    def __post_init__(self) -> None:
        _check(self.title, self.categories, self.series)
        if any(v is not None and v < 0 for s in self.series for v in s.values):
            raise ValueError(f"diagram {self.title!r}: nilai negatif tidak dapat ditumpuk")


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A box: its lines of text (the first is the name, bold when others follow) and the box above it.

    `staf` hangs the box beside the line (sekretariat), above the row of its siblings.
    """

    id: str
    parent: str | None
    lines: tuple[str, ...]
    staf: bool = False


@dataclass(frozen=True, slots=True)
class TreeChart:
    """An organisation chart or a cascade with one root; children keep the order of `nodes`.

    Drawn from the top down where the boxes fit the width, else from left to right.
    Raises ValueError when there is not exactly one root, an id stands twice, or a parent is unknown or below itself.
    """

    title: str
    nodes: tuple[TreeNode, ...]
    width_mm: float = WIDTH_MM

    def __post_init__(self) -> None:
        _check_tree(self)


ChartSpec = BarChart | LineChart | StackedBar | TreeChart


def _check(title: str, categories: tuple[str, ...], series: tuple[Series, ...]) -> None:
    if not categories or not series:
        raise ValueError(f"diagram {title!r}: tidak ada data")
    if len(series) > MAX_SERIES:
        raise ValueError(f"diagram {title!r}: {len(series)} seri; paling banyak {MAX_SERIES} yang masih terbedakan")
    if len({s.name for s in series}) < len(series):
        raise ValueError(f"diagram {title!r}: nama seri berulang")
    for s in series:
        if len(s.values) != len(categories):
            raise ValueError(f"diagram {title!r}: seri {s.name!r} {len(s.values)} nilai, kategori {len(categories)}")


def _check_tree(chart: TreeChart) -> None:
    parents = {n.id: n.parent for n in chart.nodes}
    if len(parents) < len(chart.nodes):
        raise ValueError(f"bagan {chart.title!r}: id berulang")
    if sum(p is None for p in parents.values()) != 1:
        raise ValueError(f"bagan {chart.title!r}: harus ada tepat satu puncak")
    if unknown := sorted({p for p in parents.values() if p is not None} - parents.keys()):
        raise ValueError(f"bagan {chart.title!r}: atasan tidak dikenal: {', '.join(unknown)}")
    for start, parent in parents.items():
        at, steps = parent, 0
        while at is not None:
            at, steps = parents[at], steps + 1
            if steps > len(parents):
                raise ValueError(f"bagan {chart.title!r}: {start} berada di bawah dirinya sendiri")
