"""Writes of the cycle: filling an entry, moving it along. Actor, permission, state, window, version, reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.konteks import give_reason
from akuntabel_web.inti.peran import Tugas
from akuntabel_web.paket import tindakan as paket
from akuntabel_web.paket.kunci import TerkunciError
from akuntabel_web.paket.models import BarisPaket
from akuntabel_web.ukur.alur import AJUKAN, BUKA_KEMBALI, KEMBALIKAN, OPEN_AGAIN, Langkah, alur, transitions
from akuntabel_web.ukur.angka import misses_target
from akuntabel_web.ukur.hitung_tugas import forget
from akuntabel_web.ukur.isian import ISI, Butir, Unit, duties, find_item, writers
from akuntabel_web.ukur.jadwal import JUDUL_PERIODE, Jadwal
from akuntabel_web.ukur.models import Isian, Riwayat

IZIN_ISI = "ukur.isi"
VERSI = "isian"  # the version of a value that was entered here
NOTED = frozenset({KEMBALIKAN, BUKA_KEMBALI})
_TIMED = frozenset({"realisasi", "nilai_komponen"})
FREE = frozenset({AJUKAN, *NOTED})  # steps that are no approval


class BelumDapatError(Exception):
    """An action that cannot be done now, with the line that says why."""


class BerubahError(Exception):
    """Somebody changed the entry since it was shown. `sekarang` is how it stands."""

    def __init__(self, sekarang: Butir) -> None:
        super().__init__()
        self.sekarang = sekarang


@dataclass(frozen=True, slots=True)
class Nilai:
    """What a person entered: columns of realisasi, values of components by code."""

    realisasi: dict[str, Any]
    komponen: Mapping[str, Any] = field(default_factory=dict)


def fill(wewenang: Wewenang, kode: str, periode: str, dasar: str, nilai: Nilai, hari: date) -> None:
    """Write the values of an entry. Raises PermissionDenied, BelumDapatError, BerubahError."""
    butir = hold(wewenang, kode, periode, hari)
    if butir.dasar != dasar:
        raise BerubahError(butir)
    reason = f"isian {JUDUL_PERIODE[periode]} {kode}"
    key = {"indikator": kode, "tahun": wewenang.tahun, "periode": periode}
    _write(wewenang, "realisasi", butir.realisasi, key | {"versi": VERSI}, nilai.realisasi | {"dipakai": True}, reason)
    for part, row in butir.komponen:
        values = {"nilai": nilai.komponen.get(part.kode), "status": nilai.realisasi.get("status")}
        _write(wewenang, "nilai_komponen", row, key | {"komponen": part.kode}, values, reason)
    give_reason(reason)
    touch(wewenang, butir, ISI)


def hold(wewenang: Wewenang, kode: str, periode: str, hari: date) -> Butir:
    """The entry, held until the transaction ends, for who may write it now.

    Raises PermissionDenied, BelumDapatError.
    """
    butir = find_item(wewenang, kode, periode)
    if not duties(wewenang, IZIN_ISI, butir.unit, Unit(wewenang)):
        raise PermissionDenied(IZIN_ISI)
    if butir.isian is None:
        give_reason(f"memulai isian {JUDUL_PERIODE[periode]} {kode}")
        key = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun, "indikator": kode, "periode": periode}
        Isian.objects.get_or_create(**key)
    butir = find_item(wewenang, kode, periode, lock=True)
    if butir.isian is None:
        raise Http404
    if not butir.isian.terbuka:
        raise BelumDapatError(closed(butir))
    _in_time(wewenang, butir, hari)
    return butir


def closed(butir: Butir) -> str:
    """Why the values of an entry may not change."""
    return f"Isian ini {alur().judul_keadaan[butir.keadaan].lower()}; nilainya tidak dapat diubah."


def touch(wewenang: Wewenang, butir: Butir, langkah: str, catatan: str = "") -> None:
    """Note in the history that an entry was written, and raise its version."""
    key = {"tahun_paket": wewenang.tahun, "indikator": butir.indikator.kode, "periode": butir.periode}
    isian = Isian.objects.get(instansi=wewenang.instansi, **key)
    isian.versi += 1
    isian.save(update_fields=["versi"])
    _log(wewenang, isian, langkah, isian.keadaan, isian.keadaan, catatan, None)


def _in_time(wewenang: Wewenang, butir: Butir, hari: date) -> None:
    if butir.keadaan in OPEN_AGAIN:
        return
    obstacle = Jadwal(wewenang.instansi, wewenang.tahun).of(butir.periode, butir.unit).obstacle(hari)
    if obstacle:
        raise BelumDapatError(obstacle)


def refuse_late(wewenang: Wewenang, tabel: str, values: Mapping[str, Any]) -> None:
    """A guard of `paket.tindakan`: a value of this year's period outside of its window is refused on every page.

    Raises TerkunciError. An import of a whole package, which penyusun and Bagian Organisasi do, is not held to windows.
    """
    if tabel not in _TIMED or values.get("tahun") != wewenang.tahun:
        return
    try:
        butir = find_item(wewenang, str(values["indikator"]), str(values["periode"]))
        _in_time(wewenang, butir, timezone.localdate())
    except Http404:  # no indicator that is measured in the year: nothing to be late for
        return
    except BelumDapatError as error:
        raise TerkunciError(str(error)) from error


def _write(
    wewenang: Wewenang, tabel: str, row: BarisPaket | None, key: Mapping[str, Any], values: Mapping[str, Any], why: str
) -> None:
    if row is None:
        if any(v is not None for v in values.values()):  # a component without a value needs no row
            paket.add_row(wewenang, tabel, {**key, **values}, why)
    elif any(getattr(row, name) != value for name, value in values.items()):
        paket.change_row(wewenang, tabel, row.pk, row.versi_baris, values, why)


def move(wewenang: Wewenang, kode: str, periode: str, langkah: str, dasar: str, hari: date, catatan: str = "") -> None:
    """Take an entry one step along. Raises PermissionDenied, BelumDapatError, BerubahError, Http404."""
    butir = find_item(wewenang, kode, periode, lock=True)
    if butir.isian is None:
        raise BelumDapatError("Isian ini belum diisi.")
    step = step_of(wewenang, butir, langkah)
    duty = responsible(wewenang, butir, step)
    if butir.dasar != dasar:
        raise BerubahError(butir)
    if langkah in NOTED and not catatan.strip():
        raise BelumDapatError("Tulis catatan atau alasannya.")
    if langkah == AJUKAN:
        _in_time(wewenang, butir, hari)
        _complete(wewenang, butir)
    give_reason(f"{alur().judul_langkah[langkah]}: {kode} {JUDUL_PERIODE[periode]}. {catatan}".strip(". "))
    before = butir.isian.keadaan
    butir.isian.keadaan, butir.isian.versi = step.ke, butir.isian.versi + 1
    butir.isian.terbuka = step.ke in alur().terbuka
    butir.isian.save(update_fields=["keadaan", "terbuka", "versi"])
    _log(wewenang, butir.isian, langkah, before, step.ke, catatan, duty)


def step_of(wewenang: Wewenang, butir: Butir, langkah: str) -> Langkah:
    """The transition of that name from the state of the entry. Raises BelumDapatError where there is none."""
    rows = transitions(wewenang.instansi, wewenang.tahun)
    for row in rows:
        if (row.nama, row.dari) == (langkah, butir.keadaan):
            return row
    state = alur().judul_keadaan[butir.keadaan].lower()
    raise BelumDapatError(f"Langkah ini tidak berlaku: isian sekarang {state}.")


def responsible(wewenang: Wewenang, butir: Butir, step: Langkah) -> Tugas:
    """The duty by which a person may take a step. Raises PermissionDenied, and BelumDapatError for his own entry.

    A duty that was given for a time is used in the giver's name: what the giver entered it may not approve either.
    """
    able = duties(wewenang, step.izin, butir.unit, Unit(wewenang))
    if not able:
        raise PermissionDenied(step.izin)
    if step.nama in FREE:
        return able[0]
    wrote = writers(butir)
    if wewenang.pengguna.pk not in wrote:
        for duty in able:
            if duty.dari not in wrote:
                return duty
    raise BelumDapatError("Anda, atau orang yang melimpahkan tugasnya kepada Anda, ikut mengisi data ini; "
                          "orang lain harus mengesahkannya.")  # fmt: skip


def _complete(wewenang: Wewenang, butir: Butir) -> None:
    if not butir.terisi or butir.realisasi is None:
        raise BelumDapatError("Isi realisasinya, atau nyatakan belum rilis, sebelum mengajukan.")
    if not (butir.realisasi.keterangan or "").strip() and misses_target(wewenang, butir.indikator.kode, butir.periode):
        raise BelumDapatError("Realisasi tidak mencapai target. Tulis penjelasannya sebelum mengajukan.")


def _log(wewenang: Wewenang, isian: Isian, langkah: str, dari: str, ke: str, catatan: str, duty: Tugas | None) -> None:
    forget(wewenang.pengguna)
    Riwayat.objects.create(
        instansi=wewenang.instansi,
        isian=isian,
        oleh=wewenang.pengguna,
        atas_nama_id=duty.dari if duty else None,
        langkah=langkah,
        dari=dari,
        ke=ke,
        catatan=catatan.strip(),
    )
