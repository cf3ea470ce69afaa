"""Signature blocks of officials."""

from __future__ import annotations

from datetime import date

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.doctree.nodes import Inlines, Signature, SignatureBlock, Text
from akuntabel.domain.instansi import Pejabat
from akuntabel.domain.pilihan import StatusJabatan
from akuntabel.reports.bahan import Bahan

TITIK = "…" * 9  # a blank to be filled by hand
NIP_SHOWN = 3  # last digits in public copies: birth date, appointment and sex stand before them


def format_nip(bahan: Bahan, nip: str | None) -> str | None:
    """'NIP 19670114 198610 2 001'; in a public copy 'NIP ******** ****** * 001'. None without a NIP."""
    if not nip:
        return None
    digits = "".join(c for c in nip if c.isdigit())
    shown = digits if bahan.internal else "*" * (len(digits) - NIP_SHOWN) + digits[-NIP_SHOWN:]
    return f"NIP {shown[:8]} {shown[8:14]} {shown[14:15]} {shown[15:]}".rstrip()


def jabatan_lengkap(jabatan: str, status: StatusJabatan = StatusJabatan.DEFINITIF) -> str:
    """The position with its 'Plt.' where it is held so."""
    return jabatan if status is StatusJabatan.DEFINITIF else f"{status.value} {jabatan}"


def place_date(tempat: str | None, tanggal: date | None) -> Inlines:
    """'Bekasi, 27 Februari 2026'; dots where the data say nothing."""
    return (Text(f"{tempat or TITIK}, {format_tanggal(tanggal) if tanggal else TITIK}"),)


def official_signature(
    bahan: Bahan, pejabat: Pejabat | None, *, dated: bool = True, above: Inlines | None = None
) -> SignatureBlock:
    """The block of one official on the right; dots for what is unknown. `above` replaces place and date."""
    line = place_date(bahan.laporan.tempat, bahan.laporan.tanggal) if above is None else above
    head: tuple[Inlines, ...] = (line,) if dated else ()
    if pejabat is None:
        return SignatureBlock(None, Signature((*head, (Text(f"Kepala {bahan.nama}"),)), TITIK))
    title = (Text(jabatan_lengkap(pejabat.jabatan, pejabat.status_jabatan)),)
    below = tuple(t for t in (pejabat.pangkat, format_nip(bahan, pejabat.nip)) if t)
    return SignatureBlock(None, Signature((*head, title), pejabat.nama, below))
