"""Calls that cannot be understood: one Indonesian line on stderr and status 2, whatever the library would have said."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("akuntabel")
CALLS = {
    "peroksa": "perintah peroksa tidak ada, barangkali periksa; 'akuntabel --help'",
    "zzz": "perintah zzz tidak ada; 'akuntabel --help'",
    "reviu": "isian berkas belum diberikan; 'akuntabel reviu --help'",
    "dokumen a": "pilihan --jenis belum diberikan; 'akuntabel dokumen --help'",
    "reviu x --pilihh y": "pilihan --pilihh tidak ada, barangkali --pilih; 'akuntabel reviu --help'",
    "periksa a b": "isian berlebih: b; 'akuntabel periksa --help'",
    "hitung a --format xx": (
        "nilai --format tidak sah: 'xx' bukan salah satu dari tabel, json, csv; 'akuntabel hitung --help'"
    ),
    "lkip a --proses 0": "nilai --proses tidak sah: paling kecil 1; 'akuntabel lkip --help'",
    "lkip a --proses abc": "nilai --proses tidak sah: bukan bilangan bulat; 'akuntabel lkip --help'",
    "lkip a --keluar": "pilihan --keluar memerlukan nilai; 'akuntabel --help'",
}


def run(call: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(PROGRAM), *call.split()], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("call", CALLS)
def test_a_wrong_call_is_one_line(call: str) -> None:
    done = run(call)
    expected = f"akuntabel: {CALLS[call]} menampilkan cara memakainya.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", expected)


def test_without_a_command_the_help_is_shown() -> None:
    done = run("")
    assert done.returncode == 2
    assert "Susun laporan kinerja dari data." in done.stdout + done.stderr


def test_version_and_help() -> None:
    assert run("--version").stdout.startswith("akuntabel ")
    shown = run("lkip --help")
    assert shown.returncode == 0
    assert ("Pilihan" in shown.stdout, "Options" in shown.stdout.replace("[OPTIONS]", "")) == (True, False)
