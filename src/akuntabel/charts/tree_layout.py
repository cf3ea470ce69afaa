"""Where the boxes and connectors of a tree stand. Lengths in points, origin at the upper left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from akuntabel.charts.metrics import longest_word, wrap
from akuntabel.charts.specs import TreeChart, TreeNode
from akuntabel.charts.style import LINE_PT, MM, TEXT_PT

_PAD = 5.0
_GAP = 9.0  # between neighbours
_LEVEL = 20.0  # between levels
_INDENT = 9.0  # of stacked boxes under their parent
_STACK = 6.0  # between stacked boxes
_WIDEST = 150.0
_MOST_LINES = 7
_EDGE = 1.0  # keeps the outer strokes inside the picture

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in a box."""

    text: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A placed box."""

    lines: tuple[Line, ...]
    depth: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """All boxes and connectors, with the size they take."""

    boxes: tuple[Box, ...]
    lines: tuple[tuple[Point, ...], ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Node:
    """A node with its subtree; `staf` children hang beside the line."""

    node: TreeNode
    depth: int
    children: tuple[_Node, ...]
    staf: tuple[_Node, ...]

    @property
    def stacked(self) -> bool:
        """Several children that are all leaves, below the top, stand under one another; a single one in the middle."""
        return self.depth > 0 and len(self.children) > 1 and not any(c.children or c.staf for c in self.children)


def _build(spec: TreeChart) -> _Node:
    def node(item: TreeNode, depth: int) -> _Node:
        below = [n for n in spec.nodes if n.parent == item.id]
        children = tuple(node(n, depth + 1) for n in below if not n.staf)
        return _Node(item, depth, children, tuple(node(n, depth + 1) for n in below if n.staf))

    return node(next(n for n in spec.nodes if n.parent is None), 0)


def _lines(node: TreeNode, width: float) -> tuple[Line, ...]:
    bold = len(node.lines) > 1
    out = []
    for i, text in enumerate(node.lines):
        heavy = bold and i == 0
        out += [Line(t, heavy) for t in wrap(text, width - 2 * _PAD, TEXT_PT, heavy)]
    return tuple(out)


def _height(lines: tuple[Line, ...]) -> float:
    return len(lines) * LINE_PT + 2 * _PAD


def _box(item: _Node, x: float, y: float, width: float, height: float | None = None) -> Box:
    lines = _lines(item.node, width)
    return Box(lines, item.depth, x, y, width, height or _height(lines))


def _narrowest(item: _Node) -> float:
    bold = len(item.node.lines) > 1
    words = (longest_word(t, TEXT_PT, bold and i == 0) for i, t in enumerate(item.node.lines))
    return max(words, default=0.0) + 2 * _PAD


# --- from the top down ---


def _columns(item: _Node) -> int:
    """How many boxes stand side by side under (and with) a node."""
    below = 1 if item.stacked or not item.children else sum(_columns(c) for c in item.children)
    beside = 2 * sum(_columns(s) for s in item.staf)
    return max(below, beside + 1 if item.staf else 1)


def _walk(item: _Node) -> list[_Node]:
    return [item, *(n for c in (*item.staf, *item.children) for n in _walk(c))]


def place_down(spec: TreeChart) -> Drawing | None:
    """The tree from the top down, or None when its words do not fit the width."""
    root = _build(spec)
    total = spec.width_mm * MM - 2 * _EDGE
    columns = _columns(root)
    width = min(_WIDEST, (total - _GAP * (columns - 1)) / columns)
    nodes = _walk(root)
    stacked = {id(c) for n in nodes if n.stacked for c in n.children}
    if any(_narrowest(n) > width - (_INDENT if id(n) in stacked else 0) for n in nodes):
        return None
    if any(len(_lines(n.node, width - (_INDENT if id(n) in stacked else 0))) > _MOST_LINES for n in nodes):
        return None
    return _centred(_place(root, width, _rows(nodes, width)), total)


def _rows(nodes: list[_Node], width: float) -> dict[int, float]:
    """The common height of the boxes of each level, so that a row is level."""
    rows = {n.depth: 0.0 for n in nodes}
    for n in nodes:
        if not n.node.staf:
            rows[n.depth] = max(rows[n.depth], _height(_lines(n.node, width)))
    return rows


def _place(item: _Node, width: float, rows: dict[int, float]) -> tuple[Drawing, float]:
    """A subtree with its left edge at 0 and its top at 0; also the x of the middle of its top box."""
    if item.stacked:
        return _place_stack(item, width, rows), width / 2
    return _place_row(item, width, rows)


def _place_stack(item: _Node, width: float, rows: dict[int, float]) -> Drawing:
    top = _box(item, 0, 0, width, rows[item.depth])
    boxes, lines, y = [top], [], top.height + _STACK + 2
    spine = _INDENT / 2
    for child in item.children:
        box = _box(child, _INDENT, y, width - _INDENT)
        middle = y + box.height / 2
        lines.append(((spine, top.height), (spine, middle), (_INDENT, middle)))
        boxes.append(box)
        y += box.height + _STACK
    return Drawing(tuple(boxes), tuple(lines), width, y - _STACK)


def _place_row(item: _Node, width: float, rows: dict[int, float]) -> tuple[Drawing, float]:
    parts = [_place(c, width, rows) for c in item.children]
    lefts, edge = [], 0.0
    for part, _ in parts:
        lefts.append(edge)
        edge += part.width + _GAP
    middles = [left + m for left, (_, m) in zip(lefts, parts, strict=True)]
    centre = (middles[0] + middles[-1]) / 2 if middles else width / 2
    shift = max(0.0, width / 2 - centre)
    centre += shift
    top = _box(item, centre - width / 2, 0, width, rows[item.depth])
    boxes: list[Box] = [top]
    lines: list[tuple[Point, ...]] = []
    y = top.height
    aside, y = _place_staf(item, width, rows, centre, y)
    for drawing in aside:
        boxes += drawing.boxes
        lines += drawing.lines
    base = y + _LEVEL
    for (part, _), left, middle in zip(parts, lefts, middles, strict=True):
        moved = _moved(part, left + shift, base)
        boxes += moved.boxes
        lines += moved.lines
        turn, foot = base - _LEVEL / 2, middle + shift
        lines.append(((centre, top.height), (centre, turn), (foot, turn), (foot, base)))
    return _fitted(boxes, lines), centre


def _place_staf(
    item: _Node, width: float, rows: dict[int, float], centre: float, y: float
) -> tuple[list[Drawing], float]:
    """Boxes to the right of the line under a node, and the y where they end."""
    out = []
    for member in item.staf:
        own = {**rows, member.depth: _height(_lines(member.node, width))}
        part, _ = _place(member, width, own)
        moved = _moved(part, centre + width / 2 + _GAP, y + _LEVEL / 2)
        middle = moved.boxes[0].y + moved.boxes[0].height / 2
        joint = ((centre, y), (centre, middle), (moved.boxes[0].x, middle))
        out.append(replace(moved, lines=(joint, *moved.lines)))
        y += _LEVEL / 2 + part.height
    return out, y


def _moved(drawing: Drawing, dx: float, dy: float) -> Drawing:
    boxes = tuple(replace(b, x=b.x + dx, y=b.y + dy) for b in drawing.boxes)
    lines = tuple(tuple((x + dx, y + dy) for x, y in line) for line in drawing.lines)
    return replace(drawing, boxes=boxes, lines=lines)


def _fitted(boxes: Sequence[Box], lines: Sequence[tuple[Point, ...]]) -> Drawing:
    return Drawing(tuple(boxes), tuple(lines), max(b.x + b.width for b in boxes), max(b.y + b.height for b in boxes))


def _centred(placed: tuple[Drawing, float], total: float) -> Drawing | None:
    drawing, _ = placed
    if drawing.width > total + 0.01:
        return None
    moved = _moved(drawing, _EDGE + (total - drawing.width) / 2, _EDGE)
    return replace(moved, width=total + 2 * _EDGE, height=drawing.height + 2 * _EDGE)


# --- from left to right ---


def place_across(spec: TreeChart) -> Drawing:
    """The tree from left to right: one column per level, as high as it needs."""
    root = _build(spec)
    total = spec.width_mm * MM - 2 * _EDGE
    levels = max(n.depth for n in _walk(root)) + 1
    width = (total - _LEVEL * (levels - 1)) / levels
    drawing = _moved(_place_across(root, width), _EDGE, _EDGE)
    return replace(drawing, width=total + 2 * _EDGE, height=drawing.height + 2 * _EDGE)


def _place_across(item: _Node, width: float) -> Drawing:
    """A subtree with its top at 0; x follows from the depth."""
    x = item.depth * (width + _LEVEL)
    box = _box(item, x, 0, width)
    parts, y = [], 0.0
    for child in (*item.staf, *item.children):
        part = _moved(_place_across(child, width), 0, y)
        parts.append(part)
        y += part.height + _STACK
    inner = max(y - _STACK, 0.0)
    height = max(inner, box.height)
    parts = [_moved(p, 0, (height - inner) / 2) for p in parts]
    heads = [p.boxes[0] for p in parts]
    centre = (_middle(heads[0]) + _middle(heads[-1])) / 2 if heads else height / 2
    top = replace(box, y=min(max(centre - box.height / 2, 0.0), height - box.height))
    turn = x + width + _LEVEL / 2
    joints = [((x + width, _middle(top)), (turn, _middle(top)), (turn, _middle(h)), (h.x, _middle(h))) for h in heads]
    boxes = (top, *(b for p in parts for b in p.boxes))
    return Drawing(boxes, (*joints, *(line for p in parts for line in p.lines)), 0, height)


def _middle(box: Box) -> float:
    return box.y + box.height / 2
