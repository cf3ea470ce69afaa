"""Follow-up by its due date: which lines of plans and recommendations are late, due in the quarter, or due later."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from akuntabel.calculation.tindak_lanjut import SEBELUMNYA, split_plans
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import StatusTindak, SumberTindakLanjut
from akuntabel.domain.tindak_lanjut import Rekomendasi, Rtl

BULAN_TRIWULAN = 3


class Kelompok(StrEnum):
    """Where a line stands on the day that is asked about."""

    TERLAMBAT = "terlambat"
    TRIWULAN_INI = "jatuh_tempo_triwulan_ini"
    NANTI = "belum_jatuh_tempo"
    TANPA_TENGGAT = "tanpa_tenggat"
    SELESAI = "selesai"


@dataclass(frozen=True, slots=True)
class BarisTindak:
    """A line that somebody has to do. `sebelumnya`: it is left over from an earlier plan or report and not finished."""

    asal: Rtl | Rekomendasi
    kelompok: Kelompok
    tenggat: date | None
    hari_terlambat: int = 0
    sebelumnya: bool = False

    @property
    def status(self) -> StatusTindak:
        """The state; what nobody recorded is not begun."""
        return self.asal.status or StatusTindak.BELUM


def follow_up(paket: Paket, per: date) -> tuple[BarisTindak, ...]:
    """Every line of plans and recommendations as it stands on a day, by group, then by due date."""
    order = list(Kelompok)
    made = [_line(row, per, earlier=earlier) for row, earlier in _rows(paket)]
    return tuple(sorted(made, key=lambda b: (order.index(b.kelompok), b.tenggat or date.max)))


def due_date(row: Rtl | Rekomendasi) -> date | None:
    """The due date: as recorded, else the last day of the quarter or year of the plan; None where nobody said when."""
    if row.tenggat is not None or isinstance(row, Rekomendasi):
        return row.tenggat
    if row.tahun is None or not date.min.year <= row.tahun <= date.max.year:
        return None
    named = row.triwulan is not None and 1 <= row.triwulan <= 4
    return quarter_end(row.tahun, row.triwulan if named and row.triwulan else 4)


def quarter_end(tahun: int, triwulan: int) -> date:
    """The last day of a quarter, 1 to 4."""
    month = triwulan * BULAN_TRIWULAN
    return date(tahun, month, monthrange(tahun, month)[1])


def _rows(paket: Paket) -> Iterator[tuple[Rtl | Rekomendasi, bool]]:
    """Each line, and whether a later plan or report of the same origin followed it."""
    for sumber in SumberTindakLanjut:
        for plan, rows in split_plans(paket, sumber).items():
            yield from ((r, plan == SEBELUMNYA) for r in sorted(rows, key=lambda r: (r.urutan or 0, r.kode)))
        told = sorted((r for r in paket.rekomendasi if r.sumber is sumber), key=lambda r: (r.tahun, r.kode))
        yield from ((r, r.tahun < told[-1].tahun) for r in told)


def _line(row: Rtl | Rekomendasi, per: date, *, earlier: bool) -> BarisTindak:
    due = due_date(row)
    if row.status in (StatusTindak.SELESAI, StatusTindak.BATAL):
        return BarisTindak(row, Kelompok.SELESAI, due)
    if due is None:
        return BarisTindak(row, Kelompok.TANPA_TENGGAT, None, sebelumnya=earlier)
    if due < per:
        return BarisTindak(row, Kelompok.TERLAMBAT, due, (per - due).days, sebelumnya=earlier)
    this_quarter = due <= quarter_end(per.year, (per.month - 1) // BULAN_TRIWULAN + 1)
    return BarisTindak(row, Kelompok.TRIWULAN_INI if this_quarter else Kelompok.NANTI, due, sebelumnya=earlier)
