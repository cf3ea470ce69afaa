"""`akuntabel serve` as people start and end it: from outside, with the command itself."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from ruang import made_room

from akuntabel.errors import PanggilanError
from akuntabel_web.basisdata.gugus import Gugus
from akuntabel_web.basisdata.peran import Peran
from akuntabel_web.basisdata.pidfile import read_pid_file
from akuntabel_web.basisdata.yatim import servers_on
from akuntabel_web.peladen.folder import default_folder
from akuntabel_web.peladen.porta import refuse_taken

HERE = Path(__file__).resolve().parent
COMMAND = [sys.executable, "-m", "akuntabel_cli.main"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment(**more: str) -> dict[str, str]:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("DATABASE_URL", "AKUNTABEL"))}
    places = os.pathsep.join(filter(None, (more.pop("tempat", str(HERE)), os.environ.get("PYTHONPATH"))))
    return {**known, "DJANGO_SETTINGS_MODULE": "uji_pengaturan", "PYTHONPATH": places, **more}


LAMBAT_BERHENTI = 150.0  # the supervisor gives web and worker half a minute each, the database a minute


@dataclass
class Berjalan:
    """A server that runs as a child of the test."""

    process: subprocess.Popen[str]
    data: Path
    port: int
    lines: list[str]

    def get(self, path: str = "/") -> dict[str, object]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path, headers={"Host": "localhost"})
            answer = connection.getresponse()
            assert answer.status == 200
            return dict(json.loads(answer.read()))
        finally:
            connection.close()

    def descendants(self) -> list[psutil.Process]:
        return psutil.Process(self.process.pid).children(recursive=True)


@contextmanager
def serving(
    data: Path, *arguments: str, more: Mapping[str, str] | None = None, port: int | None = None
) -> Iterator[Berjalan]:
    port = port or free_port()
    command = [*COMMAND, "serve", "--data", str(data), "--port", str(port), *arguments]
    with (data.parent / "galat.log").open("ab") as errors:
        process = subprocess.Popen(
            command, env=environment(**(more or {})), stdout=subprocess.PIPE, stderr=errors, text=True
        )
    lines: list[str] = []
    assert process.stdout is not None
    for line in process.stdout:
        lines.append(line.rstrip("\n"))
        if "berjalan di" in line:
            break
    running = Berjalan(process, data, port, lines)
    assert process.poll() is None, (data.parent / "galat.log").read_text(encoding="utf-8")
    everybody = running.descendants()
    try:
        yield running
    finally:
        if process.poll() is None:
            process.terminate()
            ended(running)
        process.stdout.close()
        for left in everybody:
            with suppress(psutil.Error):
                left.kill()


def ended(server: Berjalan) -> None:
    """Wait for the end; a server that does not end is killed and told with who was still there and the last lines."""
    try:
        server.process.wait(LAMBAT_BERHENTI)
    except subprocess.TimeoutExpired as error:
        for one in server.descendants():
            with suppress(psutil.Error):
                error.add_note(f"{one.pid} dari {one.ppid()} {one.status()}: {' '.join(one.cmdline())}")
        for log in (server.data / "catatan").glob("*.log"):
            error.add_note(f"{log.name}: {log.read_text(encoding='utf-8', errors='replace')[-3000:]}")
        server.process.kill()
        server.process.wait()
        raise


def can_run_python(uid: int) -> bool:
    """Whether root's Python is where this user can start it (below root's own folder it is not)."""
    if os.geteuid() != 0:
        return True
    try:
        subprocess.run(
            [sys.executable, "-c", "import django"], user=uid, group=uid, extra_groups=[], check=True, cwd="/"
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True


@pytest.fixture
def ruang() -> Iterator[Path]:
    with made_room() as folder:
        yield folder


def wait_for(condition: Callable[[], bool], seconds: float = 30.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with suppress(OSError, AssertionError, StopIteration, psutil.Error, http.client.HTTPException):
            if condition():
                return True
        time.sleep(0.1)
    return False


def gone(processes: list[psutil.Process]) -> bool:
    return not any(process.is_running() and process.status() != psutil.STATUS_ZOMBIE for process in processes)


def all_gone(processes: list[psutil.Process]) -> bool:
    try:
        return gone(processes)
    except psutil.NoSuchProcess:
        return False  # one went between two questions; ask again


def pids_that_answer(server: Berjalan) -> set[object]:
    return {server.get()["pid"] for _ in range(30)}


def database_log(data: Path) -> str:
    return (data / "catatan" / "basisdata.log").read_text(encoding="utf-8").rstrip()


@pytest.mark.lambat
def test_it_serves_with_the_app_role_in_several_processes_and_ends_in_order(ruang: Path) -> None:
    """Three web processes and two workers on one database; SIGTERM ends all of them and the database cleanly."""
    with serving(ruang / "data", "--proses", "3", "--pekerja", "2") as server:
        assert server.lines[-1] == f"Akuntabel berjalan di http://localhost:{server.port} (Ctrl-C menghentikan)."
        answers = [server.get() for _ in range(60)]
        assert {answer["peran"] for answer in answers} == {Peran.APLIKASI.value}
        assert {answer["pemilik"] for answer in answers} == {False}
        assert all(int(str(answer["migrasi"])) > 5 for answer in answers)
        assert wait_for(lambda: len(pids_that_answer(server)) == 3)
        owner = (ruang / "data").stat().st_uid
        assert {answer["uid"] for answer in answers} == {owner if can_run_python(owner) else os.geteuid()}
        assert any("sebagai root" in line for line in server.lines) == (not can_run_python(owner))
        job = server.get("/tugas/7")["tugas"]
        assert wait_for(lambda: server.get(f"/keadaan/{job}")["keadaan"] == "succeeded")
        names = [" ".join(process.cmdline()) for process in server.descendants()]
        assert len([name for name in names if "peladen.pekerja" in name]) == 2
        family = server.descendants()
        server.process.terminate()
        assert server.process.wait(60) == 0
        assert server.process.stdout is not None
        assert server.process.stdout.read() == "Peladen berhenti.\n"
        assert wait_for(lambda: all_gone(family), 5)
        assert database_log(server.data).endswith("database system is shut down")
        assert "interrupted" not in database_log(server.data)


@pytest.mark.lambat
def test_ctrl_c_ends_it_too_and_the_next_start_is_whole(ruang: Path) -> None:
    with serving(ruang / "data", "--proses", "1") as server:
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait(60) == 0
    with serving(ruang / "data", "--proses", "1") as server:
        assert server.get()["peran"] == Peran.APLIKASI.value
    assert "was not properly shut down" not in database_log(ruang / "data")


@pytest.mark.lambat
def test_a_kill_of_the_supervisor_ends_all_and_the_database_cleanly(ruang: Path) -> None:
    with serving(ruang / "data", "--proses", "2", "--pekerja", "1") as server:
        server.get()
        family = server.descendants()
        assert len(family) >= 8
        server.process.kill()
        server.process.wait()
        assert wait_for(lambda: all_gone(family), 40)
        assert servers_on((ruang / "data" / "basisdata").resolve()) == []
        assert database_log(server.data).endswith("database system is shut down")
    with serving(ruang / "data", "--proses", "1") as server:
        assert server.get()["peran"] == Peran.APLIKASI.value


@pytest.mark.lambat
def test_whoever_is_killed_comes_back(ruang: Path) -> None:
    """One web process, all of the web, a worker, the database: each killed, each back, and nothing is left over."""
    with serving(ruang / "data", "--proses", "2", "--pekerja", "1") as server:
        assert wait_for(lambda: len(pids_that_answer(server)) == 2)
        known = pids_that_answer(server)
        psutil.Process(int(str(min(known, key=str)))).kill()
        assert wait_for(lambda: len(pids_that_answer(server) - known) == 1)

        def child(name: str) -> psutil.Process:
            children = psutil.Process(server.process.pid).children()
            return next(process for process in children if f"peladen.{name}" in " ".join(process.cmdline()))

        web, workers = child("web"), child("web").children()
        web.kill()
        assert wait_for(lambda: all_gone(workers), 20)  # not left behind to answer beside the new ones
        assert wait_for(lambda: child("web").pid != web.pid and server.get()["peran"] == Peran.APLIKASI.value)

        worker = child("pekerja")
        worker.kill()
        assert wait_for(lambda: child("pekerja").pid != worker.pid)

        told = read_pid_file(ruang / "data" / "basisdata")
        assert told is not None
        psutil.Process(told.pid).kill()
        assert wait_for(lambda: read_pid_file(ruang / "data" / "basisdata") not in {None, told})
        assert wait_for(lambda: server.get()["peran"] == Peran.APLIKASI.value)
        job = server.get("/tugas/3")["tugas"]
        assert wait_for(lambda: server.get(f"/keadaan/{job}")["keadaan"] == "succeeded", 60)


@pytest.mark.lambat
def test_two_servers_on_one_database_by_address_do_the_work_together(gugus: Gugus, ruang: Path) -> None:
    more = {"DATABASE_URL": gugus.url(Peran.APLIKASI), "DATABASE_URL_PEMILIK": gugus.url(Peran.PEMILIK)}
    with (
        serving(ruang / "satu", "--proses", "1", "--pekerja", "1", more=more) as first,
        serving(ruang / "dua", "--proses", "1", "--pekerja", "1", more=more) as second,
    ):
        assert first.get()["peran"] == second.get()["peran"] == Peran.APLIKASI.value
        assert first.get()["pid"] != second.get()["pid"]
        job = first.get("/tugas/3")["tugas"]
        assert wait_for(lambda: second.get(f"/keadaan/{job}")["keadaan"] == "succeeded")
        assert not (ruang / "satu" / "basisdata").exists()
    assert gugus.alive()


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], env=environment(**more), capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.lambat
def test_a_port_in_use_is_one_line_and_nothing_is_made(ruang: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run("serve", "--data", str(ruang / "data"), "--port", str(port))
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == (
        f"akuntabel: Porta {port} sedang dipakai program lain; pakai yang lain, misalnya --port {port + 1}.\n"
    )
    assert not (ruang / "data").exists()


@pytest.mark.skipif(not hasattr(socket, "SO_REUSEPORT"), reason="ports are not shared on this system")
def test_a_port_that_another_of_our_servers_shares_counts_as_taken() -> None:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
        other.listen()
        with pytest.raises(PanggilanError, match=f"Porta {port} sedang dipakai"):
            refuse_taken("127.0.0.1", port)
    refuse_taken("127.0.0.1", port)


@pytest.mark.lambat
def test_a_migration_that_fails_is_one_line_and_the_database_ends(ruang: Path) -> None:
    done = run("serve", "--data", str(ruang / "data"), "--port", str(free_port()), DJANGO_SETTINGS_MODULE="tidak_ada")
    assert done.returncode == 2
    assert done.stderr.startswith(
        "akuntabel: penyiapan basis data: gagal (ModuleNotFoundError: No module named 'tidak_ada')"
    )
    assert done.stderr.count("\n") == 1
    assert servers_on((ruang / "data" / "basisdata").resolve()) == []


@pytest.mark.lambat
def test_a_database_that_does_not_answer_is_one_line(ruang: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("akuntabel_web.peladen.basis.PATIENCE", 0.0)
    from akuntabel.errors import BerkasError
    from akuntabel_web.peladen.basis import reached

    url = f"postgresql://a:rahasia@127.0.0.1:{free_port()}/a"
    with (
        pytest.raises(BerkasError, match="DATABASE_URL: tidak menjawab") as told,
        reached(ruang / "data", {"DATABASE_URL": url}),
    ):
        pass
    assert "rahasia" not in str(told.value)


@pytest.mark.lambat
@pytest.mark.parametrize("command", [["serve"], ["cadangkan", "--keluar", "x.zip"], ["pulihkan", "x.zip"]])
def test_without_the_extra_one_line_says_what_to_install(ruang: Path, command: list[str]) -> None:
    """As an installation without the extra: its packages are not to be found."""
    (ruang / "sitecustomize.py").write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, package=None: None if name == 'django' else find(name, package)\n",
        encoding="utf-8",
    )
    done = run(*command, "--data", str(ruang / "data"), tempat=str(ruang))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == 'akuntabel: Aplikasi web belum terpasang; jalankan: pip install "akuntabel[web]"\n'


@pytest.mark.lambat
def test_saved_while_it_serves_and_restored_by_the_commands(ruang: Path) -> None:
    with serving(ruang / "data", "--proses", "1") as server:
        job = server.get("/tugas/5")["tugas"]
        assert wait_for(lambda: server.get(f"/keadaan/{job}")["keadaan"] == "succeeded")
        saved = run("cadangkan", "--data", str(ruang / "data"), "--keluar", str(ruang / "cadangan.zip"))
        assert (saved.returncode, saved.stderr) == (0, "")
        assert saved.stdout == f"Cadangan ditulis ke {ruang / 'cadangan.zip'}: basis data dan 0 berkas.\n"
        again = run("cadangkan", "--data", str(ruang / "data"), "--keluar", str(ruang / "cadangan.zip"))
        assert (again.returncode, "sudah ada" in again.stderr) == (2, True)
        refused = run("pulihkan", str(ruang / "cadangan.zip"), "--data", str(ruang / "data"), "--timpa")
        assert (refused.returncode, "sedang dipakai peladen lain" in refused.stderr) == (2, True)
    restored = run("pulihkan", str(ruang / "cadangan.zip"), "--data", str(ruang / "baru"))
    assert (restored.returncode, restored.stderr) == (0, "")
    with serving(ruang / "baru", "--proses", "1") as server:
        assert server.get(f"/keadaan/{job}")["keadaan"] == "succeeded"


@pytest.mark.parametrize(
    ("known", "root", "expected"),
    [
        ({"AKUNTABEL_DATA": "di-sini", "HOME": "h"}, True, Path("di-sini")),
        ({"HOME": "h"}, True, Path("/var/lib/akuntabel")),
        ({"HOME": "h"}, False, Path("h/.local/share/akuntabel")),
        ({"HOME": "h", "XDG_DATA_HOME": "x"}, False, Path("x/akuntabel")),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the places of Linux")
def test_where_the_data_lie_when_nobody_says(known: dict[str, str], root: bool, expected: Path) -> None:
    assert default_folder(known, root=root) == expected


@pytest.mark.skipif(sys.platform != "linux", reason="the places of Linux")
def test_without_a_home_the_folder_must_be_named() -> None:
    with pytest.raises(PanggilanError, match="sebutkan dengan --data"):
        default_folder({}, root=False)
