"""Writes: a build is asked for, a document put on the shelf or taken off it, a deadline set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from akuntabel.errors import BerkasError
from akuntabel.paket.tulis_buku import workbook_bytes
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.berkas import DOKUMEN, take
from akuntabel_web.inti.gudang import keep
from akuntabel_web.inti.konteks import give_reason
from akuntabel_web.laporan.antrean import enqueue
from akuntabel_web.laporan.jenis import built_kinds, shelf_kinds
from akuntabel_web.laporan.models import Dokumen, Keadaan, Tenggat, Versi
from akuntabel_web.laporan.susun import Kerja
from akuntabel_web.paket.petakan import read_paket

_T = TypeVar("_T")


class BerubahError(Exception):
    """Somebody else wrote in between."""


class TakDapatError(Exception):
    """What was asked cannot be done; the line says why."""


@dataclass(frozen=True, slots=True)
class IsianDokumen:
    """What people state of a document on the shelf."""

    jenis: str
    nomor: str
    tanggal: date
    disampaikan: date
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Permintaan:
    """Which document is asked for; `final` refuses provisional values, `nomor_halaman` fills the table of contents."""

    jenis: str
    pilihan: str = ""
    publik: bool = False
    final: bool = False
    nomor_halaman: bool = False


def order_build(wewenang: Wewenang, permintaan: Permintaan) -> tuple[Versi, bool]:
    """Ask for a document of the data as they stand. Gives the version, and whether it has to be built.

    The same document of the same data is there already, or on its way: then nothing is built. Raises PermissionDenied,
    TakDapatError.
    """
    wewenang.require("laporan.susun")
    jenis = permintaan.jenis
    if jenis not in built_kinds():
        raise TakDapatError("Jenis dokumen ini tidak dikenal.")
    try:
        sidik = keep(workbook_bytes(read_paket(wewenang.instansi, wewenang.tahun)))
    except BerkasError as error:
        raise TakDapatError(str(error)) from error
    give_reason(f"meminta penyusunan {built_kinds()[jenis].judul}")
    row = {**asdict(permintaan), "paket_sidik": sidik, "program": version("akuntabel")}
    return _once(lambda: _order(wewenang, row))


def _order(wewenang: Wewenang, asked: dict[str, object]) -> tuple[Versi, bool]:
    here = {"instansi": wewenang.instansi, "tahun": wewenang.tahun}
    known = Versi.objects.filter(**here, **asked).select_for_update().first()
    if known is not None and known.keadaan != Keadaan.GAGAL:
        return known, False
    if known is None:
        same = Versi.objects.filter(**here, **{name: asked[name] for name in ("jenis", "pilihan", "publik")})
        number = (same.aggregate(m=Max("nomor"))["m"] or 0) + 1
        made = Versi.objects.create(**here, **asked, nomor=number, diminta_oleh=wewenang.pengguna)
    else:
        Versi.objects.filter(pk=known.pk).update(keadaan=Keadaan.ANTRE, galat="")
        made = known
    enqueue(Kerja(made.pk, wewenang.instansi.pk, wewenang.tahun, wewenang.pengguna.pk))
    return made, True


def _once(work: Callable[[], _T]) -> _T:
    """Do it; who was overtaken by an equal wish does it again and finds what the other made."""
    try:
        with transaction.atomic():
            return work()
    except IntegrityError:
        with transaction.atomic():
            return work()


def shelve_version(wewenang: Wewenang, isian: IsianDokumen, versi: Versi) -> Dokumen:
    """Put a version that was built here on the shelf. Raises PermissionDenied, TakDapatError."""
    if versi.keadaan != Keadaan.SELESAI or shelf_kinds()[isian.jenis].susun != versi.jenis:
        raise TakDapatError("Versi ini belum selesai disusun atau jenisnya lain.")
    return _shelve(wewenang, isian, susunan=versi)


def shelve_upload(wewenang: Wewenang, isian: IsianDokumen, nama: str, isi: bytes) -> Dokumen:
    """Put an uploaded file on the shelf. Raises PermissionDenied, BerkasError for what it does not take."""
    wewenang.require("rak.kelola")
    kept = take(nama, isi, DOKUMEN)
    return _shelve(wewenang, isian, sidik=kept.sidik, ukuran=kept.ukuran, nama_berkas=f"{isian.jenis}.{kept.jenis}")


def shelve_link(wewenang: Wewenang, isian: IsianDokumen, tautan: str) -> Dokumen:
    """Put a link on the shelf: the document stands elsewhere. Raises PermissionDenied, TakDapatError."""
    return _shelve(wewenang, isian, tautan=_link(tautan))


def _shelve(wewenang: Wewenang, isian: IsianDokumen, **isi: object) -> Dokumen:
    wewenang.require("rak.kelola")
    give_reason(isian.alasan or f"menaruh {shelf_kinds()[isian.jenis].judul} di rak")
    rows = Dokumen.objects.filter(instansi=wewenang.instansi, tahun=wewenang.tahun, jenis=isian.jenis)

    def add() -> Dokumen:
        return Dokumen.objects.create(
            instansi=wewenang.instansi,
            tahun=wewenang.tahun,
            jenis=isian.jenis,
            versi=(rows.aggregate(m=Max("versi"))["m"] or 0) + 1,
            nomor=isian.nomor,
            tanggal=isian.tanggal,
            disampaikan=isian.disampaikan,
            oleh=wewenang.pengguna,
            **isi,
        )

    return _once(add)


def correct(wewenang: Wewenang, dokumen: Dokumen, versi_baris: int, isian: IsianDokumen, tautan: str) -> None:
    """Correct what is stated of a document on the shelf, read at `versi_baris`; its file stays, the audit keeps what
    was stated before. Raises PermissionDenied, TakDapatError, BerubahError.
    """
    wewenang.require("rak.kelola")
    stated = {"nomor": isian.nomor, "tanggal": isian.tanggal, "disampaikan": isian.disampaikan}
    if dokumen.tautan:
        stated["tautan"] = _link(tautan)
    give_reason(isian.alasan)
    mine = {"instansi": wewenang.instansi, "tahun": wewenang.tahun, "versi_baris": versi_baris}
    if not Dokumen.objects.filter(pk=dokumen.pk, **mine).update(**stated, versi_baris=F("versi_baris") + 1):
        raise BerubahError


def _link(tautan: str) -> str:
    """A link to the web. Raises TakDapatError."""
    if not tautan.startswith(("https://", "http://")):
        raise TakDapatError("Tautan harus dimulai dengan https:// atau http://.")
    return tautan


def unshelve(wewenang: Wewenang, pk: UUID, versi_baris: int, alasan: str) -> None:
    """Take a document off the shelf; its file stays, the audit names it. Raises PermissionDenied, BerubahError."""
    wewenang.require("rak.kelola")
    give_reason(alasan)
    rows = Dokumen.objects.filter(pk=pk, instansi=wewenang.instansi, tahun=wewenang.tahun, versi_baris=versi_baris)
    if not rows.delete()[0]:
        raise BerubahError


def set_deadline(wewenang: Wewenang, jenis: str, tanggal: date, dasar: str, versi_baris: int) -> None:
    """Set the day for every agency of the government; `versi_baris` 0 is a day that nobody has set.

    Raises PermissionDenied, BerubahError.
    """
    wewenang.require("tenggat.kelola")
    give_reason(f"menetapkan tenggat {shelf_kinds()[jenis].judul}: {dasar}")
    rows = Tenggat.objects.filter(tahun=wewenang.tahun, jenis=jenis)
    if versi_baris:
        found = rows.filter(versi_baris=versi_baris)
        if not found.update(tanggal=tanggal, dasar=dasar, versi_baris=F("versi_baris") + 1):
            raise BerubahError
        return
    try:
        with transaction.atomic():
            Tenggat.objects.create(tahun=wewenang.tahun, jenis=jenis, tanggal=tanggal, dasar=dasar)
    except IntegrityError as error:
        raise BerubahError from error
