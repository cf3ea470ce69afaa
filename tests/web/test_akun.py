"""Invitations, duties, the first administrator."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from dunia import SANDI, TAHUN, Dunia, make_person, own_agency
from test_halaman import ALAMAT

ADMIN = "administrator@disnaker.test"
BARU = "kereta-kuning-melaju-5"


@pytest.fixture
def kotak(dunia: Dunia) -> Any:
    """The mails of a test."""
    from django.core import mail

    mail.outbox.clear()
    return mail.outbox


def link_in(mail: Any) -> str:
    return re.search(r"http://localhost(/undangan/\S+)", mail.body).group(1)


def invite(dunia: Dunia, surel: str, **rest: Any) -> Any:
    return dunia.klien(ADMIN).post(f"{ALAMAT}orang/undang/", {"surel": surel, "peran": "penyusun"} | rest)


def test_without_a_mail_server_the_link_is_handed_over_by_who_invites(dunia: Dunia, kotak: Any) -> None:
    from django.test import override_settings

    with_mail = invite(dunia, "lewat-surel@disnaker.test")
    assert "/undangan/" not in with_mail.content.decode()  # only the owner of the address sees it
    with override_settings(SUREL_TERPASANG=False):
        page = invite(dunia, "tanpa-surel@disnaker.test")
        told = dunia.klien().get("/akun/login/").content.decode()
    assert "Peladen surel belum dipasang" in told
    (link,) = re.findall(r"http://localhost(/undangan/[^\"<]+)", page.content.decode())
    assert [m.to for m in kotak] == [["lewat-surel@disnaker.test"]]
    assert accept(dunia, link).status_code == 302


def accept(dunia: Dunia, link: str, **rest: str) -> Any:
    return dunia.klien().post(link, {"nama": "Orang Baru", "sandi": BARU, "ulang": BARU} | rest)


def test_an_invitation_makes_an_account_with_its_duty_once(dunia: Dunia, kotak: Any) -> None:
    from akuntabel_web.akun.models import Pengguna, Penugasan, Undangan

    assert invite(dunia, "baru@disnaker.test", tahun=str(TAHUN)).status_code == 302
    assert [m.to for m in kotak] == [["baru@disnaker.test"]]
    link = link_in(kotak[0])
    with dunia.konteks():
        kept = Undangan.objects.get(surel="baru@disnaker.test")
    assert link.split("/")[2] not in (kept.sidik, str(kept.tugas))
    assert dunia.klien().get(link).status_code == 200
    assert accept(dunia, link).status_code == 302
    person = Pengguna.objects.get(email="baru@disnaker.test")
    assert person.password.startswith("argon2")
    with dunia.konteks():
        duties = list(Penugasan.objects.filter(pengguna=person).values_list("peran", "tahun", "unit"))
    assert duties == [("penyusun", TAHUN, None)]
    again = accept(dunia, link)
    assert again.status_code == 404
    client = dunia.klien()
    assert client.post("/akun/login/", {"login": "BARU@disnaker.test", "password": BARU}).status_code == 302
    assert client.get(ALAMAT).status_code == 200


def test_a_person_who_has_an_account_signs_in_to_accept(dunia: Dunia, kotak: Any) -> None:
    make_person(dunia, "punya@akun.test")
    invite(dunia, "punya@akun.test")
    link = link_in(kotak[0])
    assert accept(dunia, link).context["milik_saya"] is False
    assert dunia.klien(ADMIN).post(link).context["milik_saya"] is False
    mine = dunia.klien("punya@akun.test")
    assert mine.get(ALAMAT).status_code == 404
    assert mine.post(link).status_code == 302
    assert mine.get(ALAMAT).status_code == 200


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"ulang": "lain-lain-lain-1"}, "ulang"),
        ({"sandi": "pendek1", "ulang": "pendek1"}, "sandi"),
        ({"nama": ""}, "nama"),
    ],
)
def test_a_weak_account_is_not_made(dunia: Dunia, kotak: Any, change: dict[str, str], field: str) -> None:
    from akuntabel_web.akun.models import Pengguna

    invite(dunia, "lemah@disnaker.test")
    page = accept(dunia, link_in(kotak[0]), **change)
    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert not Pengguna.objects.filter(email="lemah@disnaker.test").exists()


def test_an_invitation_that_is_old_or_withdrawn_is_dead(dunia: Dunia, kotak: Any) -> None:
    from django.utils import timezone

    from akuntabel_web.akun.models import Undangan

    for surel in ("lewat@disnaker.test", "batal@disnaker.test"):
        invite(dunia, surel)
    late, withdrawn = (link_in(m) for m in kotak)
    with dunia.konteks():
        Undangan.objects.filter(surel="lewat@disnaker.test").update(berlaku_sampai=timezone.now() - timedelta(days=1))
        waiting = Undangan.objects.get(surel="batal@disnaker.test")
    assert dunia.klien(ADMIN).post(f"{ALAMAT}orang/undangan/{waiting.pk}/batal/").status_code == 302
    assert [dunia.klien().get(x).status_code for x in (late, withdrawn, "/undangan/apa-saja/")] == [404, 404, 404]


def test_a_role_that_is_held_to_a_unit_needs_one(dunia: Dunia, kotak: Any) -> None:
    page = invite(dunia, "data@disnaker.test", peran="pengelola_data")
    assert (page.status_code, list(page.context["form"].errors), len(kotak)) == (422, ["unit"], 0)


def test_a_unit_of_another_agency_cannot_be_given(dunia: Dunia, kotak: Any) -> None:
    from akuntabel_web.instansi.models import Unit

    with dunia.konteks(dunia.lain):
        unit = Unit.objects.create(instansi=dunia.lain, kode="UX", nama="Unit lain")
    page = invite(dunia, "x@disnaker.test", unit=str(unit.pk))
    assert (page.status_code, list(page.context["form"].errors), len(kotak)) == (422, ["unit"], 0)


def test_a_duty_is_withdrawn_at_once_and_the_last_administrator_stays(dunia: Dunia) -> None:
    from akuntabel_web.akun.models import Penugasan

    here, at = own_agency(dunia, "CABUT"), f"/cabut/{TAHUN}/"
    make_person(dunia, "pergi@cabut.test", (here, "penyusun", None))
    make_person(dunia, "admin@cabut.test", (here, "administrator", None))
    client, admin = dunia.klien("pergi@cabut.test"), dunia.klien("admin@cabut.test")
    assert client.get(at).status_code == 200
    with dunia.konteks(here):
        duty, last = (Penugasan.objects.get(instansi=here, peran=p) for p in ("penyusun", "administrator"))
    assert admin.post(f"{at}orang/penugasan/{duty.pk}/cabut/", {"alasan_tindakan": "pindah"}).status_code == 302
    assert client.get(at).status_code == 404
    refused = admin.post(f"{at}orang/penugasan/{last.pk}/cabut/", {"alasan_tindakan": "pindah"})
    assert refused.status_code == 422
    assert admin.get(at).status_code == 200


def test_somebody_has_an_account_so_there_is_no_first_administrator(dunia: Dunia) -> None:
    from akuntabel_web.akun.undangan import tautan_admin_pertama

    assert tautan_admin_pertama() is None


def test_a_year_is_opened_once(dunia: Dunia) -> None:
    admin = dunia.klien(ADMIN)
    assert admin.post(f"{ALAMAT}tahun/", {"tahun": "1815"}).status_code == 422
    assert [admin.post(f"{ALAMAT}tahun/", {"tahun": "2026"}).status_code for _ in range(2)] == [302, 302]
    assert admin.get("/disnaker/2026/").status_code == 200
    assert dunia.klien("penyusun@disnaker.test").get("/disnaker/2026/tabel/program/").context["baris"] == []


def test_the_government_adds_an_agency_whose_first_administrator_is_who_made_it(dunia: Dunia) -> None:
    from django.utils import timezone

    from akuntabel_web.instansi.models import Instansi

    pemda = Instansi.objects.using("pemilik").get(kode="PEMDA")
    pemda._state.db = "default"
    make_person(dunia, "admin@pemda.test", (pemda, "administrator", None))
    client = dunia.klien("admin@pemda.test")
    url = f"/pemda/{timezone.localdate().year}/instansi/tambah/"
    data = {"nama": "Dinas Sosial", "kode": "DINSOS", "alamat": "dinsos", "tahun": "2025"}
    assert client.get(url).status_code == 200
    assert client.post(url, data | {"alamat": "disnaker"}).status_code == 422
    assert client.post(url, data).status_code == 302
    assert client.get("/dinsos/2025/orang/undang/").status_code == 200
    assert client.get(ALAMAT).status_code == 404


def test_a_password_is_reset_by_mail_and_the_old_one_dies(dunia: Dunia, kotak: Any) -> None:
    make_person(dunia, "lupa@disnaker.test")
    client = dunia.klien()
    client.post("/akun/password/reset/", {"email": "siapa@asing.test"})
    assert kotak == []
    # A link leads here, whatever port the request named.
    client.post("/akun/password/reset/", {"email": "lupa@disnaker.test"}, HTTP_HOST="localhost:6666")
    link = re.search(r"http://localhost(/akun/password/reset/key/\S+)", kotak[0].body).group(1)
    form = client.get(link, follow=True)
    done = client.post(form.redirect_chain[-1][0], {"password1": BARU, "password2": BARU})
    assert done.status_code == 302
    old, new = (
        dunia.klien().post("/akun/login/", {"login": "lupa@disnaker.test", "password": p}) for p in (SANDI, BARU)
    )
    assert (old.status_code, new.status_code) == (200, 302)
