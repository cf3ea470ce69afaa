"""The PDF writer."""

from akuntabel.writers.pdf.writer import write_pdf

__all__ = ["write_pdf"]
