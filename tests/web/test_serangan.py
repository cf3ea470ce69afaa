"""Attacks on every route, generated from the route table: statements in parameters, paths, headers, downloads."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from dunia import TAHUN, Dunia, make_person, roles
from test_akun import kotak
from test_halaman import ALAMAT
from test_rute import agency_routes

__all__ = ["kotak"]
WEB = Path(__file__).resolve().parents[2] / "src" / "akuntabel_web"
SEMUA = "serba_bisa@disnaker.test"
# What somebody types who hopes that it becomes a part of a statement, a format or a pattern.
RETAS = (
    "' OR '1'='1",
    "x'); UPDATE instansi_pemerintah SET nama = 'diretas'; --",
    "'||(SELECT password FROM akun_pengguna LIMIT 1)||'",
    "\\' UNION SELECT set_config('akuntabel.retas', 'ya', false) --",
    "%s %(x)s {0} {x.__class__} ${x} (a+)+$ [",
    "a\x00b",
)
INSIDE = re.compile(rb"psycopg|ProgrammingError|DataError|syntax error at|SQLSTATE|pg_catalog|argon2|Traceback")


@pytest.fixture(scope="module")
def serba_bisa(dunia: Dunia) -> Any:
    """A person with every role: no permission stands before the parameters."""
    return make_person(dunia, SEMUA, *((dunia.disnaker, role, None) for role in roles()))


@cache
def parameters(method: str) -> tuple[str, ...]:
    """The names that the pages take from a request by themselves, as their code says."""
    found = set()
    for path in WEB.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Attribute(attr=asked)), args=[ast.Constant(value=name), *_]):
                    found |= {name} if asked == method else set()
    return tuple(sorted(str(name) for name in found))


class _Fields(HTMLParser):
    """The names of the fields of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("name")
        if tag in {"input", "select", "textarea"} and name and name != "csrfmiddlewaretoken":
            self.names.add(name)


def fields_of(page: Any) -> set[str]:
    if page.status_code != 200 or not page["Content-Type"].startswith("text/html"):
        return set()
    parser = _Fields()
    parser.feed(page.content.decode())
    return parser.names


def wrong(page: Any) -> str | None:
    """What an answer shows of the inside."""
    content = b"".join(page.streaming_content) if page.streaming else page.content
    if page["Content-Type"].startswith("text/html") and (found := INSIDE.search(content)):
        return found[0].decode()
    return str(page.status_code) if page.status_code >= 500 else None


def test_the_parameters_are_found_where_they_are() -> None:
    assert {"cari", "halaman", "kunci", "besaran", "kode"} <= set(parameters("GET"))
    assert {"dasar", "tempelan"} <= set(parameters("POST"))


@pytest.fixture(scope="module")
def rute(dunia: Dunia) -> list[tuple[str, str]]:
    """Every route of an agency with its address."""
    return [(nama, url) for nama, url, _ in agency_routes(dunia, "disnaker")]


@pytest.fixture
def utuh(dunia: Dunia) -> Iterator[None]:
    """All that a test sends is taken back; none of the attacks did what it wanted before that."""
    from django.db import connection, transaction

    from akuntabel_web.instansi.models import Pemerintah

    with transaction.atomic():
        before = Pemerintah.objects.get().nama
        yield
        assert Pemerintah.objects.get().nama == before != "diretas"
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('akuntabel.retas', true)")
            assert cursor.fetchone()[0] in {None, ""}
        transaction.set_rollback(True)


def test_no_parameter_of_any_route_reaches_a_statement(
    dunia: Dunia, serba_bisa: Any, rute: list[tuple[str, str]], utuh: None
) -> None:
    client = dunia.klien(SEMUA)
    found, sent = {}, 0
    asked = parameters("GET")
    for place, (nama, url) in enumerate(rute):
        if nama == "ekspor":
            continue  # takes no parameter and costs the most
        fields: set[str] = set(parameters("POST"))
        for turn in range(2):
            said = {name: RETAS[(n + place + 3 * turn) % len(RETAS)] for n, name in enumerate(asked)}
            page = client.get(url, said)
            fields |= fields_of(page)
            if (told := wrong(page)) is not None:
                found["GET", nama, turn] = told
            sent += 1
        page = client.post(url, {name: RETAS[(n + place) % len(RETAS)] for n, name in enumerate(sorted(fields))})
        if (told := wrong(page)) is not None:
            found["POST", nama, 0] = told
        sent += 1
    assert found == {}
    assert sent > 250


