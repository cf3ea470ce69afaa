"""What code may not reach for: the clock, chance, the environment, files, the machine it was written on."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "src" / "akuntabel"
CLOCK = {
    "datetime.now",
    "datetime.utcnow",
    "datetime.today",
    "date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.strftime",
}
CHANCE = {"uuid.uuid1", "uuid.uuid4", "os.urandom"}
CHANCE_MODULES = {"random", "secrets"}
FILES_AND_SETTINGS = {"open", "os.environ", "os.getenv", "Path.cwd", "Path.home"}
FILE_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "open", "iterdir", "glob", "rglob"}
SEALED = ("calculation", "facts", "reports", "review")  # everything comes in as an argument
FOLDERS = ("src", "tests", "alat", "docs", "benchmarks", "contoh", ".ci")
TEXT = {".py", ".md", ".toml", ".json", ".typ", ".html", ".css", ".js", ".csv", ".txt", ".lock", ""}
SKIPPED = {"node_modules", "__pycache__"}
MACHINE_PATHS = ("/work/", "/tmp/", "/root/", "/home/")

# Path from the root -> why it may name a path of a machine.
MACHINE_PATH_EXCEPTIONS = {"tests/architecture/test_purity.py": "names them to forbid them"}


def dotted(node: ast.expr) -> str:
    """Give the last two names of an attribute chain: `datetime.datetime.now` is `datetime.now`."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value).rpartition('.')[2]}.{node.attr}"
    return ""


def imported_modules(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return {(node.module or "").partition(".")[0]}
    return set()


def clock_and_chance(text: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(text)):
        found += sorted(imported_modules(node) & CHANCE_MODULES)
        if isinstance(node, ast.Attribute) and dotted(node) in CLOCK | CHANCE:
            found.append(dotted(node))
    return found


def files_and_settings(text: str) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and dotted(node) in FILES_AND_SETTINGS:
            found.append(dotted(node))
        if isinstance(node, ast.Call):
            name = dotted(node.func)
            if name == "open" or ("." in name and name.rpartition(".")[2] in FILE_METHODS):
                found.append(name)
    return found


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def test_the_library_has_no_clock_and_no_chance() -> None:
    found = {
        str(path.relative_to(ROOT)): clock_and_chance(path.read_text(encoding="utf-8")) for path in modules(LIBRARY)
    }
    assert {path: names for path, names in found.items() if names} == {}


def test_calculation_and_reports_open_no_file_and_read_no_setting() -> None:
    found = {
        str(path.relative_to(ROOT)): files_and_settings(path.read_text(encoding="utf-8"))
        for stage in SEALED
        for path in modules(LIBRARY / stage)
    }
    assert {path: names for path, names in found.items() if names} == {}


def text_files() -> list[Path]:
    """List the project's own text: the root, and the folders that hold what we write. A bare machine has no git.

    `.git` is a file in a work tree beside the first one.
    """
    folders = [path for name in FOLDERS for path in (ROOT / name).rglob("*")]
    return [
        path
        for path in sorted([*ROOT.glob("*"), *folders])
        if path.is_file()
        and path.suffix in TEXT
        and path.name != ".git"
        and not SKIPPED.intersection(path.relative_to(ROOT).parts)
    ]


def test_nothing_names_a_path_of_a_machine() -> None:
    found = []
    for path in text_files():
        name = path.relative_to(ROOT).as_posix()
        if name in MACHINE_PATH_EXCEPTIONS:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{name}: {machine}" for machine in MACHINE_PATHS if machine in text]
    assert found == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import datetime\nx = datetime.datetime.now()", ["datetime.now"]),
        ("from datetime import date\nx = date.today()", ["date.today"]),
        ("import random", ["random"]),
        ("x = laporan.tanggal.today_text", []),
    ],
)
def test_the_clock_is_seen(text: str, expected: list[str]) -> None:
    assert clock_and_chance(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = open('a')", ["open"]),
        ("import os\nx = os.environ['A']", ["os.environ"]),
        ("x = path.read_text()", ["path.read_text"]),
        ("x = paket.target", []),
    ],
)
def test_a_file_is_seen(text: str, expected: list[str]) -> None:
    assert files_and_settings(text) == expected
