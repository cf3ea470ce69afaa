"""A chart as a node of the document tree."""

from __future__ import annotations

from dataclasses import dataclass

from akuntabel.charts.describe import describe
from akuntabel.charts.render import begin, render, size_mm
from akuntabel.charts.specs import ChartSpec
from akuntabel.doctree.nodes import Inlines, Picture


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing of a chart; it is awaited by the writer that needs it."""

    spec: ChartSpec

    def svg(self) -> str:
        """The chart as SVG."""
        return render(self.spec)


def to_picture(
    spec: ChartSpec,
    *,
    caption: Inlines = (),
    label: str | None = None,
    source: Inlines = (),
    figures: tuple[str, ...] = (),
) -> Picture:
    """The chart as a node of the document tree, with its alternative text and size; its drawing begins at once."""
    width, height = size_mm(spec)
    begin(spec)
    return Picture(
        drawing=Chart(spec),
        alt=describe(spec),
        width_mm=width,
        height_mm=height,
        caption=caption,
        label=label,
        source=source,
        figures=figures,
    )
