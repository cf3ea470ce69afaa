"""References to figures in text: `{{ besaran/KODE[/TAHUN][/periode][/dokumen] | format }}`. No template engine."""

from __future__ import annotations

import re
from dataclasses import dataclass

from akuntabel.calculation.anggaran import TERCETAK, TOTAL
from akuntabel.calculation.besaran import BESARAN, FORMAT
from akuntabel.domain.figure import FigureId, FigureSet
from akuntabel.domain.paket import Paket
from akuntabel.errors import BesaranError

KELOMPOK = ("sasaran", "tujuan")  # groups of money that bear the code of what they belong to: sasaran:S1
RUJUKAN = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A figure that a text asks for, and the format; None is the figure's own."""

    besaran: FigureId
    format: str | None = None


def resolve(paket: Paket, figures: FigureSet, tahun: int, body: str) -> Rujukan:
    """What stands between the braces as the figure it names; a year that is left out is `tahun`.

    Raises BesaranError, an Indonesian message without place, for a wrong name, an unknown figure or format.
    """
    name, _, format_name = (p.strip() for p in body.partition("|"))
    try:
        fid = FigureId.parse(name, tahun)
    except ValueError as error:
        raise BesaranError(str(error)) from None
    if fid not in figures and not _is_unfilled(paket, figures, tahun, fid):
        raise BesaranError(
            f"besaran '{name}' tidak ada pada data; 'akuntabel hitung PAKET --semua' menampilkan nama besaran, "
            "misalnya capaian/IKU-1"
        )
    if format_name and format_name not in FORMAT:
        raise BesaranError(f"format '{format_name}' tidak dikenal; pilih dari {', '.join(FORMAT)}")
    return Rujukan(fid, format_name or None)


def _is_unfilled(paket: Paket, figures: FigureSet, tahun: int, fid: FigureId) -> bool:
    """Whether a figure is absent because its data are, and not because its name is wrong.

    The name is right when the package knows what it is of (an indicator, a programme, a survey period) or when no
    figure of its kind has such a code. A wrong year or document of a figure that exists is a slip, which must be said.
    """
    if fid.besaran not in BESARAN:
        return False
    kin = [f for f in figures if f.besaran == fid.besaran]
    parts = fid.kode.split(":")
    if not any(len(f.kode.split(":")) == len(parts) for f in kin):
        return True
    named = parts[1] if parts[0] in KELOMPOK and len(parts) > 1 else parts[0]
    if named not in _codes(paket) | {TOTAL, TERCETAK}:
        return False
    plain = fid.tahun == tahun and fid.periode is None and fid.dokumen is None
    return plain or not any(f.kode == fid.kode for f in kin)


def _codes(paket: Paket) -> set[str]:
    """The codes that figures are named by."""
    plan = (paket.indikator, paket.tujuan, paket.sasaran, paket.program, paket.kegiatan, paket.subkegiatan)
    return {row.kunci for table in (*plan, paket.skm_periode) for row in table}
