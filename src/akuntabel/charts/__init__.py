"""Charts: frozen specs of already formatted data, drawn as SVG in one look and told as alternative text."""

from akuntabel.charts.describe import describe
from akuntabel.charts.render import rasterise, render, size_mm, to_picture
from akuntabel.charts.specs import (
    BarChart,
    ChartSpec,
    LineChart,
    Series,
    StackedBar,
    TargetLine,
    TreeChart,
    TreeNode,
)

__all__ = [
    "BarChart",
    "ChartSpec",
    "LineChart",
    "Series",
    "StackedBar",
    "TargetLine",
    "TreeChart",
    "TreeNode",
    "describe",
    "rasterise",
    "render",
    "size_mm",
    "to_picture",
]
