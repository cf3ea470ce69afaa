"""The routes of the application, and beside them a bare view: the same queries, a table of cells, nothing else."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from akuntabel_web.rute import handler403, handler404, handler500
from akuntabel_web.rute import urlpatterns as own

__all__ = ["handler403", "handler404", "handler500"]


@dataclass
class Polos:
    """What the bare view does: statements to run, which of them gives the rows that it shows, how many columns."""

    kueri: list[str] = field(default_factory=list)
    utama: str = ""
    kolom: int = 1


NOW = Polos()
_TEMPLATE = """<!doctype html><html lang="id"><title>{{ judul }}</title><table>{% for r in baris %}<tr>
{% for sel in r %}<td>{{ sel }}</td>{% endfor %}</tr>{% endfor %}</table></html>"""
_made: list[Any] = []


def polos(request: HttpRequest) -> HttpResponse:
    """A bare Django view."""
    if not request.user.is_authenticated:
        return HttpResponse(status=403)
    rows: list[tuple[Any, ...]] = []
    with connection.cursor() as cursor:
        for statement in NOW.kueri:
            cursor.execute(statement)
            found = cursor.fetchall() if cursor.description else []
            if NOW.utama and NOW.utama in statement:
                rows = found
    if not _made:
        _made.append(engines["django"].from_string(_TEMPLATE))
    shown = [row[: NOW.kolom] for row in rows]
    return HttpResponse(_made[0].render({"judul": "Polos", "baris": shown}, request))


View = Callable[[HttpRequest], HttpResponse]
urlpatterns = [*own, path("polos/", polos)]
