"""Addresses of the database (URLs as libpq reads them), one per role."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from akuntabel_web.basisdata.peran import DATABASE, Peran

PORT = 5432


@dataclass(frozen=True, slots=True)
class Alamat:
    """Where a server listens: `host` is a socket folder, or an address where sockets do not exist."""

    host: str
    port: int = PORT

    def url(self, peran: Peran, password: str, database: str = DATABASE) -> str:
        """`postgresql://role:password@/database?host=...`: the host as a parameter, because it may be a folder."""
        where = urlencode({"host": self.host, "port": self.port})
        return f"postgresql://{peran.value}:{quote(password, safe='')}@/{quote(database, safe='')}?{where}"
