"""Runs the checks over a package and gives every answer the shape of findings.py."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from akuntabel.domain.figure import CellRef
from akuntabel.domain.paket import Paket
from akuntabel.findings import HasilAturan, HasilPemeriksaan, Lokasi, Temuan, Terkait, make_finding, outcome
from akuntabel.ingest.periksa.budget import make_budget
from akuntabel.ingest.periksa.check import Check, Context, Masalah
from akuntabel.ingest.periksa.table import CHECKS
from akuntabel.provenance import SourceMap
from akuntabel.regulations import Regulations


def check_paket(paket: Paket, sumber: SourceMap, regulations: Regulations) -> HasilPemeriksaan:
    """Every check's outcome and all findings, in the order of the table and of the rows."""
    context = make_context(paket, regulations, sumber.tak_terbaca)
    results = [run_check(check, paket, sumber, context) for check in CHECKS]
    return HasilPemeriksaan(
        aturan=tuple(outcome for outcome, _ in results),
        temuan=tuple(finding for _, found in results for finding in found),
        dokumen=_describe(paket),
    )


def make_context(paket: Paket, regulations: Regulations, tak_terbaca: frozenset[str] = frozenset()) -> Context:
    """What checks may know besides the rows. Without a report row there is no year, and checks of the year rest."""
    report = paket.laporan[0] if paket.laporan else None
    year, day = (report.tahun, report.tanggal) if report else (None, None)
    return Context(regulations, year, day, make_budget(paket), tak_terbaca)


def run_check(
    check: Check, paket: Paket, sumber: SourceMap, context: Context
) -> tuple[HasilAturan, tuple[Temuan, ...]]:
    """One check: its outcome with counts, and its findings."""
    answers = list(check.run(paket, context))
    problems = tuple(_finding(check, a, sumber) for a in answers if isinstance(a, Masalah))
    return outcome(check.kode, check.judul, answers, check.bila_kosong), problems


def _place(sumber: SourceMap, cell: CellRef) -> Lokasi:
    return sumber.locate(cell) if cell.kolom else sumber.row(cell.tabel, cell.kunci)


def _where(place: Lokasi) -> str:
    """A place as messages write it: `realisasi.csv baris 14, kolom nilai`."""
    file = f"{place.berkas} lembar {place.lembar}" if place.lembar else place.berkas or f"tabel {place.tabel}"
    row = f" baris {place.baris[0]}" if place.baris else ""
    return f"{file}{row}" + (f", kolom {place.kolom}" if place.kolom else "")


def _finding(check: Check, found: Masalah, sumber: SourceMap) -> Temuan:
    place = _place(sumber, found.sel)
    others = tuple(Terkait(text, _place(sumber, cell)) for cell, text in found.terkait)
    return make_finding(check, found, _where(place), Terkait(found.kutipan, place), others)


def _describe(paket: Paket) -> dict[str, Any]:
    """The `dokumen` object of the JSON contract, for a package."""
    filled: Iterable[tuple[str, int]] = ((name, len(rows)) for name, rows in paket.tables() if rows)
    counts = dict(filled)
    return {
        "jenis": "paket",
        "instansi": paket.instansi[0].nama if paket.instansi else None,
        "tahun": paket.laporan[0].tahun if paket.laporan else None,
        "tabel": len(counts),
        "baris": sum(counts.values()),
    }
