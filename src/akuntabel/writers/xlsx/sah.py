"""Data validation: drop-downs and limits of what a cell accepts."""

from __future__ import annotations

from datetime import date
from typing import Any

from akuntabel.domain.kolom import JenisKolom
from akuntabel.writers.xlsx.buku import KolomLembar

_STOP, _WARN = "stop", "warning"
_NUMBER = ("decimal", -(10**15), 10**15, "Tulis angka saja, tanpa Rp, satuan, atau tanda persen.")
_BETWEEN: dict[JenisKolom, tuple[str, Any, Any, str]] = {
    JenisKolom.TAHUN: ("integer", 1900, 2100, "Tulis tahun dengan empat angka."),
    JenisKolom.BULAT: ("integer", -(10**9), 10**9, "Tulis bilangan bulat."),
    JenisKolom.DESIMAL: _NUMBER,
    JenisKolom.UANG: _NUMBER,
    JenisKolom.TANGGAL: ("date", date(1900, 3, 1), date(2100, 12, 31), "Tulis tanggal, misalnya 2025-12-31."),
}


def code_name(lembar: str) -> str:
    """The defined name that stands for the codes of a sheet."""
    return f"kode_{lembar}"


def validation(kolom: KolomLembar, cell: str) -> dict[str, Any] | None:
    """The validation of a column, or None. `cell` is its first cell, for formulas."""
    if kolom.pilihan:
        return _list(list(kolom.pilihan), _STOP, "Pilih salah satu dari daftar.")
    if kolom.acuan:
        return _reference(kolom, cell)
    return _by_kind(kolom, cell)


def _reference(kolom: KolomLembar, cell: str) -> dict[str, Any]:
    """One sheet of codes gives a drop-down, several a check. Only a warning: sheets are filled in any order."""
    message = f"Kode ini belum ada pada lembar {', '.join(kolom.acuan)}."
    if len(kolom.acuan) == 1:
        return _list(f"={code_name(kolom.acuan[0])}", _WARN, message)
    counted = "+".join(f"COUNTIF({code_name(name)},{cell})" for name in kolom.acuan)
    return _message({"validate": "custom", "value": f"={counted}>0"}, _WARN, message)


def _by_kind(kolom: KolomLembar, cell: str) -> dict[str, Any] | None:
    if kolom.jenis is JenisKolom.YA_TIDAK:
        return _list(["ya", "tidak"], _STOP, "Tulis ya atau tidak.")
    if kolom.jenis is JenisKolom.NIP:
        rule = {"validate": "custom", "value": f"=AND(LEN({cell})=18,ISTEXT({cell}))"}
        return _message(rule, _WARN, "NIP terdiri atas 18 angka tanpa spasi.")
    if kolom.jenis not in _BETWEEN:
        return None
    kind, low, high, message = _BETWEEN[kolom.jenis]
    return _message({"validate": kind, "criteria": "between", "minimum": low, "maximum": high}, _STOP, message)


def _list(source: list[str] | str, level: str, message: str) -> dict[str, Any]:
    return _message({"validate": "list", "source": source}, level, message)


def _message(rule: dict[str, Any], level: str, message: str) -> dict[str, Any]:
    return {**rule, "error_type": level, "error_title": "Periksa isian", "error_message": message}
