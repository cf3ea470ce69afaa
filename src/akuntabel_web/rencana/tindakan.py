"""What people do to the tree of the plan. Each action is one function; rows are written by `paket.tindakan`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from akuntabel.domain.paket import TABEL
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.konteks import give_reason
from akuntabel_web.paket.models import MODEL, BarisPaket
from akuntabel_web.paket.petakan import columns, rows_of
from akuntabel_web.paket.tindakan import KonflikError, add_row, change_row, delete_row, find_row, may_change
from akuntabel_web.paket.urutan import JARAK
from akuntabel_web.rencana.putaran import PutaranError, find_cycle
from akuntabel_web.rencana.simpul import JENIS, TAUTAN, Jenis

SUSUN = "rencana.susun"


class TergantungError(Exception):
    """A node that others hang on; `isi` says what, as people count it."""

    def __init__(self, isi: list[tuple[str, int]]) -> None:
        self.isi = isi
        super().__init__(", ".join(f"{n} baris {judul}" for judul, n in isi))


class BelumDapatError(Exception):
    """A wish that the plan cannot fulfil, with the line that says why."""


@dataclass(frozen=True, slots=True)
class Induk:
    """The row that a new node hangs on."""

    jenis: Jenis
    baris: BarisPaket


def add_below(wewenang: Wewenang, jenis: Jenis, induk: Induk | None, values: Mapping[str, Any], alasan: str) -> UUID:
    """Add a node below another. Raises PermissionDenied, KunciGandaError, PutaranError, KonflikError.

    The row above is held until the end of the transaction, so that nobody deletes it meanwhile.
    """
    wewenang.require(SUSUN)
    if induk is not None:
        _hold(induk.baris)
    filled = dict(values) | link_columns(jenis, induk)
    with transaction.atomic():
        made = add_row(wewenang, jenis.tabel, filled, alasan)
        if jenis.kode == "program" and induk is not None:
            link = {"program": filled["kode"], "sasaran": induk.baris.kode, "keterangan": None}
            add_row(wewenang, TAUTAN, link, alasan)
        _refuse_cycle(wewenang, jenis.tabel)
    return made


def link_columns(jenis: Jenis, induk: Induk | None) -> dict[str, Any]:
    """The columns by which a new row says what it hangs on: the form cannot say otherwise."""
    if induk is None:
        return {"jenis": jenis.kode} if jenis.tabel == "visi_misi" else {}
    code = induk.baris.kode
    match jenis.kode:
        case "misi":
            return {"jenis": "misi", "dokumen": induk.baris.dokumen}
        case "indikator":
            return {"tingkat": induk.jenis.kode, "induk": code}
        case "program":
            return {}
        case _:
            return {str(jenis.kolom): code}


def change(wewenang: Wewenang, jenis: Jenis, pk: UUID, versi: int, values: Mapping[str, Any], alasan: str) -> None:
    """Change a node. Raises as `change_row`, PutaranError, and TergantungError for a code that others name."""
    wewenang.require(SUSUN)
    row = _row(wewenang, jenis, pk)
    keys = [k for k in TABEL[jenis.tabel].KUNCI if k in values and values[k] != getattr(row, k)]
    if keys and (hanging := list(dependents(wewenang, jenis, row, links=True))):
        raise TergantungError(hanging)
    with transaction.atomic():
        change_row(wewenang, jenis.tabel, pk, versi, values, alasan)
        _refuse_cycle(wewenang, jenis.tabel)


def move(wewenang: Wewenang, jenis: Jenis, pk: UUID, versi: int, induk: str, alasan: str) -> None:
    """Hang a node below another of the kind above. Raises KonflikError, BelumDapatError, PutaranError.

    A programme keeps the other sasaran that it supports: only the first link moves.
    """
    wewenang.require(SUSUN)
    row = _row(wewenang, jenis, pk)
    if jenis.induk is None:
        raise BelumDapatError(f"{jenis.judul} berdiri paling atas dan tidak dapat dipindahkan.")
    target = _above(wewenang, jenis, induk)
    _hold(target)
    with transaction.atomic():
        match jenis.kode:
            case "misi":
                change_row(wewenang, jenis.tabel, pk, versi, {"dokumen": target.dokumen}, alasan)
            case "program":
                _move_link(wewenang, row, versi, target.kode, alasan)
            case _:
                change_row(wewenang, jenis.tabel, pk, versi, {str(jenis.kolom): target.kode}, alasan)
        _refuse_cycle(wewenang, jenis.tabel)


def _above(wewenang: Wewenang, jenis: Jenis, kode: str) -> BarisPaket:
    upper = JENIS[str(jenis.induk)]
    rows = MODEL[upper.tabel].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun, kode=kode)
    if upper.tabel == "visi_misi":
        rows = rows.filter(jenis=upper.kode)
    found = rows.first()
    if found is None:
        raise BelumDapatError(f"{upper.judul} dengan kode '{kode}' tidak ada; pilih dari daftar.")
    return found


def _move_link(wewenang: Wewenang, row: BarisPaket, versi: int, sasaran: str, alasan: str) -> None:
    """Move the first link of a programme. Its own version counts the move, so that two movers see each other."""
    links = [t for t in rows_of(TAUTAN, wewenang.instansi, wewenang.tahun) if t.program == row.kode]
    if any(t.sasaran == sasaran for t in links):
        raise BelumDapatError(f"Program {row.kode} sudah mendukung sasaran {sasaran}.")
    change_row(wewenang, "program", row.pk, versi, {"nama": row.nama}, alasan)
    if links:
        change_row(wewenang, TAUTAN, links[0].pk, links[0].versi_baris, {"sasaran": sasaran}, alasan)
    else:
        add_row(wewenang, TAUTAN, {"program": row.kode, "sasaran": sasaran, "keterangan": None}, alasan)


def support(wewenang: Wewenang, program: UUID, sasaran: str, alasan: str) -> None:
    """Let a programme support one more sasaran. Raises BelumDapatError where it does already."""
    wewenang.require(SUSUN)
    row = _row(wewenang, JENIS["program"], program)
    target = _above(wewenang, JENIS["program"], sasaran)
    _hold(target)
    links = MODEL[TAUTAN].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
    if links.filter(program=row.kode, sasaran=sasaran).exists():
        raise BelumDapatError(f"Program {row.kode} sudah mendukung sasaran {sasaran}.")
    add_row(wewenang, TAUTAN, {"program": row.kode, "sasaran": sasaran, "keterangan": None}, alasan)


def shift(wewenang: Wewenang, jenis: Jenis, pk: UUID, versi: int, arah: int, alasan: str) -> bool:
    """Move a node one place up (-1) or down (+1) among those beside it; False where it is the first or last already.

    The two rows exchange their places in the table; `urutan`, where the contract has it, is numbered to match.
    """
    wewenang.require(SUSUN)
    row = _row(wewenang, jenis, pk)
    if not may_change(wewenang, jenis.tabel, {k.nama: getattr(row, k.nama) for k in columns(jenis.tabel)}):
        raise PermissionDenied(jenis.tabel)
    beside = _beside(wewenang, jenis, row)
    order = [r.pk for r in beside]
    at = order.index(pk)
    if not 0 <= at + arah < len(order):
        return False
    wished = list(beside)
    wished[at], wished[at + arah] = wished[at + arah], wished[at]
    places = sorted(r.urutan_baris for r in beside)
    if any(b <= a for a, b in pairwise(places)):
        places = [places[0] + JARAK * n for n in range(len(places))]
    numbered = any(k.nama == "urutan" for k in columns(jenis.tabel))
    with transaction.atomic():
        give_reason(alasan)
        for number, (one, place) in enumerate(zip(wished, places, strict=True), 1):
            values = {"urutan": number} if numbered and one.urutan != number else {}
            expected = versi if one.pk == pk else one.versi_baris
            if values:
                change_row(wewenang, jenis.tabel, one.pk, expected, values, alasan)
                expected += 1
            _put(wewenang, jenis, one, expected, place)
    return True


def _put(wewenang: Wewenang, jenis: Jenis, row: BarisPaket, versi: int, tempat: int) -> None:
    """Put a row at a place of the table. The place is a column of ours, so no right of the contract guards it."""
    if row.urutan_baris == tempat:
        return
    rows = MODEL[jenis.tabel].objects.filter(pk=row.pk, versi_baris=versi)
    if not rows.update(urutan_baris=tempat, versi_baris=F("versi_baris") + 1):
        raise KonflikError(find_row(wewenang, jenis.tabel, row.pk))


def _beside(wewenang: Wewenang, jenis: Jenis, row: BarisPaket) -> list[BarisPaket]:
    """The rows below the same row, in their order; programmes, which may hang on several, stand among themselves."""
    rows = rows_of(jenis.tabel, wewenang.instansi, wewenang.tahun)
    match jenis.kode:
        case "dokumen":
            return rows
        case "visi" | "misi":
            return [r for r in rows if (r.jenis, r.dokumen) == (row.jenis, row.dokumen)]
        case "program":
            links = rows_of(TAUTAN, wewenang.instansi, wewenang.tahun)
            first = {t.program: t.sasaran for t in reversed(links)}
            return [r for r in rows if first.get(r.kode) == first.get(row.kode)]
        case "indikator":
            return [r for r in rows if (r.tingkat, r.induk) == (row.tingkat, row.induk)]
        case _:
            column = str(jenis.kolom)
            return [r for r in rows if getattr(r, column) == getattr(row, column)]


def delete(wewenang: Wewenang, jenis: Jenis, pk: UUID, versi: int, alasan: str) -> None:
    """Delete a node that nothing hangs on. Raises TergantungError, KonflikError.

    A programme's links to sasaran go with it: they are its own.
    """
    wewenang.require(SUSUN)
    row = _row(wewenang, jenis, pk)
    _hold(row)
    if hanging := list(dependents(wewenang, jenis, row)):
        raise TergantungError(hanging)
    with transaction.atomic():
        if jenis.kode == "program":
            for link in rows_of(TAUTAN, wewenang.instansi, wewenang.tahun):
                if link.program == row.kode:
                    delete_row(wewenang, TAUTAN, link.pk, link.versi_baris, alasan)
        delete_row(wewenang, jenis.tabel, pk, versi, alasan)


def dependents(wewenang: Wewenang, jenis: Jenis, row: BarisPaket, *, links: bool = False) -> Iterator[tuple[str, int]]:
    """What names this row, by table: its title and how many rows. `links`: a programme's own links as well."""
    if jenis.kode == "visi":
        rows = MODEL["visi_misi"].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
        missions = rows.filter(jenis="misi", dokumen=row.dokumen).count()
        others = rows.filter(jenis="visi", dokumen=row.dokumen).exclude(pk=row.pk).exists()
        if missions and not others:
            yield "Misi", missions
    if jenis.kode == "target":
        return
    for name in TABEL:
        if name == TAUTAN and jenis.kode == "program" and not links:
            continue
        count = 0
        for column in columns(name):
            if jenis.tabel in column.acuan.split("|"):
                rows = MODEL[name].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
                rows = rows.filter(**{column.nama: row.kode}).exclude(pk=row.pk)
                if name == "indikator" and column.nama == "induk":
                    rows = rows.filter(tingkat=jenis.kode)
                count += rows.count()
        if count:
            yield TABEL[name].JUDUL, count


def _row(wewenang: Wewenang, jenis: Jenis, pk: UUID) -> BarisPaket:
    row = find_row(wewenang, jenis.tabel, pk)
    if row is None:
        raise KonflikError(None)
    return row


def _hold(row: BarisPaket) -> None:
    """Hold a row until the transaction ends. Raises KonflikError when somebody deleted it."""
    if type(row).objects.select_for_update().filter(pk=row.pk).first() is None:
        raise KonflikError(None)


def _refuse_cycle(wewenang: Wewenang, tabel: str) -> None:
    """Raises PutaranError when a table's rows, by what they hang on or replace, lead back to themselves."""
    names = [k.nama for k in columns(tabel) if k.acuan == tabel]
    if not names:
        return
    rows = rows_of(tabel, wewenang.instansi, wewenang.tahun)
    for name in names:
        edges = [((tabel, v), (tabel, r.kode)) for r in rows if (v := getattr(r, name))]
        if way := find_cycle(edges):
            raise PutaranError([kode for _, kode in way])
