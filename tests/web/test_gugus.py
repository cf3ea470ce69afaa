"""The embedded database: who gets in, what it leaves behind, what it never touches."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psutil
import psycopg
import pytest
from ruang import made_room

from akuntabel.errors import BerkasError
from akuntabel_web.basisdata.akun import Akun, check_passable, choose_account
from akuntabel_web.basisdata.biner import find_binaries
from akuntabel_web.basisdata.gugus import Gugus
from akuntabel_web.basisdata.letak import open_data_folder
from akuntabel_web.basisdata.peran import Peran
from akuntabel_web.basisdata.pidfile import read_pid_file
from akuntabel_web.basisdata.soket import fits
from akuntabel_web.basisdata.yatim import servers_on

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
# Run as a child that can be killed: it starts the cluster, says so, and waits.
HOLDER = """
import sys, time
from pathlib import Path
from akuntabel_web.basisdata.biner import find_binaries
from akuntabel_web.basisdata.gugus import Gugus
with Gugus(Path(sys.argv[1])) as gugus:
    print("jalan", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def ruang() -> Iterator[Path]:
    with made_room() as folder:
        yield folder


def holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "jalan\n"
    return process


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def value(url: str, query: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(query).fetchone()
    assert row is not None
    return row[0]


def test_each_role_comes_in_with_its_password_only(gugus: Gugus) -> None:
    for peran in Peran:
        assert value(gugus.url(peran), "SELECT current_user") == peran.value
        with pytest.raises(psycopg.OperationalError, match="no password supplied"):
            psycopg.connect(f"host={gugus.alamat.host} port={gugus.alamat.port} dbname=akuntabel user={peran.value}")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(gugus.alamat.url(peran, "salah"))


def test_no_other_role_comes_in_at_all(gugus: Gugus) -> None:
    with psycopg.connect(gugus.url(Peran.SUPER), autocommit=True) as server:
        server.execute("CREATE ROLE tamu LOGIN PASSWORD 'tamu'")
        with pytest.raises(psycopg.OperationalError, match=r"no pg_hba\.conf entry"):
            psycopg.connect(f"host={gugus.alamat.host} dbname=akuntabel user=tamu password=tamu")
        server.execute("DROP ROLE tamu")


def test_what_the_roles_may(gugus: Gugus) -> None:
    query = "SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolcanlogin"
    with psycopg.connect(gugus.url(Peran.SUPER)) as server:
        assert sorted(server.execute(query).fetchall()) == [
            ("akuntabel_aplikasi", False, False, False, False),
            ("akuntabel_pemilik", False, False, False, False),
            ("akuntabel_super", True, True, True, True),
        ]


def test_the_app_role_reads_and_writes_rows_and_makes_nothing(gugus: Gugus) -> None:
    with psycopg.connect(gugus.url(Peran.PEMILIK), autocommit=True) as owner:
        owner.execute("CREATE TABLE hak (nomor int GENERATED ALWAYS AS IDENTITY, isi text)")
        with psycopg.connect(gugus.url(Peran.APLIKASI), autocommit=True) as app:
            app.execute("INSERT INTO hak (isi) VALUES ('a')")
            assert app.execute("SELECT nomor, isi FROM hak").fetchall() == [(1, "a")]
            for forbidden in (
                "CREATE TABLE lain (nomor int)", "CREATE TEMP TABLE lain (nomor int)", "DROP TABLE hak",
                "TRUNCATE hak", "ALTER TABLE hak ADD COLUMN x int", "CREATE DATABASE lain", "CREATE ROLE lain",
                "SET ROLE akuntabel_pemilik", "COPY hak TO PROGRAM 'true'",
            ):  # fmt: skip
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    app.execute(forbidden)
        owner.execute("DROP TABLE hak")


@pytest.mark.skipif(os.name == "nt", reason="there is no socket folder on Windows")
def test_the_server_does_not_listen_on_the_network(gugus: Gugus) -> None:
    told = read_pid_file(gugus.letak.basisdata)
    assert told is not None
    listening = [entry for entry in psutil.net_connections("tcp") if entry.pid == told.pid]
    assert listening == []
    assert value(gugus.url(Peran.SUPER), "SHOW listen_addresses") == ""
    kinds = {entry.family for entry in psutil.Process(told.pid).net_connections("all")}
    assert kinds == {socket.AF_UNIX}


@pytest.mark.skipif(not ROOT, reason="only root can become another user")
def test_another_local_user_does_not_reach_the_server_or_its_secrets(gugus: Gugus) -> None:
    """With the right password too: the folder of the socket is closed to him."""
    script = """
import socket, sys
try:
    socket.socket(socket.AF_UNIX).connect(sys.argv[1])
except OSError as error:
    print(type(error).__name__)
for path in sys.argv[2:]:
    try:
        open(path)
    except OSError as error:
        print(type(error).__name__)
"""
    secrets = sorted(gugus.letak.rahasia.iterdir())
    assert len(secrets) == 3
    paths = [Path(gugus.alamat.host) / ".s.PGSQL.5432", *secrets, gugus.letak.basisdata / "pg_hba.conf"]
    shown = subprocess.run(
        ["su", "nobody", "-s", shutil.which("python3", path="/usr/bin:/usr/local/bin") or "python3", "--", "-c", script]
        + [str(path) for path in paths],
        capture_output=True, text=True, check=True, cwd="/",
    )  # fmt: skip
    assert shown.stdout.split() == ["PermissionError"] * 5


@pytest.mark.lambat
def test_what_we_make_is_closed_and_what_is_above_stays_as_it_was(ruang: Path) -> None:
    above = ruang / "atas"
    above.mkdir()
    above.chmod(0o751)
    data = above / "data"
    data.mkdir()
    data.chmod(0o755)
    before = [(path.stat().st_mode, path.stat().st_uid, path.stat().st_gid) for path in (ruang, above, data)]
    umask = os.umask(0)
    try:
        with Gugus(data) as running:
            assert Path(running.alamat.host) == data / "soket"
            folders = {path.name: mode(path) for path in data.iterdir() if path.is_dir()}
            assert folders == dict.fromkeys(("basisdata", "rahasia", "catatan", "soket"), 0o700)
            files = [data / "kunci", *(data / "rahasia").iterdir(), *(data / "catatan").iterdir()]
            assert {path.name: mode(path) for path in files} == dict.fromkeys(
                ("kunci", "sandi-super", "sandi-pemilik", "sandi-aplikasi", "basisdata.log"), 0o600
            )
    finally:
        os.umask(umask)
    assert [(path.stat().st_mode, path.stat().st_uid, path.stat().st_gid) for path in (ruang, above, data)] == before


def test_secrets_do_not_stand_in_the_log(gugus: Gugus) -> None:
    log = (gugus.letak.catatan / "basisdata.log").read_text(encoding="utf-8")
    secrets = [path.read_text(encoding="utf-8") for path in gugus.letak.rahasia.iterdir()]
    assert "ready to accept connections" in log
    assert [secret for secret in secrets if secret in log] == []


@pytest.mark.lambat
def test_a_long_path_gets_a_short_socket_folder_of_ours(ruang: Path) -> None:
    data = ruang / ("panjang-" * 20)
    assert not fits(data / "soket")
    with Gugus(data) as running:
        folder = Path(running.alamat.host)
        assert fits(folder)
        assert mode(folder) == 0o700
        assert folder.stat().st_uid == (running.akun.uid if running.akun else os.geteuid())
        assert value(running.url(Peran.APLIKASI), "SELECT 1") == 1
    assert not folder.exists()


@pytest.mark.lambat
def test_one_supervisor_for_one_folder(ruang: Path) -> None:
    with Gugus(ruang / "data") as first:
        with pytest.raises(BerkasError, match="sedang dipakai peladen lain"):
            Gugus(ruang / "data").start()
        assert value(first.url(Peran.APLIKASI), "SELECT 1") == 1
    with Gugus(ruang / "data") as second:
        assert value(second.url(Peran.APLIKASI), "SELECT 1") == 1


@pytest.mark.lambat
def test_after_a_kill_of_the_supervisor_the_server_ends_and_the_next_start_works(ruang: Path) -> None:
    process = holder(ruang / "data")
    told = read_pid_file(ruang / "data" / "basisdata")
    assert told is not None
    process.kill()
    process.wait()
    psutil.wait_procs([psutil.Process(told.pid)] if psutil.pid_exists(told.pid) else [], timeout=20)
    assert servers_on(ruang / "data" / "basisdata") == []
    log = (ruang / "data" / "catatan" / "basisdata.log").read_text(encoding="utf-8")
    assert log.rstrip().endswith("database system is shut down")
    with Gugus(ruang / "data") as running:
        assert value(running.url(Peran.APLIKASI), "SELECT 1") == 1


@pytest.mark.lambat
def test_an_orphan_server_is_stopped_before_the_next_start(ruang: Path) -> None:
    """The supervisor and its guard killed at once: nobody is left who could stop the server. One in its way is."""
    process = holder(ruang / "data")
    told = read_pid_file(ruang / "data" / "basisdata")
    assert told is not None
    guards = psutil.Process(process.pid).children()
    assert len(guards) == 1
    process.send_signal(signal.SIGSTOP)  # or it would bring the guard's end to the server
    guards[0].kill()
    process.kill()
    process.wait()
    time.sleep(0.3)
    assert [server.pid for server in servers_on(ruang / "data" / "basisdata") if server.pid == told.pid] == [told.pid]
    with Gugus(ruang / "data") as running:
        assert not psutil.pid_exists(told.pid)
        assert value(running.url(Peran.APLIKASI), "SELECT 1") == 1


@pytest.mark.lambat
def test_a_killed_server_comes_back_at_its_address_with_what_was_confirmed(ruang: Path) -> None:
    with Gugus(ruang / "data") as running:
        with psycopg.connect(running.url(Peran.PEMILIK), autocommit=True) as owner:
            owner.execute("CREATE TABLE pasti (isi text)")
            owner.execute("INSERT INTO pasti VALUES ('ya')")
        told = read_pid_file(running.letak.basisdata)
        assert told is not None
        psutil.Process(told.pid).kill()
        deadline = time.monotonic() + 10
        while running.alive() and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not running.alive()
        running.restart()
        assert value(running.url(Peran.PEMILIK), "SELECT isi FROM pasti") == "ya"


@pytest.mark.lambat
def test_a_number_of_a_process_that_is_somebody_elses_does_not_block_or_hurt(ruang: Path) -> None:
    """After a crash the number in postmaster.pid may belong to anybody: here to a program of ours that must live on."""
    with Gugus(ruang / "data"):
        pass
    bystander = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    try:
        lines = [str(bystander.pid), str(ruang / "data" / "basisdata"), "0", "5432", "", "", "", "ready"]
        (ruang / "data" / "basisdata" / "postmaster.pid").write_text("\n".join(lines), encoding="utf-8")
        with Gugus(ruang / "data") as running:
            assert value(running.url(Peran.APLIKASI), "SELECT 1") == 1
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


@pytest.mark.lambat
def test_a_half_made_cluster_is_made_again(ruang: Path) -> None:
    half = ruang / "data" / "basisdata.baru-1234"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18", encoding="ascii")
    with Gugus(ruang / "data") as running:
        assert value(running.url(Peran.APLIKASI), "SELECT 1") == 1
    assert not half.exists()


def test_a_cluster_of_another_version_is_named_not_touched(ruang: Path) -> None:
    old = ruang / "data" / "basisdata"
    old.mkdir(parents=True)
    (old / "PG_VERSION").write_text("9\n", encoding="ascii")
    (ruang / "data" / "rahasia").mkdir()
    (ruang / "data" / "rahasia" / "sandi-super").write_text("x", encoding="ascii")
    with pytest.raises(BerkasError, match="dibuat PostgreSQL 9, yang terpasang"):
        Gugus(ruang / "data").start()
    assert [path.name for path in old.iterdir()] == ["PG_VERSION"]


def test_a_cluster_without_its_password_is_not_given_a_new_one(ruang: Path) -> None:
    (ruang / "data" / "basisdata").mkdir(parents=True)
    with pytest.raises(BerkasError, match="sandi-super: tidak ada"):
        Gugus(ruang / "data").start()


def test_a_folder_that_everybody_may_write_is_refused(ruang: Path) -> None:
    (ruang / "data").mkdir()
    (ruang / "data").chmod(0o777)
    with pytest.raises(BerkasError, match="dapat ditulisi semua pengguna"):
        Gugus(ruang / "data").start()
    assert list((ruang / "data").iterdir()) == []
    assert mode(ruang / "data") == 0o777


@pytest.mark.skipif(not ROOT, reason="only root changes its user")
def test_root_hands_over_to_the_owner_of_the_folder_else_to_a_system_user(ruang: Path) -> None:
    (ruang / "milik").mkdir()
    os.chown(ruang / "milik", 1, 1)
    assert choose_account(ruang / "milik") == Akun("daemon", 1, 1)
    made = choose_account(ruang / "baru")
    assert made is not None
    assert made.uid != 0
    open_data_folder(ruang / "baru", made.pemilik)
    assert (ruang / "baru").stat().st_uid == made.uid


@pytest.mark.skipif(not ROOT, reason="only root changes its user")
def test_a_folder_below_one_of_roots_own_is_told_before_anything_is_made(ruang: Path) -> None:
    (ruang / "tertutup").mkdir(mode=0o700)
    account = Akun("daemon", 1, 1)
    check_passable(ruang, account)
    with pytest.raises(BerkasError, match="tidak dapat dicapai pengguna daemon"):
        check_passable(ruang / "tertutup", account)


@pytest.mark.lambat
@pytest.mark.skipif(not ROOT, reason="only root can hide binaries from the account")
def test_binaries_in_a_folder_of_roots_are_copied_to_where_the_account_can_run_them(ruang: Path) -> None:
    hidden = ruang / "tertutup"
    package = find_binaries().parents[1]
    inside = find_binaries().relative_to(package.parent)
    shutil.copytree(find_binaries().parent, (hidden / inside).parent, symlinks=True)
    shutil.copytree(package.with_name(f"{package.name}.libs"), hidden / f"{package.name}.libs")
    hidden.chmod(0o700)
    for _ in range(2):  # the second start takes the copy that is there
        with Gugus(ruang / "data", hidden / inside) as running:
            assert running.biner.is_relative_to(ruang / "data")
            assert value(running.url(Peran.APLIKASI), "SELECT 1") == 1
    assert len(list((ruang / "data").glob("program-*"))) == 1
    assert mode(hidden) == 0o700


def test_the_address_is_one_that_libpq_reads(gugus: Gugus) -> None:
    parts = urlsplit(gugus.url(Peran.APLIKASI))
    assert parts.username == "akuntabel_aplikasi"
    assert parse_qs(parts.query) == {"host": [gugus.alamat.host], "port": [str(gugus.alamat.port)]}
