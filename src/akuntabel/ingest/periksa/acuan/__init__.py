"""References, keys and uniqueness."""
