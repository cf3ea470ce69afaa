"""What pages of the package ask of the database: a fixed number of queries, whatever the number of rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from psycopg import sql

from akuntabel.domain.kolom import JenisKolom, Kolom
from akuntabel.domain.paket import TABEL
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.alamat import address
from akuntabel_web.inti.peran import matrix
from akuntabel_web.inti.teks import shown, title
from akuntabel_web.paket.models import MODEL, BarisPaket
from akuntabel_web.paket.petakan import columns
from akuntabel_web.paket.tindakan import ChangeRight

PER_HALAMAN = 50
_SHOWN = 6
_NOT_IN_LISTS = frozenset({JenisKolom.TEKS_PANJANG})
_TEXTS = frozenset({JenisKolom.KODE, JenisKolom.TEKS, JenisKolom.TEKS_PANJANG, JenisKolom.NIP})
_CODES = 500  # as many as a list of suggestions offers


@dataclass(frozen=True, slots=True)
class BarisDaftar:
    """A row of a list: identity, cells with their headings, and where this person may change it, else empty."""

    id: str
    sel: tuple[tuple[str, str], ...]
    ubah: str
    hapus: str


@dataclass(frozen=True, slots=True)
class KelompokTabel:
    """A group of tables on the overview."""

    judul: str
    tabel: tuple[tuple[str, str, int], ...]


def listed_columns(tabel: str) -> tuple[Kolom, ...]:
    """The columns of a list: the key, then what is short, required first; a table of long texts shows these."""
    key = [k for k in columns(tabel) if k.nama in TABEL[tabel].KUNCI]
    rest = [k for k in columns(tabel) if k not in key]
    rest.sort(key=lambda k: (k.jenis in _NOT_IN_LISTS and not k.wajib, not k.wajib))
    return tuple([*key, *rest][:_SHOWN])


def headings(tabel: str) -> tuple[str, ...]:
    """The headings of a list."""
    return tuple(title(k.nama) for k in listed_columns(tabel))


def table_page(wewenang: Wewenang, tabel: str, cari: str, halaman: str | None) -> Page[BarisPaket]:
    """A page of a table, whose rows hold a text in one of their text columns."""
    rows = MODEL[tabel].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
    if cari:
        names = [k.nama for k in columns(tabel) if k.jenis in _TEXTS]
        years = [k.nama for k in columns(tabel) if k.jenis is JenisKolom.TAHUN]
        rows = rows.annotate(**{f"teks_{n}": Cast(n, CharField()) for n in years})
        wanted = Q()
        for name in (*names, *(f"teks_{n}" for n in years)):
            wanted |= Q(**{f"{name}__icontains": cari})
        rows = rows.filter(wanted)
    return Paginator(rows.order_by("urutan_baris", "id"), PER_HALAMAN).get_page(halaman)


def list_rows(wewenang: Wewenang, tabel: str, rows: Page[BarisPaket]) -> list[BarisDaftar]:
    """The rows of a page as the list shows them."""
    right = ChangeRight(wewenang, tabel)
    names = [(k.nama, title(k.nama)) for k in listed_columns(tabel)]
    every = [k.nama for k in columns(tabel)]
    place = (wewenang.instansi.alamat, wewenang.tahun, tabel)
    made = []
    for row in rows:
        cells = tuple((head, shown(getattr(row, n))) for n, head in names)
        may = right.whole or right.of({n: getattr(row, n) for n in every})
        urls = [address(route, *place, row.pk) if may else "" for route in ("ubah", "hapus")]
        made.append(BarisDaftar(str(row.pk), cells, *urls))
    return made


def suggestions(wewenang: Wewenang, tabel: str) -> Iterator[tuple[str, list[str]]]:
    """For each column that names the key of another table: the keys that are there."""
    for kolom in columns(tabel):
        codes: list[str] = []
        for other in kolom.acuan.split("|") if kolom.acuan else ():
            rows = MODEL[other].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
            key = TABEL[other].KUNCI[0]
            codes += [str(c) for c in rows.order_by(key).values_list(key, flat=True).distinct()[:_CODES]]
        if codes:
            yield kolom.nama, codes


def overview(wewenang: Wewenang) -> list[KelompokTabel]:
    """All tables by group with the number of their rows, in one query."""
    part = "SELECT {name}, count(*) FROM {table} WHERE instansi_id = {instansi} AND tahun_paket = {tahun}"
    parts = [
        sql.SQL(part).format(
            name=sql.Literal(tabel),
            table=sql.Identifier(MODEL[tabel]._meta.db_table),
            instansi=sql.Literal(wewenang.instansi.pk),
            tahun=sql.Literal(wewenang.tahun),
        )
        for tabel in TABEL
    ]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(parts))
        counts = dict(cursor.fetchall())
    return [
        KelompokTabel(matrix().judul_kelompok[group], tuple((t, TABEL[t].JUDUL, counts[t]) for t in tables))
        for group, tables in matrix().kelompok.items()
    ]
