"""Charts and diagrams: areas, curves and boxes that stand together. Their words are labels, not sentences or tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from akuntabel.bahasa.tanda_butir import is_caption, is_source
from akuntabel.readers.pdf.baris import lines_from
from akuntabel.readers.pdf.bentuk import Bagian, Halaman, Kata, Kotak
from akuntabel.readers.pdf.kisi import Kisi

_NEAR = 26.0  # points between shapes of one drawing
_SHAPES = 3
_LEAST = (60.0, 40.0)  # width and height of a drawing
_LABEL = 48  # characters in a line of labels at most
_LABEL_LETTERS = 64  # in one box of a diagram at most, without spaces
_REACH = (110.0, 14.0, 30.0)  # how far labels may stand: left and right, above, below
_MOST = 3_000
_REPEATED = 3
_SAME = 8.0  # points: shapes on one another, as a ground and its frame


def drawings(
    page: Halaman, tables: list[Kotak], found: list[Kisi], words: list[Kata]
) -> tuple[list[Bagian], list[Kata]]:
    """The drawings of a page with the words in them, and the words outside."""
    loose = [k.kotak for k in found if k.kotak not in tables]
    shapes = [*_shapes(page, tables, words), *(box for box in loose if not _is_text_box(box, words))]
    parts = []
    for cluster in _clusters(shapes[:_MOST]):
        box = _around(cluster)
        if len({_key(shape, _SAME) for shape in cluster}) < _SHAPES or box.lebar < _LEAST[0] or box.tinggi < _LEAST[1]:
            continue
        inside = _labels(box, words)
        if inside is None:
            continue
        taken = {id(w) for w in inside}
        words = [w for w in words if id(w) not in taken]
        parts.append(Bagian(box, lines_from(inside), lukisan=True))
    return parts, words


def _shapes(page: Halaman, tables: list[Kotak], words: list[Kata]) -> Iterable[Kotak]:
    """Areas and curves outside tables that are no ground under text and no frame of the page."""
    most = 0.6 * page.lebar * page.tinggi
    for shape in (*page.bidang, *page.lukisan):
        if shape.lebar * shape.tinggi > most or any(t.overlaps(shape) for t in tables):
            continue
        if not _is_text_box(shape, words):
            yield shape


def _is_text_box(box: Kotak, words: list[Kata]) -> bool:
    """Whether a frame or ground holds running text."""
    letters = 0
    for word in words:
        if box.holds(*word.pusat):
            letters += len(word.teks)
            if letters > _LABEL_LETTERS:
                return True
    return False


def _clusters(shapes: list[Kotak]) -> list[list[Kotak]]:
    """Shapes that stand near each other, over steps."""
    clusters: list[tuple[Kotak, list[Kotak]]] = []
    for shape in sorted(shapes, key=lambda s: s.atas):
        wide = Kotak(shape.kiri - _NEAR, shape.atas - _NEAR, shape.kanan + _NEAR, shape.bawah + _NEAR)
        touching = [c for c in clusters if c[0].overlaps(wide)]
        members = [m for c in touching for m in c[1]] + [shape]
        clusters = [c for c in clusters if c not in touching] + [(_around(members), members)]
    return [members for _, members in clusters]


def _around(boxes: list[Kotak]) -> Kotak:
    return Kotak(
        min(b.kiri for b in boxes), min(b.atas for b in boxes), max(b.kanan for b in boxes), max(b.bawah for b in boxes)
    )


def _labels(box: Kotak, words: list[Kata]) -> list[Kata] | None:
    """The words of a drawing, by whole lines; None where running text stands in it."""
    side, above, below = _REACH
    inside: list[Kata] = []
    for line in lines_from(w for w in words if box.atas - above <= w.pusat[1] <= box.bawah + below):
        if is_caption(line.teks) or is_source(line.teks):
            continue
        core = box.atas <= line.dasar <= box.bawah
        near = [w for w in line.kata if box.kiri - side <= w.pusat[0] <= box.kanan + side]
        if core and (len(near) < len(line.kata) or _is_sentence(line.teks)):
            return None
        if core or _is_axis(line.teks, line.dasar, box):
            inside += line.kata
    return inside


def _is_sentence(text: str) -> bool:
    return len(text) > 2 * _LABEL or (len(text) > _LABEL and text.endswith((".", ",", ";")))


def _is_axis(text: str, base: float, box: Kotak) -> bool:
    """Labels just outside: figures of an axis, names of groups."""
    return (len(text) < _LABEL and base > box.bawah) or sum(c.isdigit() for c in text) * 2 > len(text.replace(" ", ""))


def without_furniture(pages: list[Halaman]) -> None:
    """Leave out the shapes that stand at the same place of several pages: watermarks, ornaments, frames."""
    seen = Counter(key for page in pages for key in {_key(shape) for shape in (*page.bidang, *page.lukisan)})
    for page in pages:
        page.bidang = [shape for shape in page.bidang if seen[_key(shape)] < _REPEATED]
        page.lukisan = [shape for shape in page.lukisan if seen[_key(shape)] < _REPEATED]


def _key(shape: Kotak, step: float = 1.0) -> tuple[int, ...]:
    return tuple(round(value / step) for value in shape)
