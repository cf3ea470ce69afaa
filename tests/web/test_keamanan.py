"""Accounts and sessions: who is let out, when, and what the audit says of it; headers of every answer."""

from __future__ import annotations

import threading
import time
from typing import Any
from urllib.parse import urlencode

import psycopg
import pytest
from dunia import SANDI, TAHUN, Dunia, make_person, own_agency
from test_akun import BARU, kotak
from test_halaman import ALAMAT, PENYUSUN
from test_pengasingan import sign_in
from test_rute import agency_routes

__all__ = ["kotak"]
ADMIN = "administrator@disnaker.test"
ALASAN = {"alasan_tindakan": "pindah tugas"}


@pytest.fixture(autouse=True)
def dihitung_baru(aplikasi: dict[str, str]) -> None:
    """The tests sign in from one address, more often than a person may in a minute."""
    from django.core.cache import cache

    cache.clear()


def proved(dunia: Dunia, surel: str) -> Any:
    """A browser of somebody who signed in and has just proved once more that it is he."""
    client = signed_in(dunia, surel)
    assert client.post("/akun/reauthenticate/", {"password": SANDI}).status_code == 302
    return client


def signed_in(dunia: Dunia, surel: str, sandi: str = SANDI, **headers: str) -> Any:
    """A browser that signed in as people do: by the form."""
    client = dunia.klien()
    client.defaults |= headers
    assert sign_in(client, surel, sandi).status_code == 302
    return client


def account_url(dunia: Dunia, surel: str, verb: str) -> str:
    return f"{ALAMAT}orang/{dunia.orang[surel].pk}/{verb}/"


# --- accounts that are closed ----------------------------------------------------------------------------------------


def test_who_is_deactivated_is_out_at_once_and_his_old_session_never_comes_back(dunia: Dunia) -> None:
    surel = "nonaktif@disnaker.test"
    make_person(dunia, surel, (dunia.disnaker, "penyusun", None))
    client, admin = signed_in(dunia, surel), dunia.klien(ADMIN)
    assert client.get(ALAMAT).status_code == 200
    assert "Nonaktifkan akun" in admin.get(f"{ALAMAT}orang/").content.decode()
    assert admin.get(account_url(dunia, surel, "nonaktifkan")).status_code == 200
    assert (
        admin.post(account_url(dunia, surel, "nonaktifkan"), {"alasan_tindakan": ""}).status_code == 422
    )  # no reason, no change
    assert client.get(ALAMAT).status_code == 200
    assert admin.post(account_url(dunia, surel, "nonaktifkan"), ALASAN).status_code == 302
    assert client.get(ALAMAT)["Location"].startswith("/akun/login/")
    again = dunia.klien()
    assert "inactive" in sign_in(again, surel)["Location"]
    assert again.get("/").status_code == 302
    assert "(akun nonaktif)" in admin.get(f"{ALAMAT}orang/").content.decode()
    twice = admin.post(account_url(dunia, surel, "nonaktifkan"), ALASAN)
    assert twice.status_code == 422
    assert admin.post(account_url(dunia, surel, "aktifkan"), ALASAN).status_code == 302
    assert client.get(ALAMAT).status_code == 302
    assert signed_in(dunia, surel).get(ALAMAT).status_code == 200


def test_the_trail_tells_who_closed_whose_account_and_why(dunia: Dunia) -> None:
    surel = "jejak_akun@disnaker.test"
    make_person(dunia, surel, (dunia.disnaker, "penyusun", None))
    dunia.klien(ADMIN).post(account_url(dunia, surel, "nonaktifkan"), {"alasan_tindakan": "pensiun per Januari"})
    page = dunia.klien("apip@disnaker.test").get(f"{ALAMAT}jejak/", {"tabel": "akun_pengguna"}).content.decode()
    assert "<strong>Akun Jejak Akun</strong>: ubah oleh Administrator" in page
    assert "pensiun per Januari" in page
    assert "<del>ya</del> <ins>tidak</ins>" in page


def test_nobody_closes_his_own_account_nor_that_of_another_agency(dunia: Dunia) -> None:
    from akuntabel_web.akun.models import Pengguna

    admin = dunia.klien(ADMIN)
    assert admin.post(account_url(dunia, ADMIN, "nonaktifkan"), ALASAN).status_code == 422
    assert admin.post(account_url(dunia, "penyusun@lain.test", "nonaktifkan"), ALASAN).status_code == 404
    assert dunia.klien(PENYUSUN).post(account_url(dunia, ADMIN, "nonaktifkan"), ALASAN).status_code == 403
    people = Pengguna.objects.filter(email__in=[ADMIN, "penyusun@lain.test"])
    assert [p.is_active for p in people] == [True, True]


