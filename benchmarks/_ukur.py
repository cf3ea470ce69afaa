"""What the benchmarks share: the program under test, the time of a whole process, the example."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "contoh" / "disnaker-kota-bekasi-2025"
OTHERS = (ROOT / "tests" / "paket" / "inspektorat", ROOT / "tests" / "paket" / "rsud")
PROGRAM = Path(sys.executable).parent / ("akuntabel.exe" if os.name == "nt" else "akuntabel")
ACCEPTED = (0, 1)  # 1: the data have open findings


def seconds(command: Sequence[str | Path]) -> float:
    """The wall time of a whole process. Stops the benchmark where the command fails."""
    begin = time.perf_counter()
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    passed = time.perf_counter() - begin
    if done.returncode not in ACCEPTED:
        sys.exit(f"{command[0]}: status {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return passed


def fastest(times: int, *runs: Callable[[], float]) -> list[float]:
    """The shortest time of each run: what else the machine does only lengthens them.

    They take turns, so that a slow moment of the machine meets all of them.
    """
    measured = [[run() for run in runs] for _ in range(times)]
    return [min(column) for column in zip(*measured, strict=True)]