def test_no_part_of_an_address_reaches_a_statement(dunia: Dunia, serba_bisa: Any, utuh: None) -> None:
    from urllib.parse import quote

    from akuntabel_web.rute import RUTE

    client = dunia.klien(SEMUA)
    known = {"instansi": "disnaker", "tahun": str(TAHUN), "tabel": "pejabat", "pk": str(uuid4()), "periode": "tw1"}
    known |= {"kode": "TPT", "jenis": "sasaran", "akhiran": "docx", "token": "x"}
    parts = re.compile(r"<(\w+):(\w+)>")
    found, tried = {}, 0
    for rute in RUTE:
        for n, (_, one) in enumerate(parts.findall(rute.pola)):
            for text in (RETAS[n % len(RETAS)], RETAS[(n + 3) % len(RETAS)]):
                told = known | {one: quote(text, safe="")}
                page = client.get("/" + parts.sub(lambda m, told=told: told[m[2]], rute.pola))
                tried += 1
                if wrong(page) is not None or page.status_code not in {403, 404, 405}:
                    found[rute.nama, one, text] = wrong(page) or page.status_code
    assert found == {}
    assert tried > 500


def test_a_search_for_a_statement_finds_what_holds_it_and_nothing_else(dunia: Dunia) -> None:
    client = dunia.klien("penyusun@disnaker.test")
    assert client.get(f"{ALAMAT}tabel/pejabat/").context["halaman"].paginator.count > 0
    for text in ("' OR '1'='1", "%", "_", "' OR 1=1 --", ".*"):
        assert client.get(f"{ALAMAT}tabel/pejabat/", {"cari": text}).context["halaman"].paginator.count == 0


def test_sign_in_takes_a_statement_for_an_address(dunia: Dunia) -> None:
    from django.core.cache import cache

    client = dunia.klien()
    for text in RETAS:
        cache.clear()
        for data in ({"login": text, "password": text}, {"login": f"a{text}@b.test", "password": text}):
            page = client.post("/akun/login/", data)
            assert (page.status_code, wrong(page)) == (200, None)
        assert wrong(client.post("/akun/password/reset/", {"email": text})) is None
        assert client.get(f"/undangan/{'a' * 10}{re.sub('[^a-z]', '', text)}/").status_code == 404
    assert client.get("/").status_code == 302


# --- paths -----------------------------------------------------------------------------------------------------------

JALUR = (
    "../../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "%2e%2e%2f%2e%2e%2fpengaturan.py",
    "a/../../b",
)


def test_no_address_leads_to_a_file_outside(dunia: Dunia, serba_bisa: Any) -> None:
    from akuntabel_web.inti import gudang

    client = dunia.klien(SEMUA)
    for text in JALUR:
        for place in (
            "/aset/",
            "/aset/akuntabel/",
            f"{ALAMAT}laporan/berkas/",
            f"{ALAMAT}rak/",
            f"{ALAMAT}ukur/bukti/",
        ):
            page = client.get(place + text)
            assert (place, text, page.status_code) == (place, text, 404)
            assert b"SECRET_KEY" not in page.content
        with pytest.raises(ValueError, match=re.escape(text)):
            gudang.fetch(text)


