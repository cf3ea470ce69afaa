"""The structure that a tagged PDF tells of itself, as pdfium gives it for one page.

pdfium shows, for a page, the elements that have content on it, at the place that they have among all children of their
parent. The places from the root down (`jalur`) are therefore the same on every page: an element that goes over a page
end is known again.
"""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from akuntabel.readers.pdf.bentuk import Simpul

_DEPTH = 60
_VISITS = 60_000  # children looked at on one page


def read_structure(page: Any) -> list[Simpul]:
    """The top elements of a page; empty where the file is not tagged."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    try:
        return _Pembaca().top(tree)
    finally:
        pdfium.FPDF_StructTree_Close(tree)


class _Pembaca:
    def __init__(self) -> None:
        self._left = _VISITS

    def top(self, tree: Any) -> list[Simpul]:
        found = []
        for n in range(max(0, pdfium.FPDF_StructTree_CountChildren(tree))):
            element = pdfium.FPDF_StructTree_GetChildAtIndex(tree, n)
            if element:
                found.append(self._read(element, (n,)))
        return found if self._left >= 0 else []

    def _read(self, element: Any, path: tuple[int, ...]) -> Simpul:
        kind = _text(pdfium.FPDF_StructElement_GetType, element)
        node = Simpul(kind, _text(pdfium.FPDF_StructElement_GetRawType, element) or kind, path)
        if node.jenis == "Figure":
            node.alt = _text(pdfium.FPDF_StructElement_GetAltText, element)
        if node.jenis in ("TD", "TH"):
            node.rentang_kolom, node.rentang_baris = _spans(element)
        empty = []
        for n in range(max(0, pdfium.FPDF_StructElement_CountChildren(element))):
            self._left -= 1
            if self._left < 0 or len(path) > _DEPTH:
                break
            child = pdfium.FPDF_StructElement_GetChildAtIndex(element, n)
            mark = -1 if child else pdfium.FPDF_StructElement_GetChildMarkedContentID(element, n)
            if child:
                node.anak.append(self._read(child, (*path, n)))
            elif mark >= 0:
                node.anak.append(mark)
            else:
                empty.append(n)
        node.kosong = tuple(empty)
        return node


def _text(call: Any, element: Any) -> str:
    size = call(element, None, 0)
    if size <= 2 or size > 100_000:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    call(element, ctypes.cast(buffer, call.argtypes[1]), size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")


def _spans(element: Any) -> tuple[int, int]:
    columns = rows = 1
    for n in range(max(0, pdfium.FPDF_StructElement_GetAttributeCount(element))):
        attribute = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, n)
        if attribute:
            columns = _number(attribute, b"ColSpan") or columns
            rows = _number(attribute, b"RowSpan") or rows
    return columns, rows


def _number(attribute: Any, name: bytes) -> int | None:
    value = pdfium.FPDF_StructElement_Attr_GetValue(attribute, name)
    number = ctypes.c_float()
    if not value or not pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number):
        return None
    return int(number.value) if 1 <= number.value <= 1000 else None
