"""Settings of the cycle: steps, windows, days off, extensions: data of the agency, each write with its reason."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.http import Http404

from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.konteks import give_reason
from akuntabel_web.ukur.alur import BARU, DIKUNCI, alur, chain
from akuntabel_web.ukur.jadwal import JUDUL_PERIODE
from akuntabel_web.ukur.models import HariLibur, Isian, Jendela, Perpanjangan, Transisi
from akuntabel_web.ukur.tindakan import BelumDapatError

IZIN_JADWAL, IZIN_ALUR = "ukur.jadwal", "ukur.alur"
_OVERTAKEN = "Jadwal ini baru saja diubah orang lain; periksa, lalu ulangi."


def set_stages(wewenang: Wewenang, dipakai: Collection[str], alasan: str) -> None:
    """Use only these stages of approval from now on. Raises BelumDapatError where an entry would be left on the way."""
    wewenang.require(IZIN_ALUR)
    try:
        rows = chain(dipakai)
    except ValueError:
        raise BelumDapatError("Pilih sekurang-kurangnya satu tahap pengesahan.") from None
    mine = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun}
    going_on = {r.dari for r in rows} | {BARU, DIKUNCI}
    stuck = Isian.objects.filter(**mine).exclude(keadaan__in=going_on).select_for_update()
    if stuck.exists():
        states = sorted({alur().judul_keadaan[i.keadaan].lower() for i in stuck})
        raise BelumDapatError(f"Masih ada isian yang {', '.join(states)}; selesaikan dahulu sebelum menggabung tahap.")
    give_reason(alasan)
    Transisi.objects.filter(**mine).delete()
    Transisi.objects.bulk_create(Transisi(**mine, nama=r.nama, dari=r.dari, ke=r.ke, izin=r.izin) for r in rows)


def set_window(wewenang: Wewenang, periode: str, buka: date, tutup: date, versi: int, alasan: str) -> None:
    """Set the window of a period, read at `versi` (0: there was none). Raises BelumDapatError."""
    wewenang.require(IZIN_JADWAL)
    if tutup < buka:
        raise BelumDapatError("Tanggal tutup harus sesudah tanggal buka.")
    give_reason(alasan)
    key = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun, "periode": periode}
    if versi:
        done = Jendela.objects.filter(**key, versi=versi).update(buka=buka, tutup=tutup, versi=versi + 1)
        if not done:
            raise BelumDapatError(_OVERTAKEN)
        return
    try:
        with transaction.atomic():
            Jendela.objects.create(**key, buka=buka, tutup=tutup)
    except IntegrityError as error:
        raise BelumDapatError(_OVERTAKEN) from error


def extend(wewenang: Wewenang, periode: str, unit: str, sampai: date, alasan: str) -> None:
    """Give more time to a unit, or to the whole agency (blank), for a reason. Raises BelumDapatError."""
    wewenang.require(IZIN_JADWAL)
    window = Jendela.objects.filter(instansi=wewenang.instansi, tahun_paket=wewenang.tahun, periode=periode).first()
    if window is None or sampai <= window.tutup:
        raise BelumDapatError(f"Perpanjangan {JUDUL_PERIODE[periode]} harus melewati tanggal tutupnya.")
    give_reason(f"perpanjangan: {alasan}")
    Perpanjangan.objects.create(
        instansi=wewenang.instansi,
        tahun_paket=wewenang.tahun,
        periode=periode,
        unit=unit,
        sampai=sampai,
        alasan=alasan,
        oleh=wewenang.pengguna,
    )


def add_day_off(wewenang: Wewenang, tanggal: date, nama: str) -> None:
    """Add a local day off. Raises BelumDapatError."""
    wewenang.require(IZIN_JADWAL)
    give_reason(f"hari libur: {nama}")
    try:
        with transaction.atomic():
            HariLibur.objects.create(instansi=wewenang.instansi, tanggal=tanggal, nama=nama)
    except IntegrityError as error:
        raise BelumDapatError("Tanggal ini sudah tercatat sebagai hari libur.") from error


def remove_day_off(wewenang: Wewenang, pk: UUID) -> None:
    """Remove a local day off. Raises Http404."""
    wewenang.require(IZIN_JADWAL)
    give_reason("menghapus hari libur")
    if not HariLibur.objects.filter(instansi=wewenang.instansi, pk=pk).delete()[0]:
        raise Http404
