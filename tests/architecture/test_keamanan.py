"""docs/keamanan.md names places and tests that are there: a proof that nobody can look up is none."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "keamanan.md"
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
PLACE = re.compile(r"`((?:src|tests|contoh|docs)/[\w/.-]+)`")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \|(.*)\|(.*)\|$", re.MULTILINE)
STATES = ("dipenuhi", "sebagian", "terbuka", "tidak berlaku", "di luar aplikasi")


def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@cache
def functions_of(path: str) -> frozenset[str]:
    file = ROOT / path
    tree = ast.parse(file.read_text(encoding="utf-8")) if file.exists() else ast.Module([], [])
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_test_that_the_page_names_exists() -> None:
    named = set(TEST.findall(page()))
    assert {f"{path}::{name}" for path, name in named if name not in functions_of(path)} == set()
    assert len(named) > 40


def test_every_place_that_the_page_names_exists() -> None:
    named = {place.rstrip("/") for place in PLACE.findall(page())}
    assert {place for place in named if not (ROOT / place).exists()} == set()
    assert len(named) > 20


def test_every_requirement_says_how_it_stands_and_stands_once() -> None:
    rows = ROW.findall(page())
    numbers = [number for number, _, _ in rows]
    assert len(numbers) == len(set(numbers))
    assert [number for number, _, state in rows if not state.strip().startswith(STATES)] == []
    # What is claimed has its proof in the row: a test, or a place that can be read.
    claimed = [(n, text) for n, _, text in rows if text.strip().startswith(("dipenuhi", "sebagian"))]
    assert [n for n, text in claimed if not (TEST.search(text) or PLACE.search(text))] == []
    # What is open says why.
    assert [n for n, _, text in rows if text.strip().startswith(("terbuka", "sebagian")) and len(text) < 40] == []
    assert {n.split(".")[0] for n in numbers} == {str(chapter) for chapter in range(1, 18)}
