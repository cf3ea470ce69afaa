"""A provider of OpenID Connect, as small as the protocol allows: it says yes to whoever it was told to be."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

KLIEN, RAHASIA = "akuntabel-uji", "rahasia-klien-yang-cukup-panjang-0123456789"


@dataclass
class Penyedia:
    """Its address, who signs in there, and what was asked of it."""

    alamat: str = ""
    orang: dict[str, Any] = field(default_factory=dict)
    diminta: list[dict[str, list[str]]] = field(default_factory=list)


@contextmanager
def provider() -> Iterator[Penyedia]:
    """A running provider."""
    told = Penyedia()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            if parts.path == "/authorize":
                query = parse_qs(parts.query)
                told.diminta.append(query)
                self.send_response(302)
                back = urlencode({"code": "satu-kali", "state": query["state"][0]})
                self.send_header("Location", f"{query['redirect_uri'][0]}?{back}")
                self.end_headers()
            elif parts.path == "/userinfo":
                self._json(told.orang)
            else:
                names = {"authorization": "authorize", "token": "token", "userinfo": "userinfo"}
                ends = {f"{k}_endpoint": f"{told.alamat}/{v}" for k, v in names.items()}
                self._json({"issuer": told.alamat, "jwks_uri": f"{told.alamat}/jwks", **ends})

        def do_POST(self) -> None:
            body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            told.diminta.append(body)
            claims = {"iss": told.alamat, "aud": KLIEN, "exp": time.time() + 60, **told.orang}
            token = jwt.encode(claims, RAHASIA, algorithm="HS256")
            self._json({"access_token": "a", "token_type": "Bearer", "id_token": token})

        def _json(self, content: Any) -> None:
            data = json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: Any) -> None:
            return

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.alamat = f"http://127.0.0.1:{running.server_port}"
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield told
    finally:
        running.shutdown()
        running.server_close()
