"""Dates against each other."""
