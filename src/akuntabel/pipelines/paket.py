"""From a package on disk to the model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from akuntabel.ingest import Ingested, ingest
from akuntabel.paket import open_paket


def read_paket(path: Path) -> Ingested:
    """Read a package in either form: the model, where each row stands, and all findings about the data.

    Raises BerkasError when the path is no usable package.
    """
    opened = open_paket(path)
    ingested = ingest(opened.sheets, opened.narasi, opened.berkas)
    return replace(ingested, temuan=(*opened.temuan, *ingested.temuan))
