"""The guard in front of every page: who is it, for which agency and year, and may he."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver

from akuntabel_web.akun.faktor_wajib import must_set_up
from akuntabel_web.akun.wewenang import enter
from akuntabel_web.inti.konteks import Konteks, apply
from akuntabel_web.inti.laju import exceeded, refusal
from akuntabel_web.inti.peran import matrix

PUBLIK = "publik"  # anybody, without sign-in
MASUK = "masuk"  # anybody who has signed in
SAYA = "saya"  # the same, for pages of one's own account: also before the second factor that one must set up
UBAH_TABEL = "paket.ubah"  # the permission of the group of the table that the URL names

View = Callable[..., HttpResponse]


def guard(view: View, izin: str, nama: str = "") -> View:
    """The view behind its permission and its limit, inside the transaction of the request, where the context holds."""

    @wraps(view)
    def guarded(request: HttpRequest, **parts: Any) -> HttpResponse:
        if izin == PUBLIK:
            return view(request, **parts)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        apply(Konteks(request.user.pk))
        if izin == SAYA:
            return view(request, **parts)
        if must_set_up(request.user):
            return render(request, "akun/faktor_dahulu.html", status=403)
        if izin != MASUK:
            _enter(request, izin, parts)
        if (batas := exceeded(request, nama)) is not None:
            return refusal(request, batas)
        return view(request, **parts)

    return guarded


def with_actor(included: tuple[Any, Any, Any]) -> tuple[Any, Any, Any]:
    """Pages of a library that guard themselves: what a person writes through them names him in the audit."""
    module, app, namespace = included
    _name_actor(module.urlpatterns)
    return module, app, namespace


def _name_actor(patterns: list[URLPattern | URLResolver]) -> None:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            _name_actor(pattern.url_patterns)
        elif not hasattr(pattern.callback, "_names_actor"):
            pattern.callback = _acting(pattern.callback)


def _acting(view: View) -> View:
    @wraps(view)
    def acting(request: HttpRequest, *parts: Any, **named: Any) -> HttpResponse:
        if request.user.is_authenticated:
            apply(Konteks(request.user.pk, alasan="halaman akun"))
        return view(request, *parts, **named)

    acting._names_actor = True
    return acting


def _enter(request: HttpRequest, izin: str, parts: dict[str, Any]) -> None:
    """Open the agency and year of the URL, or raise: 404 for who has no duty there, 403 for who may not do this."""
    wewenang = enter(request.user, parts.pop("instansi"), parts.pop("tahun"))
    if wewenang is None:
        raise Http404
    request.wewenang = wewenang
    if not wewenang.may(permission_of(izin, parts)):
        raise PermissionDenied(izin)


def permission_of(izin: str, parts: dict[str, Any]) -> str:
    """The permission that a route needs for the parts of its URL."""
    if izin != UBAH_TABEL:
        return izin
    try:
        return matrix().change_of(parts["tabel"])
    except KeyError:
        raise Http404 from None
