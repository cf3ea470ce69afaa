"""Tables -> workbook bytes, in a form that a clerk can fill."""

from akuntabel.writers.xlsx.buku import Hitung, KolomLembar, Lembar, Petunjuk, PetunjukTabel
from akuntabel.writers.xlsx.tulis import render_book

__all__ = ["Hitung", "KolomLembar", "Lembar", "Petunjuk", "PetunjukTabel", "render_book"]
