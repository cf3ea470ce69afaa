"""Workbook bytes -> one Sheet for each worksheet."""

from akuntabel.readers.xlsx.baca import parse_xlsx, read_xlsx

__all__ = ["parse_xlsx", "read_xlsx"]
