"""Plain text -> read document: paragraphs, also those cut into lines, and tables of tabs, bars or aligned columns."""

from akuntabel.readers.teks.baca import parse_teks, read_teks

__all__ = ["parse_teks", "read_teks"]
