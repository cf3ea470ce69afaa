"""How many tasks a person has, for the head of every page: kept for a minute, and until he does one of them."""

from __future__ import annotations

from collections.abc import Callable

from django.core.cache import cache

from akuntabel_web.akun.models import Pengguna

_SECONDS = 60


def kept(pengguna: Pengguna, hitung: Callable[[], int]) -> int:
    """The number as it is kept; counted where it is not. The cache answers with one query."""
    return cache.get_or_set(_key(pengguna), hitung, _SECONDS)


def forget(pengguna: Pengguna) -> None:
    """Count anew when the number is asked for next."""
    cache.delete(_key(pengguna))


def _key(pengguna: Pengguna) -> str:
    return f"tugas:{pengguna.pk}"
