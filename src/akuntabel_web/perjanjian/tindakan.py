"""What people do with agreements: draft, step, revise, discard. Each is one function in the request's transaction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from akuntabel.domain.pilihan import JenisPerjanjian, Jenjang, SebabPerubahan
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.berkas import PINDAIAN, take
from akuntabel_web.inti.konteks import give_reason
from akuntabel_web.paket.models import MODEL
from akuntabel_web.paket.petakan import columns, read_paket
from akuntabel_web.paket.tindakan import add_row, delete_row
from akuntabel_web.perjanjian.kueri import Naskah, read_agreement, replaced_by, writers
from akuntabel_web.perjanjian.langkah import table
from akuntabel_web.perjanjian.models import Keadaan, Pindaian
from akuntabel_web.perjanjian.susun import Wish, draft

BUAT = "perjanjian.buat"
_TERTANDA = "ditandatangani"
_LINES = ("perjanjian_indikator", "perjanjian_anggaran")


class BelumDapatError(Exception):
    """A wish that the state of an agreement does not allow, with the line that says why."""


class BerubahError(Exception):
    """The agreement changed since this person looked at it. Nothing was written."""


class PenulisError(PermissionDenied):
    """Who entered something does not approve it."""


@dataclass(frozen=True, slots=True)
class Bukti:
    """What shows that an agreement was signed: the day, a scan (name and content), or both."""

    tanggal: date | None = None
    nama: str = ""
    isi: bytes | None = None


def make_draft(wewenang: Wewenang, wish: Wish, alasan: str) -> UUID:
    """Draft the first agreement of a rung and unit from the plan. Raises BelumDapatError, BerkasError."""
    wewenang.require(BUAT)
    here = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun}
    same = MODEL["perjanjian_kinerja"].objects.filter(
        **here, tahun=wewenang.tahun, jenjang=wish.anak.jenjang, unit=wish.unit, jenis=JenisPerjanjian.MURNI.value
    )
    alone = wish.anak.jenjang in {"kepala_daerah", "kepala_instansi"}
    if alone:
        same = MODEL["perjanjian_kinerja"].objects.filter(**here, tahun=wewenang.tahun, jenjang=wish.anak.jenjang)
    if found := same.first():
        raise BelumDapatError(
            f"Perjanjian kinerja {found.kode} untuk jenjang dan unit ini sudah ada. Setelah ditandatangani, "
            "perubahannya dibuat sebagai perjanjian perubahan."
        )
    made = draft(read_paket(wewenang.instansi, wewenang.tahun), wish, wewenang.tahun)
    stem = "pk" if alone else f"pk-{wish.anak.jenjang}-{wish.unit or 'umum'}"
    kode = _free_code(wewenang, stem)
    with transaction.atomic():
        pk = _write(wewenang, kode, made.kepala, made.indikator, made.target, made.anggaran, alasan)
        _note(wewenang, pk, "buat", table().awal, alasan)
    return pk


def revise(wewenang: Wewenang, pk: UUID, sebab: SebabPerubahan, alasan: str) -> UUID:
    """A changed agreement from a signed one, which stays as it is. Raises BelumDapatError.

    Its lines, targets and amounts begin as those of the signed one; they are changed while it is a draft.
    """
    wewenang.require(BUAT)
    old = _agreement(wewenang, pk)
    if old.keadaan != _TERTANDA:
        raise BelumDapatError("Hanya perjanjian yang sudah ditandatangani yang diubah dengan perjanjian perubahan.")
    if later := replaced_by(wewenang, old):
        raise BelumDapatError(f"Perjanjian ini sudah digantikan oleh {later}; ubah yang terakhir.")
    head = _copy("perjanjian_kinerja", old.kepala) | {
        "jenis": JenisPerjanjian.PERUBAHAN.value,
        "sebab_perubahan": sebab.value,
        "menggantikan": old.kepala.kode,
        "tanggal": None,
    }
    kode = _free_code(wewenang, f"{re.sub(r'-p[0-9]+$', '', old.kepala.kode)}-p1")
    with transaction.atomic():
        new = _write(
            wewenang,
            kode,
            head,
            [_copy("perjanjian_indikator", r) for r in old.indikator],
            [_copy("target", r) for r in old.target.values()],
            [_copy("perjanjian_anggaran", r) for r in old.anggaran],
            alasan,
        )
        _note(wewenang, new, "ubah", table().awal, alasan)
    return new


def step(wewenang: Wewenang, pk: UUID, kode: str, sidik: str, catatan: str, bukti: Bukti | None = None) -> str:
    """Take a step; the new state. Raises PermissionDenied, PenulisError, BelumDapatError, BerubahError, BerkasError.

    `sidik` is the fingerprint of what this person saw. Two who step at once meet at the number of the step.
    """
    langkah = table().langkah[kode]
    wewenang.require(langkah.izin)
    naskah = _agreement(wewenang, pk, hold=True)
    if naskah.sidik != sidik:
        raise BerubahError
    if naskah.keadaan not in langkah.dari:
        raise BelumDapatError(
            f"Perjanjian ini berkeadaan {table().judul[naskah.keadaan]}; langkah ini belum dapat diambil."
        )
    if langkah.bukan_penulis and wewenang.pengguna.pk in writers(naskah):
        raise PenulisError(kode)
    if langkah.lengkap:
        _require_complete(naskah)
    proof = _proof(wewenang, bukti) if langkah.bukti else None
    give_reason(catatan)
    day = bukti.tanggal if bukti and langkah.bukti else None
    try:
        with transaction.atomic():
            if day is not None:
                _date(naskah, day)
            _note(wewenang, pk, kode, langkah.ke, catatan, tanggal=day, pindaian=proof, naskah=naskah)
    except IntegrityError as error:
        raise BerubahError from error
    return langkah.ke


def discard(wewenang: Wewenang, pk: UUID, sidik: str, alasan: str) -> None:
    """Discard a draft with its lines and targets. Raises BelumDapatError, BerubahError, TerkunciError."""
    wewenang.require(BUAT)
    naskah = _agreement(wewenang, pk, hold=True)
    if naskah.sidik != sidik:
        raise BerubahError
    if later := replaced_by(wewenang, naskah):
        raise BelumDapatError(f"Perjanjian ini digantikan oleh {later} dan tidak dapat dihapus.")
    with transaction.atomic():
        for tabel, rows in (
            ("target", naskah.target.values()),
            ("perjanjian_indikator", naskah.indikator),
            ("perjanjian_anggaran", naskah.anggaran),
            ("perjanjian_kinerja", [naskah.kepala]),
        ):
            for row in rows:
                delete_row(wewenang, tabel, row.pk, row.versi_baris, alasan, izin=BUAT)


def _agreement(wewenang: Wewenang, pk: UUID, *, hold: bool = False) -> Naskah:
    if hold:
        list(MODEL["perjanjian_kinerja"].objects.select_for_update().filter(pk=pk).values_list("pk"))
    naskah = read_agreement(wewenang, pk)
    if naskah is None:
        raise BerubahError
    return naskah


def _require_complete(naskah: Naskah) -> None:
    """Raises BelumDapatError for what nobody could add once it is signed. A kepala daerah promises to nobody above."""
    alone = naskah.kepala.jenjang == Jenjang.KEPALA_DAERAH.value
    for which in ("pertama",) if alone else ("pertama", "kedua"):
        if not (getattr(naskah.kepala, f"pihak_{which}") and getattr(naskah.kepala, f"jabatan_{which}")):
            raise BelumDapatError(f"Nama dan jabatan pihak {which} belum lengkap.")
    if not naskah.indikator:
        raise BelumDapatError("Perjanjian ini belum memuat indikator.")
    if lacking := naskah.tanpa_target:
        raise BelumDapatError(f"Indikator ini belum mempunyai target: {', '.join(lacking)}.")


def _proof(wewenang: Wewenang, bukti: Bukti | None) -> Pindaian | None:
    """The scan, kept. Raises BelumDapatError where neither day nor scan is given, or the day has not come."""
    if bukti is None or (bukti.tanggal is None and bukti.isi is None):
        raise BelumDapatError("Isi tanggal penandatanganan, atau unggah pindaian naskah yang sudah ditandatangani.")
    if bukti.tanggal is not None and bukti.tanggal > timezone.localdate():
        raise BelumDapatError("Tanggal penandatanganan belum tiba.")
    if bukti.isi is None:
        return None
    kept = take(bukti.nama, bukti.isi, PINDAIAN)
    return Pindaian.objects.create(
        instansi=wewenang.instansi,
        sidik=kept.sidik,
        jenis=kept.tipe,
        ukuran=kept.ukuran,
        nama=kept.nama,
        oleh=wewenang.pengguna,
    )


def _date(naskah: Naskah, day: date) -> None:
    """The day of signing, written into the agreement as the last change before it is locked for ever."""
    rows = MODEL["perjanjian_kinerja"].objects.filter(pk=naskah.kepala.pk, versi_baris=naskah.kepala.versi_baris)
    if not rows.update(tanggal=day, versi_baris=F("versi_baris") + 1):
        raise BerubahError


def _note(
    wewenang: Wewenang, pk: UUID, langkah: str, keadaan: str, catatan: str, *, naskah: Naskah | None = None, **more: Any
) -> None:
    """Add the row that says which step was taken. Its number is unique: of two at once, one is refused."""
    here = naskah or _agreement(wewenang, pk)
    Keadaan.objects.create(
        instansi=wewenang.instansi,
        tahun_paket=wewenang.tahun,
        perjanjian=pk,
        nomor=len(here.riwayat) + 1,
        langkah=langkah,
        keadaan=keadaan,
        oleh=wewenang.pengguna,
        catatan=catatan,
        sidik_isi=here.sidik,
        **more,
    )


def _write(
    wewenang: Wewenang,
    kode: str,
    head: dict[str, Any],
    lines: list[dict[str, Any]],
    targets: list[dict[str, Any]],
    budget: list[dict[str, Any]],
    alasan: str,
) -> UUID:
    pk = add_row(wewenang, "perjanjian_kinerja", head | {"kode": kode}, alasan, izin=BUAT)
    for tabel, rows in zip(_LINES, (lines, budget), strict=True):
        for row in rows:
            add_row(wewenang, tabel, row | {"perjanjian": kode}, alasan, izin=BUAT)
    for row in targets:
        add_row(wewenang, "target", row | {"dokumen": kode}, alasan, izin=BUAT)
    return pk


def _copy(tabel: str, row: Any) -> dict[str, Any]:
    return {k.nama: getattr(row, k.nama) for k in columns(tabel)}


def _free_code(wewenang: Wewenang, stem: str) -> str:
    """A code that no agreement has: letters, digits and hyphens, as names of figures allow."""
    here = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun}
    taken = set(MODEL["perjanjian_kinerja"].objects.filter(**here).values_list("kode", flat=True))
    taken |= set(MODEL["dokumen_rencana"].objects.filter(**here).values_list("kode", flat=True))
    clean = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")
    if clean not in taken:
        return clean
    base = re.sub(r"-p1$", "-p", clean)
    joint = "" if base.endswith("-p") else "-"
    return next(name for n in range(2, len(taken) + 3) if (name := f"{base}{joint}{n}") not in taken)
