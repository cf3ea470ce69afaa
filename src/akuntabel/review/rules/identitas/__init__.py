"""Names, offices, numbers and duties that must be the agency's own."""
