"""The rules of the reviewer and their manual pages: inside the wheel, or beside the sources of a checkout."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from akuntabel.errors import PanggilanError
from akuntabel.review import ATURAN
from akuntabel.review.aturan import Aturan


def list_rules() -> tuple[Aturan, ...]:
    """All rules in the order in which they answer."""
    return ATURAN


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
    known = {a.kode for a in list_rules()}
    wanted = kode.strip().upper()
    if wanted not in known:
        raise PanggilanError(f"aturan '{kode}' tidak ada; `akuntabel aturan` menampilkan daftarnya, misalnya JML-03")
    return (pages_folder() / f"{wanted}.md").read_text(encoding="utf-8")


def pages_folder() -> Path:
    """Where the pages stand."""
    inside = Path(__file__).parents[1] / "rujukan" / "aturan"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "docs" / "rujukan" / "aturan"
