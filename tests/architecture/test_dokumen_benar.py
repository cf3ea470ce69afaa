"""What the documents tell a user to type exists, and every relative link leads somewhere."""

import re
import shlex
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
import typer

from akuntabel.pipelines.dokumen import WRITERS
from akuntabel.reports.daftar import DOKUMEN
from akuntabel_cli.main import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
GUIDES = [
    path
    for path in PAGES
    if path.name in ("README.md", "README.id.md", "uji-word.md") or path.parent == ROOT / "docs" / "how-to"
]
BLOCK = re.compile(r"^```.*?$(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`(akuntabel [^`]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
CHOICES = {"--jenis": set(DOKUMEN), "--format": {*WRITERS, "tabel", "json", "csv", "teks", "skm_rekap"}}


def written_commands(text: str) -> list[str]:
    """The commands of a page: lines of code that begin with the program, and spans in running text."""
    lines = [line.strip() for block in BLOCK.findall(text) for line in block.splitlines()]
    lines += [line.strip() for line in text.splitlines() if line.startswith("    ")]
    lines = [line.removeprefix("$ ").removeprefix(".venv/bin/") for line in lines]
    found = [line for line in lines if line.startswith("akuntabel ")] + SPAN.findall(text)
    return [re.split(r"\s{2,}| #| > ", one)[0] for one in found]


def known_options() -> dict[str, set[str]]:
    """The options of every command that is built."""
    commands = dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    for name, group in list(commands.items()):
        commands |= {f"{name} {below}": one for below, one in getattr(group, "commands", {}).items()}
    return {name: {flag for param in one.params for flag in param.opts} for name, one in commands.items()}


def wrong(command: str) -> list[str]:
    """What is not so in one command: its name, an option, a value of an option."""
    _, name, *words = shlex.split(command)
    options = known_options()
    if words and f"{name} {words[0]}" in options:
        name = f"{name} {words.pop(0)}"
    if name not in options:
        return [f"perintah {name}"]
    found = [word for word in words if word.startswith("--") and word not in options[name]]
    for flag, value in pairwise(words):
        if flag in CHOICES:
            found += [f"{flag} {one}" for one in value.split(",") if one not in CHOICES[flag]]
    return found


def anchors(path: Path) -> set[str]:
    """The names that headings of a page get on the web."""
    titles = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken_links(page: Path) -> list[str]:
    found = []
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        target, _, name = unquote(link).partition("#")
        path = page.parent / target if target else page
        if not path.exists() or (name and name not in anchors(path)):
            found.append(link)
    return found


def test_commands_in_the_guides_exist() -> None:
    found = {
        f"{page.relative_to(ROOT).as_posix()}: {command}": wrong(command)
        for page in GUIDES
        for command in written_commands(page.read_text(encoding="utf-8"))
    }
    assert {command: what for command, what in found.items() if what} == {}
    assert len(found) > 20  # the search itself works


def test_every_command_stands_in_both_readmes() -> None:
    for name in ("README.md", "README.id.md"):
        commands = written_commands((ROOT / name).read_text(encoding="utf-8"))
        told = {" ".join(one.split()[1:n]) for one in commands for n in (2, 3)}
        assert told >= set(known_options()), name


def test_relative_links_resolve() -> None:
    found = {page.relative_to(ROOT).as_posix(): broken_links(page) for page in PAGES}
    assert {page: links for page, links in found.items() if links} == {}


def test_every_how_to_and_every_decision_is_listed() -> None:
    for folder in (ROOT / "docs" / "how-to", ROOT / "docs" / "adr"):
        listed = set(LINK.findall((folder / "README.md").read_text(encoding="utf-8")))
        assert {path.name for path in folder.glob("*.md")} - listed == {"README.md"}


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("akuntabel lkip paket --keluar hasil --format docx,pdf", []),
        ("akuntabel terbitkan laporan.docx", ["perintah terbitkan"]),
        ("akuntabel lkip paket --cepat", ["--cepat"]),
        ("akuntabel dokumen paket --jenis lkjip", ["--jenis lkjip"]),
        ("akuntabel lkip paket --format docx,odt", ["--format odt"]),
    ],
)
def test_a_wrong_command_is_seen(command: str, expected: list[str]) -> None:
    assert wrong(command) == expected


def test_commands_are_found_in_blocks_and_in_text() -> None:
    text = "Jalankan `akuntabel periksa x`.\n```\n$ akuntabel hitung x   penjelasan\n```\n\n    akuntabel lkip x # y\n"
    assert sorted(written_commands(text)) == ["akuntabel hitung x", "akuntabel lkip x", "akuntabel periksa x"]
