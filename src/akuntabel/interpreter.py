"""How a second Python is started: by command, as `multiprocessing` would import the caller's main script again."""

from __future__ import annotations

import os
import sys


def command(code: str) -> list[str]:
    """A fresh interpreter that runs `code`. -P: modules in the folder where a user stands are never imported."""
    return [sys.executable, "-P", "-c", code]


def environment() -> dict[str, str]:
    """The environment in which that interpreter finds the modules that this one finds."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