def test_no_name_of_an_upload_becomes_a_path(dunia: Dunia, serba_bisa: Any, utuh: None) -> None:
    from django.conf import settings

    def everything() -> set[Path]:
        return {p.relative_to(settings.DATA) for p in Path(settings.DATA).rglob("*")}

    client = dunia.klien(SEMUA)
    pdf = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
    before, answers = everything(), set()
    takes = ("impor/", "rak/tambah/", "ukur/ekspor/", "ukur/isian/tw1/TPT/bukti/")
    for text in JALUR:
        for path in takes:
            sent = {"berkas": SimpleUploadedFile("x", pdf, "application/pdf")}
            sent["berkas"].name = f"{text}.pdf"  # as a client sends it that obeys nobody
            page = client.post(ALAMAT + path, sent)
            answers.add(page.status_code)
            assert wrong(page) is None
    assert answers <= {302, 400, 422}
    new = everything() - before
    assert {p for p in new if p.parts[0] not in {"berkas", "kerja"}} == set()
    assert {p for p in new if not re.fullmatch(r"[0-9a-f]{2,64}|berkas|kerja", p.name)} == set()


# --- mail ------------------------------------------------------------------------------------------------------------

SISIPAN = (
    "\nBcc: lain@luar.test",
    "\r\nBcc: lain@luar.test",
    "%0aBcc: lain@luar.test",
    "\n\nisi lain",
    ", lain@luar.test",
)


def test_nothing_is_slipped_into_a_mail(dunia: Dunia, kotak: Any) -> None:
    from akuntabel_web.akun.models import Pengguna

    person = make_person(dunia, "pengundang@disnaker.test", (dunia.disnaker, "administrator", None))
    Pengguna.objects.filter(pk=person.pk).update(nama="Budi\r\nBcc: lain@luar.test\r\n\r\nisi lain")
    client = dunia.klien("pengundang@disnaker.test")
    for text in SISIPAN:
        page = client.post(f"{ALAMAT}orang/undang/", {"surel": f"tamu@disnaker.test{text}", "peran": "apip"})
        assert page.status_code == 422
        dunia.klien().post("/akun/password/reset/", {"email": f"penyusun@disnaker.test{text}"})
    assert kotak == []
    assert (
        client.post(f"{ALAMAT}orang/undang/", {"surel": "tamu_surel@disnaker.test", "peran": "apip"}).status_code == 302
    )
    (sent,) = kotak
    assert sent.recipients() == ["tamu_surel@disnaker.test"]
    whole = sent.message()
    assert [name for name in whole.keys() if name.lower() in {"bcc", "cc"}] == []  # noqa: SIM118 (a mail, not a dict)
    assert "\n" not in whole["Subject"]


def test_every_mail_has_a_subject_and_a_sender_of_the_program() -> None:
    calls = []
    for path in WEB.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"send_mail", "EmailMessage"}:
                calls.append((path.name, ast.unparse(node.args[0]), ast.unparse(node.args[2])))
    assert sorted(calls) == [
        ("aktif.py", "'Faktor kedua Anda dilepas'", "None"),
        ("pengingat.py", "title", "None"),
        ("undangan.py", "'Undangan Akuntabel'", "None"),
    ]
    text = (WEB / "ukur" / "pengingat.py").read_text(encoding="utf-8")
    assert 'title = f"Akuntabel: {len(daftar)} tugas data kinerja menunggu"' in text


# --- downloads -------------------------------------------------------------------------------------------------------

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# Every route that answers with something else than a page. Evidence and scans are tried with their uploads:
# test_ukur_isi.py and test_perjanjian_teken.py.
UNDUHAN = {
    "ekspor", "jejak_csv", "unduh", "unduh_paket", "unduh_dokumen", "ukur_bukti", "perjanjian_naskah",
    "perjanjian_pindaian", "sehat",
}  # fmt: skip


