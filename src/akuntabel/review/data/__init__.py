"""A document of ours after people edited it, compared with what its data give now."""

from akuntabel.review.data.aturan import data_rules
from akuntabel.review.data.bandingan import AngkaCetak, Bandingan, BarisTeks

__all__ = ["AngkaCetak", "Bandingan", "BarisTeks", "data_rules"]
