"""The guide, the first sheet of a workbook."""

from __future__ import annotations

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from akuntabel.writers.xlsx.buku import Petunjuk
from akuntabel.writers.xlsx.gaya import BOLEH, CONTOH, HITUNG, WAJIB, Gaya

NAMA = "Petunjuk"
_COLOURS = (
    (WAJIB, "Judul kolom yang wajib diisi"),
    (BOLEH, "Judul kolom yang boleh kosong"),
    (HITUNG, "Kolom yang dihitung sendiri dan terkunci; tidak ikut dibaca"),
    (CONTOH, "Baris contoh (diawali CONTOH:); tidak ikut dibaca, boleh dibiarkan"),
)


def write_guide(book: Workbook, gaya: Gaya, petunjuk: Petunjuk) -> None:
    """Write title, steps, colours, rules of writing, and the list of sheets with links."""
    sheet = book.add_worksheet(NAMA)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 26, gaya.make())
    sheet.set_column(1, 1, 34, gaya.make())
    sheet.set_column(2, 2, 78, gaya.make())
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, petunjuk.judul, gaya.make(bold=True, font_size=16))
    row = _section(sheet, gaya, 2, "Langkah pengisian")
    for number, step in enumerate(petunjuk.langkah, 1):
        sheet.merge_range(row, 0, row, 2, f"{number}. {step}", gaya.make(text_wrap=True))
        sheet.set_row(row, 15 * (1 + len(step) // 135))
        row += 1
    row = _section(sheet, gaya, row + 1, "Arti warna")
    for colour, meaning in _COLOURS:
        sheet.write_blank(row, 0, None, gaya.make(bg_color=colour, border=1, border_color="#BFBFBF"))
        sheet.merge_range(row, 1, row, 2, meaning, gaya.make())
        row += 1
    row = _section(sheet, gaya, row + 1, "Cara menulis")
    for what, how in petunjuk.aturan:
        sheet.write_string(row, 0, what, gaya.make(bold=True))
        sheet.merge_range(row, 1, row, 2, how, gaya.make(text_wrap=True))
        sheet.set_row(row, 15 * (1 + len(how) // 110))
        row += 1
    _tables(sheet, gaya, row + 1, petunjuk)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _section(sheet: Worksheet, gaya: Gaya, row: int, title: str) -> int:
    sheet.write_string(row, 0, title, gaya.make(bold=True, font_size=12, font_color="#1F4E79"))
    return row + 1


def _tables(sheet: Worksheet, gaya: Gaya, row: int, petunjuk: Petunjuk) -> None:
    row = _section(sheet, gaya, row, "Isi setiap lembar, menurut urutan pengisian")
    line = gaya.make(border=1, border_color="#BFBFBF", text_wrap=True)
    for column, title in enumerate(("Kelompok", "Lembar", "Isinya")):
        sheet.write_string(row, column, title, gaya.make(bold=True, bg_color=BOLEH, border=1, border_color="#BFBFBF"))
    link = gaya.make(border=1, border_color="#BFBFBF", font_color="#0563C1", underline=1)
    before = ""
    for number, tabel in enumerate(petunjuk.tabel, row + 1):
        sheet.write_string(number, 0, tabel.kelompok if tabel.kelompok != before else "", line)
        sheet.write_url(number, 1, f"internal:'{tabel.lembar}'!A1", link, tabel.lembar)
        sheet.write_string(number, 2, f"{tabel.judul}: {tabel.guna}.", line)
        sheet.set_row(number, 15 * (1 + (len(tabel.judul) + len(tabel.guna) + 2) // 80))
        before = tabel.kelompok
