"""Wording and plausibility that inspectors ask about."""
