"""The port: free before anything is started, and answering before anything is announced."""

from __future__ import annotations

import errno
import http.client
import os
import socket

from akuntabel.errors import PanggilanError


def refuse_taken(address: str, port: int) -> None:
    """Refuse in one line what cannot be listened on.

    Several processes of ours share a port (SO_REUSEPORT); this trial does not, so that somebody else's is noticed.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        if os.name == "posix":  # a port whose last connections are just closing is free
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((address, port))
        except OSError as error:
            raise PanggilanError(
                f"{_told(error, address, port)}; pakai yang lain, misalnya --port {_other(port)}."
            ) from None


def _told(error: OSError, address: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE or getattr(error, "winerror", None) == 10048:
        return f"Porta {port} sedang dipakai program lain"
    if error.errno == errno.EACCES:
        return f"Porta {port} tidak boleh dipakai pengguna ini"
    return f"Alamat {address} porta {port} tidak dapat dipakai ({error.strerror})"


def _other(port: int) -> int:
    return port + 1 if 1024 <= port < 65535 else 8000


def answers(address: str, port: int) -> bool:
    """Whether the web answers anything at all: a refusal is an answer too, a connection that hangs is none."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address, address)
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
        connection.getresponse().read(1)
    except (OSError, http.client.HTTPException):
        return False
    else:
        return True
    finally:
        connection.close()
