"""The main job on the example package: LKIP in three formats, perjanjian kinerja, the table of capaian."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = Path("contoh") / "disnaker-kota-bekasi-2025"
TARGET = Path("out")
ACCEPTED = (0, 1)  # 1: the example has open findings, as its agency has yet to confirm some values


def program() -> Path:
    return ROOT / ".venv" / ("Scripts/akuntabel.exe" if os.name == "nt" else "bin/akuntabel")


def run(*arguments: str) -> None:
    """Run one command of akuntabel; stop where it could not do its work."""
    print(f"\n$ akuntabel {' '.join(arguments)}", flush=True)
    status = subprocess.run([str(program()), *arguments], cwd=ROOT, check=False).returncode
    if status not in ACCEPTED:
        sys.exit(f"demo: akuntabel {arguments[0]} berhenti dengan kode {status}; diharapkan 0 atau 1")


def written() -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in sorted((ROOT / TARGET).rglob("*")) if path.is_file()}


def main() -> None:
    before = written()
    run("lkip", str(EXAMPLE), "--keluar", str(TARGET), "--format", "docx,pdf,html")
    run("dokumen", str(EXAMPLE), "--jenis", "pk", "--keluar", str(TARGET))
    run("hitung", str(EXAMPLE))
    new = [path for path, when in written().items() if before.get(path) != when]
    if not new:
        sys.exit(f"demo: tidak ada berkas yang ditulis ke {TARGET}/")
    print("\nBerkas yang ditulis:")
    for path in new:
        print(f"  {path.relative_to(ROOT)}  ({path.stat().st_size / 1024:,.0f} KiB)".replace(",", "."))


if __name__ == "__main__":
    main()
