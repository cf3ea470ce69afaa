"""Capaian of a promise that is kept or not: yes or no, and dates."""

from __future__ import annotations

from datetime import date

from akuntabel.calculation.formulas.rumus import SERATUS, HasilRumus, Rumus

RUMUS = Rumus(
    "capaian_ya_tidak",
    "Capaian indikator ya/tidak dan tanggal",
    "100 bila terpenuhi (tanggal: paling lambat pada target), 0 bila tidak",
    "praktik; belum ditemukan dasar yang mengikat",
)
_KATA = {True: "ya", False: "tidak"}


def compute_kept(target: bool, realisasi: bool) -> HasilRumus:
    """100 when the realised answer is the promised one, else 0."""
    kept = target == realisasi
    return HasilRumus(SERATUS if kept else SERATUS * 0, f"target {_KATA[target]}, realisasi {_KATA[realisasi]}")


def compute_date(target: date, realisasi: date) -> HasilRumus:
    """100 when done on or before the target date, else 0."""
    late = (realisasi - target).days
    text = "tepat pada waktunya atau lebih awal" if late <= 0 else f"terlambat {late} hari"
    return HasilRumus(SERATUS if late <= 0 else SERATUS * 0, text)
