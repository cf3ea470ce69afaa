"""From a package on disk to its follow-up on a day: texts with their figures filled in, names instead of codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from akuntabel.calculation.tenggat import BarisTindak, Kelompok, follow_up
from akuntabel.doctree.walk import plain_text
from akuntabel.domain.tindak_lanjut import Rtl
from akuntabel.findings import Temuan
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.reports.bagian.kelompok import sebutan_unit
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.narasi import inline_text


@dataclass(frozen=True, slots=True)
class Tindak:
    """A line ready to show."""

    baris: BarisTindak
    uraian: str
    asal: str
    nama_unsur: str | None
    penanggung_jawab: str | None


@dataclass(frozen=True, slots=True)
class TindakLanjut:
    """The follow-up of a package on a day, and the findings of reading it."""

    instansi: str
    per: date
    baris: tuple[Tindak, ...]
    temuan: tuple[Temuan, ...]

    def of(self, kelompok: Kelompok) -> tuple[Tindak, ...]:
        """The lines of a group."""
        return tuple(t for t in self.baris if t.baris.kelompok is kelompok)

    @property
    def status_keluar(self) -> int:
        """1 when a line is late, else 0."""
        return int(bool(self.of(Kelompok.TERLAMBAT)))


def follow_up_of(path: Path, per: date) -> TindakLanjut:
    """Read a package and put its follow-up in order. Raises BerkasError when the package cannot be used."""
    read = compute_paket(path)
    lines = tuple(_shown(read.bahan, line) for line in follow_up(read.bahan.paket, per))
    return TindakLanjut(read.bahan.nama, per, lines, read.temuan)


def _shown(bahan: Bahan, line: BarisTindak) -> Tindak:
    row = line.asal
    owner = sebutan_unit(bahan, row.penanggung_jawab)
    if isinstance(row, Rtl):
        name = bahan.regulations.unsur_skm(bahan.tahun).get(row.unsur) if row.unsur else None
        text, about = row.uraian, " ".join(p for p in (row.sumber.value.upper(), row.unsur) if p)
    else:
        name, text, about = None, row.teks, f"{row.sumber.value.upper()} {row.tahun}"
    where = f"{row.TABEL} {row.kode}"
    return Tindak(line, plain_text(inline_text(bahan, text, where)), about, name, owner)


def follow_up_json(result: TindakLanjut) -> dict[str, Any]:
    """The follow-up as JSON: counts by group, then every line."""
    return {
        "versi": 1,
        "instansi": result.instansi,
        "per": result.per.isoformat(),
        "banyak": {k.value: len(result.of(k)) for k in Kelompok},
        "baris": [_line_json(t) for t in result.baris],
    }


def _line_json(shown: Tindak) -> dict[str, Any]:
    line, row = shown.baris, shown.baris.asal
    return {
        "kelompok": line.kelompok.value,
        "jenis": row.TABEL,
        "kode": row.kode,
        "sumber": row.sumber.value,
        "unsur": row.unsur if isinstance(row, Rtl) else None,
        "nama_unsur": shown.nama_unsur,
        "uraian": shown.uraian,
        "penanggung_jawab": shown.penanggung_jawab,
        "tenggat": line.tenggat.isoformat() if line.tenggat else None,
        "hari_terlambat": line.hari_terlambat,
        "status": line.status.value,
        "dari_periode_sebelumnya": line.sebelumnya,
    }
