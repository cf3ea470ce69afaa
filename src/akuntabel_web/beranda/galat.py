"""Pages for what went wrong: plain words, no details of the inside."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def ditolak(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return render(request, "galat/403.html", status=403)


def tidak_ada(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return render(request, "galat/404.html", status=404)


def rusak(_request: HttpRequest) -> HttpResponse:
    """500: without context processors, which may be what broke."""
    return HttpResponse(render_to_string("galat/500.html"), status=500)
