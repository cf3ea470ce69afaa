"""Pohon kinerja as a graph: nodes by level from left to right, links of the plan and to other agencies, as SVG.

The library's tree chart draws one parent for each box; here a programme may support several sasaran, and a sasaran
may stand under a regional one and beside other agencies. So the layout is our own: leaves one below the other, what
is above in the middle of what it leads to. Plain attributes only: the page allows no inline style.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from akuntabel_web.rencana.pohon import Rencana, Simpul
from akuntabel_web.rencana.putaran import find_cycle

_WIDTH, _GAP_X, _GAP_Y, _PAD = 250, 48, 14, 10
_LINE, _SIZE, _CHARS, _MOST = 15, 12, 31, 4
LUAR, DAERAH = "instansi lain", "sasaran daerah"


@dataclass(frozen=True, slots=True)
class Kotak:
    """A box: identity, level (0 at the left), kind, code, wording, address of its page, and notes on it."""

    id: str
    tingkat: int
    jenis: str
    kode: str
    bunyi: str
    alamat: str = ""
    catatan: int = 0
    luar: bool = False


@dataclass(frozen=True, slots=True)
class Tepi:
    """A link from the box above to the box below; `silang` runs to another agency."""

    atas: str
    bawah: str
    silang: bool = False


@dataclass(frozen=True, slots=True)
class Graf:
    """Boxes and links, and the way round where the links lead back to themselves."""

    kotak: tuple[Kotak, ...]
    tepi: tuple[Tepi, ...]
    lingkaran: tuple[str, ...] = ()

    def below(self, one: Kotak) -> list[Kotak]:
        """The boxes that a box leads to."""
        names = [t.bawah for t in self.tepi if t.atas == one.id]
        return [k for k in self.kotak if k.id in names]


_LEVELS = {"visi": 0, "misi": 1, "tujuan": 2, "sasaran": 3, "program": 4, "kegiatan": 5, "subkegiatan": 6}


def make_graph(rencana: Rencana, catatan: dict[object, int], sampai: str) -> Graf:
    """The graph of a plan down to a kind of node."""
    deepest = _LEVELS[sampai]
    nodes = [n for n in rencana.walk() if _LEVELS[n.jenis.kode] <= deepest]
    boxes = [
        Kotak(n.alamat, _LEVELS[n.jenis.kode], n.jenis.judul, n.kode, n.bunyi, n.alamat, catatan.get(n.baris.pk, 0))
        for n in nodes
    ]
    links = list(_own_links(nodes))
    outer, crossing = _other_agencies(rencana, nodes)
    boxes += outer
    links += crossing
    shown = {b.id for b in boxes}
    links = list(dict.fromkeys(t for t in links if {t.atas, t.bawah} <= shown))
    way = find_cycle((("", t.atas), ("", t.bawah)) for t in links) or []
    names = {b.id: f"{b.jenis} {b.kode}" for b in boxes}
    return Graf(tuple(boxes), tuple(links), tuple(names[i] for _, i in way))


def _own_links(nodes: Sequence[Simpul]) -> Iterator[Tepi]:
    by_code = {(n.jenis.kode, n.kode): n.alamat for n in nodes}
    for node in nodes:
        if node.induk is not None:
            yield Tepi(node.induk.alamat, node.alamat)
        for other in node.juga:
            if node.jenis.induk and (node.jenis.induk, other) in by_code:
                yield Tepi(by_code[node.jenis.induk, other], node.alamat)


def _other_agencies(rencana: Rencana, nodes: Sequence[Simpul]) -> tuple[list[Kotak], list[Tepi]]:
    """Regional objectives above a sasaran, agencies that work beside it."""
    sasaran = {n.kode: n for n in nodes if n.jenis.kode == "sasaran"}
    boxes, links = [], []
    for row in rencana.baris["sasaran_daerah"]:
        boxes.append(Kotak(f"daerah-{row.pk}", 2, "Sasaran daerah", row.kode, row.teks, luar=True))
        if row.sasaran in sasaran:
            links.append(Tepi(f"daerah-{row.pk}", sasaran[row.sasaran].alamat, silang=True))
    for row in rencana.baris["crosscutting"]:
        text = f"{row.instansi_lain}: {row.peran}"
        boxes.append(Kotak(f"silang-{row.pk}", 4, "Instansi lain", row.kode, text, luar=True))
        if row.sasaran in sasaran:
            links.append(Tepi(sasaran[row.sasaran].alamat, f"silang-{row.pk}", silang=True))
    return boxes, links


@dataclass(frozen=True, slots=True)
class _Place:
    x: int
    y: int
    height: int
    lines: tuple[str, ...]


def _lines(box: Kotak) -> tuple[str, ...]:
    wrapped = textwrap.wrap(box.bunyi, _CHARS) or [""]
    if len(wrapped) > _MOST:
        wrapped = [*wrapped[: _MOST - 1], wrapped[_MOST - 1][: _CHARS - 1] + "…"]
    mark = (f"{box.catatan} catatan",) if box.catatan else ()
    return (f"{box.jenis} {box.kode}"[: _CHARS + 1], *wrapped, *mark)


def _height(box: Kotak) -> int:
    return len(_lines(box)) * _LINE + 2 * _PAD


def _layout(graf: Graf) -> dict[str, _Place]:
    """A place for each box. Each box stands once, below the first that leads to it; a circle ends where it began."""
    by_id = {b.id: b for b in graf.kotak}
    levels = sorted({b.tingkat for b in graf.kotak})
    column = {level: n for n, level in enumerate(levels)}
    lower: dict[str, list[str]] = {}
    first: dict[str, str] = {}
    for link in graf.tepi:
        if link.bawah not in first:
            first[link.bawah] = link.atas
            lower.setdefault(link.atas, []).append(link.bawah)
    bottom = dict.fromkeys(levels, 0)
    placed: dict[str, _Place] = {}

    def put(name: str, at_least: int) -> _Place:
        box = by_id[name]
        children = [c for c in lower.get(name, ()) if c not in placed]
        top = max(at_least, bottom[box.tingkat])
        placed[name] = _Place(0, top, 0, ())  # a circle finds it placed
        spots = []
        for child in children:
            spots.append(put(child, spots[0].y if spots else top))
        tall = _height(box)
        if spots:
            middle = (spots[0].y + spots[-1].y + spots[-1].height) // 2 - tall // 2
            top = max(bottom[box.tingkat], middle)
        bottom[box.tingkat] = top + tall + _GAP_Y
        placed[name] = _Place(column[box.tingkat] * (_WIDTH + _GAP_X) + 1, top, tall, _lines(box))
        return placed[name]

    for box in sorted(graf.kotak, key=lambda b: b.tingkat):
        if box.id not in placed and box.id not in first:
            put(box.id, 0)
    for box in graf.kotak:
        if box.id not in placed:
            put(box.id, 0)
    return placed


def svg(graf: Graf, alamat: str) -> str:
    """The graph as SVG; a box of the plan leads to its page, `alamat` followed by its name. Everything is escaped."""
    if not graf.kotak:
        return ""
    places = _layout(graf)
    width = max(p.x for p in places.values()) + _WIDTH + 1
    height = max(p.y + p.height for p in places.values()) + 1
    parts = [*_curves(graf.tepi, places), *(_box(b, places[b.id], alamat) for b in graf.kotak)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="graf" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="group" aria-label="Pohon kinerja" font-size="{_SIZE}">'
        + "".join(parts)
        + "</svg>"
    )


def _curves(tepi: Iterable[Tepi], places: dict[str, _Place]) -> Iterator[str]:
    for link in tepi:
        one, other = places[link.atas], places[link.bawah]
        x, y = one.x + _WIDTH, one.y + one.height // 2
        to_x, to_y = other.x, other.y + other.height // 2
        half = (x + to_x) // 2
        dashes = ' stroke-dasharray="6 4"' if link.silang else ""
        yield (
            f'<path d="M{x} {y}C{half} {y} {half} {to_y} {to_x} {to_y}" fill="none" stroke="#51606e" '
            f'stroke-width="1.5"{dashes}/>'
        )


def _box(box: Kotak, place: _Place, alamat: str) -> str:
    dashes = ' stroke-dasharray="6 4"' if box.luar else ""
    edge = "#b35900" if box.catatan else "#14324f"
    rect = (
        f'<rect x="{place.x}" y="{place.y}" width="{_WIDTH}" height="{place.height}" rx="6" fill="#ffffff" '
        f'stroke="{edge}" stroke-width="1.5"{dashes}/>'
    )
    texts = "".join(
        f'<text x="{place.x + _PAD}" y="{place.y + _PAD + _LINE * (n + 1) - 4}" fill="#14324f"'
        f"{' font-weight=' + chr(34) + '700' + chr(34) if n == 0 else ''}>{escape(line)}</text>"
        for n, line in enumerate(place.lines)
    )
    title = f"<title>{escape(f'{box.jenis} {box.kode}: {box.bunyi}')}</title>"
    inner = f"<g>{title}{rect}{texts}</g>"
    return f'<a href="{escape(alamat + box.alamat)}">{inner}</a>' if box.alamat else inner
