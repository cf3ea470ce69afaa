"""The environment of a process -> settings: pure functions, so that each can be tried without Django."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from psycopg.conninfo import conninfo_to_dict

KEY_FILE = "kunci-rahasia"
KEY_NAME, OLD_KEYS_NAME = "AKUNTABEL_KUNCI_RAHASIA", "AKUNTABEL_KUNCI_RAHASIA_LAMA"
_NAMES = (("NAME", "dbname"), ("USER", "user"), ("PASSWORD", "password"), ("HOST", "host"), ("PORT", "port"))


def secret_key(environment: Mapping[str, str], data: Path) -> str:
    """The secret key: named by the environment, else kept in a file that only its owner reads (made once)."""
    if named := environment.get(KEY_NAME):
        return named
    data.mkdir(parents=True, exist_ok=True)
    path = data / KEY_FILE
    beside = data / f".{KEY_FILE}.{secrets.token_hex(8)}"
    if not path.exists():
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(64))
        try:
            os.link(beside, path)  # the first of several processes wins, the others read its key
        except FileExistsError:
            pass
        finally:
            beside.unlink()
    return path.read_text(encoding="ascii")


def known_key(environment: Mapping[str, str], data: Path) -> str | None:
    """The secret key that this installation serves with, None where it has none yet; nothing is made."""
    path = data / KEY_FILE
    return environment.get(KEY_NAME) or (path.read_text(encoding="ascii") if path.exists() else None)


def old_keys(environment: Mapping[str, str]) -> list[str]:
    """Secret keys of before, separated by commas: what they signed or sealed is still read."""
    return [key for part in environment.get(OLD_KEYS_NAME, "").split(",") if (key := part.strip())]


def addresses(host: str) -> tuple[str, list[str], bool]:
    """The address that people type, the names that are answered, and whether it is https.

    `localhost:8000` is http; an address may be given whole, as in https://sakip.example.go.id.
    """
    whole = host if "://" in host else f"http://{host}"
    parts = urlsplit(whole)
    name = parts.hostname or "localhost"
    names = [name, "127.0.0.1", "[::1]"] if name == "localhost" else [name]
    return f"{parts.scheme}://{parts.netloc}", names, parts.scheme == "https"


def database(url: str) -> dict[str, Any]:
    """Django's form of a PostgreSQL address (URL or key words). An empty one is nobody's database."""
    parts = conninfo_to_dict(url)
    named = {django: str(parts.pop(libpq, "") or "") for django, libpq in _NAMES}
    options = {name: value for name, value in parts.items() if value is not None}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **named,
        "OPTIONS": options,
        "ATOMIC_REQUESTS": True,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


def oidc_providers(environment: Mapping[str, str]) -> list[dict[str, Any]]:
    """The one provider of the government, when the environment names it: server, client and secret."""
    server = environment.get("AKUNTABEL_OIDC_PELADEN")
    if not server:
        return []
    parts = urlsplit(server)
    return [
        {
            "provider_id": "pemerintah",
            "name": environment.get("AKUNTABEL_OIDC_NAMA", "akun pemerintah"),
            "client_id": environment.get("AKUNTABEL_OIDC_KLIEN", ""),
            "secret": environment.get("AKUNTABEL_OIDC_RAHASIA", ""),
            "settings": {"server_url": server, "asal": f"{parts.scheme}://{parts.netloc}"},
        }
    ]
