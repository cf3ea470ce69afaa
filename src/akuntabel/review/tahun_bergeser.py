"""Tables whose values are those of another year everywhere else: the year of their caption or head is wrong."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.angka import same_value
from akuntabel.facts.kolom import Peran
from akuntabel.facts.subjek import same_name
from akuntabel.review.sebutan_nilai import NilaiSebut

_ENOUGH = 3  # values that are those of the other year
_MEASURED = (Peran.REALISASI, Peran.CAPAIAN)


@dataclass(frozen=True, slots=True)
class TahunBergeser:
    """The values of one place for the year that it names, each beside the same value of the year that is meant."""

    nilai: tuple[NilaiSebut, ...]
    sama: tuple[NilaiSebut, ...]
    tahun: int
    maksud: int


def shifted_years(values: Iterable[NilaiSebut], limit: Decimal) -> Iterator[TahunBergeser]:
    """Places where no value agrees with its year elsewhere, and at least three are those of one other year."""
    listed = [v for v in values if v.besaran in _MEASURED and v.tahun]
    places: dict[tuple[str, int], list[NilaiSebut]] = defaultdict(list)
    for value in listed:
        places[value.tempat, value.tahun or 0].append(value)
    for (place, year), own in places.items():
        if len(own) < _ENOUGH or len(places) == 1:
            continue
        others = [v for v in listed if v.tempat != place]
        if _agrees(own, others, year) == 0 and (found := _shift(own, others, year, limit)):
            yield found


def _agrees(own: Sequence[NilaiSebut], others: Sequence[NilaiSebut], year: int) -> int:
    """Values that the same year has elsewhere under the same name: most tables have some, and need no closer look."""
    told = {(o.indikator, o.besaran, o.angka.nilai) for o in others if o.tahun == year}
    return sum((v.indikator, v.besaran, v.angka.nilai) in told for v in own)


def _shift(own: Sequence[NilaiSebut], others: Sequence[NilaiSebut], year: int, limit: Decimal) -> TahunBergeser | None:
    twins = [(v, o) for v in own for o in others if o.besaran is v.besaran and _twin(v, o, limit)]
    counts = Counter(o.tahun for o in {(v.indikator, v.besaran): o for v, o in twins if o.tahun != year}.values())
    if not counts or any(o.tahun == year for _, o in twins):
        return None
    meant, count = counts.most_common(1)[0]
    against = any(o.tahun == year and _named_alike(v, o, limit) for v in own for o in others)
    if count < _ENOUGH or meant is None or not against:
        return None
    told = [(v, o) for v, o in twins if o.tahun == meant]
    return TahunBergeser(tuple(v for v, _ in told), tuple(o for _, o in told), year, meant)


def _twin(value: NilaiSebut, other: NilaiSebut, limit: Decimal) -> bool:
    return same_value(value.angka, other.angka) and same_name(value.indikator, other.indikator, limit)


def _named_alike(value: NilaiSebut, other: NilaiSebut, limit: Decimal) -> bool:
    return value.besaran is other.besaran and same_name(value.indikator, other.indikator, limit)
