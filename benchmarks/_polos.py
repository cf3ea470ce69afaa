"""The routes of the application, and beside them a bare view: the same queries, a table of rows, nothing else.

It stands behind the same middleware and behind the guard that opens agency and year for every page. What the page asks
by the ORM the bare view asks by the ORM, objects and all; what it asks by SQL, by SQL.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import Any
from unittest.mock import patch

from django.db import connection
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template import Template, engines
from django.urls import path

from akuntabel_web.akun.penjaga import MASUK, guard
from akuntabel_web.rute import handler403, handler404, handler500
from akuntabel_web.rute import urlpatterns as own

__all__ = ["handler403", "handler404", "handler500"]

Pertanyaan = QuerySet[Any] | tuple[str, Any]  # by the ORM, or SQL with its parameters


@dataclass
class Polos:
    """What the bare view does: what it asks, whose rows it shows, how many, which columns."""

    tanya: list[Pertanyaan] = field(default_factory=list)
    tabel: str = ""
    banyak: int = 0
    templat: Template | None = None


NOW = Polos()


def set_up(tanya: list[Pertanyaan], tabel: str, banyak: int, kolom: tuple[str, ...]) -> None:
    """Make the bare view that of another page."""
    cells = "".join(f"<td>{{{{ r.{name} }}}}</td>" for name in kolom)
    text = f"<!doctype html><title>Polos</title><table>{{% for r in baris %}}<tr>{cells}</tr>{{% endfor %}}</table>"
    NOW.tanya, NOW.tabel, NOW.banyak = tanya, tabel, banyak
    NOW.templat = engines["django"].from_string(text)


def polos(request: HttpRequest) -> HttpResponse:
    """A bare Django view."""
    assert NOW.templat is not None
    rows: list[Any] = []
    for asked in NOW.tanya:
        if isinstance(asked, QuerySet):
            found = list(asked._chain())
            if asked.model._meta.db_table == NOW.tabel and not rows:
                rows = found
            continue
        with connection.cursor() as cursor:
            cursor.execute(*asked)
            if cursor.description:
                cursor.fetchall()
    shown = list(islice(cycle(rows), NOW.banyak)) if rows else []
    return HttpResponse(NOW.templat.render({"baris": shown}, request))


@contextmanager
def recorded() -> Iterator[list[Pertanyaan]]:
    """Everything that is asked of the database meanwhile, in its order."""
    found: list[Pertanyaan] = []
    inside = [0]
    real = QuerySet._fetch_all

    def fetch(rows: QuerySet[Any]) -> None:
        if rows._result_cache is None:
            found.append(rows._chain())
        inside[0] += 1
        try:
            real(rows)
        finally:
            inside[0] -= 1

    def execute(run: Callable[..., Any], statement: str, params: Any, many: bool, context: Any) -> Any:
        if not inside[0]:
            found.append((statement, params))
        return run(statement, params, many, context)

    with patch.object(QuerySet, "_fetch_all", fetch), connection.execute_wrapper(execute):
        yield found


urlpatterns = [
    *own,
    path("polos/", guard(polos, MASUK)),
    path("<slug:instansi>/<int:tahun>/polos/", guard(polos, "dasbor.lihat")),
]
