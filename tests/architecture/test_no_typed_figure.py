"""A report's code holds no figure: no digit in any text that could be printed. Laws, years and names are data."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "src" / "akuntabel" / "reports"

# A text with a digit that is not a figure -> what it is.
ALLOWED: dict[str, str] = {}
# Names, never printed as a figure: codes of the model (IKU-1, U4, tabel_3), keys of blocks.
NAME = re.compile(r"[A-Za-z_][A-Za-z_0-9./{}-]*")
# The name of a figure as the example of an error message: `capaian/IKU-1/2025`.
FIGURE_NAME = re.compile(r"\b[a-z_]+/[A-Z][\w.-]*(?:/[\w-]+)*")
DIGIT = re.compile(r"\d")


def docstrings(tree: ast.AST) -> set[int]:
    """Give the ids of the constants that are docstrings."""
    bodies = [getattr(node, "body", None) for node in ast.walk(tree)]
    firsts = [body[0] for body in bodies if isinstance(body, list) and body]
    return {id(first.value) for first in firsts if isinstance(first, ast.Expr)}


def format_specs(tree: ast.AST) -> set[int]:
    """Give the ids of the constants inside `{value:spec}`: they say how a figure prints, not which."""
    specs = [node.format_spec for node in ast.walk(tree) if isinstance(node, ast.FormattedValue) and node.format_spec]
    return {id(part) for spec in specs for part in ast.walk(spec)}


def typed_figures(text: str) -> list[str]:
    tree = ast.parse(text)
    ignored = docstrings(tree) | format_specs(tree)
    literals = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in ignored
    ]
    return [
        literal
        for literal in literals
        if DIGIT.search(FIGURE_NAME.sub("", literal)) and not NAME.fullmatch(literal) and literal not in ALLOWED
    ]


def test_reports_hold_no_typed_figure() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): typed_figures(path.read_text(encoding="utf-8"))
        for path in sorted(REPORTS.rglob("*.py"))
    }
    assert {path: texts for path, texts in found.items() if texts} == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('x = "capaian sebesar 94,5 persen"', ["capaian sebesar 94,5 persen"]),
        ('x = f"Tahun 2025 {nama}"', ["Tahun 2025 "]),
        ('x = "105,17"', ["105,17"]),
        ('x = "tabel_3"', []),
        ('x = "tulis misalnya capaian/IKU-1/2025."', []),
        ('x = f"{nilai:.2f}"', []),
        ('def f():\n    """As PermenPANRB 53/2014 says."""\n', []),
    ],
)
def test_a_typed_figure_is_seen(text: str, expected: list[str]) -> None:
    assert typed_figures(text) == expected
