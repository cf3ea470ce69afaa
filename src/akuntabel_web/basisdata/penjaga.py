"""Between the supervisor and one program: when the supervisor dies, however it dies, the program is asked to stop.

The supervisor holds the other end of our standard input and never writes. Its end closes with it, on every system and
after a kill -9 too. Started as a file with nothing but the standard library, so that it costs little.

    python penjaga.py [--sebagai UID GID] -- PROGRAM ...
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from typing import Any

GRACE = 60.0  # a fast shutdown of PostgreSQL writes a checkpoint first


def main(arguments: list[str]) -> int:
    """Run the program until it ends or we are told to end it; give its status."""
    split = arguments.index("--")
    options, command = arguments[:split], arguments[split + 1 :]
    more: dict[str, Any] = {}
    if options:
        more = {"user": int(options[1]), "group": int(options[2]), "extra_groups": []}
    told = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: told.set())
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, **more)
    threading.Thread(target=_await_end_of_input, args=(told,), daemon=True).start()
    threading.Thread(target=_await_child, args=(child, told), daemon=True).start()
    while not told.wait(3600):  # an endless wait would not let signals in on Windows
        pass
    return _stop(child)


def _leave_signals_to_main() -> None:
    if os.name == "posix":  # one that a waiting thread gets would not wake the main one
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def _await_end_of_input(told: threading.Event) -> None:
    _leave_signals_to_main()
    while os.read(0, 4096):
        pass
    told.set()


def _await_child(child: subprocess.Popen[bytes], told: threading.Event) -> None:
    _leave_signals_to_main()
    child.wait()
    told.set()


def _stop(child: subprocess.Popen[bytes]) -> int:
    """Fast, then immediate: both leave a database that starts again without loss."""
    for name in (signal.SIGINT, getattr(signal, "SIGQUIT", signal.SIGTERM)):
        if child.poll() is None:
            _ask(child, name)
            try:
                child.wait(GRACE)
            except subprocess.TimeoutExpired:
                continue
    return child.wait()


def _ask(child: subprocess.Popen[bytes], name: int) -> None:
    if os.name == "nt":  # no signals there; pg_ctl stands beside postgres
        folder, program = os.path.split(child.args[0])  # type: ignore[index,arg-type]
        pg_ctl = os.path.join(folder, program.replace("postgres", "pg_ctl"))  # noqa: PTH118 (no imports that cost time)
        subprocess.run([pg_ctl, "stop", "-m", "fast", "-D", child.args[2]], check=False)  # type: ignore[index,list-item]
    else:
        child.send_signal(name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
