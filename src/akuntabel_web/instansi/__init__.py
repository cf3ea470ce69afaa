"""Agencies, their units and years."""
