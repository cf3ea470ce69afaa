"""Rules that compare the document with others of the agency, given with --pembanding."""
