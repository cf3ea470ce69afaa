"""What must hold of every figure, whatever the data."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spek import all_cases, figures_of, make_paket, presets, shown
from ubah_sel import example

from akuntabel.calculation.besaran import BESARAN
from akuntabel.calculation.capaian import numeric
from akuntabel.calculation.formulas import RUMUS_BY_KODE
from akuntabel.calculation.policy import BobotSkm, Policy, RumusTurun, make_policy, weight_of
from akuntabel.domain.anggaran import Anggaran, RealisasiAnggaran
from akuntabel.domain.catatan import Kebijakan
from akuntabel.domain.figure import FigureId, FigureSet, Keadaan
from akuntabel.domain.indikator import Indikator, Komponen
from akuntabel.domain.kinerja import NilaiKomponen
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.domain.pilihan import Arah, JenisNilai, PeranKomponen, Periode, Tingkatan
from akuntabel.domain.rencana import Kegiatan, Program, Subkegiatan

FEW_OR_MANY = pytest.mark.parametrize("n", [40, pytest.param(5000, marks=pytest.mark.panjang)])
ZERO = Decimal()
POSITIVE = st.decimals(Decimal("0.01"), 10**9, places=2)
ANY = st.decimals(-(10**6), 10**6, places=2)


def policy(preset: str) -> Policy:
    return make_policy((Kebijakan(kunci_kebijakan="preset", nilai=preset),), presets())


def check(n: int, test: Callable[..., None], **strategies: Any) -> None:
    settings(max_examples=n)(given(**strategies)(test))()


def capaian(
    p: Policy, arah: Arah, target: Decimal, value: Decimal, upper: Decimal, tolerance: Decimal
) -> Decimal | None:
    return numeric(p, arah, target, value, upper, tolerance)[0].nilai


@FEW_OR_MANY
@pytest.mark.parametrize("preset", list(presets()))
@pytest.mark.parametrize("arah", list(Arah))
def test_on_target_is_100(n: int, preset: str, arah: Arah) -> None:
    def test(target: Decimal, width: Decimal, tolerance: Decimal) -> None:
        found = capaian(policy(preset), arah, target, target, target + width, tolerance)
        assert found in (100, None)
        assert found == 100 or (target <= 0 and arah in (Arah.NAIK, Arah.TURUN))

    check(n, test, target=POSITIVE | ANY, width=POSITIVE, tolerance=POSITIVE)


def badness(arah: Arah, target: Decimal, upper: Decimal, value: Decimal) -> tuple[int, Decimal]:
    """(side, distance): only values on one side of a range or level can be compared."""
    if arah is Arah.NAIK:
        return 0, -value
    if arah is Arah.TURUN:
        return 0, value
    if arah is Arah.TETAP:
        return (value > target) - (value < target), abs(value - target)
    return (value > upper) - (value < target), max(target - value, value - upper, ZERO)


@FEW_OR_MANY
@pytest.mark.parametrize("preset", list(presets()))
@pytest.mark.parametrize("arah", list(Arah))
def test_a_better_result_never_lowers_it(n: int, preset: str, arah: Arah) -> None:
    """Except realisasi / target for lower-is-better, which is contrary by nature and only reprints old reports."""
    p = policy(preset)
    if arah is Arah.TURUN and p.rumus_turun is RumusTurun.REALISASI_PER_TARGET:
        low, high = (numeric(p, arah, Decimal(5), v, None, ZERO)[0].nilai for v in (Decimal(4), Decimal(6)))
        assert (low, high) == (80, 120)
        return

    def test(target: Decimal, width: Decimal, tolerance: Decimal, a: Decimal, b: Decimal) -> None:
        upper = target + width
        (side_a, far_a), (side_b, far_b) = (badness(arah, target, upper, v) for v in (a, b))
        first, second = (capaian(p, arah, target, v, upper, tolerance) for v in (a, b))
        if side_a == side_b and first is not None and second is not None:
            assert first >= second if far_a <= far_b else first <= second

    check(n, test, target=POSITIVE | ANY, width=POSITIVE, tolerance=POSITIVE, a=POSITIVE | ANY, b=POSITIVE | ANY)


@FEW_OR_MANY
@pytest.mark.parametrize("preset", list(presets()))
def test_capped_and_uncapped_agree_within_the_bounds(n: int, preset: str) -> None:
    p = policy(preset)

    def test(value: Decimal) -> None:
        low = value if p.batas_bawah is None else p.batas_bawah
        high = value if p.batas_atas is None else p.batas_atas
        assert low <= p.cap(value) <= high or low > high
        assert (p.cap(value) == value) == (low <= value <= high)

    check(n, test, value=ANY)


def signatures(figures: FigureSet) -> dict[FigureId, object]:
    return {i: (f.value, f.keadaan, f.satuan, f.desimal, f.sementara, shown(f)) for i, f in figures.items()}


def shuffled(paket: Paket, chance: random.Random) -> Paket:
    tables: dict[str, Any] = {name: tuple(chance.sample(rows, len(rows))) for name, rows in paket.tables()}
    return replace(paket, **tables)


@pytest.mark.parametrize("n", [5, pytest.param(300, marks=pytest.mark.panjang)])
def test_order_of_rows_never_matters(n: int) -> None:
    paket = example()
    expected = signatures(figures_of(paket))

    def test(chance: random.Random) -> None:
        assert signatures(figures_of(shuffled(paket, chance))) == expected

    check(n, test, chance=st.randoms(use_true_random=False))


@pytest.mark.parametrize("case", all_cases(), ids=lambda c: f"{c.halaman}: {c.nama}")
def test_order_of_rows_never_matters_in_any_case(case: Any) -> None:
    for preset in case.preset_list:
        paket = make_paket(case, preset)
        mixed = shuffled(paket, random.Random(7))
        assert signatures(figures_of(mixed)) == signatures(figures_of(paket))


def packages() -> list[Paket]:
    return [example(), *(make_paket(case, preset) for case in all_cases() for preset in case.preset_list)]


SETS = [figures_of(paket) for paket in packages()]


def every() -> list[tuple[FigureSet, FigureId]]:
    return [(figures, fid) for figures in SETS for fid in figures]


def test_every_id_reads_back() -> None:
    assert [str(i) for _, i in every() if FigureId.parse(str(i)) != i] == []


def test_every_input_exists() -> None:
    assert [f"{i} <- {j}" for s, i in every() for j in s[i].trace.inputs if j not in s] == []


def test_every_kind_and_formula_is_known() -> None:
    assert {i.besaran for _, i in every()} - set(BESARAN) == set()
    assert {s[i].trace.rumus for s, i in every()} - set(RUMUS_BY_KODE) == set()


def test_traces_have_no_loop() -> None:
    for figures in SETS:
        done: set[FigureId] = set()
        left = set(figures)
        while ready := {i for i in left if done.issuperset(figures[i].trace.inputs)}:
            done |= ready
            left -= ready
        assert left == set()


def test_provisional_is_inherited() -> None:
    wrong = [str(i) for s, i in every() if not s[i].sementara and any(s[j].sementara for j in s[i].trace.inputs)]
    assert wrong == []


def test_a_value_or_a_named_state_with_its_reason() -> None:
    assert [str(i) for s, i in every() if (s[i].value is None) == (s[i].keadaan is Keadaan.ADA)] == []
    silent = [str(i) for s, i in every() if s[i].value is None and s[i].trace.inputs and not s[i].trace.catatan]
    assert silent == []


def test_every_traced_cell_exists() -> None:
    for paket, figures in zip(packages(), SETS, strict=True):
        keys = {(name, row.kunci) for name, rows in paket.tables() for row in rows}
        keys |= {(name, "") for name, rows in paket.tables() if rows}  # a whole column
        cells = {c for f in figures.values() for c in f.trace.cells}
        assert {(c.tabel, c.kunci) for c in cells} - keys == set()
        assert {c for c in cells if c.kolom not in TABEL[c.tabel].model_fields} == set()


def ratio(kode: str, top: int, bottom: int) -> tuple[Indikator, tuple[Komponen, ...], tuple[NilaiKomponen, ...]]:
    ind = Indikator(kode=kode, tingkat=Tingkatan.SASARAN, induk="S", nama=kode, satuan="persen",
                    jenis_nilai=JenisNilai.RASIO, arah=Arah.NAIK, iku=True)  # fmt: skip
    roles = (("A", PeranKomponen.PEMBILANG, top), ("B", PeranKomponen.PENYEBUT, bottom))
    parts = tuple(Komponen(indikator=kode, kode=k, nama=k, peran=r) for k, r, _ in roles)
    values = tuple(
        NilaiKomponen(indikator=kode, komponen=k, tahun=2025, periode=Periode.TAHUN, nilai=Decimal(v))
        for k, _, v in roles
    )
    return ind, parts, values


@FEW_OR_MANY
def test_tkk_is_100_minus_tpt(n: int) -> None:
    def test(working: int, jobless: int) -> None:
        force = working + jobless
        made = [ratio("TPT", jobless, force), ratio("TKK", working, force)]
        figures = figures_of(
            Paket(
                indikator=tuple(m[0] for m in made),
                komponen=tuple(k for m in made for k in m[1]),
                nilai_komponen=tuple(v for m in made for v in m[2]),
            )
        )
        tpt, tkk = (figures[FigureId("realisasi", k, 2025)].number for k in ("TPT", "TKK"))
        assert tpt is not None
        assert tkk is not None
        assert abs(tpt + tkk - 100) < Decimal("1e-30")

    check(min(n, 1000), test, working=st.integers(1, 10**9), jobless=st.integers(0, 10**9))


AMOUNT = st.none() | st.integers(0, 10**12).map(Decimal)


@FEW_OR_MANY
def test_budgets_add_up_without_counting_twice(n: int) -> None:
    """Two programmes of two activities of two sub-activities; any of the 14 codes may carry an amount of its own."""
    kegiatan = [(f"P{i}", f"P{i}.{j}") for i in (1, 2) for j in (1, 2)]
    sub = [(k, f"{k}.{m}") for _, k in kegiatan for m in (1, 2)]
    codes = ["P1", "P2", *(k for _, k in kegiatan), *(s for _, s in sub)]
    plan = Paket(
        program=tuple(Program(kode=p, nama=p, penunjang=False) for p in ("P1", "P2")),
        kegiatan=tuple(Kegiatan(kode=k, program=p, nama=k) for p, k in kegiatan),
        subkegiatan=tuple(Subkegiatan(kode=s, kegiatan=k, nama=s) for k, s in sub),
    )

    def whole(amounts: dict[str, Decimal], code: str) -> Decimal | None:
        """The amount of a code: its own, else the sum of what lies directly below it."""
        if code in amounts:
            return amounts[code]
        below = [whole(amounts, c) for c in codes if c.startswith(f"{code}.") and c.count(".") == code.count(".") + 1]
        known = [v for v in below if v is not None]
        return sum(known, ZERO) if known else None

    def test(given_amounts: list[Decimal | None]) -> None:
        amounts = {c: a for c, a in zip(codes, given_amounts, strict=True) if a is not None}
        budget = tuple(Anggaran(kode=c, tahun=2025, versi="murni", pagu=a) for c, a in amounts.items())
        spent = tuple(RealisasiAnggaran(kode=c, tahun=2025, dokumen="lra", realisasi=a, dipakai=True)
                      for c, a in amounts.items())  # fmt: skip
        figures = figures_of(replace(plan, anggaran=budget, realisasi_anggaran=spent))
        for code in codes:
            for besaran in ("pagu", "realisasi_anggaran"):
                figure = figures.get(FigureId(besaran, code, 2025))
                assert (figure.number if figure else None) == whole(amounts, code)
        parts = [v for p in ("P1", "P2") if (v := whole(amounts, p)) is not None]
        total = figures.get(FigureId("pagu", "total", 2025))
        assert (total.number if total else None) == (sum(parts, ZERO) if parts else None)

    check(min(n, 500), test, given_amounts=st.lists(AMOUNT, min_size=len(codes), max_size=len(codes)))


@pytest.mark.parametrize(
    ("bobot", "unsur", "expected"),
    [
        (BobotSkm.TEPAT, 9, None),
        (BobotSkm.DUA_DESIMAL, 9, Decimal("0.11")),
        (BobotSkm.TIGA_DESIMAL, 9, Decimal("0.111")),
        (BobotSkm.DUA_DESIMAL, 14, Decimal("0.07")),
        (BobotSkm.TIGA_DESIMAL, 14, Decimal("0.071")),
    ],
)
def test_survey_weight(bobot: BobotSkm, unsur: int, expected: Decimal | None) -> None:
    assert weight_of(bobot, unsur) == expected


@pytest.mark.parametrize(
    ("kunci", "nilai", "message"),
    [
        ("preset", "lain", "preset 'lain' tidak dikenal"),
        ("pembulatan", "2", "pengaturan 'pembulatan' tidak dikenal"),
        ("batas_atas", "nan", "bukan angka"),
        ("batas_atas", "seratus", "bukan angka"),
        ("batas_bawah", "130", "batas_bawah melebihi batas_atas"),
        ("rumus_turun", "terbalik", "rumus_turun 'terbalik' tidak dikenal"),
    ],
)
def test_a_policy_that_cannot_be_used_says_so(kunci: str, nilai: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make_policy((Kebijakan(kunci_kebijakan=kunci, nilai=nilai),), presets())
