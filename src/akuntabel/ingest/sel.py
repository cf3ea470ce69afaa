"""One cell of a known column: its value and the findings about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from akuntabel.bahasa.bersih import clean_text
from akuntabel.domain.kolom import JenisKolom, Kolom
from akuntabel.findings import Temuan
from akuntabel.grid.batas import BAKU
from akuntabel.grid.kode import found, quoted
from akuntabel.grid.sheet import Masalah, RawCell, Sheet
from akuntabel.ingest.angka import read_decimal, read_money, read_whole, read_year
from akuntabel.ingest.bacaan import Bacaan, CellResult, bad
from akuntabel.ingest.nilai import read_value
from akuntabel.ingest.tanggal import read_date
from akuntabel.ingest.teks import (
    read_choice,
    read_code,
    read_key_code,
    read_long_text,
    read_nip,
    read_text,
    read_yes_no,
)

_READERS: dict[JenisKolom, Callable[[RawCell], Bacaan]] = {
    JenisKolom.KODE: read_code,
    JenisKolom.TEKS: read_text,
    JenisKolom.TEKS_PANJANG: read_long_text,
    JenisKolom.BULAT: read_whole,
    JenisKolom.DESIMAL: read_decimal,
    JenisKolom.UANG: read_money,
    JenisKolom.TAHUN: read_year,
    JenisKolom.TANGGAL: read_date,
    JenisKolom.YA_TIDAK: read_yes_no,
    JenisKolom.NIP: read_nip,
    JenisKolom.NILAI: read_value,
}


def read_cell(sheet: Sheet, cell: RawCell, kolom: Kolom, *, key: bool) -> tuple[CellResult, list[Temuan]]:
    """The value of a cell that is not blank (None when bad) and what is wrong with it."""
    notes: list[Temuan] = []
    if isinstance(cell.value, str) and len(cell.text) <= BAKU.panjang_sel:
        cleaned = clean_text(cell.text)
        if cleaned.text != cell.text:
            cell = replace(cell, value=cleaned.text, text=cleaned.text)
        notes = [_finding(sheet, cell, kolom, "DATA-17", g.pesan, "periksa hasilnya", g.semula) for g in cleaned.notes]
    read = _read(cell, kolom, key=key)
    if read.kode is not None:
        lost = ", baris ini tidak dipakai" if kolom.wajib and read.value is None else ""
        complaint = f"{quoted(cell.text)} {read.apa}{lost}"
        notes.append(_finding(sheet, cell, kolom, read.kode, complaint, read.saran, cell.text))
    return read.value, notes


def _finding(sheet: Sheet, cell: RawCell, kolom: Kolom, kode: str, pesan: str, saran: str, kutipan: str) -> Temuan:
    message = f"{sheet.place(cell.baris, kolom.nama)}: {pesan}; {saran}."
    return found(kode, message, sheet.lokasi(cell.baris, cell.kolom, kolom.nama), kutipan, saran)


def _read(cell: RawCell, kolom: Kolom, *, key: bool) -> Bacaan:
    if cell.masalah is Masalah.FORMULA_TANPA_NILAI:
        advice = "buka berkasnya di Excel atau LibreOffice, simpan, lalu coba lagi"
        return bad("DATA-10", "adalah formula yang belum dihitung", advice)
    if cell.masalah is Masalah.GALAT:
        return bad("DATA-11", "adalah galat formula", "perbaiki formulanya atau tulis nilainya")
    if len(cell.text) > BAKU.panjang_sel:
        return bad(
            "DATA-21", f"terlalu panjang ({len(cell.text)} karakter)", f"paling panjang {BAKU.panjang_sel} karakter"
        )
    if kolom.enum is not None:
        return read_choice(cell, kolom.enum)
    if key and kolom.jenis is JenisKolom.KODE:
        return read_key_code(cell)
    return _READERS[kolom.jenis](cell)
