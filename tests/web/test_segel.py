"""Seeds of second factors: sealed in the database, and what a backup gives away of them."""

from __future__ import annotations

import json
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from dunia import Dunia, make_person
from psycopg import sql
from ruang import made_room
from test_keamanan import dihitung_baru, proved
from test_pengasingan import sign_in
from typer.testing import CliRunner

from akuntabel_web.basisdata.arsip import KEY, MANIFEST
from akuntabel_web.basisdata.cadang import cadangkan, pulihkan
from akuntabel_web.basisdata.gugus import Gugus
from akuntabel_web.basisdata.peran import DATABASE, Peran
from akuntabel_web.inti.segel import TidakTerbukaError, is_sealed, opens, resealed, seal, unseal

__all__ = ["dihitung_baru"]
LAMA, BARU = "kunci-yang-lama", "kunci-yang-baru"
BENIH = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def test_what_is_sealed_opens_with_its_key_only() -> None:
    sealed = seal(BENIH, [LAMA])
    assert BENIH not in sealed
    assert sealed != seal(BENIH, [LAMA])  # two people with one seed do not look alike
    assert unseal(sealed, [LAMA]) == unseal(sealed, [BARU, LAMA]) == BENIH
    for keys, text in (([BARU], sealed), ([LAMA], BENIH), ([LAMA], sealed[:-4] + "AAA=")):
        with pytest.raises(TidakTerbukaError):
            unseal(text, keys)


def test_what_stands_in_the_clear_or_under_an_old_key_comes_under_the_new_one() -> None:
    for text in (BENIH, "0f" * 40, seal(BENIH, [LAMA])):
        again = resealed(text, [BARU, LAMA])
        assert again is not None
        assert unseal(again, [BARU]) in {BENIH, "0f" * 40}
        assert resealed(again, [BARU]) is None
    with pytest.raises(TidakTerbukaError):
        resealed(seal(BENIH, [LAMA]), [BARU])
    assert [opens(t, k) for t, k in ((BENIH, []), (seal(BENIH, [LAMA]), []), (seal(BENIH, [LAMA]), [BARU, LAMA]))] == [
        True, False, True,
    ]  # fmt: skip


# --- in the application ----------------------------------------------------------------------------------------------


def code_of(secret: str, after: int = 0) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + after)))


def seeds(person: Any) -> dict[str, str]:
    from allauth.mfa.models import Authenticator

    from akuntabel_web.akun.faktor import SEED

    return {f.type: f.data[SEED[f.type]] for f in Authenticator.objects.filter(user=person, type__in=SEED)}


def activated(dunia: Dunia, surel: str) -> str:
    """A person with an authenticator app; its seed."""
    client = proved(dunia, surel)
    secret = str(client.get("/akun/2fa/totp/activate/").context["form"].secret)
    assert client.post("/akun/2fa/totp/activate/", {"code": code_of(secret)}).status_code == 302
    return secret


def test_a_seed_is_sealed_where_it_stands_and_serves_at_sign_in(dunia: Dunia, aplikasi: dict[str, str]) -> None:
    from django.core.cache import cache

    person = make_person(dunia, "segel@disnaker.test")
    secret = activated(dunia, "segel@disnaker.test")
    kept = seeds(person)
    assert set(kept) == {"totp", "recovery_codes"}
    assert all(is_sealed(text) for text in kept.values())
    with psycopg.connect(aplikasi["DATABASE_URL"]) as database:
        rows = database.execute("SELECT data::text FROM mfa_authenticator").fetchall()
    assert [row for row in rows if secret in row[0]] == []
    cache.clear()  # the code of the set-up was used a moment ago
    client = dunia.klien()
    assert sign_in(client, "segel@disnaker.test")["Location"] == "/akun/2fa/authenticate/"
    assert client.post("/akun/2fa/authenticate/", {"code": code_of(secret)}).status_code == 302
    assert client.get("/").status_code == 200


