"""Where clusters of tests live: a folder with a short name that the account of the server can reach.

Not `tmp_path`: pytest closes its folders to everybody, and root's cluster runs as somebody else.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Another PostgreSQL than the embedded one: Debian's, or what alat/coba_postgresql.py names, on which the shared
# cluster of the tests then runs as well.
_ASKED = os.environ.get("AKUNTABEL_UJI_POSTGRESQL")
LAIN = Path(_ASKED or "/usr/lib/postgresql/15/bin")
DIMINTA = LAIN if _ASKED else None
# In memory where there is room: making and removing a cluster takes a second there and ten on a disk.
MEMORI, LAPANG = Path("/dev/shm"), 6 * 1024**3


def _above() -> Path | None:
    return MEMORI if MEMORI.is_dir() and shutil.disk_usage(MEMORI).free > LAPANG else None


@contextmanager
def made_room() -> Iterator[Path]:
    """A new folder that others may pass and not write; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="uji-", dir=_above()))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
