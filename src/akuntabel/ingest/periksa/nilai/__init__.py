"""Values of indicators against their kind."""
