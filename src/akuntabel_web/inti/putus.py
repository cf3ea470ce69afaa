"""Whether an error means that the database went away: killed, restarted, not there yet; nothing of ours is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import InterfaceError, OperationalError

_GOING = frozenset({"57P01", "57P02", "57P03"})  # asked to stop, crashed, still starting
_CONNECTION = "08"


def is_lost(error: BaseException | None) -> bool:
    """Whether this error, or one that it came from, is a connection that broke or could not be made."""
    return any(_broken(one) for one in _lineage(error))


def _broken(error: BaseException) -> bool:
    """An error without a code was seen by the driver, not told by a server: there was none to tell it."""
    if isinstance(error, InterfaceError):
        return True
    if not isinstance(error, OperationalError):
        return False
    code = getattr(error.__cause__, "sqlstate", None)
    return code is None or code in _GOING or code.startswith(_CONNECTION)


def _lineage(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
