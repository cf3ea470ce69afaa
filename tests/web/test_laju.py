"""Limits on guesses and on expensive actions hold over all processes: they are counted in the database."""

from __future__ import annotations

import http.cookiejar
import re
import urllib.parse
import urllib.request

import psycopg
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


# --- expensive actions of people who have signed in ------------------------------------------------------------------


def test_every_limit_is_of_a_route_and_counts_methods_that_it_takes(aplikasi: dict[str, str]) -> None:
    from akuntabel_web.inti.laju import limits
    from akuntabel_web.rute import RUTE

    assert set(limits()) - {r.nama for r in RUTE} == set()
    assert {"ekspor", "impor", "pratinjau", "susun", "angka"} <= set(limits())
    assert {m for one in limits().values() for m in one.metode} <= {"GET", "POST"}
    assert all(one.banyak >= 30 and one.menit <= 10 for one in limits().values())  # nobody who works meets them


@pytest.fixture
def ketat(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two times and no more."""
    from dataclasses import replace

    from django.conf import settings
    from django.core.cache import cache

    from akuntabel_web.inti import laju

    tight = {nama: replace(one, banyak=2) for nama, one in laju.limits().items()}
    monkeypatch.setattr(laju, "limits", lambda: tight)
    monkeypatch.setattr(settings, "AKUNTABEL_LAJU_KALI", 1)
    cache.clear()


def test_what_is_done_too_often_is_refused_to_that_person_alone(
    dunia: Dunia, ketat: None, aplikasi: dict[str, str]
) -> None:
    for surel in ("sering1@disnaker.test", "sering2@disnaker.test"):
        make_person(dunia, surel, (dunia.disnaker, "penyusun", None))
    client, other = dunia.klien("sering1@disnaker.test"), dunia.klien("sering2@disnaker.test")
    url = "/disnaker/2025/ekspor.xlsx"
    assert [client.get(url).status_code for _ in range(3)] == [200, 200, 429]
    refused = client.get(url)
    assert refused["Retry-After"] == "600"
    assert "Anda sudah 2 kali mengunduh buku kerja dalam 10 menit" in refused.content.decode()
    assert "Content-Disposition" not in refused
    assert client.get("/disnaker/2025/").status_code == 200  # all else goes on
    assert other.get(url).status_code == 200
    again = dunia.klien("sering1@disnaker.test")  # a new session is the same person
    assert again.get(url).status_code == 429
    with psycopg.connect(aplikasi["DATABASE_URL"]) as database:  # where every process counts
        query = "SELECT count(*) FROM inti_tembolok WHERE cache_key LIKE '%%rl:akuntabel:ekspor:%%' || %s"
        found = database.execute(query, [str(dunia.orang["sering1@disnaker.test"].pk)]).fetchone()
    assert found == (1,)


def test_a_form_is_shown_as_often_as_one_likes_and_sent_so_often(dunia: Dunia, ketat: None) -> None:
    make_person(dunia, "sering3@disnaker.test", (dunia.disnaker, "penyusun", None))
    client = dunia.klien("sering3@disnaker.test")
    url = "/disnaker/2025/impor/"
    assert [client.get(url).status_code for _ in range(4)] == [200] * 4
    assert [client.post(url, {"berkas": ""}).status_code for _ in range(3)] == [422, 422, 429]


def test_a_part_of_a_page_gets_a_line_and_no_page(dunia: Dunia, ketat: None) -> None:
    make_person(dunia, "sering4@disnaker.test", (dunia.disnaker, "penyusun", None))
    client = dunia.klien("sering4@disnaker.test")
    answers = [client.get("/disnaker/2025/narasi/angka/", headers={"HX-Request": "true"}) for _ in range(3)]
    assert [a.status_code for a in answers] == [200, 200, 429]
    text = answers[2].content.decode()
    assert "Anda sudah 2 kali mencari angka" in text
    assert "<html" not in text


def test_who_may_not_is_refused_before_anything_is_counted(dunia: Dunia, ketat: None) -> None:
    make_person(dunia, "tanpa_ekspor@disnaker.test", (dunia.disnaker, "administrator", None))
    client = dunia.klien("tanpa_ekspor@disnaker.test")
    assert {client.get("/disnaker/2025/ekspor.xlsx").status_code for _ in range(4)} == {403}
