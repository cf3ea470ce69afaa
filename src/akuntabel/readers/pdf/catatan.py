"""What the reader must say about the pages: pictures without text, text that a machine recognised, broken letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from akuntabel.readers.pdf.bentuk import Halaman

_COVER = 0.5  # of the page: a picture that is the page
_FEW = 40  # characters beside a picture that covers the page: stamps and page numbers
_GUESSED = "memuat tabel tanpa garis antarbaris; barisnya diduga, sehingga temuan tentangnya ditandai 'mungkin'"
_SOME = 10  # characters without a meaning that must be told
_BROKEN = 0.3  # share of characters without a meaning


def is_broken(page: Halaman) -> bool:
    """Whether the letters of the page have no meaning: its fonts do not say which letters they draw."""
    return page.huruf > 0 and page.rusak > _BROKEN * page.huruf


def is_picture(page: Halaman) -> bool:
    """Whether what stands on the page is a picture, so that nothing on it is known."""
    if is_broken(page):
        return True
    if page.huruf > _FEW:
        return False
    covered = max((g.lebar * g.tinggi for g in page.gambar), default=0.0)
    return covered > _COVER * page.lebar * page.tinggi


def notes(pages: Sequence[Halaman], lost: Sequence[int], guessed: Iterable[int | None] = ()) -> tuple[str, ...]:
    """The remarks in Indonesian. `lost` pages could not be loaded, `guessed` ones hold tables without rules."""
    broken = [p.nomor for p in pages if is_broken(p)]
    scanned = [p.nomor for p in pages if is_picture(p) and not is_broken(p)]
    partly = [p.nomor for p in pages if p.rusak >= _SOME and not is_broken(p)]
    hidden = [p.nomor for p in pages if p.tersembunyi * 2 > p.huruf]
    found = (
        (scanned, "berupa gambar tanpa teks; isinya tidak dibaca"),
        (broken, "memakai huruf tanpa padanan karakter; isinya tidak dapat dibaca"),
        (partly, "memuat huruf tanpa padanan karakter; sebagian teksnya tidak dapat dibaca"),
        (hidden, "dibaca dari teks hasil pengenalan huruf (OCR); angka dan ejaannya dapat keliru"),
        (lost, "rusak dan tidak dapat dibaca"),
        (sorted({n for n in guessed if n}), _GUESSED),
    )
    return tuple(f"halaman {ranges(numbers)} {remark}" for numbers, remark in found if numbers)


def ranges(numbers: Iterable[int]) -> str:
    """'1-3, 5': runs of numbers."""
    runs = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [n for _, n in group]
        runs.append(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]))
    return ", ".join(runs)
