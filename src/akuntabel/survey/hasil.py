"""Counts -> scores, index, mutu: of services, units, agencies and the government, by period and of the year. Exact."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import sqrt

from akuntabel.bahasa.tanggal import parse_bulan
from akuntabel.regulations.scale import Kelas, classify
from akuntabel.survey.bahan import BahanHasil, CaraTahun
from akuntabel.survey.cacah import Cacah
from akuntabel.survey.indeks import KONVERSI, decimal_of, indeks, konversi
from akuntabel.survey.rekap import Isi, Kunci, Rekap, sama, sum_of
from akuntabel.survey.sampel import krejcie_morgan
from akuntabel.survey.unsur import HasilUnsur, unsur_of


class Tingkat(StrEnum):
    """What a result is of."""

    LAYANAN = "layanan"
    UNIT = "unit"
    INSTANSI = "instansi"
    PEMERINTAH = "pemerintah"


@dataclass(frozen=True, slots=True)
class Sampel:
    """Users of the period, answers wanted (Krejcie and Morgan), and whether they were reached."""

    pengguna: int
    diminta: int
    tercapai: bool


@dataclass(frozen=True, slots=True)
class Hasil:
    """One result. `indeks` is on the scale 1 to 4, `nilai` converted; None with `alasan` where there is none.

    `bagian` counts the services it is made of; of several it is weighted by respondents. `galat` is half the width of
    the interval of 95 %, for internal annexes only; it comes from the `lembar_galat` complete sheets. `rata` are the
    means of the elements over the periods, where the year is one of these.
    """

    tingkat: Tingkat
    kunci: Kunci
    periode: str
    isi: Isi
    bahan: BahanHasil
    indeks: Fraction | None
    nilai: Decimal | None
    kelas: Kelas | None
    alasan: str | None = None
    bagian: int = 1
    cara: CaraTahun | None = None
    sampel: Sampel | None = None
    galat: Decimal | None = None
    rata: tuple[Fraction | None, ...] = ()

    @property
    def lembar(self) -> int:
        """All sheets, those without any answer too."""
        return self.isi.lembar

    @property
    def responden(self) -> int:
        """The sheets that count: those with an answer, or the complete ones where only these count."""
        return _responden(self.isi, self.bahan)

    @property
    def lembar_galat(self) -> int:
        """The complete sheets: those that an interval comes from."""
        return self.isi.lengkap

    @property
    def unsur(self) -> tuple[HasilUnsur, ...]:
        """The elements, computed when asked: a government has a hundred thousand of them."""
        return unsur_of(_counts(self.isi, self.bahan), self.bahan, self.rata)

    @property
    def nama(self) -> str:
        """What the result is called."""
        return "Semua" if self.tingkat is Tingkat.PEMERINTAH else _name(self.tingkat, self.kunci) or "(tanpa nama)"


def _responden(whole: Isi, bahan: BahanHasil) -> int:
    return whole.lengkap if bahan.lembar_utuh else whole.berisi


def hasil_semua(rekap: Rekap, bahan: BahanHasil) -> tuple[Hasil, ...]:
    """Every level by period, then the year of each name: services, units, agencies, the government.

    Each level is added up from the one below it: the order of sums of integers changes nothing. Rows without a
    valid answer (blank ones, totals below a table) are no result of their own.
    """
    made: list[Hasil] = []
    filled = any(content.berisi for content in rekap.kelompok.values())
    groups = {key: isi for key, isi in _one_spelling(rekap).items() if isi.berisi or not filled}
    named = tuple(groups)
    services = {key._replace(periode="") for key in groups}
    for level in Tingkat:
        groups = _coarser(groups, level)
        if level is not Tingkat.PEMERINTAH and not any(_name(level, key) for key in groups):
            continue
        within = Counter(_kept(level, key) for key in services)
        by_period = Counter(_kept(level, key) for key in named)
        by_name: dict[Kunci, list[Hasil]] = {}
        for key, content in groups.items():
            one = _hasil(level, key._replace(periode=""), key.periode, content, by_period[key], bahan)
            by_name.setdefault(one.kunci, []).append(one)
        for key, found in by_name.items():
            made += found
            for year, own in _by_year(found).items():
                if len(own) > 1:
                    made.append(replace(_tahun(level, key, own, within[key], bahan), periode=year))
    return tuple(made)


def _one_spelling(rekap: Rekap) -> dict[Kunci, Isi]:
    """The groups in order of time, those whose names differ only in capitals and blanks together."""
    spelling = rekap.ejaan
    found: dict[Kunci, list[Isi]] = {}
    for key in sorted(rekap.kelompok):
        found.setdefault(Kunci(*(spelling[sama(name)][0] for name in key)), []).append(rekap.kelompok[key])
    return {key: sum_of(found[key]) for key in sorted(found, key=_in_time)}


def _by_year(results: Sequence[Hasil]) -> dict[str, list[Hasil]]:
    """Periods by the year that their code names, where they name several; else all under no name."""
    years = {r.periode: match[0] if (match := _YEAR.search(r.periode)) else "" for r in results}
    if len(set(years.values()) - {""}) < 2:
        return {"": list(results)}
    found: dict[str, list[Hasil]] = {}
    for r in results:
        found.setdefault(years[r.periode], []).append(r)
    return {year: own for year, own in found.items() if year}


_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def _name(level: Tingkat, key: Kunci) -> str:
    match level:
        case Tingkat.LAYANAN:
            return key.layanan
        case Tingkat.UNIT:
            return key.unit
        case Tingkat.INSTANSI:
            return key.instansi
    return ""


def _kept(level: Tingkat, key: Kunci) -> Kunci:
    """What a level keeps of a group's key."""
    match level:
        case Tingkat.LAYANAN:
            return key
        case Tingkat.UNIT:
            return Kunci(key.instansi, key.unit, "", key.periode)
        case Tingkat.INSTANSI:
            return Kunci(key.instansi, "", "", key.periode)
    return Kunci(periode=key.periode)


