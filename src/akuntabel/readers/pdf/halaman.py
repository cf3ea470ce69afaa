"""One page of an open PDF -> words, rules, areas and pictures in the coordinates of its reader."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from akuntabel.readers.pdf.baris import lines_from
from akuntabel.readers.pdf.bentuk import Baris, Halaman, Kata
from akuntabel.readers.pdf.bingkai import Bingkai
from akuntabel.readers.pdf.huruf import Pembaca, Tulisan
from akuntabel.readers.pdf.objek import Pelukis
from akuntabel.readers.pdf.struktur import read_structure

_CHARACTERS = 300_000


def read_page(document: Any, index: int) -> Halaman | None:
    """A page of the document; None where it cannot be loaded."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return None
    try:
        return _read(page, index + 1)
    finally:
        page.close()


def _read(page: Any, number: int) -> Halaman:
    frame = _frame(page)
    text = _text(page, frame)
    upright = frame.turned(text.arah if text.arah is not None else frame.arah)
    width, height = upright.ukuran
    drawing = Pelukis(upright).read(page)
    words = [w for w in _words(text, upright) if -1 <= w.pusat[0] <= width + 1 and -1 <= w.pusat[1] <= height + 1]
    return Halaman(
        number,
        width,
        height,
        words,
        text.miring,
        drawing.garis,
        drawing.bidang,
        drawing.lukisan,
        drawing.gambar,
        text.huruf,
        text.tersembunyi,
        text.rusak,
        read_structure(page),
    )


def _frame(page: Any) -> Bingkai:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    turn = pdfium.FPDFPage_GetRotation(page)
    return Bingkai(box.left, box.bottom, box.right, box.top, turn % 4)


def _text(page: Any, frame: Bingkai) -> Tulisan:
    textpage = pdfium.FPDFText_LoadPage(page)
    if not textpage:
        return Tulisan()
    try:
        return Pembaca(textpage, frame, _CHARACTERS).read()
    finally:
        pdfium.FPDFText_ClosePage(textpage)


def _words(text: Tulisan, frame: Bingkai) -> list[Kata]:
    """Words as they stand on the page; lines that are turned against it are one word each."""
    words: list[Kata] = []
    for turn, found in text.kata.items():
        if turn == frame.arah:
            words += found
        else:
            words += [_turned(line, frame.turned(turn), frame) for line in lines_from(found)]
    return words


def _turned(line: Baris, inner: Bingkai, frame: Bingkai) -> Kata:
    corners = [frame.point(*inner.unpoint(x, y)) for x, y in ((line.kiri, line.atas), (line.kanan, line.bawah))]
    xs, ys = sorted(c[0] for c in corners), sorted(c[1] for c in corners)
    turn = (inner.arah - frame.arah) % 4
    return Kata(
        line.teks, xs[0], xs[1], ys[1], line.ukuran, line.tebal, True, (), turn, ys[1] - ys[0], line.kata[0].tanda
    )
