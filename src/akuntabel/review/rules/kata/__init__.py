"""Words that must agree with their numbers."""
