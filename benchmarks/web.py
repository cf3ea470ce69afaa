"""Pages of the web on the large example: beside a bare Django view in the same run, then by twenty users at once.

The bare view stands behind the same middleware and the same guard, and asks the database the same statements, the one
for its rows by the ORM; it prints as many rows as the page, in a table without menu, links or forms. Both answer in
this process, in turns, so that a busy moment meets both; the medians are compared. The twenty users ask the real server
with the processes that `akuntabel serve` starts: once without a pause between two pages, once as people do, who read
before they ask again.

Loaded are the last year of all forty agencies and all five years of the first: loading every package takes minutes.
"""

import http.client
import io
import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import psutil
from _dunia_web import YEAR, Orang, fill, installed, people, server

MOST_LIST, MOST_DASHBOARD, AIM = 1.5, 4.0, 0.300
TURNS, USERS, PAGES, PROCESSES = 41, 20, 30, 2
READING = 2.0  # seconds between two pages of somebody who reads
ROUTES = "_polos"


@dataclass(frozen=True)
class Halaman:
    """A page; what begins each of its rows; how the bare view asks its rows and which columns it shows of them."""

    judul: str
    url: str
    tanda: bytes
    baris: Callable[[], Iterable[Any]]
    kolom: tuple[str, ...]
    batas: float = MOST_LIST


def pages(alamat: str) -> list[Halaman]:
    from akuntabel_web.akun.models import Penugasan
    from akuntabel_web.instansi.models import Instansi
    from akuntabel_web.laporan.models import Dokumen
    from akuntabel_web.paket.models import MODEL
    from akuntabel_web.ukur.isian import measured

    pk = Instansi.objects.using("pemilik").get(alamat=alamat).pk
    base, mine = f"/{alamat}/{YEAR}/", {"instansi_id": pk, "tahun_paket": YEAR}
    duties = Penugasan.objects.filter(instansi_id=pk).select_related("pengguna", "unit")
    every = measured(SimpleNamespace(instansi=pk, tahun=YEAR))
    tables = {t: MODEL[t].objects.filter(**mine).order_by("urutan_baris", "id") for t in ("target", "rekomendasi")}
    shelf = Dokumen.objects.filter(instansi_id=pk, tahun=YEAR).select_related("susunan").order_by("-versi")
    return [
        Halaman("daftar tabel target", f"{base}tabel/target/", b"<tr>", lambda: tables["target"].all()[:50],
                ("indikator", "tahun", "periode", "dokumen", "nilai", "nilai_atas")),
        Halaman("ikhtisar isian", f"{base}ukur/", b"<tr>", lambda: every[:50],
                ("kode", "nama", "penanggung_jawab", "satuan", "arah", "iku", "tingkat")),
        Halaman("orang", f"{base}orang/", b"<tr>", lambda: duties.order_by("pengguna__nama", "peran", "tahun"),
                ("pengguna.nama", "pengguna.email", "peran", "tahun", "unit.nama")),
        Halaman("rak dokumen", f"{base}rak/", b"<tr>", shelf.all,
                ("versi", "nomor", "tanggal", "disampaikan", "tautan", "jenis")),
        Halaman("tugas saya", "/tugas/", b'<li class="kartu', every.all, ("kode", "nama", "satuan")),
        Halaman("dasbor", f"{base}dasbor/", b"<tr>", tables["rekomendasi"].all,
                ("kode", "sumber", "tahun", "status", "tenggat"), MOST_DASHBOARD),
    ]  # fmt: skip


class Aplikasi:
    """The application in this process, asked as a server asks it."""

    def __init__(self, kuki: str) -> None:
        from django.core.wsgi import get_wsgi_application

        self._answer, self._cookie = get_wsgi_application(), kuki

    def get(self, url: str) -> bytes:
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": url, "QUERY_STRING": "", "SERVER_NAME": "localhost",
            "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost",
            "HTTP_COOKIE": self._cookie, "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr, "wsgi.version": (1, 0), "wsgi.multithread": False,
            "wsgi.multiprocess": False, "wsgi.run_once": False,
        }  # fmt: skip
        told: list[str] = []
        answer = self._answer(environ, lambda status, _headers, *_: told.append(status))
        body = b"".join(answer)
        answer.close()
        if not told[0].startswith("200"):
            sys.exit(f"{url}: {told[0]}")
        return body


def statements(app: Aplikasi, url: str) -> list[str]:
    """What a page asks the database, apart from what the middleware asks for every page, session and person."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        app.get(url)
    found = [q["sql"] for q in asked if q["sql"].split()[0] not in {"BEGIN", "COMMIT", "SAVEPOINT", "RELEASE"}]
    return [s for s in found if 'FROM "django_session"' not in s][1:]


def rows_statement(page: Halaman) -> str:
    """How the ORM asks for the rows of the bare view."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from akuntabel_web.instansi.models import Instansi
    from akuntabel_web.inti.konteks import SISTEM, Konteks, konteks

    agency = Instansi.objects.using("pemilik").exclude(jenis="pemda").values_list("pk", flat=True)[0]
    with konteks(Konteks(SISTEM, agency, YEAR)), CaptureQueriesContext(connection) as asked:
        list(page.baris())
    return asked[0]["sql"]


