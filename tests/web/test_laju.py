"""The limit on wrong passwords holds over all processes: it is counted in the database."""

from __future__ import annotations

import http.cookiejar
import re
import urllib.parse
import urllib.request

import pytest
from dunia import SANDI, Dunia, make_person
from peladen_uji import server

WRONG = 5  # as many as ACCOUNT_RATE_LIMITS allows for one address

pytestmark = pytest.mark.lambat


def signs_in(alamat: str, surel: str, sandi: str) -> bool:
    """Sign in with a new browser; whether the first page came."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    form = opener.open(f"{alamat}/akun/login/", timeout=20).read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
    assert token is not None
    data = {"csrfmiddlewaretoken": token.group(1), "login": surel, "password": sandi}
    body = urllib.parse.urlencode(data).encode()
    return opener.open(f"{alamat}/akun/login/", body, timeout=20).geturl() == f"{alamat}/"


def test_wrong_passwords_at_two_processes_are_counted_together(dunia: Dunia) -> None:
    for surel in ("ditebak@disnaker.test", "lainnya@disnaker.test"):
        make_person(dunia, surel)
    with server(1) as satu, server(1) as dua:
        assert signs_in(satu, "ditebak@disnaker.test", SANDI)
        tried = [signs_in((satu, dua)[n % 2], "ditebak@disnaker.test", f"salah-{n}") for n in range(WRONG)]
        assert tried == [False] * WRONG
        assert [signs_in(a, "ditebak@disnaker.test", SANDI) for a in (satu, dua)] == [False, False]
        assert signs_in(dua, "lainnya@disnaker.test", SANDI)
