"""What the terminal says about files that were written: findings and names. Plain lines load nothing heavy."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from akuntabel.errors import AkuntabelError
from akuntabel.findings import Temuan, exit_status
from akuntabel.pipelines.banyak import Gagal
from akuntabel.pipelines.dokumen import Hasil

BANYAK_DISEBUT = 20


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
    _tell_gaps(name, result.kurang)
    return max(exit_status(result.temuan), int(result.draf or bool(result.kurang)))


def _tell_gaps(name: str, gaps: Sequence[str]) -> None:
    """Parts that lack data are told even where the document is final: a head signs what is in it."""
    if not gaps:
        return
    sys.stderr.write(f"{name}{len(gaps)} bagian belum berdata:\n")
    sys.stderr.writelines(f"  {gap}\n" for gap in gaps[:BANYAK_DISEBUT])
    if len(gaps) > BANYAK_DISEBUT:
        sys.stderr.write(f"  dan {len(gaps) - BANYAK_DISEBUT} bagian lain; lihat 'Data belum ada' pada dokumennya\n")
