"""Join tables that a page or a blank line cut in two: the same columns, and no head of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from akuntabel.doctree.naskah import Alinea, BarisNaskah, BlokNaskah, TabelNaskah
from akuntabel.doctree.penomoran_baris import is_body

JOINED = "tabel disambung dari beberapa potong"


def join_tables(blocks: Iterable[BlokNaskah]) -> tuple[BlokNaskah, ...]:
    """Blocks in which a table that continues the one before it is part of it; a repeated head is left out.

    Between the parts may stand page headers and footers only. Places stay as they were.
    """
    joined: list[BlokNaskah] = []
    for block in blocks:
        before = _table_before(joined)
        if isinstance(block, TabelNaskah) and before is not None:
            rest = _continuation(joined[before], block)
            if rest is not None:
                joined[before] = rest
                continue
        joined.append(block)
    return tuple(joined)


def _table_before(blocks: list[BlokNaskah]) -> int | None:
    """The table that ends right here, headers and footers of pages left aside."""
    for index in range(len(blocks) - 1, -1, -1):
        if isinstance(blocks[index], TabelNaskah):
            return index
        if not isinstance(blocks[index], Alinea) or is_body(blocks[index]):
            return None
    return None


def _continuation(first: BlokNaskah, second: TabelNaskah) -> TabelNaskah | None:
    """Both parts as one table, or None when the second is a table of its own."""
    if not isinstance(first, TabelNaskah) or first.banyak_kolom != second.banyak_kolom:
        return None
    rows = second.baris
    head = _repeated_head(first.baris, rows)
    body = rows[head:]
    own = _starts_anew(first.baris, body) if head and body else _looks_like_head(rows[0], first.baris[0])
    if not body or own:
        return None
    return replace(first, baris=(*first.baris, *body), dugaan=(*first.dugaan, JOINED))


def _texts(row: BarisNaskah) -> tuple[str, ...]:
    """The cells in lower case, up to the last one that holds something: blanks behind it are only a matter of width."""
    texts = [" ".join(c.teks.lower().split()) for c in row.sel]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _repeated_head(first: tuple[BarisNaskah, ...], second: tuple[BarisNaskah, ...]) -> int:
    """How many rows at the top of the second part repeat the first part's; none where they stand there twice: data."""
    count = _equal_rows(first, second)
    return 0 if count and _equal_rows(first, second[count:]) else count


def _equal_rows(first: tuple[BarisNaskah, ...], second: tuple[BarisNaskah, ...]) -> int:
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: _texts(pair[0]) == _texts(pair[1]), pairs))


def _looks_like_head(row: BarisNaskah, head: BarisNaskah) -> bool:
    """Words in most of the columns in which the other table has its head, and no digit: a head of its own."""
    texts = [t for t in _texts(row) if t]
    wanted = sum(bool(t) for t in _texts(head))
    return 2 * len(texts) > wanted and not any(ch.isdigit() for t in texts for ch in t)


def _starts_anew(first: tuple[BarisNaskah, ...], body: tuple[BarisNaskah, ...]) -> bool:
    """A running number that begins with 1 again, though the part before it had passed 1."""
    before = [_number(r) for r in first]
    return _number(body[0]) == 1 and any(n is not None and n > 1 for n in before)


def _number(row: BarisNaskah) -> int | None:
    text = row.sel[0].teks.strip().rstrip(".") if row.sel else ""
    return int(text) if text.isdecimal() and len(text) < 5 else None
