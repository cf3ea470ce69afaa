"""Values of the satisfaction survey that must fit their scale and each other."""
