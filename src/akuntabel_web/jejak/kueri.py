"""What is asked of the audit trail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator

from akuntabel.domain.paket import TABEL
from akuntabel_web.akun.models import Pengguna
from akuntabel_web.inti.konteks import SISTEM
from akuntabel_web.inti.teks import KOSONG, title
from akuntabel_web.jejak.models import Jejak

PER_HALAMAN = 50
TERBANYAK = 100_000  # rows of one export
_PREFIX = "paket_"
_ACCOUNT = {
    "akun_pengguna": "Akun",
    "account_emailaddress": "Surel akun",
    "mfa_authenticator": "Faktor kedua akun",
    "socialaccount_socialaccount": "Akun pemerintah",
}  # of a person: the row that is named is he
_OTHER = {
    "akun_penugasan": "Penugasan",
    "akun_undangan": "Undangan",
    "akun_faktorwajib": "Kewajiban faktor kedua",
    **_ACCOUNT,
    "instansi_tahun": "Tahun",
    "instansi_unit": "Unit",
    "ukur_isian": "Isian",
    "ukur_riwayat": "Riwayat isian",
    "ukur_transisi": "Langkah pengesahan",
    "ukur_jendela": "Jadwal pengisian",
    "ukur_perpanjangan": "Perpanjangan",
    "ukur_harilibur": "Hari libur",
    "ukur_bukti": "Bukti dukung",
    "ukur_pemetaan": "Pemetaan",
    "perjanjian_keadaan": "Keadaan perjanjian",
    "perjanjian_anaktangga": "Tangga perjanjian",
    "perjanjian_pindaian": "Pindaian perjanjian",
}
_HIDDEN = frozenset({"instansi_id", "tahun_paket", "urutan_baris", "versi_baris", "id", "user_id", "nomor_sesi"})


@dataclass(frozen=True, slots=True)
class Catatan:
    """An entry of the trail as people read it."""

    waktu: datetime
    pelaku: str
    tabel: str
    kerja: str
    alasan: str
    baris: str
    nilai: tuple[tuple[str, str, str], ...]


def trail_page(tabel: str, halaman: str | None) -> Page[Jejak]:
    """A page of the trail of the agency of this transaction, newest first."""
    rows = Jejak.objects.order_by("-id")
    return Paginator(rows.filter(tabel=tabel) if tabel else rows, PER_HALAMAN).get_page(halaman)


def entries(rows: Iterable[Jejak]) -> list[Catatan]:
    """Entries with the names of their actors, in one more query."""
    listed = list(rows)
    people = {r.pengguna_id for r in listed} | {r.baris for r in listed if r.tabel in _ACCOUNT}
    names = dict(Pengguna.objects.filter(pk__in=people).values_list("pk", "nama"))
    return [_entry(row, names) for row in listed]


def whole_trail() -> list[Catatan]:
    """The newest entries, as many as an export holds."""
    return entries(Jejak.objects.order_by("-id")[:TERBANYAK])


def last_writer(baris: UUID) -> str:
    """Who wrote a row last."""
    return next((e.pelaku for e in entries(Jejak.objects.filter(baris=baris).order_by("-id")[:1])), KOSONG)


def tables() -> Iterator[tuple[str, str]]:
    """The tables that a trail may name, with their titles."""
    yield from ((_PREFIX + name, model.JUDUL) for name, model in TABEL.items())
    yield from _OTHER.items()


def _entry(row: Jejak, names: dict[UUID, str]) -> Catatan:
    lama, baru = row.lama or {}, row.baru or {}
    columns = [
        c for c in dict.fromkeys([*lama, *baru]) if c not in _HIDDEN and (lama.get(c), baru.get(c)) != (None, None)
    ]
    return Catatan(
        waktu=row.waktu,
        pelaku="sistem" if row.pengguna_id in {None, SISTEM} else names.get(row.pengguna_id, str(row.pengguna_id)),
        tabel=_table(row, names),
        kerja=row.kerja,
        alasan=row.alasan,
        baris=str(row.baris),
        nilai=tuple((title(c), _text(lama.get(c)), _text(baru.get(c))) for c in columns),
    )


def _table(row: Jejak, names: dict[UUID, str]) -> str:
    """What was written; for an account, whose."""
    known = dict(tables()).get(row.tabel, title(row.tabel.partition("_")[2]))
    return f"{known} {names.get(row.baris, row.baris)}" if row.tabel in _ACCOUNT else known


def _text(value: Any) -> str:
    """A value of the trail; marked values of indicators lose their mark."""
    if value is None:
        return KOSONG
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    text = str(value)
    kind, mark, rest = text.partition(":")
    return rest if mark and kind in {"angka", "tanggal", "ya_tidak", "peringkat"} else text
