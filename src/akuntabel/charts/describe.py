"""Alternative text of a chart: what a reader who cannot see it must know, in the printed digits."""

from __future__ import annotations

from akuntabel.charts.bars import lies
from akuntabel.charts.specs import BarChart, ChartSpec, LineChart, Series, StackedBar, TreeChart, TreeNode

_NO_DATA = "tidak ada data"


def describe(spec: ChartSpec) -> str:
    """Indonesian alternative text, complete: every printed value of every series, or every box of a tree."""
    match spec:
        case BarChart():
            kind = "Diagram batang mendatar" if lies(spec) else "Diagram batang"
            target = "" if spec.target is None else f" Garis acuan: {spec.target.label}."
            return _opening(kind, spec.title, spec.y_title) + _data(spec.categories, spec.series) + target
        case LineChart():
            return _opening("Diagram garis", spec.title, spec.y_title) + _data(spec.years, spec.series)
        case StackedBar():
            return _opening("Diagram batang bertumpuk", spec.title, spec.x_title) + _data(spec.categories, spec.series)
        case TreeChart():
            return _opening("Bagan", spec.title, "") + _tree(spec)


def _opening(kind: str, title: str, quantity: str) -> str:
    return f"{kind} {title} ({quantity}): " if quantity else f"{kind} {title}: "


def _data(categories: tuple[str, ...], series: tuple[Series, ...]) -> str:
    if len(series) == 1:
        return f"{_values(categories, series[0])}."
    return ". ".join(f"{s.name}: {_values(categories, s)}" for s in series) + "."


def _values(categories: tuple[str, ...], series: Series) -> str:
    return "; ".join(f"{c} {label or _NO_DATA}" for c, label in zip(categories, series.labels, strict=True))


def _tree(spec: TreeChart) -> str:
    names = {n.id: _name(n) for n in spec.nodes}
    root = next(n for n in spec.nodes if n.parent is None)
    sentences = [f"paling atas {names[root.id]}."]
    for node in spec.nodes:
        below = [names[n.id] for n in spec.nodes if n.parent == node.id]
        if below:
            sentences.append(f"Di bawah {names[node.id]}: {'; '.join(below)}.")
    return " ".join(sentences)


def _name(node: TreeNode) -> str:
    return ", ".join(node.lines)
