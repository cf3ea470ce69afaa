"""A docx of ours and the package behind it: which document it is, what its data give now, both read alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from akuntabel.doctree.naskah import Alinea, FormatNaskah, Naskah, TabelNaskah, row_text
from akuntabel.doctree.nodes import Document
from akuntabel.doctree.transforms.tanpa_gambar import undrawn
from akuntabel.doctree.walk import figure_refs
from akuntabel.domain.pilihan import Periode
from akuntabel.errors import AkuntabelError
from akuntabel.grid.berkas import read_bytes
from akuntabel.pipelines.dokumen import build
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.readers.docx import parse_docx
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.daftar import DOKUMEN, builder
from akuntabel.reports.salinan_publik import public_copy
from akuntabel.review.bandingan import AngkaCetak, Bandingan, BarisTeks
from akuntabel.writers.docx import read_figures, write_docx
from akuntabel.writers.docx.figures import document_title, has_map, mask_figures

_NOT_WORD = "hanya dokumen Word buatan program yang dapat dibandingkan dengan datanya"
_NO_MAP = "dokumen ini tidak memuat peta angka dari program"
_UNKNOWN = "paket ini tidak memberi dokumen berjudul '{title}'"
_PAGE = re.compile(r"[\s.…]*[0-9ivxlc]*$")


def compare_with_data(path: Path, read: Naskah, paket: Path) -> Bandingan | str:
    """What a document says beside what its package gives now, or why that cannot be compared.

    Raises BerkasError when the package cannot be used.
    """
    if read.format is not FormatNaskah.DOCX:
        return _NOT_WORD
    data = read_bytes(path, path.name)
    if not has_map(data):
        return _NO_MAP
    bahan = compute_paket(paket).bahan
    title = document_title(data)
    kinds = _kinds(bahan, title)
    if not kinds:
        return _UNKNOWN.format(title=title)
    figures = tuple(AngkaCetak(f.figure_id, f.printed, f.now) for f in read_figures(data))
    present = _lines(data, path.name)
    sides = (_compare(present, figures, copy, *kind) for copy in (bahan, public_copy(bahan)) for kind in kinds)
    return _nearest(sides)


def _nearest(sides: Iterable[Bandingan]) -> Bandingan:
    """The document that was meant: an agreement has the title of all, a public copy that of the internal one."""
    best: tuple[int, Bandingan] | None = None
    for side in sides:
        count = _differences(side)
        if best is None or count < best[0]:
            best = count, side
        if not count:
            break
    if best is None:
        raise ValueError("nothing to compare with")
    return best[1]


def _differences(side: Bandingan) -> int:
    return sum(want is None or have is None or want.kunci != have.kunci for want, have in side.pasangan)


def _compare(
    present: tuple[BarisTeks, ...], figures: tuple[AngkaCetak, ...], bahan: Bahan, kind: str, choice: str | None
) -> Bandingan:
    document = build(bahan, kind, choice)
    sums = {ident: f"{origin.hitungan}" for ident, origin in document.origins.items() if origin.hitungan}
    now = tuple((ref.figure_id, ref.text) for ref in figure_refs(document))
    return Bandingan(present, _lines(write_docx(undrawn(document)), "data"), figures, now, sums)


def _kinds(bahan: Bahan, title: str) -> list[tuple[str, str | None]]:
    """Kind and choice of the documents with this title: a package of another agency or year has none."""
    return [(kind, choice) for kind, choice, document in _documents(bahan) if document.title == title]


def _documents(bahan: Bahan) -> Iterator[tuple[str, str | None, Document]]:
    quarters = [p.value for p in Periode if p.value.startswith("tw")]
    agreements = [pk.kode for pk in bahan.paket.perjanjian_kinerja]
    for kind in DOKUMEN:
        for choice in (None, *quarters, *agreements):
            try:
                yield kind, choice, builder(kind)(bahan, choice)
            except AkuntabelError:  # this kind knows no such choice, or needs one
                continue


def _lines(docx: bytes, name: str) -> tuple[BarisTeks, ...]:
    """Every line with its wording and with what is read there."""
    plain = dict(_texts(parse_docx(docx, name)))
    worded = list(_texts(parse_docx(mask_figures(docx), name)))
    return tuple(BarisTeks(line, text, plain.get(line, text)) for line, text in worded if text)


def _texts(naskah: Naskah) -> Iterator[tuple[int, str]]:
    for block in naskah.blok:
        if isinstance(block, TabelNaskah):
            yield from ((row.tempat.baris, row_text(row, block.banyak_kolom)) for row in block.baris)
        elif isinstance(block, Alinea):
            # the page numbers of a list of contents come and go with the program that saves the file
            listed = block.gaya.startswith(("toc", "table of figures"))
            yield block.tempat.baris, _PAGE.sub("", block.teks) if listed else block.teks
