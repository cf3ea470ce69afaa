"""Limits on what costs the server much: so often in so many minutes for each person, counted for all processes."""

from __future__ import annotations

import logging
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

CATATAN = logging.getLogger("akuntabel.laju")


@dataclass(frozen=True, slots=True)
class Batas:
    """The limit of a route: which methods count, how often in how many minutes, and what it is that is done."""

    metode: frozenset[str]
    banyak: int
    menit: int
    apa: str


@cache
def limits() -> dict[str, Batas]:
    """Every limited route by its name, as laju.toml gives them."""
    data = tomllib.loads(files(__package__).joinpath("laju.toml").read_text(encoding="utf-8"))
    return {nama: Batas(**{**one, "metode": frozenset(one["metode"])}) for nama, one in data.items()}


def exceeded(request: HttpRequest, nama: str) -> Batas | None:
    """Count this request; the limit that it exceeds, None where it may go on."""
    batas = limits().get(nama)
    if batas is None or request.method not in batas.metode:
        return None
    rate = f"{batas.banyak * settings.AKUNTABEL_LAJU_KALI}/{batas.menit}m/user"
    counted = ratelimit.consume(request, app="akuntabel", action=nama, config={nama: rate}, limit_get=True)
    return batas if counted is None else None


def refusal(request: HttpRequest, batas: Batas) -> HttpResponse:
    """429, and the line that says what was too often; a part of a page where only a part was asked for."""
    CATATAN.warning("batas orang=%s rute=%s", request.user.pk, request.resolver_match.url_name)
    template = "galat/_429.html" if request.htmx else "galat/429.html"
    isi = {"batas": batas, "kali": batas.banyak * settings.AKUNTABEL_LAJU_KALI}
    answer = render(request, template, isi, status=429)
    answer["Retry-After"] = str(batas.menit * 60)
    return answer
