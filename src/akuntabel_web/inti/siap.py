"""Queries that every page asks: their SQL is made once for the process, because making it takes longer than asking it.

The ORM stays the one place where such a query is said; only its text is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import QuerySet


class Kueri:
    """A query with places for values. `susun` makes it from samples: values of the kinds that come, all different."""

    def __init__(self, susun: Callable[..., QuerySet[Any, Any]], *contoh: Any) -> None:
        self._build, self._samples = susun, contoh
        self._made: tuple[str, list[Any], list[tuple[int, int]], type[Any]] | None = None

    def rows(self, *isi: Any) -> list[tuple[Any, ...]]:
        """The rows for these values, in the order of the samples."""
        sql, given, places, _ = self._made or self._make()
        values = list(given)
        for at, number in places:
            kind = type(given[at])  # the driver's own, of a width that the column has
            values[at] = isi[number] if type(isi[number]) is kind else kind(isi[number])
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            return list(cursor.fetchall())

    def first(self, *isi: Any) -> Any:
        """The first row as an object of the model, or None; for a query that asks for whole rows."""
        model = (self._made or self._make())[3]
        names = [f.attname for f in model._meta.concrete_fields]
        return next((model.from_db("default", names, row) for row in self.rows(*isi)), None)

    def _make(self) -> tuple[str, list[Any], list[tuple[int, int]], type[Any]]:
        asked = self._build(*self._samples)
        sql, given = asked.query.sql_with_params()
        places = [(at, n) for at, value in enumerate(given) for n, s in enumerate(self._samples) if _same(value, s)]
        if {n for _, n in places} != set(range(len(self._samples))):
            raise ValueError(f"a sample stands nowhere in: {sql}")
        self._made = (sql, list(given), places, asked.model)
        return self._made


def _same(value: Any, sample: Any) -> bool:
    return isinstance(value, type(sample)) and not isinstance(value, bool) and bool(value == sample)
