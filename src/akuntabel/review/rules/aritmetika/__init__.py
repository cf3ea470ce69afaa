"""Sums, differences and percentages that must come out."""
