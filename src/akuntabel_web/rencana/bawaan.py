"""What a new year takes over from the year before, as data and pure functions: rows in, rows and changes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.domain.pilihan import Periode, StatusTindak
from akuntabel_web.paket.petakan import columns, values_of

Syarat = Callable[[Mapping[str, Any], int], bool]
_TERTUTUP = frozenset({StatusTindak.SELESAI.value, StatusTindak.BATAL.value})


def _semua(_row: Mapping[str, Any], _tahun: int) -> bool:
    return True


def _menjabat(row: Mapping[str, Any], tahun: int) -> bool:
    return row["selesai"] is None or row["selesai"] >= date(tahun, 1, 1)


def _berlaku(row: Mapping[str, Any], tahun: int) -> bool:
    ended = row["berlaku_sampai"] is not None and row["berlaku_sampai"] < date(tahun, 1, 1)
    return row["tahun_awal"] <= tahun <= row["tahun_akhir"] and not ended


def _indikator_berlaku(row: Mapping[str, Any], tahun: int) -> bool:
    return (row["berlaku_dari"] or tahun) <= tahun <= (row["berlaku_sampai"] or tahun)


def _target_berjalan(row: Mapping[str, Any], tahun: int) -> bool:
    """The whole row of years of a plan in force: the report compares with its end. Quarters only from the new year."""
    return row["periode"] == Periode.TAHUN.value or row["tahun"] >= tahun


def _tahun_baru(row: Mapping[str, Any], tahun: int) -> bool:
    return row["tahun"] >= tahun


def _terbuka(row: Mapping[str, Any], _tahun: int) -> bool:
    return row["status"] not in _TERTUTUP


# Table -> which of its rows come along, and how the page says it. A table that is not named stays behind.
BAWAAN: dict[str, tuple[Syarat, str]] = {
    "instansi": (_semua, "semua"),
    "laporan": (_semua, "dengan tahun dan tanggal baru"),
    "unit": (_semua, "semua"),
    "pejabat": (_menjabat, "yang masih menjabat pada 1 Januari"),
    "tugas_fungsi": (_semua, "semua"),
    "regulasi": (_semua, "semua"),
    "dokumen_rencana": (_berlaku, "yang berlaku pada tahun baru"),
    "visi_misi": (_semua, "milik dokumen yang berlaku"),
    "tujuan": (_semua, "milik dokumen yang berlaku"),
    "sasaran": (_semua, "di bawah tujuan yang dibawa"),
    "sasaran_daerah": (_semua, "milik dokumen yang berlaku"),
    "strategi": (_semua, "untuk sasaran yang dibawa"),
    "crosscutting": (_semua, "untuk sasaran yang dibawa"),
    "program": (_semua, "semua"),
    "kegiatan": (_semua, "semua"),
    "subkegiatan": (_semua, "semua"),
    "program_sasaran": (_semua, "untuk sasaran yang dibawa"),
    "permasalahan": (_semua, "semua"),
    "isu_strategis": (_semua, "semua"),
    "indikator": (_indikator_berlaku, "yang berlaku pada tahun baru"),
    "skala_peringkat": (_semua, "semua"),
    "komponen": (_semua, "milik indikator yang dibawa"),
    "target": (_target_berjalan, "menurut dokumen rencana yang berlaku"),
    "anggaran": (_tahun_baru, "tahun baru, bila sudah tercatat"),
    "skm_layanan": (_semua, "semua"),
    "rtl": (_terbuka, "yang belum selesai"),
    "rekomendasi": (_terbuka, "yang belum selesai"),
    "kebijakan": (_semua, "semua"),
}


@dataclass(slots=True)
class Bawaan:
    """A table's part: rows that come along (columns of the new year), what changed in them, what stays behind."""

    tabel: str
    judul: str
    aturan: str
    dibawa: list[dict[str, Any]] = field(default_factory=list)
    berubah: list[tuple[str, str, Any, Any]] = field(default_factory=list)  # key, column, old, new
    ditinggal: list[str] = field(default_factory=list)


def carry_over(paket: Paket, tahun: int) -> list[Bawaan]:
    """Everything that the package of the year before gives to `tahun`.

    A row whose required reference stays behind stays behind too; an optional reference to such a row becomes blank.
    """
    parts = {
        name: Bawaan(name, TABEL[name].JUDUL, BAWAAN[name][1] if name in BAWAAN else "tidak dibawa") for name in TABEL
    }
    kept: dict[str, dict[str, dict[str, Any]]] = {}
    for name, part in parts.items():
        kept[name] = {}
        for row in paket.rows(name):
            values = values_of(name, row)
            if name in BAWAAN and BAWAAN[name][0](values, tahun):
                kept[name][row.kunci] = values
            else:
                part.ditinggal.append(row.kunci)
    _renew_report(kept["laporan"], parts["laporan"], tahun)
    _settle_references(kept, parts)
    _mark_old_plans(kept["rtl"], parts["rtl"])
    for name, part in parts.items():
        part.dibawa = list(kept[name].values())
    return [p for p in parts.values() if p.dibawa or p.ditinggal]


def _renew_report(rows: dict[str, dict[str, Any]], part: Bawaan, tahun: int) -> None:
    """The report's year and a date one year later: it is a guess that the page shows, the contract wants a date."""
    for key, values in rows.items():
        old = values["tanggal"]
        day = min(old.day, 28) if old.month == 2 else old.day
        for name, new in (("tahun", tahun), ("tanggal", date(old.year + tahun - values["tahun"], old.month, day))):
            part.berubah.append((key, name, values[name], new))
        values["tanggal"] = part.berubah[-1][3]
        values["tahun"] = tahun


def _mark_old_plans(rows: dict[str, dict[str, Any]], part: Bawaan) -> None:
    """A follow-up whose survey period stays behind is one of an earlier plan: the contract has a word for that."""
    for key, values in rows.items():
        lost = any(c[:2] == (key, "periode") for c in part.berubah)
        if lost and not values["sebelumnya"]:
            part.berubah.append((key, "sebelumnya", values["sebelumnya"], True))
            values["sebelumnya"] = True


def _settle_references(kept: dict[str, dict[str, dict[str, Any]]], parts: Mapping[str, Bawaan]) -> None:
    """Drop or blank what names a row that stays behind, until nothing does."""
    again = True
    while again:
        again = False
        for name in BAWAAN:
            for key, values in list(kept[name].items()):
                for column in columns(name):
                    code = values[column.nama]
                    if not column.acuan or code is None or _is_kept(kept, column.acuan, code):
                        continue
                    again = True
                    if column.wajib:
                        del kept[name][key]
                        parts[name].ditinggal.append(key)
                        parts[name].berubah = [c for c in parts[name].berubah if c[0] != key]
                        break
                    parts[name].berubah.append((key, column.nama, code, None))
                    values[column.nama] = None


def _is_kept(kept: Mapping[str, Mapping[str, Any]], acuan: str, code: Any) -> bool:
    """Whether some table that a column may name holds the code; keys of several columns begin with theirs."""
    return any(str(code) in kept.get(name, {}) for name in acuan.split("|"))


def pictures(paket: Paket, parts: Iterable[Bawaan]) -> list[tuple[str, bytes]]:
    """The pictures that carried rows still name: the logo."""
    named = {str(v.get("logo")) for p in parts for v in p.dibawa}
    return [(name, data) for name, data in paket.berkas if name in named]


def as_rows(part: Bawaan) -> list[Baris]:
    """The carried rows as the contract knows them: what it refuses is an error before anything is written."""
    return [TABEL[part.tabel](**values) for values in part.dibawa]
