"""What the terminal says about files that were written: findings and names. Plain lines load nothing heavy."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from akuntabel.errors import AkuntabelError
from akuntabel.findings import Temuan, exit_status
from akuntabel.pipelines.banyak import Gagal
from akuntabel.pipelines.dokumen import Hasil


def show_findings(findings: Iterable[Temuan]) -> None:
    """Findings on stderr, one line each."""
    for f in findings:
        sys.stderr.write(f"[{f.tingkat.value}] {f.kode} {f.pesan}\n")


def show_written(path: Path, result: Hasil | Gagal, *, several: bool) -> int:
    """What was written of a package, and its findings; the exit status that it asks for.

    With several packages every line on stderr names its package.
    """
    if isinstance(result, Gagal):
        name = f"{path}: " if several and str(path) not in result.pesan else ""
        sys.stderr.write(f"akuntabel: {name}{result.pesan}\n")
        return AkuntabelError.exit_status
    name = f"{path}: " if several else ""
    for f in result.temuan:
        sys.stderr.write(f"{name}[{f.tingkat.value}] {f.kode} {f.pesan}\n")
    for written in result.berkas:
        sys.stdout.write(f"{written}\n")
    sys.stdout.flush()
    if result.draf:
        sys.stderr.write(f"{name}Dokumen bertanda DRAF karena memuat angka sementara.\n")
    return max(exit_status(result.temuan), int(result.draf or result.kurang))
