"""Run every benchmark of this folder, one process each, and print what they print.

Each `benchmarks/<name>.py` is a program that prints a ratio against a named peer, both measured in the same run.
"""

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def programs() -> list[Path]:
    return sorted(path for path in FOLDER.glob("*.py") if not path.name.startswith("_"))


def main() -> int:
    failed = []
    for path in programs():
        print(f"== {path.stem}", flush=True)
        if subprocess.run([sys.executable, str(path)], cwd=FOLDER.parent, check=False).returncode:
            failed.append(path.stem)
    if failed:
        print(f"gagal: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
