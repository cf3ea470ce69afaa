"""Pages of the web on the large example: beside a bare Django view in the same run, then by twenty users at once.

The bare view stands behind the same middleware and the same guard, and asks the database the same, by the ORM where the
page does; it prints as many rows as the page, in a table without menu, links or forms. Both answer in this process, in
turns, so that a busy moment meets both; the medians are compared. The twenty users ask the real server
with the processes that `akuntabel serve` starts: once without a pause between two pages, once as people do, who read
before they ask again.

Loaded are the last year of twenty of the forty agencies, one for each user, and all five years of the first: loading
all 200 packages takes minutes.
"""

import http.client
import io
import statistics
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

import psutil
from _dunia_web import YEAR, Orang, fill, installed, people, server

MOST_LIST, MOST_DASHBOARD, AIM = 1.5, 4.0, 0.300
TURNS, USERS, PAGES, PROCESSES = 41, 20, 30, 2
READING = 2.0  # seconds between two pages of somebody who reads
ROUTES = "_polos"


@dataclass(frozen=True)
class Halaman:
    """A page; what begins each of its rows; the table whose rows the bare view shows, and which columns of them."""

    judul: str
    url: str
    tanda: bytes
    tabel: str
    kolom: tuple[str, ...]
    batas: float = MOST_LIST


def pages(alamat: str) -> list[Halaman]:
    base = f"/{alamat}/{YEAR}/"
    return [
        Halaman("daftar tabel target", f"{base}tabel/target/", b"<tr>", "paket_target",
                ("indikator", "tahun", "periode", "dokumen", "nilai", "nilai_atas")),
        Halaman("ikhtisar isian", f"{base}ukur/", b"<tr>", "paket_indikator",
                ("kode", "nama", "penanggung_jawab", "satuan", "arah", "iku", "tingkat")),
        Halaman("orang", f"{base}orang/", b"<tr>", "akun_penugasan",
                ("pengguna.nama", "pengguna.email", "peran", "tahun", "unit.nama")),
        Halaman("rak dokumen", f"{base}rak/", b"<tr>", "laporan_dokumen",
                ("versi", "nomor", "tanggal", "disampaikan", "tautan", "jenis")),
        Halaman("tugas saya", "/tugas/", b'<li class="kartu', "paket_indikator", ("kode", "nama", "satuan")),
        Halaman("dasbor", f"{base}dasbor/", b"<tr>", "paket_rekomendasi",
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


def queries(app: Aplikasi, url: str) -> int:
    """How often a page asks the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        app.get(url)
    return len(asked)


def compared(app: Aplikasi, page: Halaman) -> float:
    """How many times as long as the bare view a page takes; printed with both times."""
    from _polos import recorded, set_up

    bare_url = page.url.rpartition(f"/{YEAR}/")[0] + f"/{YEAR}/polos/" if f"/{YEAR}/" in page.url else "/polos/"
    rows = app.get(page.url).count(page.tanda)
    with recorded() as asked:
        app.get(page.url)
    set_up([], page.tabel, rows, page.kolom)
    with recorded() as before:  # middleware and guard
        app.get(bare_url)
    set_up(asked[len(before) :], page.tabel, rows, page.kolom)
    count = queries(app, page.url)
    if queries(app, bare_url) != count:
        sys.exit(f"{page.judul}: tampilan polos tidak menanyakan yang sama")
    turns = [(timed(app.get, page.url), timed(app.get, bare_url)) for _ in range(TURNS)]
    mine, bare = (statistics.median(column) for column in zip(*turns, strict=True))
    ratio = mine / bare
    print(
        f"{page.judul:<22}{mine * 1000:8.1f} ms   polos {bare * 1000:7.1f} ms   rasio {ratio:5.2f} "
        f"(paling banyak {page.batas:g}; {count} kueri, {rows} baris)",
        flush=True,
    )
    return ratio


def timed(run: Callable[[str], object], url: str) -> float:
    begin = time.perf_counter()
    run(url)
    return time.perf_counter() - begin


def mix_of(orang: Orang) -> list[str]:
    base = f"/{orang.alamat}/{YEAR}/"
    return [
        f"{base}dasbor/", f"{base}tabel/target/", f"{base}ukur/", f"{base}ukur/isian/tw2/IK-003/", f"{base}rencana/",
        f"{base}tabel/realisasi/", f"{base}ukur/isian/tw3/IK-050/", f"{base}rak/", "/tugas/", f"{base}",
    ]  # fmt: skip


def warm_up(port: int, crowd: list[Orang]) -> float:
    """Every page once, one after the other: what is kept by the state of the data is computed here, not under load."""
    begin = time.perf_counter()
    for orang in crowd:
        user(port, orang, 0, 0, [], len(mix_of(orang)))
    return time.perf_counter() - begin


def user(port: int, orang: Orang, pause: float, first: float, spent: list[float], pages: int = PAGES) -> None:
    """One user who goes through a mix of pages; `spent` gets the seconds of each answer."""
    mix = mix_of(orang)
    time.sleep(first)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    for n in range(pages):
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


def cpu(server_pid: int) -> float:
    """The seconds of processor that the server and the database have used: what other work does not lengthen."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        postmaster = psutil.Process(cursor.fetchone()[0]).ppid()
    total = 0.0
    for root in map(psutil.Process, (server_pid, postmaster)):
        for process in (root, *root.children(recursive=True)):
            times = process.cpu_times()
            total += times.user + times.system
    return total


def told(judul: str, spent: list[float], seconds: float, used: float) -> None:
    median, p95 = statistics.median(spent), spent[int(len(spent) * 0.95)]
    print(
        f"{judul:<34}median {median * 1000:6.0f} ms   p95 {p95 * 1000:6.0f} ms   paling lama {spent[-1] * 1000:6.0f} ms"
        f"   {len(spent) / seconds:5.1f} halaman per detik, {used / len(spent) * 1000:.0f} ms prosesor tiap halaman"
        f"   (yang dituju: p95 di bawah {AIM * 1000:.0f} ms)",
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
        with server(PROCESSES) as (port, pid):
            print(f"pemanasan, setiap halaman sekali: {warm_up(port, crowd[:USERS]):.0f} s", flush=True)
            for judul, pause in ((f"{USERS} orang tanpa jeda", 0.0), (f"{USERS} orang yang membaca", READING)):
                begin, used = time.perf_counter(), cpu(pid)
                spent = together(port, crowd[:USERS], pause)
                told(judul, spent, time.perf_counter() - begin, cpu(pid) - used)
                failed += int(spent[-1] == float("inf"))
    print(f"beban mesin sesudahnya: {psutil.getloadavg()[0]:.1f}")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
