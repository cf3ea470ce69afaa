"""Tables with level rules only: rules of one width under one another, columns by the gaps between words."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.readers.pdf.bentuk import Bagian, Garis, Kata, Kotak
from akuntabel.readers.pdf.celah import table_in

_NEAR = 4.0
_LEAST_WIDTH = 80.0
_FAR = 320.0  # points between two rules of a table at most


def level_ruled_tables(
    rules: list[Garis], taken: list[Kotak], words: list[Kata], page: int
) -> tuple[list[Bagian], list[Kata]]:
    """The tables between level rules, and the words outside them."""
    level = [r for r in rules if not r.tegak and r.akhir - r.awal >= _LEAST_WIDTH and not _inside(r, taken)]
    parts: list[Bagian] = []
    for stack in _stacks(level):
        box = Kotak(stack[0].awal, stack[0].posisi, stack[0].akhir, stack[-1].posisi)
        inside = [w for w in words if _between(w, box)]
        table = table_in(inside, [r.posisi for r in stack], page)
        if table is None:
            continue
        parts.append(Bagian(box, tabel=table))
        gone = {id(w) for w in inside}
        words = [w for w in words if id(w) not in gone]
    return parts, words


def _inside(rule: Garis, taken: Iterable[Kotak]) -> bool:
    middle = (rule.awal + rule.akhir) / 2
    return any(Kotak(b.kiri - 2, b.atas - 2, b.kanan + 2, b.bawah + 2).holds(middle, rule.posisi) for b in taken)


def _between(word: Kata, box: Kotak) -> bool:
    x, y = word.pusat
    return box.atas <= y <= box.bawah and box.kiri - 2 <= x <= box.kanan + 2


def _stacks(rules: list[Garis]) -> list[list[Garis]]:
    """At least three rules of the same ends under one another; a page's header rule stands too far away."""
    stacks: list[list[Garis]] = []
    for rule in sorted(rules, key=lambda r: r.posisi):
        home = next((s for s in stacks if _continues(s[-1], rule)), None)
        if home is None:
            stacks.append([rule])
        else:
            home.append(rule)
    return [s for s in stacks if len(s) >= 3]


def _continues(above: Garis, rule: Garis) -> bool:
    same = abs(above.awal - rule.awal) <= _NEAR and abs(above.akhir - rule.akhir) <= _NEAR
    return same and rule.posisi - above.posisi <= _FAR
