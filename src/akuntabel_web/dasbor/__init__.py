"""The dashboard of an agency, and where each figure comes from."""
