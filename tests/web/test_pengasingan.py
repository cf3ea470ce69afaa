"""Walls: between agencies, between the web and the database, between what people type and what browsers run."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from uuid import uuid4

import openpyxl
import psycopg
import pytest
from dunia import SANDI, Dunia, make_person
from test_halaman import ALAMAT, PENYUSUN, add, edited, find, form_of, heads, upload

from akuntabel.domain.kolom import JenisKolom
from akuntabel.domain.paket import TABEL

JAHAT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


# --- between agencies ------------------------------------------------------------------------------------------------


def test_an_identifier_of_another_agency_opens_nothing_through_any_route(dunia: Dunia) -> None:
    from akuntabel_web.akun.models import Penugasan
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks(dunia.lain):
        row = MODEL["pejabat"].objects.get(kode="KADINKES")
        duty = Penugasan.objects.filter(instansi=dunia.lain).first()
    client = dunia.klien(PENYUSUN)
    admin = dunia.klien("administrator@disnaker.test")
    reason = {"versi": "1", "alasan_tindakan": "curi", "kode": "KADINKES", "nama": "Dicuri", "jabatan": "K"}
    for verb in ("ubah", "hapus"):
        url = f"{ALAMAT}tabel/pejabat/{row.pk}/{verb}/"
        assert (client.get(url).status_code, client.post(url, reason).status_code) == (404, 404)
        theirs = url.replace("/disnaker/", "/dinkes/")
        assert (client.get(theirs).status_code, client.post(theirs, reason).status_code) == (404, 404)
    withdraw = f"{ALAMAT}orang/penugasan/{duty.pk}/cabut/"
    assert (admin.get(withdraw).status_code, admin.post(withdraw, reason).status_code) == (404, 404)
    with dunia.konteks(dunia.lain):
        assert MODEL["pejabat"].objects.get(pk=row.pk).nama == "Rahasia Dinkes"
        assert Penugasan.objects.filter(pk=duty.pk).exists()


def test_an_upload_is_of_its_owner_alone(dunia: Dunia) -> None:
    make_person(dunia, "penyusun2@disnaker.test", (dunia.disnaker, "penyusun", None))
    client = dunia.klien(PENYUSUN)
    url = upload(client, client.get(f"{ALAMAT}ekspor.xlsx").content)["Location"]
    assert client.get(url).status_code == 200
    assert dunia.klien("penyusun2@disnaker.test").get(url).status_code == 404


def test_identities_of_another_agency_in_a_workbook_are_not_taken(dunia: Dunia) -> None:
    from akuntabel_web.paket.models import MODEL

    with dunia.konteks(dunia.lain):
        row = MODEL["pejabat"].objects.get(kode="KADINKES")
    client = dunia.klien(PENYUSUN)

    def edit(sheet: Any) -> None:
        columns = heads(sheet)
        values = {"kode": "CURI", "nama": "Pencuri", "jabatan": "K", "jenis": "pengawas", "id": str(row.pk)}
        values["status_jabatan"] = "definitif"
        for name, value in values.items():
            sheet.cell(sheet.max_row + (name == "kode"), columns[name]).value = value

    url = upload(client, edited(client.get(f"{ALAMAT}ekspor.xlsx").content, "pejabat", edit))["Location"]
    shown = client.get(url)
    assert client.post(url, {"dasar": shown.context["dasar"], "alasan_tindakan": "uji"}).status_code == 302
    assert find(dunia, "pejabat", kode="CURI").pk != row.pk
    with dunia.konteks(dunia.lain):
        assert MODEL["pejabat"].objects.get(pk=row.pk).nama == "Rahasia Dinkes"


# --- the database itself ---------------------------------------------------------------------------------------------


@pytest.fixture
def mentah(aplikasi: dict[str, str]) -> Any:
    """A connection of the app role, as whoever stole its password would have one."""
    with psycopg.connect(aplikasi["DATABASE_URL"]) as connection:
        yield connection
        connection.rollback()


def context(connection: Any, instansi: Any, pengguna: Any = None) -> None:
    connection.execute(
        "SELECT set_config('akuntabel.pengguna', %s, true), set_config('akuntabel.instansi', %s, true)",
        [str(pengguna or uuid4()), str(instansi.pk)],
    )


def agency_tables() -> list[str]:
    from akuntabel_web.inti.pengaman import JEJAK, protected_tables

    return [*protected_tables(), JEJAK]


def test_without_a_context_every_table_of_an_agency_is_an_error(dunia: Dunia, mentah: Any) -> None:
    answers = {}
    for table in agency_tables():
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="konteks"), mentah.transaction():
            mentah.execute(f"SELECT * FROM {table}").fetchall()
        answers[table] = True
    assert len(answers) > 60


def test_a_context_shows_the_rows_of_its_agency_only(dunia: Dunia, mentah: Any) -> None:
    context(mentah, dunia.lain)
    counts = {t: mentah.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in agency_tables()}
    assert counts["paket_pejabat"] == 1
    assert counts["instansi_instansi"] == 1
    own = [t for t in agency_tables() if t != "instansi_instansi"]
    seen = {r[0] for t in own for r in mentah.execute(f"SELECT DISTINCT instansi_id FROM {t}")}
    assert seen == {dunia.lain.pk}


def test_a_row_cannot_be_written_into_another_agency(dunia: Dunia, mentah: Any) -> None:
    context(mentah, dunia.lain)
    values = [str(uuid4()), str(dunia.disnaker.pk)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege), mentah.transaction():
        mentah.execute("INSERT INTO instansi_unit (id, instansi_id, kode, nama) VALUES (%s, %s, 'X', 'X')", values)
    with pytest.raises(psycopg.errors.InsufficientPrivilege), mentah.transaction():
        mentah.execute("UPDATE paket_pejabat SET instansi_id = %s", [str(dunia.disnaker.pk)])
    assert mentah.execute("UPDATE paket_pejabat SET nama = 'x' WHERE instansi_id = %s", [values[1]]).rowcount == 0


def test_a_context_ends_with_its_transaction(dunia: Dunia, mentah: Any) -> None:
    with mentah.transaction():
        context(mentah, dunia.lain)
        mentah.execute("SELECT count(*) FROM paket_pejabat")
    with pytest.raises(psycopg.errors.InsufficientPrivilege), mentah.transaction():
        mentah.execute("SELECT count(*) FROM paket_pejabat")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE jejak_jejak SET alasan = 'palsu'",
        "DELETE FROM jejak_jejak",
        "TRUNCATE jejak_jejak",
        "INSERT INTO jejak_jejak (waktu, tabel, kerja, alasan, transaksi) VALUES (now(), 'x', 'x', 'x', 1)",
        "TRUNCATE paket_pejabat",
        "ALTER TABLE paket_pejabat DISABLE ROW LEVEL SECURITY",
        "DROP POLICY baca ON paket_pejabat",
        "ALTER TABLE paket_pejabat DISABLE TRIGGER jejak",
        "SET session_replication_role = replica",
        "SET ROLE akuntabel_pemilik",
        "CREATE TABLE public.x (a int)",
        "CREATE FUNCTION public.x() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "SELECT inti_jejak()",
        "UPDATE django_migrations SET name = 'x'",
    ],
)
def test_the_role_that_serves_cannot_touch_the_audit_or_the_walls(dunia: Dunia, mentah: Any, statement: str) -> None:
    context(mentah, dunia.disnaker)
    errors = (psycopg.errors.InsufficientPrivilege, psycopg.errors.FeatureNotSupported)
    with pytest.raises(errors), mentah.transaction():
        mentah.execute(statement)


def test_a_person_is_needed_to_write(dunia: Dunia, mentah: Any) -> None:
    mentah.execute("SELECT set_config('akuntabel.instansi', %s, true)", [str(dunia.lain.pk)])
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="pengguna"), mentah.transaction():
        mentah.execute("UPDATE paket_pejabat SET nama = 'x'")


def test_every_table_with_an_agency_is_protected(dunia: Dunia, aplikasi: dict[str, str]) -> None:
    with psycopg.connect(aplikasi["DATABASE_URL_PEMILIK"]) as owner:
        found = owner.execute(
            """SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,
                 (SELECT array_agg(polname::text ORDER BY polname) FROM pg_policy WHERE polrelid = c.oid),
                 EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'jejak' AND tgenabled = 'O')
               FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'instansi_id'
               WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"""
        ).fetchall()
    policies = ["baca", "hapus", "pemilik", "tambah", "ubah"]
    wished = {
        (t, True, tuple(policies), True) for t in agency_tables() if t not in {"jejak_jejak", "instansi_instansi"}
    }
    wished |= {("jejak_jejak", True, ("baca", "pemilik"), False)}
    assert {(name, forced, tuple(names), trigger) for name, forced, names, trigger in found} == wished


def test_secrets_do_not_reach_the_audit(dunia: Dunia, aplikasi: dict[str, str]) -> None:
    person = make_person(dunia, "rahasia@disnaker.test")
    person.set_password("kalimat-lain-yang-baru-1")
    person.save()
    with psycopg.connect(aplikasi["DATABASE_URL_PEMILIK"]) as owner:
        query = "SELECT baru::text FROM jejak_jejak WHERE baris = %s AND tabel = 'akun_pengguna' ORDER BY id"
        rows = owner.execute(query, [person.pk]).fetchall()
        leaks = owner.execute("SELECT count(*) FROM jejak_jejak WHERE (lama::text || baru::text) LIKE '%argon2%'")
        assert leaks.fetchone()[0] == 0
    assert len(rows) == 2
    assert '"password": "(disamarkan)"' in rows[1][0]


# --- between people and browsers -------------------------------------------------------------------------------------


def texts(tabel: str) -> list[str]:
    from akuntabel_web.paket.petakan import columns

    return [k.nama for k in columns(tabel) if k.jenis in {JenisKolom.TEKS, JenisKolom.TEKS_PANJANG}]


def sampled(tabel: str) -> dict[str, str]:
    """The examples of the contract, with hostile text wherever text is allowed."""
    from akuntabel_web.paket.petakan import columns

    hostile = set(texts(tabel))
    values = {}
    for k in columns(tabel):
        choice = k.pilihan[0] if k.pilihan else k.contoh
        free = {JenisKolom.KODE: f"XSS{tabel[:6].upper()}", JenisKolom.BULAT: "97", JenisKolom.TAHUN: "1997"}
        key = free.get(k.jenis, choice) if k.nama in TABEL[tabel].KUNCI else choice
        values[k.nama] = JAHAT if k.nama in hostile else key
    return values


def test_every_text_field_of_every_table_shows_text_only(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    checked, stored = 0, {}
    for tabel in [t for t in TABEL if texts(t) and t not in {"kebijakan", "instansi", "laporan", "narasi"}]:
        answer = add(client, tabel, **sampled(tabel))
        stored[tabel] = answer.status_code
        page = client.get(f"{ALAMAT}tabel/{tabel}/", {"cari": "alert(1)"})
        row = next(iter(page.context["baris"]), None)
        if row is None:
            continue
        pages = [page, *(client.get(f"{ALAMAT}tabel/{tabel}/{row.id}/{verb}/") for verb in ("ubah", "hapus"))]
        for shown in pages:
            text = shown.content.decode()
            assert "<script>alert" not in text
            assert "<img src=x" not in text
            checked += "alert(1)" in text
    assert {t for t, status in stored.items() if status != 302} == set()
    assert checked > 100
    trail = dunia.klien("apip@disnaker.test").get(f"{ALAMAT}jejak/").content.decode()
    assert "&lt;script&gt;alert(1)" in trail
    assert "<script>alert" not in trail


def test_hostile_text_in_a_workbook_is_text_in_its_preview(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    add(client, "inovasi", kode="INO-XSS", nama="Semula")

    def edit(sheet: Any) -> None:
        columns = heads(sheet)
        for row in range(2, sheet.max_row + 1):
            if sheet.cell(row, columns["kode"]).value == "INO-XSS":
                sheet.cell(row, columns["nama"]).value = JAHAT

    isi = edited(client.get(f"{ALAMAT}ekspor.xlsx").content, "inovasi", edit)
    text = client.get(upload(client, isi, f"{JAHAT}.xlsx".replace("/", ""))["Location"]).content.decode()
    assert "alert(1)" in text
    assert "<script>alert" not in text
    assert "<img src=x" not in text


class _Inline(HTMLParser):
    """Collects what a page would run or style by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.found += [f"{tag} {name}" for name in names if name.startswith("on") or name == "style"]
        if tag == "style" or (tag == "script" and "src" not in names and names.get("type") != "application/json"):
            self.found.append(tag)


