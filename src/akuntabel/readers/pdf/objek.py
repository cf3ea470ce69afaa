"""What is drawn on a page besides letters: straight rules, filled areas and pictures."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from akuntabel.readers.pdf.bentuk import Garis, Kotak
from akuntabel.readers.pdf.bingkai import Bingkai

_THIN = 3.0
_STRAIGHT = 0.6
_SHORT = 2.0
_DEPTH = 8
_OBJECTS = 60_000
_SEGMENTS = 40

Titik = tuple[float, float]
Matriks = tuple[float, float, float, float, float, float]
_SAME: Matriks = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Gambaran:
    """The drawing of a page. `lukisan` are the boxes of curves and slanting lines, the stuff of charts."""

    garis: list[Garis] = field(default_factory=list)
    bidang: list[Kotak] = field(default_factory=list)
    gambar: list[Kotak] = field(default_factory=list)
    lukisan: list[Kotak] = field(default_factory=list)


class Pelukis:
    """Reads the drawing of one page."""

    def __init__(self, frame: Bingkai) -> None:
        self._frame = frame
        self._left = _OBJECTS
        self._found = Gambaran()

    def read(self, page: Any) -> Gambaran:
        """Rules, areas and pictures of a page, also those inside its forms."""
        objects = (pdfium.FPDFPage_GetObject(page, k) for k in range(pdfium.FPDFPage_CountObjects(page)))
        self._walk(objects, _SAME, 0)
        return self._found

    def _walk(self, objects: Iterator[Any], outer: Matriks, depth: int) -> None:
        for obj in objects:
            self._left -= 1
            if self._left < 0:
                return
            kind = pdfium.FPDFPageObj_GetType(obj)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._path(obj, _times(_matrix(obj), outer))
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self._found.gambar.append(self._box([_apply(_times(_matrix(obj), outer), p) for p in _UNIT]))
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
                inner = (pdfium.FPDFFormObj_GetObject(obj, k) for k in range(pdfium.FPDFFormObj_CountObjects(obj)))
                self._walk(inner, _times(_matrix(obj), outer), depth + 1)

    def _box(self, points: list[Titik]) -> Kotak:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        return self._frame.box(min(xs), min(ys), max(xs), max(ys))

    def _path(self, obj: Any, matrix: Matriks) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(obj, fill, stroke)
        if not fill.value and not stroke.value:
            return
        width = ctypes.c_float()
        pdfium.FPDFPageObj_GetStrokeWidth(obj, width)
        for points, curved in _subpaths(obj, matrix):
            seen = [self._frame.point(*p) for p in points]
            if curved:
                self._found.lukisan.append(_bounds(seen))
            elif fill.value and _is_rectangle(seen):
                self._area(_bounds(seen))
            elif stroke.value:
                self._strokes(seen, width.value)
            elif len(seen) > 2:
                self._found.lukisan.append(_bounds(seen))

    def _area(self, box: Kotak) -> None:
        if min(box.lebar, box.tinggi) > _THIN:
            self._found.bidang.append(box)
        elif box.lebar > max(_SHORT, box.tinggi):
            self._found.garis.append(Garis(False, (box.atas + box.bawah) / 2, box.kiri, box.kanan))
        elif box.tinggi > _SHORT:
            self._found.garis.append(Garis(True, (box.kiri + box.kanan) / 2, box.atas, box.bawah))

    def _strokes(self, points: list[Titik], width: float) -> None:
        for (x0, y0), (x1, y1) in itertools.pairwise(points):
            if width > 2 * _THIN:
                self._found.bidang.append(_bounds([(x0, y0), (x1, y1)]))
            elif abs(y1 - y0) <= _STRAIGHT and abs(x1 - x0) > _SHORT:
                self._found.garis.append(Garis(False, (y0 + y1) / 2, min(x0, x1), max(x0, x1)))
            elif abs(x1 - x0) <= _STRAIGHT and abs(y1 - y0) > _SHORT:
                self._found.garis.append(Garis(True, (x0 + x1) / 2, min(y0, y1), max(y0, y1)))
            elif abs(x1 - x0) > _SHORT and abs(y1 - y0) > _SHORT:
                self._found.lukisan.append(_bounds([(x0, y0), (x1, y1)]))


_UNIT: list[Titik] = [(0, 0), (1, 0), (0, 1), (1, 1)]


def _matrix(obj: Any) -> Matriks:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(obj, m):
        return _SAME
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(m: Matriks, n: Matriks) -> Matriks:
    """First `m`, then `n`."""
    if n is _SAME:
        return m
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _apply(m: Matriks, point: Titik) -> Titik:
    x, y = point
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _subpaths(obj: Any, matrix: Matriks) -> Iterator[tuple[list[Titik], bool]]:
    """The parts of a path: their points in the page's coordinates, and whether one holds a curve."""
    points: list[Titik] = []
    curved = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for k in range(min(pdfium.FPDFPath_CountSegments(obj), 20 * _SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(obj, k)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, curved
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(_apply(matrix, (x.value, y.value)))
        if pdfium.FPDFPathSegment_GetClose(segment) and points[0] != points[-1]:
            points.append(points[0])
    if len(points) > 1:
        yield points, curved


def _bounds(points: list[Titik]) -> Kotak:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Kotak(min(xs), min(ys), max(xs), max(ys))


def _is_rectangle(points: list[Titik]) -> bool:
    """Four corners with upright and level sides."""
    corners = points[:-1] if len(points) == 5 else points
    if len(corners) != 4:
        return False
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    return all(abs(a[0] - b[0]) <= _STRAIGHT or abs(a[1] - b[1]) <= _STRAIGHT for a, b in sides)
