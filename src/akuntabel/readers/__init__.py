"""Bytes of a file that somebody hands in -> grid (xlsx, csv) or read document (teks, docx, pdf)."""
