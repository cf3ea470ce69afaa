"""Rules over the facts of a document: what contradicts itself, the arithmetic or a regulation, with proof."""

from akuntabel.review.runner import review
from akuntabel.review.table import ATURAN

__all__ = ["ATURAN", "review"]