def compared(app: Aplikasi, page: Halaman) -> float:
    """How many times as long as the bare view a page takes; printed with both times."""
    from _polos import set_up

    rows = app.get(page.url).count(page.tanda)
    bare_url = page.url.rpartition(f"/{YEAR}/")[0] + f"/{YEAR}/polos/" if f"/{YEAR}/" in page.url else "/polos/"
    asked, own = statements(app, page.url), rows_statement(page)
    set_up([], page.baris, rows, page.kolom)
    rest = list((Counter(asked) - Counter(statements(app, bare_url))).elements())
    table = own.partition(" FROM ")[2].partition(" ")[0]
    main = own if own in rest else next((s for s in rest if f" FROM {table} " in s), "")
    set_up([None if s == main else s for s in rest], page.baris, rows, page.kolom)
    if not main or len(statements(app, bare_url)) != len(asked):
        sys.exit(f"{page.judul}: tampilan polos tidak menanyakan yang sama")
    turns = [(timed(app.get, page.url), timed(app.get, bare_url)) for _ in range(TURNS)]
    mine, bare = (statistics.median(column) for column in zip(*turns, strict=True))
    ratio = mine / bare
    print(
        f"{page.judul:<22}{mine * 1000:8.1f} ms   polos {bare * 1000:7.1f} ms   rasio {ratio:5.2f} "
        f"(paling banyak {page.batas:g}; {len(asked)} kueri, {rows} baris)",
        flush=True,
    )
    return ratio


def timed(run: Callable[[str], object], url: str) -> float:
    begin = time.perf_counter()
    run(url)
    return time.perf_counter() - begin


def user(port: int, orang: Orang, pause: float, first: float, spent: list[float]) -> None:
    """One user who goes through a mix of pages; `spent` gets the seconds of each answer."""
    base = f"/{orang.alamat}/{YEAR}/"
    mix = [
        f"{base}dasbor/", f"{base}tabel/target/", f"{base}ukur/", f"{base}ukur/isian/tw2/IK-003/", f"{base}rencana/",
        f"{base}tabel/realisasi/", f"{base}ukur/isian/tw3/IK-050/", f"{base}rak/", "/tugas/", f"{base}",
    ]  # fmt: skip
    time.sleep(first)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    for n in range(PAGES):
        begin = time.perf_counter()
        connection.request("GET", mix[n % len(mix)], headers={"Host": f"localhost:{port}", "Cookie": orang.kuki})
        answer = connection.getresponse()
        answer.read()
        spent.append(time.perf_counter() - begin if answer.status == 200 else float("inf"))
        time.sleep(pause)
    connection.close()


def together(port: int, crowd: list[Orang], pause: float) -> list[float]:
    spent: list[float] = []
    threads = [
        threading.Thread(target=user, args=(port, orang, pause, pause * n / len(crowd), spent))
        for n, orang in enumerate(crowd)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(spent)


def told(judul: str, spent: list[float], seconds: float) -> None:
    median, p95 = statistics.median(spent), spent[int(len(spent) * 0.95)]
    print(
        f"{judul:<34}median {median * 1000:6.0f} ms   p95 {p95 * 1000:6.0f} ms   paling lama {spent[-1] * 1000:6.0f} ms"
        f"   {len(spent) / seconds:5.1f} halaman per detik   (yang dituju: p95 di bawah {AIM * 1000:.0f} ms)",
        flush=True,
    )


def first_dashboard(app: Aplikasi, orang: Orang) -> float:
    """The seconds of the dashboard when its figures are not kept yet: after a change of the data."""
    from django.conf import settings

    from akuntabel_web.dasbor import hitungan

    for old in (settings.DATA / "hitungan").glob("*"):
        old.unlink()
    hitungan._READ[hitungan.DASBOR].cache_clear()
    return timed(app.get, f"/{orang.alamat}/{YEAR}/dasbor/")


def main() -> int:
    failed = 0
    print(f"beban mesin sebelum mulai: {psutil.getloadavg()[0]:.1f} pada {psutil.cpu_count()} inti")
    with installed(ROUTES):
        count, seconds = fill()
        print(f"{count} paket dimuat dalam {seconds:.0f} s ({seconds / count:.1f} s tiap paket)", flush=True)
        crowd, clerk = people()
        app = Aplikasi(crowd[0].kuki)
        cold = statistics.median(first_dashboard(app, crowd[0]) for _ in range(3))
        print(f"dasbor pertama sesudah data berubah: {cold:.1f} s", flush=True)
        for page in pages(crowd[0].alamat):
            asking = Aplikasi(clerk) if page.url == "/tugas/" else app
            failed += int(compared(asking, page) > page.batas)
        with server(PROCESSES) as port:
            begin = time.perf_counter()
            together(port, crowd[:USERS], 0)
            print(f"pemanasan (setiap dasbor dihitung pertama kali): {time.perf_counter() - begin:.0f} s", flush=True)
            for judul, pause in ((f"{USERS} orang tanpa jeda", 0.0), (f"{USERS} orang yang membaca", READING)):
                begin = time.perf_counter()
                spent = together(port, crowd[:USERS], pause)
                told(judul, spent, time.perf_counter() - begin)
                failed += int(spent[-1] == float("inf"))
    print(f"beban mesin sesudahnya: {psutil.getloadavg()[0]:.1f}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