def _coarser(groups: Mapping[Kunci, Isi], level: Tingkat) -> dict[Kunci, Isi]:
    """The groups of a level from finer ones, in the order of names and periods."""
    found: dict[Kunci, list[Isi]] = {}
    for key, content in groups.items():
        found.setdefault(_kept(level, key), []).append(content)
    return {key: sum_of(found[key]) for key in sorted(found, key=_in_time)}


def _hasil(level: Tingkat, key: Kunci, periode: str, whole: Isi, bagian: int, bahan: BahanHasil) -> Hasil:
    """One result from all answers of its parts together."""
    counts = _counts(whole, bahan)
    lacking = [code for code, c in zip(bahan.kode, counts, strict=True) if not c.banyak]
    value, reason = None, None
    if lacking:
        reason = f"tidak ada jawaban sah untuk {', '.join(lacking)}: indeks tidak dihitung"
    else:
        value = indeks([(c.jumlah, c.banyak) for c in counts], bahan.bobot, bahan.aturan.desimal_nrr)
    return Hasil(
        level, key, periode, whole, bahan, value, *_graded(value, bahan), alasan=reason, bagian=bagian,
        sampel=_sampel(level, key, whole, bahan), galat=None if lacking else _galat(whole, bahan.bobot),
    )  # fmt: skip


def _counts(whole: Isi, bahan: BahanHasil) -> list[Cacah]:
    """The counts of the guide's elements, in its order."""
    return [whole.unsur.get(code) or Cacah() for code in bahan.kode]


def _graded(value: Fraction | None, bahan: BahanHasil) -> tuple[Decimal | None, Kelas | None]:
    """The converted index and its class; of no index, neither."""
    if value is None:
        return None, None
    shown = decimal_of(konversi(value))
    return shown, classify(bahan.skala, shown)


def _sampel(level: Tingkat, key: Kunci, whole: Isi, bahan: BahanHasil) -> Sampel | None:
    """The sample wanted, where somebody told how many used the service (its name, or its unit's or agency's)."""
    users = bahan.pengguna.get(sama(_name(level, key)) if level is not Tingkat.PEMERINTAH else "*")
    if users is None:
        return None
    wanted = krejcie_morgan(users, bahan.regulations.besar_sampel(bahan.tahun))
    return Sampel(users, wanted, _responden(whole, bahan) >= wanted)


def _in_time(key: Kunci) -> Kunci:
    """What groups are ordered by: names of months in the order of the year, everything else by its letters."""
    words = _MONTH.fullmatch(key.periode.strip())
    month = parse_bulan(words[1]) if words else None
    return key._replace(periode=f"{words[2] or ''}-{month:02}") if words and month else key


_MONTH = re.compile(r"([A-Za-z]+)\.?(?:\s+(\d{4}))?")


def _galat(whole: Isi, weights: Sequence[Fraction]) -> Decimal | None:
    """Half the width of the 95 % interval of the converted index, from complete sheets under equal weights."""
    n = whole.lengkap
    if n < 2 or len(set(weights)) > 1 or not whole.total_kuadrat:  # no sums of squares: nobody asked for it
        return None
    spread = Fraction(whole.total_kuadrat * n - whole.total**2, n * (n - 1))
    return Decimal(repr(1.96 * sqrt(spread / n) * float(weights[0]) * KONVERSI))


def _tahun(level: Tingkat, key: Kunci, periods: Sequence[Hasil], bagian: int, bahan: BahanHasil) -> Hasil:
    """The year of one name, as the policy says."""
    how = bahan.aturan.tahun
    pooled = replace(_hasil(level, key, "", sum_of(p.isi for p in periods), bagian, bahan), cara=how)
    if how is CaraTahun.GABUNGAN:
        return pooled
    chosen = periods[-1:] if how is CaraTahun.TERAKHIR else periods
    values = [p.indeks for p in chosen]
    if None in values:
        return replace(
            pooled, indeks=None, nilai=None, kelas=None, galat=None,
            alasan="ada periode tanpa indeks: indeks setahun tidak dihitung",
        )  # fmt: skip
    means = tuple(_mean([u.nrr for u in own]) for own in zip(*(p.unsur for p in chosen), strict=True))
    value = _mean(values)
    shown, kelas = _graded(value, bahan)
    return replace(pooled, rata=means, galat=None, indeks=value, nilai=shown, kelas=kelas)


def _mean(values: Sequence[Fraction | None]) -> Fraction | None:
    """The mean; None where one is missing."""
    found = [v for v in values if v is not None]
    return sum(found, Fraction()) / len(found) if len(found) == len(values) else None
