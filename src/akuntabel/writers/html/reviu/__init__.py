"""The outcome of a review as self-contained pages: one for each document, and one over several."""

from akuntabel.writers.html.reviu.halaman import write_reviu
from akuntabel.writers.html.reviu.rekap import BarisRekap, write_rekap

__all__ = ["BarisRekap", "write_rekap", "write_reviu"]
