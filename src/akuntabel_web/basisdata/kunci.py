"""One supervisor for one data folder: a lock that the system lets go when its holder dies, however it dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from akuntabel.errors import BerkasError
from akuntabel_web.basisdata.letak import Letak, give, owner_of


@contextmanager
def locked(letak: Letak) -> Iterator[None]:
    """Hold the data folder. Another holder is refused in one line, not waited for."""
    handle = os.open(letak.kunci, os.O_RDWR | os.O_CREAT, 0o600)
    with os.fdopen(handle, "r+") as stream:
        give(letak.kunci, owner_of(letak.data))
        if not _take(stream):
            raise BerkasError(
                str(letak.data), "sedang dipakai peladen lain", "diharapkan satu peladen untuk satu folder data"
            )
        yield


if os.name == "nt":  # pragma: no cover (follows the documentation, never tried)
    import msvcrt

    def _take(stream: IO[str]) -> bool:
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(stream: IO[str]) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
