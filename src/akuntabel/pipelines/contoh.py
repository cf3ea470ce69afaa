"""The example package: inside the wheel, or beside the sources of a checkout."""

from __future__ import annotations

import shutil
from pathlib import Path

from akuntabel.errors import BerkasError

NAMA = "disnaker-kota-bekasi-2025"


def example_path() -> Path:
    """Where the example package stands. Raises BerkasError when the installation lacks it."""
    inside = Path(__file__).parents[1] / "contoh" / NAMA
    beside = Path(__file__).parents[3] / "contoh" / NAMA
    found = next((p for p in (inside, beside) if p.is_dir()), None)
    if found is None:
        raise BerkasError("paket contoh", "tidak ada pada pemasangan ini", "pasang ulang akuntabel")
    return found


def write_example(target: Path) -> None:
    """Copy the example to a new folder: beside it first, then renamed. Raises BerkasError when the target exists."""
    if target.exists():
        raise BerkasError(str(target), "sudah ada", "tulis nama folder lain supaya isinya tidak hilang")
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.tulis")
    shutil.copytree(example_path(), temporary)
    temporary.replace(target)
