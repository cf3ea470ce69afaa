"""What is written to the database, seen twice: the statements of a request, and the rows of every table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

_WRITE = re.compile(r'\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE|COPY)\s+(?:ONLY\s+)?"?([a-z_]+)"?', re.IGNORECASE)


@contextmanager
def statements() -> Iterator[set[str]]:
    """The tables that the connection of the requests writes to while the block runs."""
    from django.db import connection

    found: set[str] = set()

    def watch(execute: Any, query: Any, params: Any, many: bool, context: Any) -> Any:
        text = query if isinstance(query, str) else query.as_string(context["connection"].connection)
        if not text.lstrip().upper().startswith("SELECT"):  # SELECT ... FOR UPDATE writes nothing
            found.update(match[2] for match in _WRITE.finditer(text))
        return execute(query, params, many, context)

    with connection.execute_wrapper(watch):
        yield found


def counts(url: str) -> dict[str, tuple[int, str | None]]:
    """Of every table how many rows it has and the fingerprint of all their versions; `url` is the owner's."""
    with psycopg.connect(url) as owner:
        query = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        tables = [row[0] for row in owner.execute(query).fetchall()]
        state = "SELECT count(*), md5(string_agg(ctid::text || xmin::text, ',' ORDER BY ctid)) FROM {}"
        return {t: owner.execute(sql.SQL(state).format(sql.Identifier(t))).fetchone() for t in tables}


def changed(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    """The tables whose rows are not the same."""
    return {t for t in before.keys() | after.keys() if before.get(t) != after.get(t)}
