"""The command line loads the web only inside its commands: `akuntabel --help` needs neither Django nor the extra."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

CLI = Path(__file__).resolve().parents[2] / "src" / "akuntabel_cli"
HEAVY = ("akuntabel_web", "django", "granian", "psycopg", "psutil")


def loaded_at_once(text: str) -> list[str]:
    """Heavy modules that a module imports when it is itself imported: outside its functions."""
    found, open_nodes = [], list(ast.parse(text).body)
    while open_nodes:
        node = open_nodes.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found += [name for name in names if name.partition(".")[0] in HEAVY]
        open_nodes += list(ast.iter_child_nodes(node))
    return sorted(found)


def test_the_command_line_waits_with_the_web() -> None:
    found = {path.name: loaded_at_once(path.read_text(encoding="utf-8")) for path in sorted(CLI.glob("*.py"))}
    assert {name: modules for name, modules in found.items() if modules} == {}
    assert "layan.py" in found


def test_help_loads_nothing_of_the_web() -> None:
    script = "import sys, akuntabel_cli.main; print(sorted(m for m in sys.modules if m.partition('.')[0] in sys.argv))"
    shown = subprocess.run([sys.executable, "-c", script, *HEAVY], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import django.db", ["django.db"]),
        ("if True:\n    from akuntabel_web.peladen import induk", ["akuntabel_web.peladen"]),
        ("def f():\n    import django", []),
        ("import djangology", []),
    ],
)
def test_the_search_itself(text: str, expected: list[str]) -> None:
    assert loaded_at_once(text) == expected
