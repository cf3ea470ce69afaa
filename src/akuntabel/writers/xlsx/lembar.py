"""One table -> one sheet."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from akuntabel.bahasa.angka import format_number
from akuntabel.domain.kolom import JenisKolom
from akuntabel.errors import BerkasError
from akuntabel.writers.xlsx.buku import Hitung, Isi, KolomLembar, Lembar
from akuntabel.writers.xlsx.gaya import MONEY_WITH_SEN, Gaya, width
from akuntabel.writers.xlsx.sah import code_name, validation

_SPARE_ROWS = 1_000  # prepared with lists and checks below the data
_SPARE_COMPUTED = 200  # prepared with formulas below the data
_DIGITS = 15
_WIDE = Context(prec=500)
_FIRST_DAY = date(1900, 3, 1)  # before it the calendars of the office programs disagree
_ALLOWED = (
    "select_locked_cells", "select_unlocked_cells", "format_cells", "format_columns", "format_rows", "insert_rows",
    "delete_rows", "sort", "autofilter", "objects", "scenarios",
)  # fmt: skip
_NOTE_CHARS_PER_LINE, _NOTE_LINE = 42, 18


def write_sheet(book: Workbook, gaya: Gaya, lembar: Lembar) -> None:
    """Write a table with heading, notes, example, rows, computed columns, lists, widths and protection."""
    sheet = book.add_worksheet(lembar.nama)
    for column, kolom in enumerate(lembar.kolom):
        sheet.set_column(column, column, width(kolom.jenis, kolom.nama), gaya.input(kolom.jenis))
        sheet.write_string(0, column, kolom.nama, gaya.heading(wajib=kolom.wajib))
        _note(sheet, column, kolom)
        _validate(sheet, column, kolom, lembar)
    for column, value in enumerate(lembar.contoh):
        write_value(sheet, 1, column, value, lembar.kolom[column].jenis, gaya, example=True)
    for row, values in enumerate(lembar.rows, lembar.first - 1):
        for column, value in enumerate(values):
            write_value(sheet, row, column, value, lembar.kolom[column].jenis, gaya)
    for extra, hitung in enumerate(lembar.hitung):
        _computed(sheet, len(lembar.kolom) + extra, hitung, lembar, gaya)
    _print_setup(sheet, lembar)
    sheet.set_row(0, 32)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # codes and NIP are text on purpose
    sheet.freeze_panes(1, 1)
    sheet.protect("", dict.fromkeys(_ALLOWED, True))
    define_codes(book, lembar)


def _print_setup(sheet: Worksheet, lembar: Lembar) -> None:
    """On paper: A4 landscape, all columns on one page, the heading on each."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&L{lembar.judul}&RHalaman &P dari &N")


def define_codes(book: Workbook, lembar: Lembar) -> None:
    """A name for the codes in the first column, as long as it is filled."""
    first, last = lembar.first, _last_row(lembar)
    column = f"'{lembar.nama}'!$A${first}:$A${last}"
    start = f"'{lembar.nama}'!$A${first}"
    book.define_name(code_name(lembar.nama), f"={start}:INDEX({column},MAX(1,COUNTA({column})))")


def write_value(
    sheet: Worksheet, row: int, column: int, value: Isi, jenis: JenisKolom, gaya: Gaya, *, example: bool = False
) -> None:
    """Write a value without loss: a number that a workbook would round is written as text.

    Raises BerkasError for a text that is too long for a cell.
    """
    style = gaya.example(jenis) if example else gaya.input(jenis)
    if value is None:
        if example:
            sheet.write_blank(row, column, None, style)
        return
    if isinstance(value, bool):
        value = "ya" if value else "tidak"
    if isinstance(value, int | Decimal):
        _number(sheet, row, column, Decimal(value), jenis, gaya, example=example)
    elif isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(row, column, value, style if example else gaya.input(JenisKolom.TANGGAL))
    else:
        text = value.isoformat() if isinstance(value, date) else value
        if sheet.write_string(row, column, text, style):
            where = f"{sheet.get_name()} baris {row + 1}"
            raise BerkasError(where, "teks terlalu panjang untuk satu sel", "bagi menjadi beberapa baris")


def _number(
    sheet: Worksheet, row: int, column: int, value: Decimal, jenis: JenisKolom, gaya: Gaya, *, example: bool
) -> None:
    if len(value.normalize(_WIDE).as_tuple().digits) > _DIGITS:
        sheet.write_string(row, column, format_number(value, group=False), gaya.input(JenisKolom.TEKS))
        return
    sen = jenis is JenisKolom.UANG and value != value.to_integral_value()
    style = gaya.example(jenis) if example else gaya.input(jenis, MONEY_WITH_SEN if sen else None)
    sheet.write_number(row, column, float(value), style)


def _note(sheet: Worksheet, column: int, kolom: KolomLembar) -> None:
    """The guide of a column, shown over its heading."""
    lines = [kolom.petunjuk + "."]
    lines.append("Wajib diisi." if kolom.wajib else "Boleh kosong.")
    if kolom.pilihan:
        lines.append("Pilihan: " + ", ".join(kolom.pilihan) + ".")
    if kolom.acuan:
        lines.append("Kode dari lembar " + " atau ".join(kolom.acuan) + ".")
    if kolom.contoh:
        lines.append(f"Contoh: {kolom.contoh}")
    count = sum(1 + len(line) // _NOTE_CHARS_PER_LINE for line in lines)
    options = {"width": 260, "height": _NOTE_LINE * (count + 1), "font_name": "Arial", "font_size": 9, "author": ""}
    sheet.write_comment(0, column, "\n".join(lines), options)


def _validate(sheet: Worksheet, column: int, kolom: KolomLembar, lembar: Lembar) -> None:
    first = lembar.first - 1
    rule = validation(kolom, xl_rowcol_to_cell(first, column))
    if rule is not None:
        sheet.data_validation(first, column, _last_row(lembar) - 1, column, rule)


def _last_row(lembar: Lembar) -> int:
    """The last prepared row, from 1."""
    return lembar.first - 1 + len(lembar.rows) + _SPARE_ROWS


def _computed(sheet: Worksheet, column: int, hitung: Hitung, lembar: Lembar, gaya: Gaya) -> None:
    sheet.set_column(column, column, max(16, len(hitung.judul) // 2 + 4), gaya.computed(hitung.desimal))
    sheet.write_string(0, column, hitung.judul, gaya.computed_heading())
    places = {k.nama: xl_col_to_name(n) for n, k in enumerate(lembar.kolom)}
    first = lembar.first
    for offset in range(len(lembar.rows) + _SPARE_COMPUTED):
        row = first + offset
        cells = {name: f"{letter}{row}" for name, letter in places.items()}
        blank = ",".join(f'{cells[name]}=""' for name in hitung.perlu)
        formula = f'=IF(OR({blank}),"",IFERROR({hitung.formula.format(**cells)},""))'
        value = hitung.nilai[offset] if offset < len(hitung.nilai) else None
        sheet.write_formula(
            row - 1, column, formula, gaya.computed(hitung.desimal), "" if value is None else float(value)
        )
