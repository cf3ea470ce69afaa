"""Measures the reviewer against the audit of the real report: recall by kind, and what nobody has judged yet.

A finding matches a line of the audit where one of its lines (place or counterpart) is a line of the audit and, where
the audit quotes numbers, it shows one of them too. Recall is the largest one-to-one matching.

Run as a program, it prints the measure; `--lihat` adds what was missed and what is not judged.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from akuntabel.facts.fakta import collect
from akuntabel.findings import finding_json
from akuntabel.readers.teks import parse_teks
from akuntabel.regulations import load
from akuntabel.review import review

HERE = Path(__file__).parent / "reviu"
_NUMBER = re.compile(r"\d[\d.,]*")
Finding = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Skor:
    """Certain and automatic lines of the audit, how many were found, those missed, and findings to judge."""

    emas: tuple[Finding, ...]
    terlewat: tuple[Finding, ...]
    tanpa_padanan: tuple[Finding, ...]
    pasti: int

    @property
    def recall(self) -> float:
        """Share of the lines that were found."""
        return 1 - len(self.terlewat) / len(self.emas)


def read_lines(name: str) -> list[Finding]:
    """A file of one JSON object a line."""
    text = (HERE / name).read_text(encoding="utf-8") if (HERE / name).exists() else ""
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def findings_of(name: str, data: bytes | None = None) -> list[Finding]:
    """The findings of a text, as JSON; of a file of the folder, or of `data` under that name."""
    content = (HERE / name).read_bytes() if data is None else data
    result = review(collect(parse_teks(content, name)), load())
    return json.loads(json.dumps([finding_json(t) for t in result.temuan]))


def lines_of(finding: Finding) -> set[int]:
    """The lines of a finding and of its counterparts."""
    others = [o["lokasi"]["baris"] for o in finding["terkait"]]
    return {line for lines in (finding["lokasi"]["baris"], *others) for line in lines}


def _numbers(text: object) -> set[str]:
    return {n for m in _NUMBER.findall(str(text or "")) if (n := m.strip(".,"))}


def _text(finding: Finding) -> str:
    parts = [finding[k] for k in ("kutipan", "pesan", "tertulis", "seharusnya", "hitungan", "judul")]
    return " ".join(str(p) for p in (*parts, *(o["kutipan"] for o in finding["terkait"])) if p)


def matches(finding: Finding, gold: Finding) -> bool:
    """Whether a finding speaks of a line of the audit."""
    if not lines_of(finding) & set(gold["lines"]):
        return False
    wanted, shown = _numbers(gold["quote"]) | _numbers(gold.get("expected")), _numbers(_text(finding))
    return not wanted or not shown or bool(wanted & shown)


def score(findings: Sequence[Finding], golds: Sequence[Finding]) -> Skor:
    """The measure of findings against the audit."""
    wanted = tuple(g for g in golds if g["certainty"] == "certain" and g["jangkauan"] == "otomatis" and g["lines"])
    choices = [[i for i, f in enumerate(findings) if matches(f, g)] for g in wanted]
    owner: dict[int, int] = {}
    for g in range(len(wanted)):
        _augment(g, choices, owner, set())
    got = set(owner.values())
    sure = [f for f in findings if f["keyakinan"] == "pasti"]
    return Skor(
        wanted,
        tuple(g for i, g in enumerate(wanted) if i not in got),
        tuple(f for f in sure if not any(matches(f, g) for g in golds)),
        len(sure),
    )


def _augment(g: int, choices: list[list[int]], owner: dict[int, int], seen: set[int]) -> bool:
    for f in choices[g]:
        if f not in seen:
            seen.add(f)
            if f not in owner or _augment(owner[f], choices, owner, seen):
                owner[f] = g
                return True
    return False


def main(arguments: Iterable[str]) -> None:
    """Print the measure."""
    found = findings_of("disnaker-2025.txt")
    golds = read_lines("temuan.jsonl")
    result = score(found, golds)
    missed, total = Counter(g["kind"] for g in result.terlewat), Counter(g["kind"] for g in result.emas)
    print(
        f"reviu: {len(found)} temuan, {result.pasti} pasti; ditemukan {result.recall:.1%} dari {len(result.emas)} baris"
    )
    print("  " + ", ".join(f"{kind} {n - missed[kind]}/{n}" for kind, n in sorted(total.items())))
    print(f"  pasti tanpa padanan pada audit: {len(result.tanpa_padanan)}")
    if "--lihat" in arguments:
        for g in result.terlewat:
            print("LUPUT", g["id"], g["lines"], g["kind"], "|", g["quote"][:90], "|", g["expected"][:90])
        for f in result.tanpa_padanan:
            print("TANPA PADANAN", f["kode"], f["lokasi"]["baris"], "|", f["pesan"][:200])


if __name__ == "__main__":
    main(sys.argv[1:])
