"""Statements about one thing that must agree."""
