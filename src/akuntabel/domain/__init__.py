"""Nouns and invariants. Imports nothing else of akuntabel."""
