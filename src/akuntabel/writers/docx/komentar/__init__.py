"""Word comments in a document that somebody else wrote: its text stays as it is."""

from akuntabel.writers.docx.komentar.tulis import Komentar, add_comments

__all__ = ["Komentar", "add_comments"]
