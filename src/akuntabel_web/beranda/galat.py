"""Pages for what went wrong: plain words, no details of the inside."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from akuntabel_web.inti.putus import is_lost

ULANGI = "10"  # seconds; a database that was killed is back sooner


def ditolak(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return render(request, "galat/403.html", status=403)


def tidak_ada(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return render(request, "galat/404.html", status=404)


def rusak(_request: HttpRequest) -> HttpResponse:
    """500, or 503 when the database is away: without context processors, which may be what broke."""
    if not is_lost(sys.exception()):  # Django calls this while it handles the error
        return HttpResponse(render_to_string("galat/500.html"), status=500)
    answer = HttpResponse(render_to_string("galat/503.html"), status=503)
    answer["Retry-After"] = ULANGI
    return answer
