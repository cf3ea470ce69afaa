"""What a running PostgreSQL writes of itself into `postmaster.pid`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from akuntabel_web.basisdata.alamat import PORT, Alamat

NAME = "postmaster.pid"
LOCALHOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Berjalan:
    """A server as its file tells it; whether it still runs must be asked elsewhere."""

    pid: int
    port: int
    soket: Path | None
    siap: bool

    @property
    def alamat(self) -> Alamat:
        """Where to reach it."""
        return Alamat(str(self.soket) if self.soket else LOCALHOST, self.port)


def read_pid_file(basisdata: Path) -> Berjalan | None:
    """The content, or None where the file is missing or not complete yet."""
    try:
        lines = (basisdata / NAME).read_text(encoding="utf-8").splitlines()
        pid = int(lines[0])
    except (OSError, ValueError, IndexError):
        return None
    lines += [""] * (8 - len(lines))
    port = int(lines[3]) if lines[3].strip().isdigit() else PORT
    soket = Path(lines[4].strip()) if lines[4].strip() else None
    return Berjalan(pid, port, soket, lines[7].strip() == "ready")
