"""What the terminal shows as tables, colours and trees."""

from __future__ import annotations

import csv
import json
import sys

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.tree import Tree

from akuntabel.domain.figure import Figure, FigureId
from akuntabel.findings import Hasil as HasilAturan
from akuntabel.findings import HasilPemeriksaan, result_json
from akuntabel.grid.kode import is_reading
from akuntabel.reports.asal import Asal, asal_of
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.cetak import print_figure, print_origin, print_sum

KOLOM_INDIKATOR = ("target", "realisasi", "capaian", "predikat", "status")
WARNA = {"tinggi": "red", "sedang": "yellow", "rendah": "cyan"}


def _console() -> Console:
    """Wide when the output is not a terminal, so that nothing is cut in a file."""
    return Console(width=None if sys.stdout.isatty() else 160, highlight=False, soft_wrap=False)


def print_json(result: HasilPemeriksaan) -> None:
    """Only JSON on stdout."""
    json.dump(result_json(result), sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def show_result(result: HasilPemeriksaan) -> None:
    """What could not be read first, as the rest may follow from it; findings by level; how many checks passed."""
    console = _console()
    order = {"tinggi": 0, "sedang": 1, "rendah": 2}
    for f in sorted(result.temuan, key=lambda t: (not is_reading(t.kode), order[t.tingkat.value])):
        likely = "" if f.keyakinan.value == "pasti" else " (mungkin)"
        console.print(f"[{WARNA[f.tingkat.value]}]{f.tingkat.value}[/]{likely} {f.kode}", f.pesan, markup=True)
        for label, text in (("hitungan", f.hitungan), ("saran", f.saran), ("dasar", f.dasar)):
            if text and text not in f.pesan:
                console.print(f"    {label}: {text}", markup=False)
    counts = {h: sum(a.hasil is h for a in result.aturan) for h in HasilAturan}
    console.print(
        f"{len(result.temuan)} temuan. {len(result.aturan)} pemeriksaan: {counts[HasilAturan.LOLOS]} lolos, "
        f"{counts[HasilAturan.DITEMUKAN]} dengan temuan, {counts[HasilAturan.TIDAK_BERLAKU]} tidak berlaku."
    )


def show_figures(bahan: Bahan, format_name: str, *, everything: bool) -> None:
    """The indicators of the year, or every figure, as a table for people or exactly as CSV or JSON."""
    if format_name == "tabel":
        _show_table(*(_all_figures(bahan) if everything else _indicators(bahan)))
        return
    asal = asal_of(bahan)
    rows = [_figure_row(asal, fid) for fid in bahan.figures if everything or _is_indicator(bahan, fid)]
    if format_name == "json":
        data = {"versi": 1, "instansi": bahan.nama, "tahun": bahan.tahun, "besaran": rows}
        json.dump(data, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return
    writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]) if rows else ["besaran"], delimiter=";")
    writer.writeheader()
    writer.writerows(rows)


def _is_indicator(bahan: Bahan, fid: FigureId) -> bool:
    codes = {i.kode for i in bahan.paket.indikator}
    return fid.tahun == bahan.tahun and fid.kode in codes and fid.besaran in KOLOM_INDIKATOR


def _figure_row(asal: Asal, fid: FigureId) -> dict[str, object]:
    figure = asal.bahan.figures[fid]
    return {
        "besaran": str(fid),
        "nama": asal.name_of(fid),
        "nilai": None if figure.value is None else str(figure.value),
        "teks": print_figure(figure),
        "satuan": figure.satuan,
        "keadaan": figure.keadaan.value,
        "tercatat": None if figure.tercatat is None else str(figure.tercatat),
        "sementara": figure.sementara,
    }


def _show_table(table: Table, weak: bool) -> None:
    console = _console()
    console.print(table)
    if weak:
        console.print("*) angka sementara, menunggu konfirmasi", markup=False)


def _weak_mark(figure: Figure | None) -> str:
    return "*" if figure is not None and figure.sementara and figure.value is not None else ""


def _all_figures(bahan: Bahan) -> tuple[Table, bool]:
    """Every figure as a report prints it, states in words; and whether one of them is provisional."""
    asal = asal_of(bahan)
    table = Table(title=f"Semua besaran {bahan.nama} tahun {bahan.tahun}")
    for title in ("Besaran", "Nama"):
        table.add_column(title, overflow="fold")
    table.add_column("Nilai", justify="right")
    table.add_column("Satuan")
    for fid, figure in bahan.figures.items():
        value = print_origin(figure) + _weak_mark(figure)
        cells = (str(fid), asal.name_of(fid), value, figure.satuan if figure.value is not None else "")
        table.add_row(*map(escape, cells))
    return table, any(map(_weak_mark, bahan.figures.values()))


def _indicators(bahan: Bahan) -> tuple[Table, bool]:
    """Target, realisasi, capaian, predikat and status of each indicator; and whether one value is provisional."""
    table = Table(title=f"Pengukuran kinerja {bahan.nama} tahun {bahan.tahun}")
    for title in ("Kode", "Indikator", "Satuan"):
        table.add_column(title)
    for title in ("Target", "Realisasi", "Capaian"):
        table.add_column(title, justify="right")
    table.add_column("Predikat")
    table.add_column("Hasil")
    weak = False
    for ind in bahan.paket.indikator:
        ids = [bahan.fid(b, ind.kode) for b in KOLOM_INDIKATOR]
        if ids[0] not in bahan.figures and ids[1] not in bahan.figures:
            continue
        cells = []
        for fid in ids:
            figure = bahan.figures.get(fid)
            mark = _weak_mark(figure)
            weak = weak or bool(mark)
            upper = bahan.figure("target_atas", ind.kode) if fid.besaran == "target" else None
            above = f" sampai {print_figure(upper)}" if upper is not None else ""
            cells.append("-" if figure is None else print_figure(figure) + above + mark)
        table.add_row(ind.kode, ind.nama, ind.satuan, *cells)
    return table, weak


def show_trace(bahan: Bahan, fid: FigureId) -> None:
    """The origin of a figure as a tree down to the cells."""
    asal = asal_of(bahan)
    tree = Tree(_label(asal, fid))
    _grow(asal, fid, tree, (fid,))
    _console().print(tree, markup=False)


def _label(asal: Asal, fid: FigureId) -> str:
    figure = asal.bahan.figures[fid]
    weak = " [sementara]" if figure.sementara else ""
    head = f"{fid}  {asal.name_of(fid)} = {print_origin(figure)}{weak}"
    lines = [head]
    trace = figure.trace
    if trace.hitungan:
        lines.append(f"hitungan: {print_sum(trace.hitungan)}")
    lines += [f"dasar: {d}" for d in trace.dasar]
    if trace.kebijakan:
        lines.append(f"kebijakan: {trace.kebijakan}")
    if trace.catatan:
        lines.append(f"catatan: {trace.catatan}")
    return "\n".join(lines)


def _grow(asal: Asal, fid: FigureId, tree: Tree, path: tuple[FigureId, ...]) -> None:
    trace = asal.bahan.figures[fid].trace
    for ref in trace.cells:
        tree.add(asal.place(ref))
    for child in trace.inputs:
        if child in asal.bahan.figures and child not in path:
            _grow(asal, child, tree.add(_label(asal, child)), (*path, child))
