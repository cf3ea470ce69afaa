"""The progress of several packages or documents. Its library is loaded only where a bar is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """A bar on stderr for several packages when it is a terminal; nothing otherwise."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda _name: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task("Menyusun", total=total)
        yield lambda name: bar.update(task, advance=1, description=name)
