"""What is computed of the rows of an agency and year: once for each state of the data, kept in a file.

The state is asked of the database in one query: version, place and writing transaction of every row. Narrative is
none of these: nothing is computed of it. Files are named by the state; those of older states go when a new one comes.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection
from psycopg import sql

from akuntabel.domain.paket import TABEL
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.inti.gudang import write_whole
from akuntabel_web.paket.models import MODEL

_BENTUK = "3"  # of the files; another form is another state
_TEKS = frozenset({"narasi"})
_LOCK = 4_711_2026


def state_of(instansi: Instansi, tahun: int) -> str:
    """A fingerprint of all rows that figures are made of, and of the program."""
    part = (
        "SELECT {name} AS tabel,"
        " string_agg(concat_ws(':', id, versi_baris, urutan_baris, xmin), ',' ORDER BY id) AS isi"
        " FROM {table} WHERE instansi_id = {instansi} AND tahun_paket = {tahun}"
    )
    parts = [
        sql.SQL(part).format(
            name=sql.Literal(tabel),
            table=sql.Identifier(MODEL[tabel]._meta.db_table),
            instansi=sql.Literal(instansi.pk),
            tahun=sql.Literal(tahun),
        )
        for tabel in TABEL
        if tabel not in _TEKS
    ]
    whole = sql.SQL("SELECT md5(string_agg(tabel || '=' || coalesce(isi, ''), ';' ORDER BY tabel)) FROM ({}) AS semua")
    with connection.cursor() as cursor:
        cursor.execute(whole.format(sql.SQL(" UNION ALL ").join(parts)))
        found = cursor.fetchone()[0]
    return hashlib.sha256(f"{found}:{version('akuntabel')}:{_BENTUK}".encode()).hexdigest()[:32]


def file_of(instansi: Instansi, tahun: int, bagian: str, keadaan: str) -> Path:
    """Where a part of what is computed of a state is kept."""
    folder = Path(settings.DATA) / "hitungan"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / f"{instansi.pk}-{tahun}-{bagian}-{keadaan}"


def read_file(path: Path) -> bytes:
    """What is kept there. Raises FileNotFoundError where nothing is."""
    return zlib.decompress(path.read_bytes())


def keep(path: Path, make: Callable[[], bytes]) -> bytes:
    """Compute and keep. Who comes at the same time waits, and then finds it done."""
    instansi_tahun_bagian = path.name.rpartition("-")[0]
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [_LOCK, instansi_tahun_bagian])
    if path.exists():
        return read_file(path)
    made = make()
    for old in path.parent.glob(f"{instansi_tahun_bagian}-*"):
        old.unlink(missing_ok=True)
    write_whole(path, zlib.compress(made, 1))
    return made
