"""Writes of rows: actor, permission, version, reason. The transaction is the request's, the audit the database's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.http import Http404
from django.utils import timezone
from psycopg.errors import RestrictViolation

from akuntabel.domain.paket import TABEL
from akuntabel.grid.batas import BAKU
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.berkas import BUKU, check
from akuntabel_web.inti.konteks import give_reason
from akuntabel_web.inti.peran import matrix
from akuntabel_web.paket.bandingkan import GESER, Rencana, plan
from akuntabel_web.paket.kunci import TERKUNCI, TerkunciError, check_entry, check_locks
from akuntabel_web.paket.models import MODEL, BarisPaket, Impor
from akuntabel_web.paket.petakan import values_of
from akuntabel_web.paket.simpan import TertinggalError, apply_plan, keep_pictures, keep_units
from akuntabel_web.paket.unggahan import Bacaan, read_upload
from akuntabel_web.paket.unit import owners, unit_of
from akuntabel_web.paket.urutan import JARAK

_BERUBAH = "Data berubah sejak pratinjau; periksa pratinjau yang baru sebelum menerapkan."


class KonflikError(Exception):
    """Somebody else wrote in between. `sekarang` is the row as it stands, None when it was deleted."""

    def __init__(self, sekarang: BarisPaket | None) -> None:
        super().__init__()
        self.sekarang = sekarang


class KunciGandaError(Exception):
    """Another row of the table has this key."""


class BelumDapatError(Exception):
    """An import that cannot be applied, with the line that says why."""


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """What an import would do: changes of the tables that this person may change, and tables left alone."""

    bacaan: Bacaan
    rencana: Rencana
    dilewati: tuple[str, ...]


def add_row(wewenang: Wewenang, tabel: str, values: Mapping[str, Any], alasan: str, *, izin: str | None = None) -> UUID:
    """Add a row at the end of a table. Raises PermissionDenied, TerkunciError, KunciGandaError.

    `izin` is the permission of a larger action that writes this row as a part of itself, such as drafting an agreement.
    """
    _require(wewenang, tabel, values, izin)
    give_reason(alasan)
    rows = MODEL[tabel].objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun)
    last = rows.aggregate(m=Max("urutan_baris"))["m"] or 0
    row = MODEL[tabel](instansi=wewenang.instansi, tahun_paket=wewenang.tahun, urutan_baris=last + JARAK, **values)
    with _key_is_free():
        row.save(force_insert=True)
    return row.pk


def change_row(
    wewenang: Wewenang,
    tabel: str,
    pk: UUID,
    versi: int,
    values: Mapping[str, Any],
    alasan: str,
    *,
    izin: str | None = None,
) -> None:
    """Change a row that was read at `versi`. Raises PermissionDenied, TerkunciError, KonflikError, KunciGandaError."""
    row = find_row(wewenang, tabel, pk)
    if row is None:
        raise KonflikError(None)
    held = _columns_of(row)
    _require(wewenang, tabel, held, izin)
    _require(wewenang, tabel, held | dict(values), izin)
    give_reason(alasan)
    with _key_is_free():
        rows = MODEL[tabel].objects.filter(pk=pk, versi_baris=versi)
        done = rows.update(**values, versi_baris=F("versi_baris") + 1)
    if not done:
        raise KonflikError(find_row(wewenang, tabel, pk))


def delete_row(wewenang: Wewenang, tabel: str, pk: UUID, versi: int, alasan: str, *, izin: str | None = None) -> None:
    """Delete a row that was read at `versi`. Raises PermissionDenied, TerkunciError, KonflikError."""
    row = find_row(wewenang, tabel, pk)
    if row is None:
        raise KonflikError(None)
    _require(wewenang, tabel, _columns_of(row), izin)
    give_reason(alasan)
    with _key_is_free():
        done = MODEL[tabel].objects.filter(pk=pk, versi_baris=versi).delete()[0]
    if not done:
        raise KonflikError(find_row(wewenang, tabel, pk))


def find_row(wewenang: Wewenang, tabel: str, pk: UUID) -> BarisPaket | None:
    """A row of this agency and year."""
    if tabel not in MODEL:
        raise Http404
    return MODEL[tabel].objects.filter(pk=pk, instansi=wewenang.instansi, tahun_paket=wewenang.tahun).first()


def may_change(wewenang: Wewenang, tabel: str, values: Mapping[str, Any]) -> bool:
    """Whether a person may write a row with these values."""
    return ChangeRight(wewenang, tabel).of(values)


class ChangeRight:
    """The right to change rows of a table: who owns what is asked once, and only for a person held to a unit."""

    def __init__(self, wewenang: Wewenang, tabel: str) -> None:
        self.wewenang, self.tabel = wewenang, tabel
        self.izin = matrix().change_of(tabel)
        self.whole = wewenang.may_row(self.izin, None)
        held = not self.whole and wewenang.may(self.izin)
        self.pemilik = owners(wewenang.instansi, wewenang.tahun) if held else {}

    def of(self, values: Mapping[str, Any]) -> bool:
        """Whether the row with these values may be changed."""
        return self.whole or self.wewenang.may_row(self.izin, unit_of(self.tabel, values, self.pemilik))


def _require(wewenang: Wewenang, tabel: str, values: Mapping[str, Any], izin: str | None) -> None:
    if izin:
        wewenang.require(izin)
    elif not may_change(wewenang, tabel, values):
        raise PermissionDenied(tabel)
    check_locks(wewenang.instansi, wewenang.tahun, [(tabel, values)])
    check_entry(wewenang, tabel, values)


def _columns_of(row: BarisPaket) -> dict[str, Any]:
    return {f.name: getattr(row, f.name) for f in row._meta.local_fields if f.name != "instansi"}


class _key_is_free:  # noqa: N801  a context manager that reads as a phrase
    """A savepoint that turns what the database refuses into KunciGandaError (a double key) or TerkunciError."""

    def __init__(self) -> None:
        self.savepoint = transaction.atomic()

    def __enter__(self) -> None:
        self.savepoint.__enter__()

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        self.savepoint.__exit__(kind, error, trace)
        if isinstance(error, IntegrityError):
            raise (TerkunciError if is_locked(error) else KunciGandaError) from error


def is_locked(error: BaseException) -> bool:
    """Whether the database refused a write because the entry was submitted or locked."""
    return isinstance(error.__cause__, RestrictViolation)


def upload(wewenang: Wewenang, nama: str, isi: bytes) -> Impor:
    """Keep an upload for its preview, in place of an earlier one. Raises BerkasError for what is no package."""
    wewenang.require("paket.impor")
    check(nama, isi, BUKU, BAKU.ukuran)
    read_upload(isi, wewenang.instansi, wewenang.tahun)
    mine = Impor.objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun, oleh=wewenang.pengguna)
    mine.filter(diterapkan=None).delete()
    return Impor.objects.create(
        instansi=wewenang.instansi, tahun_paket=wewenang.tahun, oleh=wewenang.pengguna, nama=nama, isi=isi
    )


def preview(wewenang: Wewenang, impor: Impor) -> Pratinjau:
    """What an import would do now, for this person."""
    bacaan = read_upload(bytes(impor.isi), wewenang.instansi, wewenang.tahun)
    mine = frozenset(t for t in bacaan.hadir if wewenang.may_row(matrix().change_of(t), None))
    rencana = plan(bacaan.paket, mine, wewenang.instansi, wewenang.tahun)
    others = plan(bacaan.paket, bacaan.hadir - mine, wewenang.instansi, wewenang.tahun)
    return Pratinjau(bacaan, rencana, others.tabel)


def apply_import(wewenang: Wewenang, impor: Impor, dasar: str, alasan: str) -> Rencana:
    """Apply an import whose preview started from the state `dasar`. Raises BelumDapatError when nothing was written."""
    wewenang.require("paket.impor")
    try:
        with transaction.atomic():  # the view answers the error with a page, so the request itself commits
            return _apply_import(wewenang, impor, dasar, alasan)
    except (TertinggalError, IntegrityError) as error:
        raise BelumDapatError(TERKUNCI if is_locked(error) else _BERUBAH) from error


def _apply_import(wewenang: Wewenang, impor: Impor, dasar: str, alasan: str) -> Rencana:
    if not Impor.objects.filter(pk=impor.pk, diterapkan=None).update(diterapkan=timezone.now(), isi=b""):
        raise BelumDapatError("Impor ini sudah diterapkan.")
    view = preview(wewenang, impor)  # from the bytes in memory; the stored ones are needed no more
    if view.bacaan.halangan:
        raise BelumDapatError("Paket ini belum dapat diterapkan; perbaiki dahulu yang tertulis di bawah.")
    if view.rencana.dasar != dasar:
        raise BelumDapatError(_BERUBAH)
    _require_unlocked(wewenang, view.rencana)
    give_reason(alasan)
    apply_plan(view.rencana, wewenang.instansi, wewenang.tahun)
    keep_pictures(view.bacaan.paket, wewenang.instansi, wewenang.tahun)
    if "unit" in view.rencana.tabel:
        keep_units([(u.kode, u.nama) for u in view.bacaan.paket.unit], wewenang.instansi)
    return view.rencana


def _require_unlocked(wewenang: Wewenang, rencana: Rencana) -> None:
    """Raises BelumDapatError where an import would change what is locked; a moved row changes nothing."""
    written = [
        (p.tabel, values_of(p.tabel, row))
        for p in rencana.perubahan
        if p.kerja != GESER
        for row in (p.lama, p.baru)
        if row is not None
    ]
    try:
        check_locks(wewenang.instansi, wewenang.tahun, written)
    except TerkunciError as error:
        raise BelumDapatError(str(error)) from error


assert set(TABEL) == {t for tables in matrix().kelompok.values() for t in tables}
