"""What a process does before it loads the rest: so this module loads nothing itself."""

from __future__ import annotations

import gc

NEW_OBJECTS = 100_000


def collect_seldom() -> None:
    """Look for garbage after every 100 000 new objects, not 700: an eighth of the time of a report is saved.

    Documents are large trees that live until they are written, and modules live as long as the process.
    """
    gc.set_threshold(NEW_OBJECTS, 10, 10)


def begin_charts() -> None:
    """Start the process that draws charts, so that it is awake when the first chart is asked of it."""
    from akuntabel.charts.converter import converter  # noqa: PLC0415

    converter()
