"""Sums of random tables: right totals are no finding in any nesting; one changed cell is one cause that names it."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from akuntabel.facts.fakta import collect
from akuntabel.findings import Temuan
from akuntabel.readers.teks import parse_teks
from akuntabel.regulations import load
from akuntabel.review.runner import review

CODES = ("JML-01", "JML-02", "JML-03")
REGULATIONS = load()
AMOUNT = st.integers(1_000_000, 9_999_999).map(lambda n: n * 1000)
Grid = list[list[str]]


def rupiah(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def findings(grid: Grid) -> tuple[Temuan, ...]:
    text = "\n".join("\t".join(row) for row in grid)
    return review(collect(parse_teks(text.encode(), "kasus.txt")), REGULATIONS, pilih=CODES).temuan


def percent(spent: int, budget: int) -> str:
    return f"{Decimal(spent) / budget * 100:.2f}".replace(".", ",")


# Programmes, each a list of activities with budget and spending.
PLAN = st.lists(st.lists(st.tuples(AMOUNT, AMOUNT), min_size=2, max_size=4), min_size=2, max_size=4)


def nested(plan: list[list[tuple[int, int]]], marks: str) -> Grid:
    grid = [["No", "Program/Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "%"]]
    for p, activities in enumerate(plan, start=1):
        budget, spent = (sum(a[i] for a in activities) for i in (0, 1))
        grid.append([_mark(marks, p), f"Program {p}", rupiah(budget), rupiah(spent), percent(spent, budget)])
        for n, (b, s) in enumerate(activities, start=1):
            mark = {"kode": f"2.07.0{p}.2.0{n}", "romawi": str(n), "tanpa": ""}[marks]
            grid.append([mark, f"Kegiatan {p} {n}", rupiah(b), rupiah(s), percent(s, b)])
    budget, spent = (sum(a[i] for acts in plan for a in acts) for i in (0, 1))
    return [*grid, ["", "Jumlah", rupiah(budget), rupiah(spent), percent(spent, budget)]]


def _mark(marks: str, p: int) -> str:
    if marks == "tanpa":
        return ""
    return f"2.07.0{p}" if marks == "kode" else ["I", "II", "III", "IV"][p - 1]


COUNTS = st.lists(st.lists(st.integers(10, 250), min_size=3, max_size=3), min_size=3, max_size=8)


def crossed(rows: list[list[int]]) -> Grid:
    head = ["No", "Pendidikan", "PNS (Orang)", "PPPK (Orang)", "Non ASN (Orang)", "Jumlah (Orang)"]
    body = [[str(n), f"Jenjang {n}", *map(str, row), str(sum(row))] for n, row in enumerate(rows, start=1)]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    return [head, *body, ["Jumlah", "", *map(str, sums), str(sum(sums))]]


@settings(max_examples=40)
@given(PLAN, st.sampled_from(["romawi", "kode", "tanpa"]))
def test_right_nested_totals_are_no_finding(plan: list[list[tuple[int, int]]], marks: str) -> None:
    assert findings(nested(plan, marks)) == ()


@settings(max_examples=40)
@given(PLAN)
def test_flat_and_grouped_totals_are_no_finding(plan: list[list[tuple[int, int]]]) -> None:
    grid = [["No", "Kegiatan", "Anggaran (Rp)"]]
    for p, activities in enumerate(plan, start=1):
        grid += [["ABCD"[p - 1], f"Program {p}", ""]]
        grid += [[str(n), f"Kegiatan {n}", rupiah(b)] for n, (b, _) in enumerate(activities, start=1)]
        grid += [["", f"Jumlah {'ABCD'[p - 1]}", rupiah(sum(b for b, _ in activities))]]
    grid += [["", "Jumlah Keseluruhan", rupiah(sum(b for acts in plan for b, _ in acts))]]
    assert findings(grid) == ()


@settings(max_examples=40)
@given(COUNTS)
def test_right_crossed_totals_are_no_finding(rows: list[list[int]]) -> None:
    assert findings(crossed(rows)) == ()


@settings(max_examples=100)
@given(COUNTS, st.data())
def test_one_changed_cell_of_a_crossed_table_is_named(rows: list[list[int]], data: st.DataObject) -> None:
    grid = crossed(rows)
    row, column = data.draw(st.integers(1, len(rows))), data.draw(st.integers(2, 5))
    right = grid[row][column]
    grid[row][column] = str(int(right) + data.draw(st.integers(1, 200)))
    found = findings(grid)
    assert [(f.lokasi.baris, f.tertulis, f.seharusnya) for f in found] == [((row + 1,), grid[row][column], right)]


@settings(max_examples=100)
@given(PLAN, st.sampled_from(["romawi", "kode"]), st.data())
def test_one_changed_amount_is_one_cause(plan: list[list[tuple[int, int]]], marks: str, data: st.DataObject) -> None:
    grid = nested(plan, marks)
    row, column = data.draw(st.integers(1, len(grid) - 1)), data.draw(st.integers(2, 3))
    right = grid[row][column]
    grid[row][column] = rupiah(int(right.replace(".", "")) * 2 + 7_000_000)
    found = [f for f in findings(grid) if f.kode != "JML-03"]
    assert [(f.lokasi.baris, f.tertulis, f.seharusnya) for f in found] == [((row + 1,), grid[row][column], right)]
    causes = {f.sebab or f.lokasi.baris for f in findings(grid)}
    assert len(causes) == 1
