"""Maximum sizes of functions and modules. Aim for 10 and 150 lines; these are only the walls."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
FUNCTION_LINES = 50
MODULE_LINES = 500
UNIT_LINES = 120  # one formula, one rule
UNIT_FOLDERS = ("akuntabel/calculation/formulas", "akuntabel/review/rules")

# Path below src, or path::function -> why it may be longer.
EXCEPTIONS: dict[str, str] = {
    "akuntabel_web/paket/migrations/0001_initial.py": "written by Django from the contract, never edited",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def code_lines(function: Function) -> int:
    """Count the lines of a function from its `def` to its end, without its docstring."""
    total = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function, clean=False) is None:
        return total
    return total - ((first.end_lineno or first.lineno) - first.lineno + 1)


def maximum_lines(name: str) -> int:
    return UNIT_LINES if name.startswith(UNIT_FOLDERS) else MODULE_LINES


def too_long(name: str, text: str) -> list[str]:
    """List what exceeds its maximum in one module: the module itself, then its functions."""
    lines = len(text.splitlines())
    found = [f"{name}: {lines}"] if lines > maximum_lines(name) and name not in EXCEPTIONS else []
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, Function)
            and code_lines(node) > FUNCTION_LINES
            and f"{name}::{node.name}" not in EXCEPTIONS
        ):
            found.append(f"{name}::{node.name}: {code_lines(node)}")
    return found


def test_no_module_or_function_is_too_long() -> None:
    found = [
        line
        for path in modules()
        for line in too_long(path.relative_to(SOURCE).as_posix(), path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_exceptions_name_what_exists() -> None:
    assert [name for name in EXCEPTIONS if not (SOURCE / name.partition("::")[0]).exists()] == []


LONG_FUNCTION = "def f():\n" + "    x = 1\n" * 50


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("akuntabel/a.py", "x = 1\n" * 500, []),
        ("akuntabel/a.py", "x = 1\n" * 501, ["akuntabel/a.py: 501"]),
        ("akuntabel/calculation/formulas/a.py", "x = 1\n" * 121, ["akuntabel/calculation/formulas/a.py: 121"]),
        ("akuntabel/a.py", LONG_FUNCTION, ["akuntabel/a.py::f: 51"]),
        ("akuntabel/a.py", LONG_FUNCTION.replace("    x = 1\n", '    """One\n    two."""\n', 1), []),
    ],
)
def test_the_measure_itself(name: str, text: str, expected: list[str]) -> None:
    assert too_long(name, text) == expected
