"""Ranges of numbers, months, years and codes."""
