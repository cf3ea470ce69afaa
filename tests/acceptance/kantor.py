"""LibreOffice as the program that prints Word documents to PDF."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

MISSING = shutil.which("soffice") is None
_TIME = 300  # seconds for one call


def print_to_pdf(files: Iterable[Path], folder: Path, *, tagged: bool) -> None:
    """Print Word documents to `folder` in one call, with or without the structure of a tagged PDF."""
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    wanted = f'pdf:writer_pdf_Export:{{"UseTaggedPDF":{{"type":"boolean","value":"{str(tagged).lower()}"}}}}'
    command = ["soffice", profile, "--headless", "--convert-to", wanted, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=_TIME)
