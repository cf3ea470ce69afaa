"""`akuntabel --help` against Python that does nothing, and against an empty program made with the same library."""

import sys
import tempfile
from pathlib import Path

from _ukur import PROGRAM, fastest, seconds

TIMES = 9
MOST = 1.5
EMPTY = """
import typer
app = typer.Typer(add_completion=False)
@app.command()
def satu() -> None: "Satu."
@app.command()
def dua() -> None: "Dua."
app()
"""


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="akuntabel-") as name:
        empty = Path(name, "kosong.py")
        empty.write_text(EMPTY, encoding="utf-8")
        help_, nothing, typer = fastest(
            TIMES,
            lambda: seconds([PROGRAM, "--help"]),
            lambda: seconds([sys.executable, "-c", "pass"]),
            lambda: seconds([sys.executable, empty, "--help"]),
        )
    print(f"akuntabel --help            {help_ * 1000:6.0f} ms")
    print(f"python -c pass              {nothing * 1000:6.0f} ms   rasio {help_ / nothing:5.1f}")
    print(f"program typer kosong        {typer * 1000:6.0f} ms   rasio {help_ / typer:5.2f}   (paling banyak {MOST})")
    return int(help_ / typer > MOST)


if __name__ == "__main__":
    sys.exit(main())
