"""Counts of staff, assets and vehicles."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from akuntabel.calculation.formulas import selisih
from akuntabel.calculation.formulas.rumus import HasilRumus
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.domain.figure import FigureId, slug
from akuntabel.domain.pilihan import Asal, DimensiPegawai

KONDISI = ("jumlah", "baik", "rusak_ringan", "rusak_berat")


def compute(book: Ledger) -> None:
    """Enter counts by every dimension and their totals."""
    _staff(book)
    _assets(book)
    _vehicles(book)


def _staff(book: Ledger) -> None:
    """Figures `pegawai/<dimensi>:<kategori>[:<status>]`, sums `pegawai/<dimensi>[:semua:<status>]`, and the total.

    `kebutuhan` has the same leaves, and sums by category and dimension.
    """
    sums: dict[str, list[FigureId]] = defaultdict(list)
    needs: dict[str, list[FigureId]] = defaultdict(list)
    for row in book.paket.pegawai_rekap:
        kategori = f"{row.dimensi.value}:{slug(row.kategori)}"
        leaf = FigureId("pegawai", f"{kategori}:{row.status_pegawai.value}", book.tahun)
        refs = cell("pegawai_rekap", row.kunci, "jumlah", "status")
        book.data(leaf, row.jumlah, "orang", refs, status=row.status, desimal=0)
        if row.kebutuhan is not None:
            need = FigureId("kebutuhan", leaf.kode, book.tahun)
            book.data(need, row.kebutuhan, "orang", cell("pegawai_rekap", row.kunci, "kebutuhan"), desimal=0)
            for group in (kategori, row.dimensi.value):
                needs[group].append(need)
        groups = (kategori, f"{row.dimensi.value}:semua:{row.status_pegawai.value}", row.dimensi.value)
        for group in groups:
            sums[group].append(leaf)
    for group, parts in sums.items():
        book.total(FigureId("pegawai", group, book.tahun), parts, "orang", desimal=0)
    for group, parts in needs.items():
        book.total(FigureId("kebutuhan", group, book.tahun), parts, "orang", desimal=0)
    first = next((d for d in DimensiPegawai if d.value in sums), None)
    if first is not None:
        prefix = f"{first.value}:semua:"
        book.total(FigureId("pegawai", "total", book.tahun), sums[first.value], "orang", desimal=0)
        for group in [g for g in sums if g.startswith(prefix)]:
            book.total(FigureId("pegawai", group.removeprefix(prefix), book.tahun), sums[group], "orang", desimal=0)


def _assets(book: Ledger) -> None:
    sums: dict[str, list[FigureId]] = defaultdict(list)
    for row in book.paket.sarana:
        if row.asal is Asal.INSTANSI_LAIN:
            continue
        for kondisi in KONDISI:
            leaf = FigureId("sarana", f"{row.kode}:{kondisi}", book.tahun)
            refs = cell("sarana", row.kunci, kondisi, "status", "asal")
            book.data(leaf, getattr(row, kondisi), "unit", refs, status=row.status, desimal=0)
            sums[kondisi].append(leaf)
    for kondisi, parts in sums.items():
        book.total(FigureId("sarana", kondisi, book.tahun), parts, "unit", desimal=0)


def _vehicles(book: Ledger) -> None:
    rows = book.paket.kendaraan
    today = book.today()
    for name, chosen, columns in (
        ("total", list(rows), ("roda",)),
        *((f"roda-{n}", [r for r in rows if r.roda == n], ("roda",)) for n in sorted({r.roda for r in rows})),
        (
            "pajak-lewat",
            [r for r in rows if today and r.tanggal_pajak and r.tanggal_pajak < today],
            ("tanggal_pajak",),
        ),
    ):
        refs = [c for r in rows for c in cell("kendaraan", r.kunci, *columns)]
        refs += [c for r in book.paket.laporan for c in cell("laporan", r.kunci, "tanggal") if name == "pajak-lewat"]
        result = HasilRumus(Decimal(len(chosen)), f"cacah {len(chosen)} baris")
        if rows:
            fid = FigureId("kendaraan", name, book.tahun)
            book.computed(fid, result, selisih.RUMUS_JUMLAH, "unit", [], desimal=0, cells=refs)
