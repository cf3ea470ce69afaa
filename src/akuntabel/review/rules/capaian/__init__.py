"""Capaian, predikat and what is said to be reached."""