def test_a_recovery_code_serves_once(dunia: Dunia) -> None:
    make_person(dunia, "pulih@disnaker.test")
    activated(dunia, "pulih@disnaker.test")
    from allauth.mfa.models import Authenticator

    codes = Authenticator.objects.get(user=dunia.orang["pulih@disnaker.test"], type="recovery_codes").wrap()
    first = codes.get_unused_codes()[0]
    assert (len(first), first.isdigit()) == (8, True)
    answers = []
    for _ in range(2):
        client = dunia.klien()
        sign_in(client, "pulih@disnaker.test")
        answers.append(client.post("/akun/2fa/authenticate/", {"code": first}).status_code)
    assert answers == [302, 200]


def test_old_installations_are_sealed_at_the_start_and_a_key_can_be_changed(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    from allauth.mfa.models import Authenticator
    from django.conf import settings

    from akuntabel_web.akun.faktor import reseal, warning

    person = make_person(dunia, "warisan@disnaker.test")
    Authenticator.objects.create(user=person, type="totp", data={"secret": BENIH})
    reseal()
    before = seeds(person)["totp"]
    assert unseal(before, [settings.SECRET_KEY]) == BENIH
    reseal()
    assert seeds(person)["totp"] == before  # a second start writes nothing
    assert warning() is None
    key = settings.SECRET_KEY
    monkeypatch.setattr(settings, "SECRET_KEY", BARU)
    told = warning()
    assert told is not None
    assert "tidak terbaca dengan kunci-rahasia ini" in told
    reseal()
    assert seeds(person)["totp"] == before  # an accident with the key destroys nothing
    monkeypatch.setattr(settings, "SECRET_KEY_FALLBACKS", [key])
    reseal()
    assert unseal(seeds(person)["totp"], [BARU]) == BENIH
    monkeypatch.setattr(settings, "SECRET_KEY", key)  # and back, for the tests that follow
    monkeypatch.setattr(settings, "SECRET_KEY_FALLBACKS", [BARU])
    reseal()
    assert unseal(seeds(person)["totp"], [key]) == BENIH


# --- in backups ------------------------------------------------------------------------------------------------------

FACTORS = """
CREATE TABLE mfa_authenticator (id int PRIMARY KEY, user_id uuid, type text, data jsonb);
CREATE TABLE django_migrations (app text, name text)
"""


def add_factors(url: str) -> None:
    one, two = uuid4(), uuid4()
    rows = [
        (one, "totp", {"secret": seal(BENIH, [LAMA])}),
        (one, "recovery_codes", {"seed": seal("0f" * 40, [LAMA]), "used_mask": 0}),
        (two, "webauthn", {"credential": {}, "name": "Laptop"}),
        (two, "recovery_codes", {"seed": "0f" * 40, "used_mask": 0}),  # of before, in the clear
    ]
    with psycopg.connect(url) as owner:
        owner.execute(FACTORS)
        for number, (person, kind, data) in enumerate(rows):
            owner.execute(
                "INSERT INTO mfa_authenticator VALUES (%s, %s, %s, %s)", [number, person, kind, json.dumps(data)]
            )


@pytest.fixture(scope="module")
def asal() -> Iterator[tuple[Gugus, Path]]:
    """A server, a folder with the archive `tanpa.zip` and the archive `dengan.zip`, which holds the key."""
    with made_room() as room, Gugus(room / "data") as gugus:
        add_factors(gugus.url(Peran.PEMILIK))
        cadangkan(room / "data", room / "tanpa.zip")
        cadangkan(room / "data", room / "dengan.zip", key=LAMA)
        yield gugus, room


def restored(asal: tuple[Gugus, Path], archive: str, folder: Path, **environment: str) -> tuple[Any, list[int]]:
    """What a restore into a new database tells, and the factors that are left in it."""
    gugus, room = asal
    name = f"kembali_{uuid4().hex[:8]}"
    with psycopg.connect(gugus.url(Peran.SUPER, "postgres"), autocommit=True) as server:
        server.execute(
            sql.SQL("CREATE DATABASE {} OWNER akuntabel_pemilik TEMPLATE template0").format(sql.Identifier(name))
        )
    url = gugus.url(Peran.SUPER, name)
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("ALTER SCHEMA public OWNER TO akuntabel_pemilik")
    back = pulihkan(room / archive, folder, url=url, environment=environment)
    with psycopg.connect(url) as server:
        left = [row[0] for row in server.execute("SELECT id FROM mfa_authenticator ORDER BY 1")]
    return back, left


@pytest.mark.lambat
def test_an_archive_holds_the_key_only_where_it_was_asked_for(asal: tuple[Gugus, Path]) -> None:
    _, room = asal
    told = {}
    for name in ("tanpa.zip", "dengan.zip"):
        with zipfile.ZipFile(room / name) as opened:
            told[name] = (KEY in opened.namelist(), json.loads(opened.read(MANIFEST))["format"])
        assert (room / name).stat().st_mode & 0o777 == 0o600
    assert told == {"tanpa.zip": (False, 1), "dengan.zip": (True, 2)}
    with zipfile.ZipFile(room / "tanpa.zip") as opened:
        assert [n for n in opened.namelist() if LAMA.encode() in opened.read(n)] == []


@pytest.mark.lambat
def test_without_its_key_a_restore_takes_the_factors_that_nobody_could_use(
    asal: tuple[Gugus, Path], tmp_path: Path
) -> None:
    back, left = restored(asal, "tanpa.zip", tmp_path / "baru")
    assert (back.dengan_kunci, back.tanpa_faktor, left) == (False, 1, [2, 3])
    assert not (tmp_path / "baru" / KEY).exists()


@pytest.mark.lambat
def test_with_the_key_of_then_every_factor_comes_back(asal: tuple[Gugus, Path], tmp_path: Path) -> None:
    (tmp_path / "disalin").mkdir()
    (tmp_path / "disalin" / KEY).write_text(LAMA, encoding="ascii")
    for folder, environment in (
        ("disalin", {}),
        ("variabel", {"AKUNTABEL_KUNCI_RAHASIA": LAMA}),
        ("lama", {"AKUNTABEL_KUNCI_RAHASIA_LAMA": f"lain, {LAMA}"}),
    ):
        back, left = restored(asal, "tanpa.zip", tmp_path / folder, **environment)
        assert (folder, back.tanpa_faktor, left) == (folder, 0, [0, 1, 2, 3])


@pytest.mark.lambat
def test_the_key_of_an_archive_is_put_in_its_place_and_the_one_that_was_there_aside(
    asal: tuple[Gugus, Path], tmp_path: Path
) -> None:
    folder = tmp_path / "baru"
    folder.mkdir()
    (folder / KEY).write_text(BARU, encoding="ascii")
    back, left = restored(asal, "dengan.zip", folder)
    assert (back.dengan_kunci, back.tanpa_faktor, left) == (True, 0, [0, 1, 2, 3])
    assert (folder / KEY).read_text(encoding="ascii") == LAMA
    assert (folder / KEY).stat().st_mode & 0o777 == 0o600
    (aside,) = folder.glob(f"sebelum-*/{KEY}")
    assert aside.read_text(encoding="ascii") == BARU


@pytest.mark.lambat
def test_a_key_that_the_environment_names_wins_over_that_of_the_archive(
    asal: tuple[Gugus, Path], tmp_path: Path
) -> None:
    back, left = restored(asal, "dengan.zip", tmp_path / "baru", AKUNTABEL_KUNCI_RAHASIA=BARU)
    assert (back.dengan_kunci, back.tanpa_faktor, left) == (False, 1, [2, 3])
    assert not (tmp_path / "baru" / KEY).exists()


@pytest.mark.lambat
def test_the_command_warns_and_refuses_to_promise_a_key_that_is_not_there(
    asal: tuple[Gugus, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from akuntabel_cli.main import app

    gugus, _ = asal
    for name in ("AKUNTABEL_KUNCI_RAHASIA", "DATABASE_URL_PEMILIK", "DATABASE_URL_CADANGAN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", gugus.url(Peran.SUPER, DATABASE))
    command = ["cadangkan", "--data", str(tmp_path), "--keluar", str(tmp_path / "x.zip"), "--sertakan-kunci"]
    missing = CliRunner().invoke(app, command)
    assert missing.exit_code != 0
    assert not (tmp_path / "x.zip").exists()
    (tmp_path / KEY).write_text(LAMA, encoding="ascii")
    made = CliRunner().invoke(app, command)
    assert made.exit_code == 0, made.output
    assert "basis data dan 0 berkas" in made.output
    assert "arsip ini memuat kunci-rahasia" in made.output
