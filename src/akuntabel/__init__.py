"""Akuntabel."""
