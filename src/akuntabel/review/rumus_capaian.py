"""Capaian computed again from printed numbers: every allowed formula, with caps and floors, within their rounding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.calculation.formulas import (
    capaian_naik,
    capaian_turun_dua_target,
    capaian_turun_target_per_realisasi,
)
from akuntabel.calculation.formulas.rumus import HasilRumus
from akuntabel.facts.angka import Angka
from akuntabel.facts.rumus_tertulis import BentukRumus

_COMPUTE: dict[BentukRumus, Callable[[Decimal, Decimal], HasilRumus]] = {
    BentukRumus.NAIK: capaian_naik.compute,
    BentukRumus.TURUN_DUA_TARGET: capaian_turun_dua_target.compute,
    BentukRumus.TURUN_TARGET_PER_REALISASI: capaian_turun_target_per_realisasi.compute,
}
TURUN = (BentukRumus.TURUN_DUA_TARGET, BentukRumus.TURUN_TARGET_PER_REALISASI)
CAPS = tuple(map(Decimal, (100, 110, 120, 125, 150)))
SERATUS = Decimal(100)
_FRACTION = Decimal(2)  # printed below this, with decimals, a capaian may be a fraction of one


@dataclass(frozen=True, slots=True)
class Hitungan:
    """A formula applied to printed numbers: its exact value and the sum written out."""

    bentuk: BentukRumus
    nilai: Decimal
    teks: str


def compute(shape: BentukRumus, target: Angka, realised: Angka) -> Hitungan | None:
    """A formula on two printed numbers; None where it is not defined."""
    if target.nilai is None or realised.nilai is None:
        return None
    result = _COMPUTE[shape](target.nilai, realised.nilai)
    return None if result.nilai is None else Hitungan(shape, result.nilai, result.hitungan)


def _range(shape: BentukRumus, target: Angka, realised: Angka) -> tuple[Decimal, Decimal] | None:
    """The lowest and highest value within the rounding of a realisasi that has decimals. A target is set as printed."""
    results = [_COMPUTE[shape](target.nilai or Decimal(0), v).nilai for v in _ends(realised)]
    values = [v for v in results if v is not None]
    return (min(values), max(values)) if values else None


def _ends(number: Angka) -> tuple[Decimal, ...]:
    value = number.nilai or Decimal(0)
    half = number.ketelitian / 2
    return (value - half, value + half) if number.desimal else (value,)


def fits(printed: Angka, shape: BentukRumus, target: Angka, realised: Angka, cap: Decimal | None = None) -> bool:
    """Whether a formula, capped or not, floored at zero or not, gives the printed capaian: rounded half up or cut."""
    bounds = _range(shape, target, realised)
    if bounds is None or printed.nilai is None:
        return False
    ends = tuple(b if cap is None else min(b, cap) for b in bounds)
    return any(
        low - printed.ketelitian < printed.nilai <= high + printed.ketelitian / 2
        for low, high in (ends, tuple(max(Decimal(0), b) for b in ends))
    )


def shapes_that_fit(
    printed: Angka, target: Angka, realised: Angka, cap: Decimal | None = None
) -> tuple[BentukRumus, ...]:
    """The formulas that give the printed capaian."""
    return tuple(shape for shape in BentukRumus if fits(printed, shape, target, realised, cap))


def is_fraction(printed: Angka) -> bool:
    """Whether a capaian may be written as a fraction of one."""
    return printed.nilai is not None and printed.desimal > 0 and 0 < printed.nilai < _FRACTION and not printed.persen


def times_hundred(printed: Angka) -> Angka:
    """A fraction as a percentage, with two places less."""
    value = None if printed.nilai is None else printed.nilai * SERATUS
    return replace(printed, nilai=value, skala=printed.skala + 2)


Triple = tuple[Angka, Angka, Angka]


def best_cap(triples: Sequence[Triple]) -> tuple[Decimal | None, int]:
    """The cap that explains most printed capaian of one column, none before some, and how many it explains."""
    scored = [(_explained(triples, cap), -order, cap) for order, cap in enumerate((None, *CAPS))]
    count, _, cap = max(scored, key=lambda s: s[:2])
    return cap, count


def _explained(triples: Iterable[Triple], cap: Decimal | None) -> int:
    listed = list(triples)
    if cap is not None and any(c.nilai is not None and c.nilai > cap for c, _, _ in listed):
        return 0
    return sum(bool(shapes_that_fit(c, t, r, cap)) for c, t, r in listed)


def shown(value: Decimal, like: Angka | None = None) -> str:
    """A capaian as it is printed: at least two places."""
    places = max(2, like.desimal if like else 2)
    return format_number(round_half_up(value, places), places)
