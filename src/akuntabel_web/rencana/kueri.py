"""What pages of the plan ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from akuntabel_web.paket.models import BarisPaket


@dataclass(frozen=True, slots=True)
class DokumenTampil:
    """A plan document as the page shows it."""

    baris: BarisPaket
    berlaku: bool
    menggantikan: str
    digantikan: str
    turunan: int  # how many steps of replacement lie before it: its version


def document_names(plans: Sequence[BarisPaket], agreements: Sequence[BarisPaket]) -> dict[str, str]:
    """The names of what targets stand in, by the codes of plan documents and of agreements."""
    changed = {"perubahan": "Perjanjian Kinerja Perubahan"}
    names = {p.kode: f"{changed.get(p.jenis, 'Perjanjian Kinerja')} Tahun {p.tahun}" for p in agreements}
    return names | {d.kode: d.nama for d in plans}


def in_force(row: BarisPaket, tahun: int) -> bool:
    """Whether a plan document is in force at some day of a year: its period holds the year, its dates do not end it."""
    first, last = date(tahun, 1, 1), date(tahun, 12, 31)
    starts = row.berlaku_sejak is None or row.berlaku_sejak <= last
    ends = row.berlaku_sampai is None or row.berlaku_sampai >= first
    return row.tahun_awal <= tahun <= row.tahun_akhir and starts and ends


def document_versions(rows: Sequence[BarisPaket], tahun: int) -> list[DokumenTampil]:
    """Documents with what each replaces and what replaced it, the newest version of a chain first."""
    by_code = {r.kode: r for r in rows}
    later = {r.menggantikan: r for r in rows if r.menggantikan}

    def name(row: BarisPaket | None) -> str:
        return row.nama if row else ""

    def steps(row: BarisPaket) -> int:
        seen: set[str] = set()
        while row.menggantikan in by_code and row.kode not in seen:
            seen.add(row.kode)
            row = by_code[row.menggantikan]
        return len(seen)

    made = [
        DokumenTampil(r, in_force(r, tahun), name(by_code.get(r.menggantikan)), name(later.get(r.kode)), steps(r))
        for r in rows
    ]
    return sorted(made, key=lambda d: (d.baris.jenis, -d.turunan, -d.baris.tahun_awal, d.baris.kode))
