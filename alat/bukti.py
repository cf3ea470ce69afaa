"""Run a command, show what it prints, and keep the same text in `docs/bukti/NAME.txt`.

    python alat/bukti.py NAME COMMAND ...

Standard library only; gives the command's own status. Where the project stands on the machine is not kept.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def head_commit() -> str:
    if shutil.which("git") is None:
        return "tidak diketahui"
    done = subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], cwd=ROOT, capture_output=True, check=False)
    return done.stdout.decode().strip() or "tidak diketahui"


def preamble(command: list[str]) -> str:
    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"# {' '.join(command)}\n# komit {head_commit()}; {machine}\n\n"


def main() -> int:
    name, *command = sys.argv[1:]
    target = ROOT / "docs" / "bukti" / f"{name}.txt"
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".tulis")
    with (
        beside.open("w", encoding="utf-8") as kept,
        subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
        ) as running,
    ):
        kept.write(preamble(command))
        assert running.stdout is not None
        for line in running.stdout:
            sys.stdout.write(line)
            sys.stdout.flush()
            kept.write(line.replace(str(ROOT), "."))
    beside.replace(target)
    return running.returncode


if __name__ == "__main__":
    sys.exit(main())
