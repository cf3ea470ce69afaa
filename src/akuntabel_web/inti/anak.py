"""A child process that works on a package: its limits, and the package as a file that is gone afterwards.

Nothing of Django: the child sees no database and no settings.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from akuntabel.errors import AkuntabelError, BerkasError
from akuntabel.grid.batas import Batas
from akuntabel.pipelines.start import begin_charts, collect_seldom

_MB = 1024 * 1024
MEMORI = 3072 * _MB
DETIK = 240.0


def limits(*, gambar: bool) -> Batas:
    """Time and memory of a child; `gambar`: it draws charts.

    The process that draws reserves far more addresses than it uses, and inherits its parent's limit: so such a child
    starts without one and takes its own in `begin`, as soon as the drawing process runs.
    """
    hard = _hard_limit() if gambar else None
    return Batas(detik=DETIK, memori=MEMORI if hard is None else hard)


def begin() -> None:
    """First thing in a child that draws: the drawing process, then the limit of memory."""
    collect_seldom()
    begin_charts()
    hard = _hard_limit()
    if hard is not None:
        import resource  # noqa: PLC0415 - absent on Windows

        size = MEMORI if hard == resource.RLIM_INFINITY else min(MEMORI, hard)
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _hard_limit() -> int | None:
    try:
        import resource  # noqa: PLC0415 - absent on Windows
    except ImportError:
        return None
    return resource.getrlimit(resource.RLIMIT_AS)[1]


@contextmanager
def package(nama: str, isi: bytes, bengkel: str) -> Iterator[Path]:
    """The package as a file in a folder of its own. What is said of it names the file, not where it lay."""
    with tempfile.TemporaryDirectory(prefix="susun-", dir=bengkel, ignore_cleanup_errors=True) as folder:
        path = Path(folder) / nama
        path.write_bytes(isi)
        try:
            yield path
        except BerkasError as error:
            where = error.where.replace(str(path), nama)
            raise BerkasError(where, error.came, error.expected, error.example) from error
        except AkuntabelError as error:
            raise type(error)(str(error).replace(str(path), nama)) from error
