"""What the terminal shows of the follow-up: one table for each group, readable in 80 columns."""

from __future__ import annotations

import json
import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.calculation.tenggat import Kelompok
from akuntabel.pipelines.tindak_lanjut import Tindak, TindakLanjut, follow_up_json

JUDUL = {
    Kelompok.TERLAMBAT: ("Terlambat", "red"),
    Kelompok.TRIWULAN_INI: ("Jatuh tempo triwulan ini", "yellow"),
    Kelompok.NANTI: ("Belum jatuh tempo", "cyan"),
    Kelompok.TANPA_TENGGAT: ("Tanpa tenggat", "magenta"),
    Kelompok.SELESAI: ("Selesai atau batal", "green"),
}
LEBAR = 80
_KOLOM = (
    ("Kode", 12),
    ("Asal", 8),
    ("Tindak lanjut", None),
    ("Penanggung jawab", 16),
    ("Tenggat", 10),
    ("Status", 8),
)


def show_follow_up(result: TindakLanjut, console: Console | None = None) -> None:
    """The groups that have lines, each with its count; then how many are late."""
    out = console or Console(width=None if sys.stdout.isatty() else LEBAR, highlight=False)
    out.print(f"Tindak lanjut {result.instansi} per {format_tanggal(result.per)}", markup=False)
    for kelompok, (title, colour) in JUDUL.items():
        lines = result.of(kelompok)
        if lines:
            out.print()
            out.print(Text(f"{title} ({len(lines)})", style=f"bold {colour}"))
            out.print(_table(lines))
    out.print()
    if not result.baris:
        out.print("Tabel rtl dan rekomendasi belum berisi.")
        return
    late = len(result.of(Kelompok.TERLAMBAT))
    out.print(f"{late or 'Tidak ada'} tindak lanjut terlambat dari {len(result.baris)} yang tercatat.")


def _table(lines: tuple[Tindak, ...]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    widest = max(len("Kode"), *(len(t.baris.asal.kode) for t in lines))
    about = max(len("Asal"), *(len(t.asal) for t in lines))
    for title, width in _KOLOM:
        real = min(widest, width or widest) if title == "Kode" else min(about, 8) if title == "Asal" else width
        table.add_column(title, width=real, ratio=None if real else 1, overflow="fold")
    for t in lines:
        table.add_row(*(Text(cell) for cell in _cells(t)))
    return table


def _cells(shown: Tindak) -> tuple[str, ...]:
    line = shown.baris
    earlier = " (dari periode sebelumnya)" if line.sebelumnya else ""
    due = line.tenggat.strftime("%d-%m-%Y") if line.tenggat else "-"
    owner = shown.penanggung_jawab or "belum ditetapkan"
    return (line.asal.kode, shown.asal, f"{shown.uraian}{earlier}", owner, due, line.status.value)


def print_follow_up(result: TindakLanjut) -> None:
    """Only JSON on stdout."""
    json.dump(follow_up_json(result), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
