"""Counts -> scores, index, mutu: of services, units, agencies and the government, by period and of the year. Exact."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import lcm, sqrt

from akuntabel.regulations import Regulations
from akuntabel.regulations.entri import PedomanSkm
from akuntabel.regulations.scale import Kelas, classify
from akuntabel.survey.cacah import Cacah, total_of
from akuntabel.survey.indeks import KONVERSI, bobot_tepat, decimal_of, indeks, konversi, nilai_rata_rata
from akuntabel.survey.rekap import Isi, Kunci, Rekap, sum_of
from akuntabel.survey.sampel import krejcie_morgan


class Tingkat(StrEnum):
    """What a result is of."""

    LAYANAN = "layanan"
    UNIT = "unit"
    INSTANSI = "instansi"
    PEMERINTAH = "pemerintah"


class CaraTahun(StrEnum):
    """How the year comes from its periods: all answers together, mean of the periods, the last period."""

    GABUNGAN = "gabungan"
    RATA_RATA = "rata_rata"
    TERAKHIR = "terakhir"


@dataclass(frozen=True, slots=True)
class AturanIndeks:
    """The policy: one weight for all elements, or one each (none: exactly 1/n); rounding of NRR; the year."""

    bobot: Decimal | None = None
    bobot_unsur: Mapping[str, Decimal] | None = None
    desimal_nrr: int | None = None
    tahun: CaraTahun = CaraTahun.GABUNGAN

    def weights(self, codes: Sequence[str]) -> tuple[Fraction, ...]:
        """The weight of each element, in order."""
        if self.bobot_unsur is not None:
            return tuple(Fraction(self.bobot_unsur.get(c, Decimal(0))) for c in codes)
        return bobot_tepat(len(codes)) if self.bobot is None else (Fraction(self.bobot),) * len(codes)

    def terbesar(self, codes: Sequence[str]) -> Decimal:
        """The converted index if every answer were 4: 100 only where the weights sum to one."""
        return decimal_of(sum(self.weights(codes), Fraction()) * 4 * KONVERSI)


@dataclass(frozen=True, slots=True)
class HasilUnsur:
    """An element: its counts, its weight, its place from the lowest (1; ties share; 0 without answers).

    NRR, weighted NRR and converted value are computed when asked: a government has a hundred thousand of them.
    `rata` is the mean of the periods where the year is one.
    """

    kode: str
    nama: str
    cacah: Cacah
    bobot: Fraction
    desimal: int | None = None
    dari_bawah: int = 0
    rata: Fraction | None = None

    @property
    def nrr(self) -> Fraction | None:
        """Mean score, 1 to 4; None without answers."""
        if self.rata is not None or not self.cacah.banyak:
            return self.rata
        return nilai_rata_rata(self.cacah.jumlah, self.cacah.banyak, self.desimal)

    @property
    def nrr_tertimbang(self) -> Fraction | None:
        """Mean score times weight."""
        mean = self.nrr
        return None if mean is None else mean * self.bobot

    @property
    def nilai(self) -> Decimal | None:
        """Converted value, 25 to 100."""
        mean = self.nrr
        return None if mean is None else decimal_of(konversi(mean))


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
    the interval of 95 %, for internal annexes only.
    """

    tingkat: Tingkat
    kunci: Kunci
    periode: str
    lembar: int
    responden: int
    unsur: tuple[HasilUnsur, ...]
    indeks: Fraction | None
    nilai: Decimal | None
    kelas: Kelas | None
    alasan: str | None = None
    bagian: int = 1
    cara: CaraTahun | None = None
    sampel: Sampel | None = None
    galat: Decimal | None = None

    @property
    def nama(self) -> str:
        """What the result is called."""
        return "Semua" if self.tingkat is Tingkat.PEMERINTAH else _name(self.tingkat, self.kunci) or "(tanpa nama)"


@dataclass(frozen=True, slots=True)
class BahanHasil:
    """What every result needs."""

    aturan: AturanIndeks
    pedoman: PedomanSkm
    regulations: Regulations
    tahun: int
    pengguna: Mapping[str, int]

    kode: tuple[str, ...] = ()
    bobot: tuple[Fraction, ...] = ()

    def __post_init__(self) -> None:
        """The elements in the order of the guide, and their weights."""
        codes = tuple(u.kode for u in self.pedoman.unsur)
        object.__setattr__(self, "kode", codes)
        object.__setattr__(self, "bobot", self.aturan.weights(codes))


def hasil_semua(rekap: Rekap, bahan: BahanHasil) -> tuple[Hasil, ...]:
    """Every level by period, then the year of each name: services, units, agencies, the government."""
    made: list[Hasil] = []
    for level in Tingkat:
        groups = _groups(rekap, level)
        if level is not Tingkat.PEMERINTAH and all(not _name(level, k) for k, _ in groups):
            continue
        by_name: dict[Kunci, list[tuple[Hasil, list[Isi]]]] = {}
        for (key, periode), parts in groups.items():
            by_name.setdefault(key, []).append((_hasil(level, key, periode, parts, bahan), parts))
        for key, told in by_name.items():
            found = [one for one, _ in told]
            made += found
            if len(found) > 1:
                made.append(_tahun(level, key, found, [i for _, parts in told for i in parts], bahan))
    return tuple(made)


def _name(level: Tingkat, key: Kunci) -> str:
    return {Tingkat.LAYANAN: key.layanan, Tingkat.UNIT: key.unit, Tingkat.INSTANSI: key.instansi}.get(level, "")


