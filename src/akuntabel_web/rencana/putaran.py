"""Whether a link would make the plan run in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

Simpul = tuple[str, str]  # (kind or table, code)


class PutaranError(Exception):
    """A link that would make a node stand below itself; says the whole way round."""

    def __init__(self, jalan: Sequence[str]) -> None:
        super().__init__(
            f"Tautan ini membuat lingkaran: {' → '.join(jalan)}. Suatu simpul tidak boleh berada di bawah dirinya "
            "sendiri; pilih simpul lain."
        )


def find_cycle(tepi: Iterable[tuple[Simpul, Simpul]]) -> list[Simpul] | None:
    """The first way round of a directed graph, its first node repeated at the end; None where there is none.

    Iterative: a chain of thousands is no deeper stack.
    """
    below: dict[Simpul, list[Simpul]] = {}
    for upper, lower in tepi:
        below.setdefault(upper, []).append(lower)
    done: set[Simpul] = set()
    for start in below:
        found = _walk(start, below, done)
        if found:
            return found
    return None


def _walk(start: Simpul, below: Mapping[Simpul, list[Simpul]], done: set[Simpul]) -> list[Simpul] | None:
    if start in done:
        return None
    path, waiting = [start], [iter(below.get(start, ()))]
    on_path = {start}
    while waiting:
        following = next(waiting[-1], None)
        if following is None:
            waiting.pop()
            node = path.pop()
            on_path.discard(node)
            done.add(node)
        elif following in on_path:
            return [*path[path.index(following) :], following]
        elif following not in done:
            path.append(following)
            on_path.add(following)
            waiting.append(iter(below.get(following, ())))
    return None
