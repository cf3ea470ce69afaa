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


def files() -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in sorted((ROOT / TARGET).rglob("*")) if path.is_file()}


def write(*arguments: str, formats: tuple[str, ...]) -> list[Path]:
    """Run a command that writes documents; give what it wrote, and stop where a format is missing."""
    before = files()
    run(*arguments, "--keluar", str(TARGET))
    new = [path for path, when in files().items() if before.get(path) != when]
    missing = [ending for ending in formats if not any(path.suffix == f".{ending}" for path in new)]
    if missing:
        sys.exit(f"demo: akuntabel {arguments[0]} tidak menulis {', '.join(missing)} ke {TARGET}/")
    return new


def size(path: Path) -> str:
    return f"{path.stat().st_size / 1024:,.0f} KiB".replace(",", ".")


def main() -> None:
    written = write("lkip", str(EXAMPLE), "--format", "docx,pdf,html", formats=("docx", "pdf", "html"))
    written += write("dokumen", str(EXAMPLE), "--jenis", "pk", formats=("docx",))
    run("hitung", str(EXAMPLE))
    print("\nBerkas yang ditulis:")
    for path in written:
        print(f"  {path.relative_to(ROOT)}  ({size(path)})")
    print("\nDaftar isi docx belum bernomor halaman: perbarui di Word (Ctrl+A, F9), atau pakai --nomor-halaman.")
    print("Nama orang, NIP, dan nomor kendaraan pada contoh ialah rekaan.")
    print(f"Perintah akuntabel ada di {program().relative_to(ROOT)}.")


if __name__ == "__main__":
    main()
