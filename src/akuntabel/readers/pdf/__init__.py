"""PDF with text, bytes in, read document out."""

from akuntabel.readers.pdf.baca import parse_pdf, read_pdf

__all__ = ["parse_pdf", "read_pdf"]
