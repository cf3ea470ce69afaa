"""CSV for spreadsheets, in which no cell becomes a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """A cell that a spreadsheet shows as text: what would start a formula gets an apostrophe in front (OWASP)."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_STARTS) else text


def csv_bytes(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table with semicolons, every cell in quotes, with a mark of UTF-8 that Excel needs."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow([harmless(cell) for cell in heading])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
