"""Fast entry in two steps: kept for its preview, then applied as a whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.berkas import clean_name, scan
from akuntabel_web.inti.konteks import give_reason
from akuntabel_web.inti.peran import matrix
from akuntabel_web.paket.kunci import TERKUNCI
from akuntabel_web.paket.simpan import TertinggalError, apply_plan
from akuntabel_web.paket.tindakan import is_locked
from akuntabel_web.ukur.isian import ISI, find_item
from akuntabel_web.ukur.kisi import month_overlay
from akuntabel_web.ukur.kisi_isian import entry_overlay
from akuntabel_web.ukur.models import Pemetaan, Unggahan
from akuntabel_web.ukur.pemetaan import TABEL_EKSPOR, mapped_overlay, read_export
from akuntabel_web.ukur.tindakan import BelumDapatError, hold, touch
from akuntabel_web.ukur.tumpang import Tumpangan

ISIAN, BULANAN, EKSPOR = "isian", "bulanan", "ekspor"
_CHANGED = "Data berubah sejak pratinjau; periksa pratinjau yang baru sebelum menerapkan."


def keep_block(wewenang: Wewenang, tabel: str, rows: Sequence[Sequence[str]], about: Mapping[str, Any]) -> Unggahan:
    """Keep a pasted or typed block for its preview. Raises PermissionDenied."""
    wewenang.require(matrix().change_of(tabel))
    give_reason("isian cepat: menyiapkan pratinjau")
    return Unggahan.objects.create(
        instansi=wewenang.instansi, tahun_paket=wewenang.tahun, oleh=wewenang.pengguna, nama="tempelan", tabel=tabel,
        isi=json.dumps(rows).encode(), kolom=dict(about),
    )  # fmt: skip


def keep_export(wewenang: Wewenang, nama: str, isi: bytes, tabel: str) -> Unggahan:
    """Keep an export for its mapping and preview. Raises PermissionDenied, BerkasError for what cannot be read."""
    if tabel not in TABEL_EKSPOR:
        raise PermissionDenied(tabel)
    wewenang.require(matrix().change_of(tabel))
    scan(clean_name(nama), isi)
    read_export(nama, isi)
    give_reason(f"mengunggah ekspor {nama}")
    return Unggahan.objects.create(
        instansi=wewenang.instansi, tahun_paket=wewenang.tahun, oleh=wewenang.pengguna, nama=nama, tabel=tabel,
        isi=isi, kolom={"jenis": EKSPOR, "kolom": {}},
    )  # fmt: skip


def set_mapping(
    wewenang: Wewenang, unggahan: Unggahan, kolom: Mapping[str, str], tetap: Mapping[str, str], simpan_sebagai: str
) -> None:
    """Read an export through a mapping, and save the mapping under a name where one is given."""
    wewenang.require("paket.impor")
    if not kolom:
        raise BelumDapatError("Pilih sekurang-kurangnya satu kolom.")
    give_reason("memetakan kolom ekspor")
    unggahan.kolom, unggahan.tetap = {"jenis": EKSPOR, "kolom": dict(kolom)}, dict(tetap)
    unggahan.save(update_fields=["kolom", "tetap"])
    if simpan_sebagai:
        same = Pemetaan.objects.filter(instansi=wewenang.instansi, nama=simpan_sebagai).first()
        if same is not None and same.tabel != unggahan.tabel:
            raise BelumDapatError(f"Pemetaan “{simpan_sebagai}” sudah dipakai untuk tabel lain; pilih nama lain.")
        made = same or Pemetaan(instansi=wewenang.instansi, nama=simpan_sebagai, tabel=unggahan.tabel)
        made.kolom, made.tetap, made.versi = dict(kolom), dict(tetap), made.versi + (same is not None)
        made.save()


def preview(wewenang: Wewenang, unggahan: Unggahan, hari: date) -> Tumpangan:
    """What a kept block or export would do now, for this person."""
    about = unggahan.kolom
    if about["jenis"] == EKSPOR:
        sheet = read_export(unggahan.nama, bytes(unggahan.isi))
        return mapped_overlay(wewenang, sheet, unggahan.tabel, about["kolom"], unggahan.tetap)
    rows = json.loads(bytes(unggahan.isi))
    if about["jenis"] == BULANAN:
        return month_overlay(wewenang, about["bulan"], about["dokumen"], rows)
    return entry_overlay(wewenang, about["periode"], rows, hari)


def apply_block(wewenang: Wewenang, unggahan: Unggahan, dasar: str, alasan: str, hari: date) -> int:
    """Apply all of it, or nothing. Gives the number of changes. Raises BelumDapatError, PermissionDenied."""
    wewenang.require(matrix().change_of(unggahan.tabel))
    try:
        with transaction.atomic():  # the page answers the error, so the request itself commits
            return _apply(wewenang, unggahan, dasar, alasan, hari)
    except (TertinggalError, IntegrityError) as error:
        raise BelumDapatError(TERKUNCI if is_locked(error) else _CHANGED) from error


def _apply(wewenang: Wewenang, unggahan: Unggahan, dasar: str, alasan: str, hari: date) -> int:
    give_reason(alasan)
    if not Unggahan.objects.filter(pk=unggahan.pk, diterapkan=None).update(diterapkan=timezone.now()):
        raise BelumDapatError("Isian ini sudah diterapkan.")
    found = preview(wewenang, unggahan, hari)
    if found.galat:
        raise BelumDapatError("Belum dapat diterapkan; perbaiki dahulu yang tertulis di bawah.")
    if found.rencana.dasar != dasar:
        raise BelumDapatError(_CHANGED)
    if unggahan.kolom["jenis"] == ISIAN:
        codes = sorted({p.baru.indikator for p in found.rencana.perubahan if p.baru is not None})
        for kode in codes:
            hold(wewenang, kode, unggahan.kolom["periode"], hari)
        give_reason(alasan)
    apply_plan(found.rencana, wewenang.instansi, wewenang.tahun)
    if unggahan.kolom["jenis"] == ISIAN:
        for kode in codes:
            touch(wewenang, find_item(wewenang, kode, unggahan.kolom["periode"]), ISI, alasan)
    return len(found.rencana.perubahan)
