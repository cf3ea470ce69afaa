"""Word documents -> read document: text with computed list numbers, tables with their spans, changes as accepted."""

from akuntabel.readers.docx.baca import element_lines, parse_docx, read_docx

__all__ = ["element_lines", "parse_docx", "read_docx"]
