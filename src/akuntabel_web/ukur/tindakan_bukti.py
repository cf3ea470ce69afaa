"""Evidence: added and withdrawn as long as the entry is open. The file is complete before its row commits."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.berkas import DOKUMEN, take
from akuntabel_web.inti.konteks import give_reason
from akuntabel_web.ukur.isian import find_item
from akuntabel_web.ukur.models import Bukti
from akuntabel_web.ukur.tindakan import BelumDapatError, hold, touch


def add_file(wewenang: Wewenang, kode: str, periode: str, nama: str, isi: bytes, hari: date) -> Bukti:
    """Add a file to an entry. Raises PermissionDenied, BelumDapatError, BerkasError."""
    hold(wewenang, kode, periode, hari)
    kept = take(nama, isi, DOKUMEN)
    butir = find_item(wewenang, kode, periode)
    give_reason(f"bukti {kept.nama}")
    try:
        with transaction.atomic():
            made = Bukti.objects.create(
                instansi=wewenang.instansi,
                isian=butir.isian,
                sha256=kept.sidik,
                nama=kept.nama,
                jenis=kept.tipe,
                ukuran=kept.ukuran,
                oleh=wewenang.pengguna,
            )
    except IntegrityError as error:
        raise BelumDapatError("Berkas ini sudah ada pada isian ini.") from error
    touch(wewenang, butir, "bukti", kept.nama)
    return made


def withdraw_file(wewenang: Wewenang, bukti: Bukti, hari: date) -> None:
    """Withdraw a file from an open entry. Raises PermissionDenied, BelumDapatError."""
    butir = hold(wewenang, bukti.isian.indikator, bukti.isian.periode, hari)
    give_reason(f"mencabut bukti {bukti.nama}")
    if not Bukti.objects.filter(pk=bukti.pk, dicabut=None).update(dicabut=timezone.now()):
        raise BelumDapatError("Bukti ini sudah dicabut.")
    touch(wewenang, butir, "cabut_bukti", bukti.nama)
