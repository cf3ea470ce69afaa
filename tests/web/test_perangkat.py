"""The list of sessions: one's own, only those that open something, each of them can be ended."""

from __future__ import annotations

import time
from typing import Any

import pytest
from dunia import Dunia, make_person
from test_keamanan import dihitung_baru, signed_in

__all__ = ["dihitung_baru"]
PETA = "/akun/sessions/"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36 Edg/130.0"
PONSEL = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/130.0.0.0 Mobile Safari/537.36"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        (EDGE, "Edge di Windows"),
        (PONSEL, "Safari di iPhone"),
        (ANDROID, "Chrome di Android"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox di Linux"),
        ("curl/8.0", "Peramban lain"),
        ("", "Peramban lain"),
    ],
)
def test_a_device_is_called_as_people_call_it(aplikasi: dict[str, str], said: str, name: str) -> None:
    from akuntabel_web.akun.perangkat import device_name

    assert device_name(said) == name


def entered(dunia: Dunia, surel: str, agent: str) -> Any:
    client = signed_in(dunia, surel, HTTP_USER_AGENT=agent)
    assert client.get("/").status_code == 200
    return client


def listed(client: Any) -> list[Any]:
    page = client.get(PETA)
    assert page.status_code == 200
    return list(page.context["daftar"])


def test_a_person_sees_where_he_has_signed_in_and_ends_one_of_them(dunia: Dunia) -> None:
    make_person(dunia, "dua_perangkat@disnaker.test")
    make_person(dunia, "orang_lain@disnaker.test")
    desk = entered(dunia, "dua_perangkat@disnaker.test", EDGE)
    phone = entered(dunia, "dua_perangkat@disnaker.test", PONSEL)
    stranger = entered(dunia, "orang_lain@disnaker.test", ANDROID)
    assert [(one.nama, one.ini) for one in listed(desk)] == [("Edge di Windows", True), ("Safari di iPhone", False)]
    assert [one.nama for one in listed(stranger)] == ["Chrome di Android"]
    assert "Perangkat yang masuk" in desk.get("/").content.decode()  # in the menu of every page
    target = listed(desk)[1].pk
    assert stranger.post(f"{PETA}{target}/akhiri/").status_code == 404
    assert desk.get(f"{PETA}{target}/akhiri/").status_code == 405
    assert phone.get("/").status_code == 200
    assert desk.post(f"{PETA}{target}/akhiri/").status_code == 302
    assert [c.get("/").status_code for c in (desk, phone)] == [200, 302]
    assert [one.nama for one in listed(desk)] == ["Edge di Windows"]
    mine = listed(desk)[0].pk
    assert desk.post(f"{PETA}{mine}/akhiri/")["Location"] == "/akun/login/"
    assert desk.get("/").status_code == 302


def test_what_opens_nothing_is_not_listed(dunia: Dunia) -> None:
    from django.conf import settings

    make_person(dunia, "basi@disnaker.test")
    here = entered(dunia, "basi@disnaker.test", EDGE)
    old = entered(dunia, "basi@disnaker.test", PONSEL)
    session = old.session
    session["sesi_dipakai"] = int(time.time()) - settings.AKUNTABEL_SESI_DIAM - 60
    session.save()
    assert [one.nama for one in listed(here)] == ["Edge di Windows"]
    assert here.post("/keluar-semua/").status_code == 302
    again = entered(dunia, "basi@disnaker.test", ANDROID)
    assert [one.nama for one in listed(again)] == ["Chrome di Android"]


def test_the_list_names_no_key_of_a_session(dunia: Dunia) -> None:
    make_person(dunia, "rahasia_sesi@disnaker.test")
    client = entered(dunia, "rahasia_sesi@disnaker.test", EDGE)
    assert client.session.session_key not in client.get(PETA).content.decode()
    assert dunia.klien().get(PETA)["Location"].startswith("/akun/login/")