def inline_code(text: str) -> list[str]:
    parser = _Inline()
    parser.feed(text)
    return parser.found


def test_the_search_for_inline_code_finds_it() -> None:
    text = '<p onclick="x()" style="a"><script>1</script><style></style><script src="a"></script>'
    assert inline_code(text) == ["p onclick", "p style", "script", "style"]


def test_no_page_runs_anything_that_stands_in_it(dunia: Dunia) -> None:
    client = dunia.klien("administrator@disnaker.test")
    for path in ("/", ALAMAT, f"{ALAMAT}orang/", f"{ALAMAT}jejak/", "/akun/2fa/", "/akun/2fa/totp/activate/"):
        page = client.get(path, follow=True)
        policy = page["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert inline_code(page.content.decode()) == []
        assert (page["X-Frame-Options"], page["X-Content-Type-Options"]) == ("DENY", "nosniff")
        assert "no-store" in page["Cache-Control"]


FORMULAS = ("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "=cmd|' /C calc'!A0")


def test_no_cell_of_the_csv_starts_a_formula(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    for n, text in enumerate(FORMULAS):
        assert add(client, "inovasi", kode=f"INO-F{n}", nama=f"{text} x", alasan_tindakan=text).status_code == 302
    answer = dunia.klien("apip@disnaker.test").get(f"{ALAMAT}jejak.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    cells = [cell for row in rows for cell in row]
    assert [c for c in cells if c.strip().startswith(("=", "+", "-", "@"))] == []
    assert "'=1+1 x" in cells


def test_no_text_of_the_workbook_becomes_a_formula(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    assert add(client, "inovasi", kode="INO-FX", nama="=1+1").status_code == 302
    book = openpyxl.load_workbook(BytesIO(client.get(f"{ALAMAT}ekspor.xlsx").content))
    sheet = book["inovasi"]
    column = heads(sheet)["nama"]
    cells = [sheet.cell(row, column) for row in range(2, sheet.max_row + 1)]
    found = [c for c in cells if c.value == "=1+1"]
    assert [c.data_type for c in found] == ["s"] or [c.quotePrefix for c in found] == [True]


# --- sessions --------------------------------------------------------------------------------------------------------


def test_a_form_without_its_token_is_refused(dunia: Dunia) -> None:
    from django.test import Client

    client = Client(enforce_csrf_checks=True, HTTP_HOST="localhost")
    client.force_login(dunia.orang[PENYUSUN], backend="allauth.account.auth_backends.AuthenticationBackend")
    before = find(dunia, "inovasi", kode="CSRF")
    assert client.post(f"{ALAMAT}tabel/inovasi/tambah/", {"kode": "CSRF", "nama": "x"}).status_code == 403
    assert client.post("/akun/login/", {"login": PENYUSUN, "password": SANDI}).status_code == 403
    assert (before, find(dunia, "inovasi", kode="CSRF")) == (None, None)


def sign_in(client: Any, surel: str, sandi: str = SANDI) -> Any:
    return client.post("/akun/login/", {"login": surel, "password": sandi})


def test_a_session_gets_a_new_name_at_sign_in_and_dies_at_sign_out(dunia: Dunia) -> None:
    client = dunia.klien()
    client.get("/akun/login/")
    session = client.session
    session["titipan"] = "penyerang"
    session.save()
    client.cookies["sesi"] = session.session_key
    assert sign_in(client, PENYUSUN).status_code == 302
    mine = client.cookies["sesi"]
    assert mine.value != session.session_key
    assert (mine["httponly"], mine["samesite"]) == (True, "Lax")
    stolen = dunia.klien()
    stolen.cookies["sesi"] = mine.value
    assert stolen.get("/").status_code == 200
    assert client.post("/akun/logout/").status_code == 302
    assert stolen.get("/").status_code == 302
    fixed = dunia.klien()
    fixed.cookies["sesi"] = session.session_key
    assert fixed.get("/").status_code == 302


def test_a_wrong_host_is_not_answered(dunia: Dunia) -> None:
    from django.conf import settings
    from django.test import Client
    from django.test.utils import override_settings

    with override_settings(ALLOWED_HOSTS=[h for h in settings.ALLOWED_HOSTS if h != "testserver"]):
        assert Client(HTTP_HOST="jahat.test").get("/sehat/").status_code == 400


def test_addresses_that_are_known_and_not_known_answer_alike(dunia: Dunia) -> None:
    client = dunia.klien()
    answers = [client.post("/akun/password/reset/", {"email": e}) for e in (PENYUSUN, "tak@ada.test")]
    assert len({(a.status_code, a["Location"]) for a in answers}) == 1


def test_forms_keep_what_was_typed(dunia: Dunia) -> None:
    client = dunia.klien(PENYUSUN)
    page = client.post(f"{ALAMAT}tabel/inovasi/tambah/", {"kode": "", "nama": JAHAT})
    assert form_of(page)["nama"] == JAHAT


def test_an_upload_beyond_the_limit_is_cut_off(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from akuntabel.grid.batas import BAKU
    from akuntabel_web.inti import unggah

    client = dunia.klien(PENYUSUN)
    isi = client.get(f"{ALAMAT}ekspor.xlsx").content
    monkeypatch.setattr(unggah, "BAKU", replace(BAKU, ukuran=len(isi)))
    assert upload(client, isi).status_code == 302
    monkeypatch.setattr(unggah, "BAKU", replace(BAKU, ukuran=len(isi) - 1))
    assert upload(client, isi).status_code == 400


def test_an_error_page_tells_nothing_of_the_inside(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> None:
    from akuntabel_web.paket import halaman

    def broken(*_: Any) -> None:
        raise RuntimeError("rahasia-dalam")

    monkeypatch.setattr(halaman, "overview", broken)
    client = dunia.klien(PENYUSUN)
    client.raise_request_exception = False
    page = client.get(ALAMAT)
    assert page.status_code == 500
    assert "rahasia-dalam" not in page.content.decode()
    assert "Terjadi gangguan" in page.content.decode()
