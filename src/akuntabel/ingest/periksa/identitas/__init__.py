"""NIP, nomenclature and whose text it is."""
