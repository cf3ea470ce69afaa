"""The reviewed Word document with its findings as comments, made in a process with limits."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.findings import Temuan
from akuntabel.grid.berkas import read_bytes
from akuntabel.readers.docx import element_lines
from akuntabel.readers.terbatas import run_limited
from akuntabel.writers.docx.komentar import Komentar, add_comments


def commented(path: Path, findings: Iterable[Temuan]) -> bytes:
    """The document of a file with a comment for each finding. Raises BerkasError when the file cannot be used."""
    return run_limited(commented_here, path.name, path, tuple(findings))


def commented_here(path: Path, findings: tuple[Temuan, ...]) -> bytes:
    """The same in this process."""
    data = read_bytes(path, path.name)
    lines = element_lines(data, path.name)
    comments = [_comment(number, one, lines) for number, one in enumerate(findings, 1)]
    return add_comments(data, comments, path.name)


def _comment(number: int, finding: Temuan, lines: dict[int, int]) -> Komentar:
    line = next(iter(finding.lokasi.baris), 0)
    aside = finding.kesampingan
    waived = f"oleh {aside.oleh}, {format_tanggal(aside.tanggal)}: {aside.alasan}" if aside else None
    named = (
        ("Seharusnya", finding.seharusnya),
        ("Hitungan", finding.hitungan),
        ("Dugaan penyebab", finding.dugaan_penyebab),
        ("Saran", finding.saran),
        ("Dasar", finding.dasar),
        ("Dikesampingkan", waived),
    )
    head = f"Temuan {number} ({finding.kode}; {finding.tingkat.value}, {finding.keyakinan.value})"
    others = (f"Bandingkan: {t.kutipan} ({t.lokasi})".replace("\t", " | ") for t in finding.terkait)
    rows = (f"{name}: {value}" for name, value in named if value)
    return Komentar(lines.get(line), finding.tertulis, (head, finding.pesan, *others, *rows))
