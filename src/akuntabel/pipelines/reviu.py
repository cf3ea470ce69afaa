"""From documents that somebody wrote to findings: read in a child process, facts, rules."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from akuntabel.doctree.naskah import Naskah, lines_of
from akuntabel.errors import BerkasError
from akuntabel.facts.fakta import collect
from akuntabel.findings import HasilPemeriksaan
from akuntabel.readers.teks import read_teks
from akuntabel.readers.terbatas import run_limited
from akuntabel.regulations import load
from akuntabel.review import review

_TEXT = (".txt", ".md", ".text", "")


def read_document(path: Path) -> Naskah:
    """Read a document of any known format in a child process, by its suffix.

    Raises BerkasError for an unknown format, a broken or hostile file, or one beyond the limits.
    """
    suffix = path.suffix.lower()
    if suffix in _TEXT:
        return run_limited(read_teks, path.name, path)
    raise BerkasError(path.name, f"berkas {suffix} belum dapat dibaca", "berikan teks (.txt)")


def extract_text(path: Path) -> list[str]:
    """The text of a document, line by line, as findings number it."""
    return lines_of(read_document(path))


def review_file(path: Path, *, pilih: Collection[str] = (), abaikan: Collection[str] = ()) -> HasilPemeriksaan:
    """All findings of one document. Raises BerkasError when it cannot be used."""
    return review(collect(read_document(path)), load(), pilih=pilih, abaikan=abaikan)
