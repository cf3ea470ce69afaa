"""Proof: same bytes in two processes, every table missing in turn, no half file, one line for what cannot be used."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from akuntabel.domain.paket import TABEL
from akuntabel.errors import AkuntabelError
from akuntabel_cli.main import app

AKAR = Path(__file__).resolve().parents[2]
CONTOH = AKAR / "contoh" / "disnaker-kota-bekasi-2025"
INSPEKTORAT = AKAR / "tests" / "paket" / "inspektorat"
RSUD = AKAR / "tests" / "paket" / "rsud"
FORMATS = "docx,pdf,html,json"


def in_process(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def command(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as a user runs it, in a process of its own."""
    code = "from akuntabel_cli.main import run; run()"
    call = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(call, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def one_line(text: str) -> bool:
    return text.startswith("akuntabel: ") and text.count("\n") == 1 and "Traceback" not in text


# ---- the same bytes -----------------------------------------------------------------------------------------------


@pytest.mark.lambat
@pytest.mark.parametrize("paket", [CONTOH, INSPEKTORAT, RSUD], ids=lambda p: p.name)
def test_another_process_writes_the_same_bytes(paket: Path, tmp_path: Path, susun: Callable[[str], Any]) -> None:
    name = "contoh" if paket == CONTOH else paket.name
    zone = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    result = command("lkip", paket, "--keluar", tmp_path, "--format", FORMATS, **zone)
    assert result.returncode in (0, 1), result.stderr
    written = {p.suffix[1:]: p.read_bytes() for p in tmp_path.iterdir()}
    here = susun(name)
    assert set(written) == set(FORMATS.split(","))
    assert [f for f in written if written[f] != here.berkas(f)] == []


# ---- a table that is gone -----------------------------------------------------------------------------------------

WAJIB = ("instansi", "laporan")
FOLDER_TABLES = sorted(p.stem for p in CONTOH.glob("*.csv"))
SEMUA_FORMAT = {"indikator", "anggaran", "skm_rekap"}


def without(table: str, source: Path, target: Path) -> Path:
    copytree(source, target)
    (target / f"{table}.csv").unlink()
    return target


@pytest.mark.lambat
@pytest.mark.parametrize("table", [t for t in FOLDER_TABLES if t not in WAJIB])
def test_the_command_builds_without_a_table(table: str, tmp_path: Path) -> None:
    paket = without(table, CONTOH, tmp_path / "paket")
    formats = FORMATS if table in SEMUA_FORMAT else "docx"
    result = in_process("lkip", paket, "--keluar", tmp_path / "hasil", "--format", formats)
    # a narrative that names a figure which is gone with its table is told with its place, as any broken reference is
    if isinstance(result.exception, AkuntabelError):
        assert "narasi" in str(result.exception) or "catatan" in str(result.exception)
        return
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1, result.stderr
    assert {p.suffix[1:] for p in (tmp_path / "hasil").iterdir()} == set(formats.split(","))


@pytest.mark.lambat
@pytest.mark.parametrize("table", sorted(p.stem for p in INSPEKTORAT.glob("*.csv") if p.stem not in WAJIB))
def test_a_complete_agency_without_a_table(table: str, tmp_path: Path) -> None:
    paket = without(table, INSPEKTORAT, tmp_path / "paket")
    result = in_process("lkip", paket, "--keluar", tmp_path / "hasil", "--format", "docx")
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (0, 1)


@pytest.mark.parametrize("table", WAJIB)
@pytest.mark.parametrize("verb", [("lkip", "--format", "json"), ("hitung",), ("dokumen", "--jenis", "pk")])
def test_without_agency_or_report_nothing_can_be_built(table: str, verb: tuple[str, ...], tmp_path: Path) -> None:
    paket = without(table, CONTOH, tmp_path / "paket")
    keluar = () if verb == ("hitung",) else ("--keluar", tmp_path / "hasil")
    result = command(verb[0], paket, *verb[1:], *keluar)
    assert result.returncode == 2
    assert one_line(result.stderr), result.stderr
    assert f"tabel {table}" in result.stderr
    assert not (tmp_path / "hasil").exists() or list((tmp_path / "hasil").iterdir()) == []


@pytest.mark.parametrize("table", WAJIB)
def test_the_data_check_answers_without_agency_or_report(table: str, tmp_path: Path) -> None:
    result = command("periksa", without(table, CONTOH, tmp_path / "paket"))
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert f"tabel {table}" in re.sub(r"\s+", " ", result.stdout)


def test_every_table_is_known() -> None:
    assert set(FOLDER_TABLES) <= set(TABEL)


# ---- a killed run -------------------------------------------------------------------------------------------------

# where the process is killed, by a wrapper around what the writer calls
MATI = {
    "tengah berkas": """
import io, os, signal
whole = os.fdopen
class Torn(io.RawIOBase):
    def __init__(self, handle): self.handle = handle
    def writable(self): return True
    def write(self, data):
        os.write(self.handle, bytes(data)[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
os.fdopen = lambda handle, mode="r", *a, **k: Torn(handle) if "w" in mode else whole(handle, mode, *a, **k)
""",
    "sebelum nama": """
import os, pathlib, signal
pathlib.Path.replace = lambda self, target: os.kill(os.getpid(), signal.SIGKILL)
""",
    "setelah berkas pertama": """
import os, pathlib, signal
real, count = pathlib.Path.replace, [0]
def replace(self, target):
    count[0] += 1
    if count[0] > 1: os.kill(os.getpid(), signal.SIGKILL)
    return real(self, target)
pathlib.Path.replace = replace
""",
}


@pytest.mark.lambat
@pytest.mark.parametrize("when", MATI)
def test_a_killed_run_leaves_no_half_file(when: str, tmp_path: Path, susun: Callable[[str], Any]) -> None:
    old = tmp_path / "lkip-inspektorat-2026.docx"
    old.write_bytes(b"laporan lama")
    code = f"{MATI[when]}\nfrom akuntabel_cli.main import run\nrun()"
    call = [sys.executable, "-c", code, "lkip", str(INSPEKTORAT), "--keluar", str(tmp_path), "--format", "docx,json"]
    result = subprocess.run(call, capture_output=True, check=False)
    assert result.returncode == -signal.SIGKILL
    named = {p.name: p.read_bytes() for p in tmp_path.iterdir() if not p.name.startswith(".")}
    expected = {old.name: susun("inspektorat").berkas("docx") if when == "setelah berkas pertama" else b"laporan lama"}
    assert named == expected


# ---- final, several packages --------------------------------------------------------------------------------------


@pytest.mark.lambat
def test_final_refuses_provisional_values_in_one_line(tmp_path: Path) -> None:
    refused = command("lkip", CONTOH, "--keluar", tmp_path / "a", "--format", "docx", "--final")
    assert refused.returncode == 2
    assert one_line(refused.stderr), refused.stderr
    assert "sementara" in refused.stderr
    assert not (tmp_path / "a").exists()
    made = command("lkip", INSPEKTORAT, "--keluar", tmp_path / "b", "--format", "docx,json", "--final")
    assert made.returncode in (0, 1), made.stderr
    assert sorted(p.name for p in (tmp_path / "b").iterdir()) == [
        "lkip-inspektorat-2026.docx",
        "lkip-inspektorat-2026.json",
    ]
    assert '"draf": false' in (tmp_path / "b" / "lkip-inspektorat-2026.json").read_text()


@pytest.mark.lambat
def test_several_packages_have_a_folder_each_and_the_same_bytes(tmp_path: Path, susun: Callable[[str], Any]) -> None:
    result = command("lkip", CONTOH, INSPEKTORAT, RSUD, "--keluar", tmp_path, "--format", "json,html")
    assert result.returncode == 1
    found = {p.relative_to(tmp_path).as_posix(): p for p in tmp_path.rglob("*") if p.is_file()}
    stems = {
        "contoh": "disnaker-kota-bekasi-2025/lkip-disnaker-2025",
        "inspektorat": "inspektorat/lkip-inspektorat-2026",
        "rsud": "rsud/lkip-rsud-2025",
    }
    assert set(found) == {f"{stem}.{f}" for stem in stems.values() for f in ("html", "json")}
    for name, stem in stems.items():
        assert found[f"{stem}.json"].read_bytes() == susun(name).berkas("json")
        assert found[f"{stem}.html"].read_bytes() == susun(name).berkas("html")


@pytest.mark.lambat
def test_an_unusable_package_does_not_stop_the_others(tmp_path: Path) -> None:
    broken = without("instansi", CONTOH, tmp_path / "rusak")
    result = command("lkip", broken, INSPEKTORAT, "--keluar", tmp_path / "hasil", "--format", "json")
    assert result.returncode == 2
    assert next(line for line in result.stderr.splitlines() if "rusak" in line).startswith("akuntabel: ")
    assert [p.name for p in (tmp_path / "hasil").rglob("*.json")] == ["lkip-inspektorat-2026.json"]
