"""Bring the system tools that the tests need: LibreOffice, poppler, fonts, Node, Chromium, an older
PostgreSQL, Microsoft's OOXML validator and axe-core.

As root on Debian or Ubuntu the missing ones are installed by apt-get; elsewhere the one line to type is printed and the
status is 2. The npm tools are pinned in `alat/npm/package-lock.json`. Standard library only.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from siapkan import ROOT, TOOLS, ca_bundle, home_is_usable

NPM_FOLDER = ROOT / "alat" / "npm"
STAMP = NPM_FOLDER / "node_modules" / ".sha256-package-lock"
NODE_MINIMUM = 18


def has_program(name: str) -> bool:
    return shutil.which(name) is not None


def has_office(library: str) -> bool:
    """Tell whether LibreOffice is there with a module of its own (`libswlo.so` Writer, `libsclo.so` Calc)."""
    program = shutil.which("soffice")
    return program is not None and (Path(program).resolve().parent / library).exists()


def has_font(pattern: str) -> bool:
    return any(any(Path(folder).rglob(pattern)) for folder in ("/usr/share/fonts", "/usr/local/share/fonts"))


def has_node() -> bool:
    if not has_program("node"):
        return False
    shown = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    major = re.match(r"v(\d+)", shown)
    return major is not None and int(major[1]) >= NODE_MINIMUM


def browser() -> str | None:
    """The browser in which pages are judged; Ubuntu calls it by another name."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)


# Debian package -> is what it brings already there?
NEEDED: dict[str, Callable[[], bool]] = {
    "libreoffice-writer": lambda: has_office("libswlo.so"),
    "libreoffice-calc": lambda: has_office("libsclo.so"),
    "libreoffice-math": lambda: has_office("libsmlo.so"),
    "poppler-utils": lambda: has_program("pdftoppm") and has_program("pdftotext"),
    "fonts-liberation": lambda: has_font("LiberationSans-Regular.*"),
    "chromium": lambda: browser() is not None,
    "nodejs": has_node,
    "npm": lambda: has_program("npm"),
    "postgresql": lambda: any(Path("/usr/lib/postgresql").glob("*/bin/postgres")),  # an older server to restore into
}


def missing_packages() -> list[str]:
    return [package for package, is_there in NEEDED.items() if not is_there()]


def stop(where: str, came: str, expected: str) -> None:
    print(f"alat-sistem: {where}: {came}; {expected}", file=sys.stderr)
    sys.exit(2)


def run(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )


def last_words(done: subprocess.CompletedProcess[str]) -> str:
    return " ".join((done.stderr or done.stdout).split())[-400:]


def apt_line(packages: list[str]) -> str:
    return f"apt-get install -y --no-install-recommends {' '.join(packages)}"


def install(packages: list[str]) -> None:
    """Install Debian packages; only root on a machine with apt-get can."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (is_root and has_program("apt-get")):
        stop("alat uji", f"belum ada {', '.join(packages)}", f"jalankan: sudo {apt_line(packages)}")
    print(f"alat-sistem: memasang {', '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    environment["PATH"] = f"{environment.get('PATH', '')}:/usr/sbin:/sbin"
    run(["apt-get", "update"], environment)  # a failing extra source must not stop us: the install itself is the test
    done = run(apt_line(packages).split(), environment)
    left = missing_packages()
    if done.returncode or left:
        stop(
            "apt-get install", last_words(done) or f"masih kurang {', '.join(left)}", f"jalankan: {apt_line(packages)}"
        )


def npm_environment() -> dict[str, str]:
    """Let npm trust the system's certificates, and keep its cache with us where HOME is missing."""
    environment = dict(os.environ)
    bundle = ca_bundle()
    if bundle:
        environment.setdefault("NODE_EXTRA_CA_CERTS", bundle)
    if not home_is_usable():
        environment.update(HOME=str(TOOLS), npm_config_cache=str(TOOLS / "npm-cache"))
        TOOLS.mkdir(exist_ok=True)
    return environment


def install_npm_tools() -> None:
    """Install exactly what the lock names, once for each state of the lock."""
    digest = hashlib.sha256((NPM_FOLDER / "package-lock.json").read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="ascii") == digest:
        return
    print("alat-sistem: memasang alat npm dari alat/npm/package-lock.json", flush=True)
    npm = shutil.which("npm") or "npm"
    command = [npm, "ci", "--prefix", str(NPM_FOLDER), "--ignore-scripts", "--no-audit", "--no-fund"]
    done = run(command, npm_environment())
    if done.returncode:
        stop("npm ci", last_words(done), "diharapkan alat/npm/package-lock.json terpasang; periksa jaringan")
    STAMP.write_text(digest, encoding="ascii")


def main() -> None:
    missing = missing_packages()
    if missing:
        install(missing)
    install_npm_tools()


if __name__ == "__main__":
    main()
