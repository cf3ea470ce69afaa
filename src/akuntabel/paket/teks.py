"""Values -> the text of a CSV cell: decimal comma, ISO dates, ya and tidak."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from akuntabel.bahasa.angka import format_number


def cell_text(value: object) -> str:
    """The one text form of a value of the model; words of closed lists, text and whole numbers are as they are."""
    match value:
        case None:
            return ""
        case bool():
            return "ya" if value else "tidak"
        case Decimal():
            return format_number(value, group=False)
        case date():
            return value.isoformat()
        case _:
            return str(value)