def _groups(rekap: Rekap, level: Tingkat) -> dict[tuple[Kunci, str], list[Isi]]:
    """The parts of each result of a level; periods in the order of their codes."""
    found: dict[tuple[Kunci, str], list[Isi]] = {}
    for key in sorted(rekap.kelompok):
        kept = {
            Tingkat.LAYANAN: Kunci(key.instansi, key.unit, key.layanan),
            Tingkat.UNIT: Kunci(key.instansi, key.unit),
            Tingkat.INSTANSI: Kunci(key.instansi),
        }.get(level, Kunci())
        found.setdefault((kept, key.periode), []).append(rekap.kelompok[key])
    return {k: found[k] for k in sorted(found)}


def _hasil(level: Tingkat, key: Kunci, periode: str, parts: Sequence[Isi], bahan: BahanHasil) -> Hasil:
    """One result from all answers of its parts together."""
    whole = sum_of(parts)
    elements = _unsur(whole, bahan)
    lacking = [u.kode for u in elements if not u.cacah.banyak]
    made = Hasil(
        level, key, periode, whole.lembar, whole.berisi, elements, None, None, None,
        bagian=len(parts), sampel=_sampel(level, key, whole, bahan),
    )  # fmt: skip
    if lacking:
        return replace(made, alasan=f"tidak ada jawaban sah untuk {', '.join(lacking)}: indeks tidak dihitung")
    counted = [(u.cacah.jumlah, u.cacah.banyak) for u in elements]
    value = indeks(counted, bahan.bobot, bahan.aturan.desimal_nrr)
    return _graded(replace(made, galat=_galat(whole, bahan.bobot)), value, bahan)


def _graded(made: Hasil, value: Fraction, bahan: BahanHasil) -> Hasil:
    shown = decimal_of(konversi(value))
    scale = bahan.regulations.skala_pada("mutu_skm", bahan.tahun)
    return replace(made, indeks=value, nilai=shown, kelas=classify(scale, shown))


def _unsur(whole: Isi, bahan: BahanHasil) -> tuple[HasilUnsur, ...]:
    names = {u.kode: u.nama for u in bahan.pedoman.unsur}
    counts = [whole.unsur.get(code, Cacah()) for code in bahan.kode]
    answered = [c.banyak for c in counts]
    common = lcm(*(n or 1 for n in answered))  # so that places need no fractions
    scores = [c.jumlah * (common // n) if n else None for c, n in zip(counts, answered, strict=True)]
    order = sorted(s for s in scores if s is not None)
    return tuple(
        HasilUnsur(
            code, names[code], c, weight, bahan.aturan.desimal_nrr,
            0 if score is None else 1 + bisect_left(order, score),
        )
        for code, c, weight, score in zip(bahan.kode, counts, bahan.bobot, scores, strict=True)
    )  # fmt: skip


def _sampel(level: Tingkat, key: Kunci, whole: Isi, bahan: BahanHasil) -> Sampel | None:
    """The sample wanted, where somebody told how many used the service (its name, or its unit's or agency's)."""
    users = bahan.pengguna.get(_name(level, key) if level is not Tingkat.PEMERINTAH else "*")
    if users is None:
        return None
    wanted = krejcie_morgan(users, bahan.regulations.besar_sampel_list[-1])
    return Sampel(users, wanted, whole.berisi >= wanted)


def _galat(whole: Isi, weights: Sequence[Fraction]) -> Decimal | None:
    """Half the width of the 95 % interval of the converted index, from complete sheets under equal weights."""
    n = whole.lengkap
    if n < 2 or len(set(weights)) > 1:
        return None
    spread = Fraction(whole.total_kuadrat * n - whole.total**2, n * (n - 1))
    return Decimal(repr(1.96 * sqrt(spread / n) * float(weights[0]) * KONVERSI))


def _tahun(level: Tingkat, key: Kunci, periods: Sequence[Hasil], parts: Sequence[Isi], bahan: BahanHasil) -> Hasil:
    """The year of one name, as the policy says."""
    how = bahan.aturan.tahun
    pooled = replace(_hasil(level, key, "", parts, bahan), cara=how, bagian=max(p.bagian for p in periods))
    if how is CaraTahun.GABUNGAN:
        return pooled
    chosen = periods[-1:] if how is CaraTahun.TERAKHIR else periods
    values = [p.indeks for p in chosen]
    found = [v for v in values if v is not None]
    if len(found) < len(values):
        return replace(
            pooled, indeks=None, nilai=None, kelas=None, galat=None,
            alasan="ada periode tanpa indeks: indeks setahun tidak dihitung",
        )  # fmt: skip
    elements = _ranked([_mean_unsur(code, chosen, n) for n, code in enumerate(bahan.kode)])
    return _graded(replace(pooled, unsur=elements, galat=None), _mean(found), bahan)


def _mean(values: Iterable[Fraction]) -> Fraction:
    listed = list(values)
    return sum(listed, Fraction()) / len(listed)


def _mean_unsur(code: str, periods: Sequence[Hasil], at: int) -> HasilUnsur:
    """An element's mean over periods; its counts are those of all of them."""
    own = [p.unsur[at] for p in periods]
    means = [m for u in own if (m := u.nrr) is not None]
    mean = _mean(means) if len(means) == len(own) else None
    return HasilUnsur(code, own[0].nama, total_of(u.cacah for u in own), own[0].bobot, rata=mean)


def _ranked(elements: Sequence[HasilUnsur]) -> tuple[HasilUnsur, ...]:
    """The place of each mean from the lowest; equal values share one."""
    means = [u.rata for u in elements if u.rata is not None]
    return tuple(u if u.rata is None else replace(u, dari_bawah=1 + sum(m < u.rata for m in means)) for u in elements)
