"""Documents as .docx: valid by the standard, the same bytes for the same document, every figure findable.

Page numbers for the lists of contents are a separate, explicit pass: `halaman.fill_page_numbers`.
"""

from __future__ import annotations

from akuntabel.writers.docx.document import write_docx
from akuntabel.writers.docx.figures import FigureText, read_figures

__all__ = ["FigureText", "read_figures", "write_docx"]
