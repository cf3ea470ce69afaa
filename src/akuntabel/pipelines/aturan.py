"""The rules of the reviewer and their manual pages: inside the wheel, or beside the sources of a checkout."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from akuntabel.errors import PanggilanError
from akuntabel.review import ATURAN
from akuntabel.review.aturan import Aturan
from akuntabel.review.data import data_rules

_OF_DATA = data_rules("paket data tidak diberikan dengan --data")


def list_rules() -> tuple[Aturan, ...]:
    """All rules in the order in which they answer."""
    return (*ATURAN, *_OF_DATA)


def known_codes(texts: Iterable[str]) -> tuple[str, ...]:
    """Codes of rules, or their beginnings, as rules write them; a text may hold several, parted by commas.

    Raises PanggilanError for one that fits no rule.
    """
    wanted = tuple(code.strip().upper() for text in texts for code in text.split(","))
    codes = [rule.kode for rule in list_rules()]
    unknown = [text for text in wanted if not text or not any(code.startswith(text) for code in codes)]
    if unknown:
        raise PanggilanError(
            f"Aturan '{unknown[0]}' tidak ada; 'akuntabel aturan' menampilkan daftarnya, misalnya JML-03."
        )
    return wanted


def page_of(kode: str) -> str:
    """The manual page of a rule in Markdown. Raises PanggilanError for a code that no rule has."""
    known = {a.kode: a for a in list_rules()}
    wanted = kode.strip().upper()
    if wanted not in known:
        raise PanggilanError(f"aturan '{kode}' tidak ada; `akuntabel aturan` menampilkan daftarnya, misalnya JML-03")
    if known[wanted] in _OF_DATA:
        return _short_page(known[wanted])
    return (pages_folder() / f"{wanted}.md").read_text(encoding="utf-8")


def _short_page(rule: Aturan) -> str:
    """The page of a rule that compares a document with its data: what is right or wrong depends on the data alone."""
    return (
        f"# {rule.kode} {rule.judul}\n\nKelompok {rule.kelompok.value}, tingkat {rule.tingkat.value}. Hanya dengan "
        f"--data.\n\n{rule.penjelasan}\n\nDasar: {rule.dasar}.\n"
    )


def pages_folder() -> Path:
    """Where the pages stand."""
    inside = Path(__file__).parents[1] / "rujukan" / "aturan"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "docs" / "rujukan" / "aturan"
