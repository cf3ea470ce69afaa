"""The routes of the application, and beside them a bare view: the same queries, a table of rows, nothing else.

It stands behind the same middleware and behind the guard that opens agency and year for every page.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import cycle, islice
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import Template, engines
from django.urls import path

from akuntabel_web.akun.penjaga import MASUK, guard
from akuntabel_web.rute import handler403, handler404, handler500
from akuntabel_web.rute import urlpatterns as own

__all__ = ["handler403", "handler404", "handler500"]


@dataclass
class Polos:
    """What the bare view does: statements to run, None where the rows are asked; how many it shows, which columns."""

    kueri: list[str | None] = field(default_factory=list)
    baris: Callable[[], Iterable[Any]] = tuple
    banyak: int = 0
    kolom: tuple[str, ...] = ()
    templat: Template | None = None


NOW = Polos()


def set_up(kueri: list[str | None], baris: Callable[[], Iterable[Any]], banyak: int, kolom: tuple[str, ...]) -> None:
    """Make the bare view that of another page."""
    cells = "".join(f"<td>{{{{ r.{name} }}}}</td>" for name in kolom)
    text = f"<!doctype html><title>Polos</title><table>{{% for r in baris %}}<tr>{cells}</tr>{{% endfor %}}</table>"
    NOW.kueri, NOW.baris, NOW.banyak, NOW.kolom = kueri, baris, banyak, kolom
    NOW.templat = engines["django"].from_string(text)


def polos(request: HttpRequest) -> HttpResponse:
    """A bare Django view."""
    assert NOW.templat is not None
    rows: list[Any] = []
    with connection.cursor() as cursor:
        for statement in NOW.kueri:
            if statement is None:
                rows = list(NOW.baris())
                continue
            cursor.execute(statement)
            if cursor.description:
                cursor.fetchall()
    shown = islice(cycle(rows), NOW.banyak) if rows else ()
    return HttpResponse(NOW.templat.render({"baris": list(shown)}, request))


urlpatterns = [
    *own,
    path("polos/", guard(polos, MASUK)),
    path("<slug:instansi>/<int:tahun>/polos/", guard(polos, "dasbor.lihat")),
]
