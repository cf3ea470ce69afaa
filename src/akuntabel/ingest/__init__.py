"""Grid -> model, with the place of every row and everything that is wrong with the data. Never raises on user data."""

from akuntabel.ingest.paket import Ingested, ingest

__all__ = ["Ingested", "ingest"]
