"""The look of a workbook: fonts, colours, number formats, widths."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from akuntabel.domain.kolom import JenisKolom

WAJIB, BOLEH, HITUNG, CONTOH = "#FCE4C8", "#DCE9F5", "#E7E6E6", "#F2F2F2"
_FONT = {"font_name": "Arial", "font_size": 10, "valign": "top"}
_NUMBER: dict[JenisKolom, str] = {
    JenisKolom.KODE: "@",
    JenisKolom.TEKS: "@",
    JenisKolom.TEKS_PANJANG: "@",
    JenisKolom.NIP: "@",
    JenisKolom.PILIHAN: "@",
    JenisKolom.YA_TIDAK: "@",
    JenisKolom.BULAT: "0",
    JenisKolom.TAHUN: "0",
    JenisKolom.UANG: "#,##0",
    JenisKolom.TANGGAL: "yyyy-mm-dd",
}
_WIDTHS: dict[JenisKolom, int] = {
    JenisKolom.KODE: 16,
    JenisKolom.TEKS: 30,
    JenisKolom.TEKS_PANJANG: 55,
    JenisKolom.NIP: 21,
    JenisKolom.UANG: 18,
    JenisKolom.TANGGAL: 13,
    JenisKolom.PILIHAN: 18,
}
_DEFAULT_WIDTH = 12
MONEY_WITH_SEN = "#,##0.00"
DATE = _NUMBER[JenisKolom.TANGGAL]


@dataclass(slots=True)
class Gaya:
    """Formats of one workbook, each made once."""

    book: Workbook
    made: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def make(self, **options: Any) -> Format:
        """A format; equal options give the same one."""
        key = tuple(sorted((_FONT | options).items()))
        if key not in self.made:
            self.made[key] = self.book.add_format(dict(key))
        return self.made[key]

    def heading(self, *, wajib: bool) -> Format:
        """The heading of a column to fill."""
        return self.make(
            bold=True, bg_color=WAJIB if wajib else BOLEH, border=1, border_color="#BFBFBF", text_wrap=True
        )

    def computed_heading(self) -> Format:
        """The heading of a computed column."""
        return self.make(italic=True, bg_color=HITUNG, border=1, border_color="#BFBFBF", text_wrap=True)

    def computed(self, desimal: int) -> Format:
        """A computed cell: locked, with two decimals or none."""
        return self.make(num_format=MONEY_WITH_SEN if desimal else "#,##0", bg_color=HITUNG, font_color="#595959")

    def input(self, jenis: JenisKolom, num_format: str | None = None) -> Format:
        """A cell to fill: unlocked."""
        wrap = {"text_wrap": True} if jenis in (JenisKolom.TEKS, JenisKolom.TEKS_PANJANG) else {}
        return self.make(locked=False, num_format=num_format or _NUMBER.get(jenis, "General"), **wrap)

    def example(self, jenis: JenisKolom) -> Format:
        """A cell of the example row."""
        shown = _NUMBER.get(jenis, "General")
        return self.make(italic=True, font_color="#7F7F7F", bg_color=CONTOH, num_format=shown, text_wrap=True)


def width(jenis: JenisKolom, nama: str) -> int:
    """The width of a column, in characters; identity from a database is not for filling and stays narrow."""
    if nama == "id":
        return 6
    return max(_WIDTHS.get(jenis, _DEFAULT_WIDTH), len(nama) + 3)
