"""Sums and counts that must agree."""
