"""New agencies and years."""

from __future__ import annotations

from datetime import date

from akuntabel_web.instansi.models import Instansi, Pemerintah, Tahun
from akuntabel_web.inti.konteks import Konteks, apply, current

_EARLIEST, _AHEAD = 2000, 5


def year_problem(tahun: int, hari_ini: date) -> str | None:
    """Why a year cannot be opened, else None."""
    last = hari_ini.year + _AHEAD
    return None if _EARLIEST <= tahun <= last else f"Tulis tahun antara {_EARLIEST} dan {last}."


def add_agency(pemerintah: Pemerintah, kode: str, nama: str, jenis: str, alamat: str) -> Instansi:
    """Add an agency and make it that of the transaction: what follows (year, first administrator) belongs to it."""
    instansi = Instansi(pemerintah=pemerintah, kode=kode, alamat=alamat, nama=nama, jenis=jenis)
    instansi.save(force_insert=True)
    here = current()
    apply(Konteks(here.pengguna, instansi.pk, None, here.alasan))
    return instansi


def open_year(instansi: Instansi, tahun: int) -> Tahun:
    """Open a year of an agency; opening it twice changes nothing."""
    return Tahun.objects.get_or_create(instansi=instansi, tahun=tahun)[0]