def test_who_serves_two_agencies_is_closed_by_the_government_alone(dunia: Dunia) -> None:
    from akuntabel_web.instansi.models import Instansi

    pemda = Instansi.objects.using("pemilik").get(kode="PEMDA")
    pemda._state.db = "default"
    make_person(dunia, "admin2@pemda.test", (pemda, "administrator", None))
    duties = [(i, "apip", None) for i in (dunia.disnaker, pemda)]
    person = make_person(dunia, "inspektur@pemda.test", *duties)
    refused = dunia.klien(ADMIN).post(account_url(dunia, "inspektur@pemda.test", "nonaktifkan"), ALASAN)
    assert refused.status_code == 422
    assert "juga bertugas di instansi lain" in refused.content.decode()
    year = next(iter(years_of(pemda)))
    url = f"/{pemda.alamat}/{year}/orang/{person.pk}/nonaktifkan/"
    assert dunia.klien("admin2@pemda.test").post(url, ALASAN).status_code == 302
    person.refresh_from_db()
    assert person.is_active is False
    # Both agencies read it in their own trail.
    for surel, where in (("apip@disnaker.test", ALAMAT), ("admin2@pemda.test", f"/{pemda.alamat}/{year}/")):
        assert "Akun Inspektur</strong>: ubah" in dunia.klien(surel).get(f"{where}jejak/").content.decode()


def years_of(instansi: Any) -> list[int]:
    from akuntabel_web.instansi.models import Tahun

    return list(Tahun.objects.using("pemilik").filter(instansi=instansi).values_list("tahun", flat=True))


def test_a_closed_administrator_does_not_count_as_one_who_stays(dunia: Dunia) -> None:
    from akuntabel_web.akun.models import Penugasan

    here, at = own_agency(dunia, "TUTUP"), f"/tutup/{TAHUN}/"
    first, second = (make_person(dunia, f"admin{n}@tutup.test", (here, "administrator", None)) for n in (1, 2))
    admin = dunia.klien("admin1@tutup.test")
    assert admin.post(f"{at}orang/{second.pk}/nonaktifkan/", ALASAN).status_code == 302
    with dunia.konteks(here):
        mine, theirs = (Penugasan.objects.get(pengguna=person) for person in (first, second))
    assert admin.post(f"{at}orang/penugasan/{mine.pk}/cabut/", ALASAN).status_code == 422
    assert admin.post(f"{at}orang/penugasan/{theirs.pk}/cabut/", ALASAN).status_code == 302