@pytest.fixture
def simpanan(dunia: Dunia, serba_bisa: Any) -> dict[str, str]:
    """A version with a file of each kind and a document on the shelf: address -> its kind."""
    from datetime import date

    from akuntabel_web.inti.berkas import TIPE
    from akuntabel_web.inti.gudang import keep
    from akuntabel_web.laporan.models import BerkasVersi, Dokumen, Versi

    jahat = b"<script>alert(1)</script>"
    made = {}
    with dunia.konteks():
        common = {"instansi": dunia.disnaker, "tahun": TAHUN}
        n = Versi.objects.filter(instansi=dunia.disnaker).count() + 900
        versi = Versi.objects.create(
            jenis="lkip", pilihan="unduhan", nomor=n, paket_sidik=keep(jahat), program="uji", diminta_oleh=serba_bisa,
            keadaan="selesai", **common,
        )  # fmt: skip
        made[f"laporan/{versi.pk}/data.xlsx"] = TIPE["xlsx"]
        for kind, tipe in TIPE.items():
            file = BerkasVersi.objects.create(
                instansi=dunia.disnaker, versi=versi, format=kind, nama=f"lkip.{kind}", sidik=keep(jahat), ukuran=9
            )
            made[f"laporan/berkas/{file.pk}/"] = tipe
        shelf = Dokumen.objects.create(
            jenis="renja", versi=n, tanggal=date(TAHUN, 1, 2), disampaikan=date(TAHUN, 1, 2), sidik=keep(jahat),
            nama_berkas="x.pdf", ukuran=9, oleh=serba_bisa, **common,
        )  # fmt: skip
        made[f"rak/{shelf.pk}/"] = TIPE["pdf"]
    return made


def test_every_download_is_an_attachment_of_its_kind(dunia: Dunia, serba_bisa: Any, simpanan: dict[str, str]) -> None:
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks():
        row = MODEL["perjanjian_kinerja"].objects.filter(instansi=dunia.disnaker).first()
    wished = {
        **simpanan,
        "ekspor.xlsx": XLSX,
        "jejak.csv": "text/csv; charset=utf-8",
        f"perjanjian/{row.pk}/naskah.docx": DOCX,
    }
    client = dunia.klien(SEMUA)
    got = {path: client.get(ALAMAT + path) for path in wished}
    assert {path: (a.status_code, a["Content-Type"]) for path, a in got.items()} == {
        path: (200, kind) for path, kind in wished.items()
    }
    for answer in got.values():
        assert re.fullmatch(r'attachment; filename="[\w.-]+"', answer["Content-Disposition"])
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer["Cache-Control"]
    assert len(got) > 7


# --- cookies ---------------------------------------------------------------------------------------------------------


@pytest.mark.lambat
def test_behind_tls_every_cookie_has_its_prefix(dunia: Dunia) -> None:
    """Of the real server, as a proxy in front of it asks: sign-in sets all three."""
    import http.client
    from urllib.parse import urlencode, urlsplit

    from dunia import SANDI
    from peladen_uji import server

    make_person(dunia, "kuki@disnaker.test")
    with server(1, AKUNTABEL_HOST="https://localhost", AKUNTABEL_PROKSI="1") as url:
        connection = http.client.HTTPConnection(urlsplit(url).hostname, urlsplit(url).port, timeout=20)
        proxy = {"Host": "localhost", "X-Forwarded-Proto": "https", "X-Forwarded-For": "10.0.0.9"}
        connection.request("GET", "/akun/login/", headers=proxy)
        form = connection.getresponse()
        first = cookies(form)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form.read().decode())[1]
        data = urlencode({"csrfmiddlewaretoken": token, "login": "kuki@disnaker.test", "password": SANDI})
        sent = {"Cookie": f"__Host-csrf={first['__Host-csrf'][0]}", "Referer": "https://localhost/akun/login/"}
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", "/akun/login/", data, headers=proxy | sent | kind)
        answer = connection.getresponse()
        assert (answer.status, answer.getheader("Location")) == (302, "/")
        assert "max-age=31536000" in answer.getheader("Strict-Transport-Security")
        found = first | cookies(answer)
    assert set(found) == {"__Host-csrf", "__Host-sesi", "__Host-pesan"}
    for _, rest in found.values():
        assert {"secure", "httponly", "path=/", "samesite=lax"} <= rest
        assert not [part for part in rest if part.startswith("domain")]


def cookies(answer: Any) -> dict[str, tuple[str, set[str]]]:
    """Name -> (value, its attributes in small letters)."""
    found = {}
    for line in answer.headers.get_all("Set-Cookie") or []:
        head, *rest = (part.strip() for part in line.split(";"))
        name, _, value = head.partition("=")
        found[name] = (value, {part.lower() for part in rest})
    return found
