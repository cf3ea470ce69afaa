"""Word documents -> read document: text with computed list numbers, tables with their spans, changes as accepted."""

from akuntabel.readers.docx.baca import parse_docx, read_docx

__all__ = ["parse_docx", "read_docx"]
