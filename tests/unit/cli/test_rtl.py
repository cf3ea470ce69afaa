"""`akuntabel rtl`: exit status by what is late, 80 columns, JSON alone on stdout."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).with_name("akuntabel")
ROOT = Path(__file__).resolve().parents[3]
CONTOH = ROOT / "contoh" / "disnaker-kota-bekasi-2025"


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(PROGRAM), "rtl", *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("per", "status", "last"),
    [
        ("2026-03-31", 0, "Tidak ada tindak lanjut terlambat dari 43 yang tercatat."),
        ("1 April 2026", 1, "25 tindak lanjut terlambat dari 43 yang tercatat."),
    ],
)
def test_status_says_whether_something_is_late(per: str, status: int, last: str) -> None:
    made = run(str(CONTOH), "--per", per)
    assert (made.returncode, made.stdout.splitlines()[-1], made.stderr) == (status, last, "")
    assert max(len(line) for line in made.stdout.splitlines()) <= 80
    assert "{{" not in made.stdout


def test_short_codes_leave_the_head_of_their_column_whole() -> None:
    made = run(str(ROOT / "tests" / "paket" / "uji-survei"), "--per", "2026-01-02")
    heads = [line for line in made.stdout.splitlines() if "Tindak lanjut  " in line]
    assert heads
    assert {line.split()[0] for line in heads} == {"Kode"}


def test_json() -> None:
    made = run(str(CONTOH), "--per", "2026-04-01", "--format", "json")
    result = json.loads(made.stdout)
    assert made.returncode == 1
    assert result["banyak"] == {
        "terlambat": 25, "jatuh_tempo_triwulan_ini": 0, "belum_jatuh_tempo": 11, "tanpa_tenggat": 4, "selesai": 3,
    }  # fmt: skip
    assert result["baris"][0] == {
        "kelompok": "terlambat", "jenis": "rtl", "kode": "RTL-01", "sumber": "skm", "unsur": "U9",
        "nama_unsur": "Sarana dan prasarana",
        "uraian": "Meningkatkan kenyamanan ruang layanan (kebersihan, AC, dan pencahayaan)",
        "penanggung_jawab": "Sekretariat Dinas, Bidang Penempatan, Bidang Hisker", "tenggat": "2026-03-31",
        "hari_terlambat": 1, "status": "belum", "dari_periode_sebelumnya": False,
    }  # fmt: skip


def test_lines_of_an_earlier_plan_say_so(tmp_path: Path) -> None:
    paket = tmp_path / "paket"
    shutil.copytree(CONTOH, paket)
    with (paket / "rtl.csv").open("a", encoding="utf-8") as out:
        out.write("RTL-LALU-4;skm;;ya;U2;Memasang papan alur;;2025;2;;belum;104\n")
    made = json.loads(run(str(paket), "--per", "2026-01-02", "--format", "json").stdout)["baris"][0]
    assert (made["kode"], made["kelompok"], made["dari_periode_sebelumnya"]) == ("RTL-LALU-4", "terlambat", True)
    shown = run(str(paket), "--per", "2026-01-02")
    assert shown.returncode == 1
    late = shown.stdout.partition("Terlambat (1)")[2].partition("Belum jatuh tempo")[0]
    assert "(dari" in late
    assert "periode sebelumnya)" in late


def test_without_a_day_it_is_today() -> None:
    assert run(str(CONTOH)).stdout.startswith("Tindak lanjut Dinas Tenaga Kerja Kota Bekasi per ")


def test_what_is_no_day() -> None:
    made = run(str(CONTOH), "--per", "besok")
    assert (made.returncode, made.stdout) == (2, "")
    assert made.stderr == "akuntabel: --per: 'besok' bukan tanggal; tulis misalnya 2026-04-01 atau 1 April 2026.\n"
