"""What the log of the server holds when requests fail: enough to find the fault, no secret of anybody."""

from __future__ import annotations

import logging
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from datetime import datetime
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import unquote, urlsplit

import psycopg
import pytest
from dunia import SANDI, Dunia, make_person
from peladen_uji import server

from akuntabel_web.inti.catatan import SafeFormatter

BARU = "kereta-kuning-melaju-6"


class Pengunjung:
    """A browser without scripts: cookies, forms with their token."""

    def __init__(self, alamat: str) -> None:
        self.alamat = alamat
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def open(self, path: str, data: dict[str, str] | None = None) -> tuple[int, str]:
        body = urllib.parse.urlencode(data).encode() if data is not None else None
        try:
            with self.opener.open(self.alamat + path, body, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def send(self, path: str, **data: str) -> int:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.open(path)[1])
        assert token is not None
        return self.open(path, data | {"csrfmiddlewaretoken": token.group(1)})[0]


@pytest.fixture
def gagal(aplikasi: dict[str, str]) -> Iterator[str]:
    """A name that the database refuses: whoever takes it makes a request fail for real, inside the database."""
    name = "Nama Yang Ditolak"
    with psycopg.connect(aplikasi["DATABASE_URL_PEMILIK"], autocommit=True) as owner:
        owner.execute(f"ALTER TABLE akun_pengguna ADD CONSTRAINT uji_gagal CHECK (nama <> '{name}')")
        yield name
        owner.execute("ALTER TABLE akun_pengguna DROP CONSTRAINT uji_gagal")


def invitation(dunia: Dunia, surel: str) -> str:
    """The path of a live invitation."""
    from akuntabel_web.akun.undangan import TugasUndangan, _create, link

    with dunia.konteks():
        admin = dunia.orang["administrator@disnaker.test"]
        token = _create(dunia.disnaker, surel, [TugasUndangan(str(dunia.disnaker.pk), "penyusun")], admin)
    return urlsplit(link(token)).path


def secrets_of(aplikasi: dict[str, str], path: str) -> dict[str, str]:
    from django.conf import settings

    return {
        "basis data": unquote(str(settings.DATABASES["default"]["PASSWORD"])),
        "pemilik": unquote(str(settings.DATABASES["pemilik"]["PASSWORD"])),
        "alamat basis data": aplikasi["DATABASE_URL"],
        "kunci": settings.SECRET_KEY,
        "undangan": path.split("/")[2],
        "kata sandi": BARU,
        "kata sandi lama": SANDI,
        "sidik kata sandi": "argon2",
    }


def test_the_log_of_requests_that_fail_holds_no_secret(
    dunia: Dunia, aplikasi: dict[str, str], gagal: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = invitation(dunia, "log@disnaker.test")
    make_person(dunia, "catatan@disnaker.test")
    good = {"nama": "Orang Log", "sandi": BARU, "ulang": BARU}
    capfd.readouterr()
    with server(1) as alamat:
        visitor = Pengunjung(alamat)
        assert visitor.send(path, **good | {"ulang": "lain"}) == 422
        assert visitor.send(path, **good | {"nama": gagal}) == 500
        assert visitor.open(f"{path}tambahan/")[0] == 404
        assert visitor.open(path, good)[0] == 403  # without the token of its form
        assert visitor.send("/akun/login/", login="catatan@disnaker.test", password=f"{BARU}-salah") == 200
        assert visitor.send("/akun/login/", login=SANDI, password="x") == 200  # typed into the wrong field
    shown = "".join(capfd.readouterr())
    assert "Internal Server Error: /undangan/(disamarkan)/" in shown
    assert 'violates check constraint "uji_gagal"' in shown
    assert "Traceback" in shown
    leaks = {name for name, value in secrets_of(aplikasi, path).items() if value in shown}
    assert leaks == set()
    assert "log@disnaker.test" not in shown


def formatted(message: str, *args: Any) -> str:
    record = logging.LogRecord("uji", logging.WARNING, __file__, 1, message, args, None)
    return SafeFormatter("%(levelname)s %(message)s").format(record)


def test_a_line_of_the_log_stays_one_line(aplikasi: dict[str, str]) -> None:
    assert formatted("dari %s", "a\nERROR palsu\x1b[31m\r") == "WARNING dari a\\nERROR palsu\\x1b[31m\\r"


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://akuntabel:rahasia-sekali@basis/db",
        "host=basis password=rahasia-sekali user=x",
        "host=basis password='rahasia-sekali' user=x",
        "GET /akun/password/reset/key/rahasia-sekali/ 500",
        "GET /akun/confirm-email/rahasia-sekali/ 500",
        "GET /undangan/rahasia-sekali/?x=1",
        "argon2$argon2id$v=19$m=102400,t=2,p=8$rahasia-sekali",
    ],
)
def test_secrets_of_any_message_are_masked(aplikasi: dict[str, str], text: str) -> None:
    shown = formatted("gagal: %s", text)
    assert "rahasia-sekali" not in shown
    assert "(disamarkan)" in shown


def test_every_logger_writes_through_the_mask(aplikasi: dict[str, str]) -> None:
    names = ("", "django.request", "django.security.csrf", "procrastinate.worker", "allauth", "akuntabel.masuk")
    for name in names:
        found = [h for logger in lineage(logging.getLogger(name)) for h in logger.handlers]
        ours = [h for h in found if type(h) is logging.StreamHandler]
        assert ours
        assert {type(h.formatter) for h in ours} == {SafeFormatter}


def lineage(logger: logging.Logger | None) -> Iterator[logging.Logger]:
    while logger is not None:
        yield logger
        logger = logger.parent if logger.propagate else None


def test_sign_ins_and_failures_stand_in_the_log(dunia: Dunia, capfd: pytest.CaptureFixture[str]) -> None:
    make_person(dunia, "peristiwa@disnaker.test")
    capfd.readouterr()
    with server(1) as alamat:
        visitor = Pengunjung(alamat)
        assert visitor.send("/akun/login/", login="peristiwa@disnaker.test", password="bukan-ini-1") == 200
        assert visitor.send("/akun/login/", login="peristiwa@disnaker.test", password=SANDI) == 200
        assert visitor.open("/disnaker/2025/orang/")[0] == 404
        assert visitor.send("/akun/logout/") == 200
    shown = "".join(capfd.readouterr())
    person = str(dunia.orang["peristiwa@disnaker.test"].pk)
    lines = [line.partition("akuntabel.masuk ")[2] for line in shown.splitlines() if "akuntabel.masuk" in line]
    assert [line.split()[0] for line in lines] == ["gagal", "masuk", "keluar"]
    assert [person in line for line in lines] == [False, True, True]
    assert all("dari=127.0.0.1" in line for line in lines)
    stamps = [line.split()[0] for line in shown.splitlines() if "akuntabel.masuk" in line]
    assert all(datetime.fromisoformat(stamp).utcoffset() is not None for stamp in stamps)
    assert "Not Found: /disnaker/2025/orang/" in shown
