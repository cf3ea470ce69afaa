"""In each child: when the supervisor is gone, however it died, the child ends too.

The supervisor holds the other end of our standard input and never writes; it closes with its process on every system.
"""

from __future__ import annotations

import _thread
import multiprocessing
import os
import signal
import threading
import time

GRACE = 15.0  # for open requests and the job at hand; afterwards the process leaves as it is


def bind_life_to_input() -> None:
    """End this process, as SIGTERM would, when its standard input ends."""
    threading.Thread(target=_await_input, daemon=True).start()


def bind_life_to_parent() -> None:
    """The same for a process that `multiprocessing` made: it ends when the one that made it is gone."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_await_parent, args=(parent,), daemon=True).start()


def _leave_signals_to_main() -> None:
    """A signal that the system hands to a waiting thread would not wake the main one, which alone answers signals."""
    if os.name == "posix":
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def _await_input() -> None:
    _leave_signals_to_main()
    while os.read(0, 4096):
        pass
    _end()


def _await_parent(parent: multiprocessing.process.BaseProcess) -> None:
    _leave_signals_to_main()
    parent.join()
    _end()


def _end() -> None:
    if os.name == "posix":
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
    else:  # there os.kill would end the process at once, without its handler
        _thread.interrupt_main(signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)
