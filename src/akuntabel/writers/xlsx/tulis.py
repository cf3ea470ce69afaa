"""A whole workbook -> bytes; the same input gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from akuntabel.writers.xlsx.buku import Lembar, Petunjuk

# A workbook must name a moment of creation; a fixed one, because two runs must give the same bytes.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_OPTIONS = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


def render_book(
    petunjuk: Petunjuk, lembar: Sequence[Lembar], tersembunyi: Mapping[str, Sequence[Sequence[str]]]
) -> bytes:
    """The workbook: the guide, a sheet for each table, and hidden sheets of plain text rows.

    Raises BerkasError for a text that is too long for a cell.
    """
    # Imported late: XlsxWriter takes a twentieth of the time of a report, which writes no workbook.
    from xlsxwriter import Workbook  # noqa: PLC0415

    from akuntabel.writers.xlsx.gaya import Gaya  # noqa: PLC0415
    from akuntabel.writers.xlsx.lembar import write_sheet  # noqa: PLC0415
    from akuntabel.writers.xlsx.petunjuk import write_guide  # noqa: PLC0415

    out = io.BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": petunjuk.judul, "created": _CREATED})
        gaya = Gaya(book)
        write_guide(book, gaya, petunjuk)
        for table in lembar:
            write_sheet(book, gaya, table)
        for name, rows in tersembunyi.items():
            sheet = book.add_worksheet(name)
            sheet.hide()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()