def test_of_two_administrators_who_close_each_other_one_stays(dunia: Dunia) -> None:
    from django.db import connections

    from akuntabel_web.akun.models import Pengguna

    duel = own_agency(dunia, "DUEL")
    people = [make_person(dunia, f"duel{n}@duel.test", (duel, "administrator", None)) for n in (1, 2)]
    gate = threading.Barrier(2)
    answers: list[int] = []

    def close(mine: int, other: int) -> None:
        client = dunia.klien(f"duel{mine}@duel.test")
        gate.wait()
        page = client.post(f"/duel/{TAHUN}/orang/{people[other - 1].pk}/nonaktifkan/", ALASAN)
        answers.append(page.status_code)
        connections.close_all()

    threads = [threading.Thread(target=close, args=pair) for pair in ((1, 2), (2, 1))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers.count(302) == 1
    assert Pengguna.objects.filter(email__endswith="@duel.test", is_active=True).count() == 1


def test_what_a_closed_person_gave_to_others_rests(dunia: Dunia) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from akuntabel_web.akun.models import Penugasan

    giver = make_person(dunia, "pemberi@disnaker.test", (dunia.disnaker, "verifikator", None))
    taker = make_person(dunia, "penerima@disnaker.test")
    today = timezone.localdate()
    with dunia.konteks():
        Penugasan.objects.create(
            instansi=dunia.disnaker, pengguna=taker, peran="verifikator", dari=giver, mulai=today,
            sampai=today + timedelta(days=3),
        )  # fmt: skip
    client = dunia.klien("penerima@disnaker.test")
    assert client.get(ALAMAT).status_code == 200
    url = account_url(dunia, "pemberi@disnaker.test", "nonaktifkan")
    assert dunia.klien(ADMIN).post(url, ALASAN).status_code == 302
    assert client.get(ALAMAT).status_code == 404
    with dunia.konteks():  # who asks whose turn it is does not find him
        assert set(Penugasan.objects.on(today).filter(pengguna__in=[giver, taker])) == set()


# --- sessions --------------------------------------------------------------------------------------------------------


def test_a_changed_password_ends_every_session(dunia: Dunia) -> None:
    surel = "ganti@disnaker.test"
    make_person(dunia, surel)
    here, there = signed_in(dunia, surel), signed_in(dunia, surel)
    wrong = {"oldpassword": "bukan-ini-sama-sekali", "password1": BARU, "password2": BARU}
    assert here.post("/akun/password/change/", wrong).status_code == 200
    assert there.get("/").status_code == 200
    assert here.post("/akun/password/change/", wrong | {"oldpassword": SANDI}).status_code == 302
    assert [c.get("/").status_code for c in (here, there)] == [302, 302]
    assert sign_in(dunia.klien(), surel).status_code == 200
    assert signed_in(dunia, surel, BARU).get("/").status_code == 200


def test_a_person_ends_all_his_sessions(dunia: Dunia) -> None:
    surel = "hilang@disnaker.test"
    make_person(dunia, surel)
    here, there = signed_in(dunia, surel), signed_in(dunia, surel)
    assert here.get("/keluar-semua/").status_code == 200
    assert there.get("/").status_code == 200
    assert here.post("/keluar-semua/").status_code == 302
    assert [c.get("/").status_code for c in (here, there)] == [302, 302]


@pytest.mark.parametrize(
    ("mulai", "dipakai", "status"), [(60, 60, 200), (7500, 60, 200), (7500, 7300, 302), (43300, 60, 302)]
)
def test_a_session_ends_unused_and_after_a_day_of_work(dunia: Dunia, mulai: int, dipakai: int, status: int) -> None:
    client = signed_in(dunia, PENYUSUN)
    session, now = client.session, int(time.time())
    assert now - session["sesi_mulai"] < 60
    session["sesi_mulai"], session["sesi_dipakai"] = now - mulai, now - dipakai
    session.save()
    assert client.get("/").status_code == status
    if status == 200:
        assert now - client.session["sesi_dipakai"] < 60  # the use was noted
    else:
        assert client.get("/").status_code == 302


def test_a_link_of_a_reset_dies_within_an_hour_and_serves_once(dunia: Dunia, kotak: Any) -> None:
    import re

    from django.conf import settings

    assert settings.PASSWORD_RESET_TIMEOUT <= 3600
    make_person(dunia, "setel@disnaker.test")
    session = signed_in(dunia, "setel@disnaker.test")
    dunia.klien().post("/akun/password/reset/", {"email": "setel@disnaker.test"})
    link = re.search(r"http://localhost(/akun/password/reset/key/\S+)", kotak[0].body).group(1)
    form = dunia.klien()
    target = form.get(link, follow=True).redirect_chain[-1][0]
    assert form.post(target, {"password1": BARU, "password2": BARU}).status_code == 302
    assert session.get("/").status_code == 302
    again = dunia.klien().get(link)
    assert (again.status_code, again.context["token_fail"]) == (200, True)


def test_who_changes_his_address_proves_again_that_it_is_he(dunia: Dunia) -> None:
    make_person(dunia, "surel@disnaker.test")
    client = signed_in(dunia, "surel@disnaker.test")
    new = {"email": "baru@luar.test", "action_add": ""}
    assert client.post("/akun/email/", new)["Location"].startswith("/akun/reauthenticate/")
    assert client.post("/akun/reauthenticate/", {"password": "bukan-ini"}).status_code == 200
    assert client.post("/akun/email/", new)["Location"].startswith("/akun/reauthenticate/")
    assert proved(dunia, "surel@disnaker.test").post("/akun/email/", new)["Location"] == "/akun/email/"


@pytest.mark.parametrize("target", ["https://jahat.test/", "//jahat.test", "https:jahat.test", "/\\jahat.test"])
def test_sign_in_leads_nowhere_else(dunia: Dunia, target: str) -> None:
    client = dunia.klien()
    url = f"/akun/login/?{urlencode({'next': target})}"
    answer = client.post(url, {"login": PENYUSUN, "password": SANDI, "next": target})
    assert (answer.status_code, answer["Location"]) == (302, "/")


@pytest.mark.parametrize(
    ("sandi", "boleh"),
    [
        ("Akuntabel2025!", False),
        ("sakip-LKJIP-2026", False),
        ("kuda-besi-hijau", True),
        ("sakip kuda besi hijau", True),
    ],
)
def test_words_of_this_trade_alone_are_no_password(dunia: Dunia, kotak: Any, sandi: str, boleh: bool) -> None:
    from test_akun import accept, invite, link_in

    surel = f"kata{len(sandi)}{boleh}@disnaker.test".lower()
    invite(dunia, surel)
    page = accept(dunia, link_in(kotak[0]), sandi=sandi, ulang=sandi)
    assert page.status_code == (302 if boleh else 422)


# --- the audit of accounts -------------------------------------------------------------------------------------------


def trail(aplikasi: dict[str, str], person: Any, tabel: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(aplikasi["DATABASE_URL_PEMILIK"]) as owner:
        return owner.execute(
            "SELECT kerja, pengguna_id, instansi_id, lama::text, baru::text FROM jejak_jejak "
            "WHERE baris = %s AND tabel = %s ORDER BY id",
            [person.pk, tabel],
        ).fetchall()


def test_a_new_address_is_in_the_audit_of_the_agency_with_who_wrote_it(
    dunia: Dunia, aplikasi: dict[str, str], kotak: Any
) -> None:
    person = make_person(dunia, "alamat@disnaker.test", (dunia.disnaker, "penyusun", None))
    client = proved(dunia, "alamat@disnaker.test")
    before = len(trail(aplikasi, person, "account_emailaddress"))
    page = client.post("/akun/email/", {"email": "alamat2@disnaker.test", "action_add": ""})
    assert page.status_code == 302
    rows = trail(aplikasi, person, "account_emailaddress")[before:]
    assert [row[:3] for row in rows] == [("tambah", person.pk, dunia.disnaker.pk)]
    assert "alamat2@disnaker.test" in rows[0][4]
    shown = dunia.klien("apip@disnaker.test").get(f"{ALAMAT}jejak/", {"tabel": "account_emailaddress"})
    assert "Surel akun Alamat</strong>: tambah oleh Alamat" in shown.content.decode()


def test_a_second_factor_is_in_the_audit_without_its_secret(dunia: Dunia, aplikasi: dict[str, str]) -> None:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    person = make_person(dunia, "faktor@disnaker.test", (dunia.disnaker, "penyusun", None))
    client = proved(dunia, "faktor@disnaker.test")
    form = client.get("/akun/2fa/totp/activate/")
    secret = form.context["form"].secret
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    assert client.post("/akun/2fa/totp/activate/", {"code": code}).status_code == 302
    rows = trail(aplikasi, person, "mfa_authenticator")
    assert {row[:3] for row in rows} == {("tambah", person.pk, dunia.disnaker.pk)}
    assert any('"type": "totp"' in row[4] for row in rows)
    assert all('"data": "(disamarkan)"' in row[4] and secret not in row[4] for row in rows)


def test_a_sign_in_alone_fills_no_trail_of_an_agency(dunia: Dunia, aplikasi: dict[str, str]) -> None:
    person = make_person(dunia, "sering@disnaker.test", (dunia.disnaker, "penyusun", None))
    before = len(trail(aplikasi, person, "akun_pengguna"))
    signed_in(dunia, "sering@disnaker.test")
    rows = trail(aplikasi, person, "akun_pengguna")[before:]
    assert {row[2] for row in rows} == {None}


# --- guesses ---------------------------------------------------------------------------------------------------------


def test_a_count_of_wrong_passwords_outlives_a_request_that_fails(dunia: Dunia, aplikasi: dict[str, str]) -> None:
    from django.core.cache import cache
    from django.db import transaction

    class DibatalkanError(Exception):
        pass

    def count_and_fail() -> None:
        with transaction.atomic():
            cache.set("uji-hitungan", 5)
            raise DibatalkanError

    with pytest.raises(DibatalkanError):
        count_and_fail()
    assert cache.get("uji-hitungan") == 5
    with transaction.atomic():  # and is seen by others before the request ends
        cache.set("uji-hitungan", 6)
        with psycopg.connect(aplikasi["DATABASE_URL"]) as other:
            found = other.execute("SELECT count(*) FROM inti_tembolok WHERE cache_key LIKE '%uji-hitungan'")
            assert found.fetchone() == (1,)


def test_counts_are_not_washed_away_by_others(dunia: Dunia, aplikasi: dict[str, str]) -> None:
    """Who tries a thousand addresses must not make room for more guesses at the first."""
    from django.core.cache import cache

    cache.set("aaa-hitungan", 5)
    with psycopg.connect(aplikasi["DATABASE_URL"]) as other:
        other.execute(
            "INSERT INTO inti_tembolok SELECT 'zzz' || n, 'x', now() + interval '1 hour' FROM generate_series(1, 999) n"
        )
    cache.set("zzz-lagi", 1)
    assert cache.get("aaa-hitungan") == 5


def test_a_sign_in_that_fails_inside_is_counted(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.contrib.auth.signals import user_login_failed

    surel = "hitung@disnaker.test"
    make_person(dunia, surel)

    def broken(**_: Any) -> None:
        raise RuntimeError("rusak")

    user_login_failed.connect(broken)
    client = dunia.klien()
    client.raise_request_exception = False
    try:
        tried = [sign_in(client, surel, f"salah-{n}").status_code for n in range(5)]
    finally:
        user_login_failed.disconnect(broken)
    assert set(tried) == {500}
    assert sign_in(client, surel).status_code == 200  # the right password, too late


# --- answers ---------------------------------------------------------------------------------------------------------

KEPALA = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}

KEBIJAKAN = ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")


def wrong_headers(page: Any) -> list[str]:
    found = [name for name, value in KEPALA.items() if page.get(name) != value]
    policy = page.get("Content-Security-Policy", "")
    download = page.get("Content-Disposition", "").startswith("attachment")
    sealed = download and policy == "default-src 'none'; sandbox"
    good = sealed or (all(p in policy for p in KEBIJAKAN) and "unsafe" not in policy)
    found += [] if good else ["Content-Security-Policy"]
    found += [] if "no-store" in page.get("Cache-Control", "") else ["Cache-Control"]
    return [*found, *(name for name in ("Server", "X-Powered-By") if name in page)]


def test_every_answer_has_its_headers(dunia: Dunia) -> None:
    paths = ["/", "/sehat/", "/tidak-ada/", "/akun/login/", "/akun/2fa/", "/undangan/x/", "/keluar-semua/"]
    paths += [ALAMAT.rstrip("/"), *(url for _, url, _ in agency_routes(dunia, "disnaker"))]
    wrong, seen = {}, set()
    for surel in (None, PENYUSUN, ADMIN):
        client = dunia.klien(surel)
        client.raise_request_exception = False
        for path in paths:
            # A visitor posts everywhere and changes nothing.
            for page in (client.get(path), *([] if surel else [client.post(path)])):
                seen.add(page.status_code)
                if found := wrong_headers(page):
                    wrong[surel, path, page.status_code] = found
    assert wrong == {}
    assert seen >= {200, 301, 302, 403, 404, 405}
    assert len(paths) > 80


def test_https_is_asked_for_behind_tls_alone(dunia: Dunia) -> None:
    from django.test.utils import override_settings

    with override_settings(SECURE_HSTS_SECONDS=31_536_000):
        client = dunia.klien()
        assert "Strict-Transport-Security" not in client.get("/akun/login/")
        assert "31536000" in client.get("/akun/login/", secure=True)["Strict-Transport-Security"]


def test_no_page_of_anybody_holds_a_password_hash_or_a_session(dunia: Dunia) -> None:
    from django.contrib.sessions.models import Session

    sessions = list(Session.objects.values_list("session_key", flat=True))
    seen = 0
    for surel in (ADMIN, PENYUSUN, "apip@disnaker.test", "bagian_organisasi@disnaker.test"):
        client = dunia.klien(surel)
        for _, url, _ in agency_routes(dunia, "disnaker"):
            page = client.get(url)
            content = b"".join(page.streaming_content) if page.streaming else page.content
            assert b"argon2" not in content
            assert not [key for key in sessions if key.encode() in content]
            seen += page.status_code == 200
    assert seen > 70
