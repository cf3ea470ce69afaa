"""The figures of an agency and year: computed once for each state of the data, kept in a file, never per request.

The state is asked of the database in one query: version, place and writing transaction of every row that figures are
made of. Narrative is none of these. Files are named by the state; those of older states go when a new one comes. What
the dashboard shows and all figures are kept apart: the second may be a hundred times as large.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection
from psycopg import sql

from akuntabel.domain.figure import FigureSet
from akuntabel.domain.paket import TABEL
from akuntabel.errors import AkuntabelError
from akuntabel_web.dasbor.anak import BESARAN, DASBOR, GALAT, compute_limited
from akuntabel_web.dasbor.simpanan import Simpanan, Terbaca
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.inti.gudang import write_whole
from akuntabel_web.paket.models import MODEL
from akuntabel_web.paket.petakan import read_paket

_BENTUK = "3"  # of the file; another form is another state
_TEKS = frozenset({"narasi"})
_LOCK = 4_711_2026


@dataclass(frozen=True)
class Hitungan:
    """What was computed of one state of the data: texts and charts of the dashboard, figures by their names.

    `galat` says why nothing could be computed; it is empty where there are figures.
    """

    keadaan: str
    isi: dict[str, Any]
    besaran: Mapping[str, dict[str, Any]]

    @property
    def galat(self) -> str:
        """Why there are no figures."""
        return self.isi.get("galat", "")

    @property
    def figures(self) -> FigureSet:
        """The figures as the library computed them."""
        return FigureSet(Terbaca(self.besaran))


def hitungan(instansi: Instansi, tahun: int) -> Hitungan:
    """All figures of the data as they stand; one query where they were computed before."""
    return _kept(instansi, tahun, BESARAN)


def ringkasan(instansi: Instansi, tahun: int) -> Hitungan:
    """What the dashboard shows; `besaran` holds the figures on it alone, printed and without their origin."""
    return _kept(instansi, tahun, DASBOR)


def _kept(instansi: Instansi, tahun: int, bagian: str) -> Hitungan:
    state = state_of(instansi, tahun)
    path = _folder() / f"{instansi.pk}-{tahun}-{bagian}-{state}"
    try:
        return _READ[bagian](bagian, state, str(path))
    except FileNotFoundError:
        pass
    try:
        return _made(bagian, state, _compute(instansi, tahun, bagian, path))
    except AkuntabelError as error:  # beyond its limits: told, and tried again by the next who asks
        return Hitungan(state, {"galat": str(error)}, {})


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


def _compute(instansi: Instansi, tahun: int, bagian: str, path: Path) -> bytes:
    """Compute and keep. Who comes at the same time waits, and then finds it done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [_LOCK, f"{instansi.pk}{tahun}{bagian}"])
    if path.exists():
        return zlib.decompress(path.read_bytes())
    paket = replace(read_paket(instansi, tahun), berkas=(), narasi=())
    made = compute_limited(bagian, f"paket-{tahun}.xlsx", paket)
    for old in _folder().glob(f"{instansi.pk}-{tahun}-{bagian}-*"):
        old.unlink(missing_ok=True)
    write_whole(path, zlib.compress(made, 1))
    return made


def _folder() -> Path:
    path = Path(settings.DATA) / "hitungan"
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def _read(bagian: str, state: str, path: str) -> Hitungan:
    return _made(bagian, state, zlib.decompress(Path(path).read_bytes()))


def _made(bagian: str, state: str, kept: bytes) -> Hitungan:
    if bagian == BESARAN and not kept.startswith(GALAT):
        return Hitungan(state, {}, Simpanan(kept))
    isi = json.loads(kept)
    return Hitungan(state, isi, isi.get("besaran", {}))


# Dashboards are small and many people look at them; all figures of an agency are tens of megabytes.
_READ = {DASBOR: lru_cache(maxsize=64)(_read), BESARAN: lru_cache(maxsize=4)(_read)}
