"""Run a reader in a process of its own, with a wall clock and a memory limit: a hostile file harms nobody else."""

from __future__ import annotations

import importlib
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from threading import Thread
from typing import Any, TypeVar, cast

from akuntabel.errors import AkuntabelError, BerkasError
from akuntabel.grid.batas import BAKU, Batas
from akuntabel.interpreter import command, environment

_T = TypeVar("_T")
_CHILD = "from akuntabel.readers.terbatas import child_main; child_main()"
_FAILURES = {"memori": "tidak dapat dibaca dalam batas memori", "rusak": "berkas rusak atau tidak lengkap"}
_LOOK = 1.0  # seconds between two looks at who waits for the answer
_AGAIN = "buka dengan program pembuatnya, simpan ulang, lalu coba lagi"


def run_limited(reader: Callable[..., _T], where: str, *args: object, batas: Batas = BAKU) -> _T:
    """Call `reader(*args)` in a child process; the reader is a function of a module, all values can be pickled.

    Raises the reader's AkuntabelError, or a BerkasError of its own when the child is too slow, too large, or dies.
    """
    task = pickle.dumps((reader.__module__, reader.__qualname__, args, batas.memori, os.getpid()))
    try:
        done = subprocess.run(
            command(_CHILD),
            input=task,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=batas.detik,
            env=environment(),
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise BerkasError(where, f"tidak selesai dibaca dalam {batas.detik:g} detik", _AGAIN) from error
    try:
        outcome, value = pickle.loads(done.stdout)
    except (pickle.UnpicklingError, EOFError) as error:
        raise BerkasError(where, _FAILURES["memori"], _AGAIN) from error
    if outcome == "berkas":
        raise BerkasError(*value)
    if outcome == "galat":
        raise AkuntabelError(value)
    if outcome in _FAILURES:
        raise BerkasError(where, _FAILURES[outcome], _AGAIN)
    return cast("_T", value)


def child_main() -> None:
    """The child: limits first, then the reader; what it prints cannot mix with its answer."""
    answer = os.dup(1)
    os.dup2(2, 1)
    module, name, args, memory, parent = pickle.load(sys.stdin.buffer)
    if os.name == "posix":
        Thread(target=_leave_with, args=(parent,), daemon=True).start()
    _limit_memory(memory)
    with os.fdopen(answer, "wb") as out:
        pickle.dump(_outcome(module, name, args), out, pickle.HIGHEST_PROTOCOL)


def _outcome(module: str, name: str, args: tuple[Any, ...]) -> tuple[str, object]:
    try:
        return "ok", getattr(importlib.import_module(module), name)(*args)
    except BerkasError as error:
        return "berkas", (error.where, error.came, error.expected, error.example)
    except AkuntabelError as error:
        return "galat", str(error)
    except MemoryError:
        return "memori", None
    except Exception:
        return "rusak", None  # what a reader did not foresee in a hostile file is still one clear line


def _leave_with(parent: int) -> None:
    """End when the process that waits for the answer was killed: its clock, which would end us, is gone with it."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _limit_memory(size: int) -> None:
    """Limit the address space, where the system can."""
    try:
        import resource  # noqa: PLC0415 - absent on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
