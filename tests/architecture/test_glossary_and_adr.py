"""Nouns stand in GLOSSARY.md, dependencies in an ADR."""

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = ROOT / "src" / "akuntabel" / "domain"
ROW = re.compile(r"^\| ([^|]+?) \| ([^|]+?) \| ([^|]+?) \|$", re.MULTILINE)


def glossary_rows() -> list[tuple[str, str, str]]:
    rows = ROW.findall((ROOT / "GLOSSARY.md").read_text(encoding="utf-8"))
    return [row for row in rows if row[0] != "Istilah" and not set(row[0]) <= {"-"}]


def glossary_terms() -> list[str]:
    return [term.strip() for istilah, _, _ in glossary_rows() for term in istilah.split(",")]


def public_classes() -> list[str]:
    return [
        node.name
        for path in sorted(DOMAIN.rglob("*.py"))
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]


def test_every_noun_of_the_domain_stands_in_the_glossary() -> None:
    terms = set(glossary_terms())
    assert [name for name in public_classes() if name not in terms] == []


def test_no_term_is_explained_twice() -> None:
    terms = glossary_terms()
    assert sorted({term for term in terms if terms.count(term) > 1}) == []


def test_every_line_of_the_glossary_is_complete() -> None:
    lines = [line for line in (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    headings = [line for line in lines if line.startswith(("| Istilah", "|---"))]
    assert len(glossary_rows()) == len(lines) - len(headings)


def dependency_names() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"].get("optional-dependencies", {})
    groups = project["dependency-groups"]
    lines = [
        *project["project"]["dependencies"],
        *(line for extra in extras.values() for line in extra),
        *(line for group in groups.values() for line in group),
        *project["build-system"]["requires"],
    ]
    return sorted({re.split(r"[<>=!~\[; ]", line, maxsplit=1)[0].lower() for line in lines})


def test_every_dependency_has_its_reason_in_an_adr() -> None:
    reasons = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs" / "adr").glob("*.md")))
    explained = set(re.findall(r"^\| `([^`]+)` \|", reasons, re.MULTILINE))
    assert [name for name in dependency_names() if name not in explained] == []


def test_the_lock_names_only_the_standard_index() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text(encoding="utf-8")))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


def test_the_npm_lock_names_only_the_standard_registry() -> None:
    text = (ROOT / "alat" / "npm" / "package-lock.json").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://([^/\"]+)", text)) == {"registry.npmjs.org"}
