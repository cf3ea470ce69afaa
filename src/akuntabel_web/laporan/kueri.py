"""What pages of reports and of the shelf ask of the database: a fixed number of queries."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q

from akuntabel.domain.paket import TABEL
from akuntabel.findings import Tingkat
from akuntabel_web.akun.models import Penugasan
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.instansi.models import Instansi, Tahun
from akuntabel_web.inti.gudang import fetch
from akuntabel_web.inti.peran import matrix
from akuntabel_web.laporan.jenis import JenisRak, built_kinds, choices_of, regulated_deadline, shelf_kinds
from akuntabel_web.laporan.models import Dokumen, Keadaan, Tenggat, Versi
from akuntabel_web.laporan.susun import LANGKAH, step_of
from akuntabel_web.paket.models import MODEL

PER_HALAMAN = 25
SEMUA = "papan.semua"
TEPAT, LAMBAT, BELUM, LEWAT, ADA = "tepat waktu", "terlambat", "belum", "belum, lewat tenggat", "ada"
_TANDA = {TEPAT: "✓", LAMBAT: "▼", BELUM: "○", LEWAT: "✗", ADA: "✓"}


def build_choices(wewenang: Wewenang) -> list[tuple[str, str]]:
    """Every document that can be asked for: `jenis:pilihan` and its title."""
    own = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun, "tahun": wewenang.tahun}
    agreements = list(MODEL["perjanjian_kinerja"].objects.filter(**own).values_list("kode", flat=True))
    periods = list(MODEL["skm_periode"].objects.filter(**own).values_list("kode", flat=True))
    return [
        (f"{jenis.kode}:{choice}", f"{jenis.judul}, {title}" if title else jenis.judul)
        for jenis in built_kinds().values()
        for choice, title in choices_of(jenis, agreements, periods)
    ]


def title_of(versi: Versi) -> str:
    """A version as people call it."""
    marks = (("final", versi.final), ("salinan publik", versi.publik), ("bernomor halaman", versi.nomor_halaman))
    parts = (built_kinds()[versi.jenis].judul, versi.pilihan, *(word for word, holds in marks if holds))
    return ", ".join(p for p in parts if p)


def counted(versi: Versi) -> str:
    """The findings of a version by level, the gravest first: '4 tinggi, 16 sedang, 24 rendah'."""
    return ", ".join(f"{versi.jumlah_temuan.get(t.value, 0)} {t.value}" for t in Tingkat)


def version_page(wewenang: Wewenang, halaman: str | None) -> Page[Versi]:
    """Versions, the newest first, with who asked."""
    rows = Versi.objects.filter(instansi=wewenang.instansi, tahun=wewenang.tahun)
    rows = rows.select_related("diminta_oleh").order_by("-diminta", "-id")
    return Paginator(rows, PER_HALAMAN).get_page(halaman)


def find_version(wewenang: Wewenang, pk: object) -> Versi | None:
    """A version of this agency and year."""
    rows = Versi.objects.filter(pk=pk, instansi=wewenang.instansi, tahun=wewenang.tahun)
    return rows.select_related("diminta_oleh").prefetch_related("berkas").first()


@dataclass(frozen=True, slots=True)
class Kemajuan:
    """How far a build is, for the page that waits."""

    berjalan: bool
    langkah: int
    dari: int
    kata: str


def progress(versi: Versi) -> Kemajuan:
    """The progress of a version."""
    if versi.keadaan == Keadaan.DISUSUN:
        step, words = step_of(versi.pk)
        return Kemajuan(True, step, len(LANGKAH), words)
    waiting = versi.keadaan == Keadaan.ANTRE
    return Kemajuan(waiting, 0 if waiting else len(LANGKAH), len(LANGKAH), versi.get_keadaan_display())


def findings(versi: Versi) -> dict[str, Any]:
    """Findings of data and document by level, and the text of the document."""
    kept = json.loads(fetch(versi.temuan_sidik))
    marked = {b for t in kept["reviu"] for b in t["lokasi"]["baris"]}
    return {
        "data": _by_level(kept["data"]),
        "reviu": _by_level(kept["reviu"]),
        "aturan_data": kept["aturan_data"],
        "aturan_reviu": kept["aturan_reviu"],
        "catatan_reviu": kept["catatan_reviu"],
        "teks": [(n, line, n in marked) for n, line in enumerate(kept["teks"], 1) if line.strip()],
    }


def _by_level(found: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    levels = [(t.value, [f | _place(f) for f in found if f["tingkat"] == t.value]) for t in Tingkat]
    return [(level, rows) for level, rows in levels if rows]


def _place(finding: dict[str, Any]) -> dict[str, Any]:
    tabel = finding.get("tabel", "")
    return {"judul_tabel": TABEL[tabel].JUDUL if tabel in TABEL else "", "baris": finding["lokasi"]["baris"][:1]}


def shelf(wewenang: Wewenang) -> list[tuple[JenisRak, list[Dokumen]]]:
    """Documents of the agency and year by kind, the newest version first."""
    rows = Dokumen.objects.filter(instansi=wewenang.instansi, tahun=wewenang.tahun)
    by: dict[str, list[Dokumen]] = defaultdict(list)
    for row in rows.select_related("susunan").order_by("-versi"):
        by[row.jenis].append(row)
    return [(kind, by[kode]) for kode, kind in shelf_kinds().items()]


def deadlines(tahun: int) -> dict[str, tuple[date | None, Tenggat | None]]:
    """The day of each kind: as the government set it, else as the regulations give it."""
    rows = {t.jenis: t for t in Tenggat.objects.filter(tahun=tahun)}
    return {
        kode: (rows[kode].tanggal if kode in rows else regulated_deadline(kind, tahun), rows.get(kode))
        for kode, kind in shelf_kinds().items()
        if kind.wajib
    }


@dataclass(frozen=True, slots=True)
class Sel:
    """One document of one agency on the board."""

    judul: str
    status: str
    tanda: str
    tanggal: date | None


@dataclass(frozen=True, slots=True)
class Papan:
    """The board: kinds with their day, and a row for each agency."""

    jenis: list[tuple[str, date | None]]
    baris: list[tuple[Instansi, list[Sel]]]

    @property
    def kurang(self) -> int:
        """How many documents are not there."""
        return sum(s.status in {BELUM, LEWAT} for _, cells in self.baris for s in cells)


def board(wewenang: Wewenang, hari: date, *, semua: bool) -> Papan:
    """Agency by document: on time, late, missing."""
    agencies = visible_agencies(wewenang) if semua else [wewenang.instansi]
    days = {kode: day for kode, (day, _) in deadlines(wewenang.tahun).items()}
    first: dict[tuple[object, str], date] = {}
    rows = Dokumen.objects.filter(instansi__in=agencies, tahun=wewenang.tahun)
    for instansi, jenis, given in rows.values_list("instansi_id", "jenis", "disampaikan"):
        first[instansi, jenis] = min(given, first.get((instansi, jenis), given))
    return Papan(
        [(shelf_kinds()[k].judul, day) for k, day in days.items()],
        [(a, [_cell(k, first.get((a.pk, k)), day, hari) for k, day in days.items()]) for a in agencies],
    )


def _cell(jenis: str, given: date | None, day: date | None, hari: date) -> Sel:
    if given is None:
        status = LEWAT if day and hari > day else BELUM
    else:
        status = ADA if day is None else TEPAT if given <= day else LAMBAT
    return Sel(shelf_kinds()[jenis].judul, status, _TANDA[status], given)


def visible_agencies(wewenang: Wewenang) -> list[Instansi]:
    """The agencies whose board this person sees by a duty of this year; the government itself is none of them."""
    roles = [p.kode for p in matrix().peran.values() if SEMUA in p.izin]
    duties = Penugasan.objects.filter(Q(tahun=wewenang.tahun) | Q(tahun=None), pengguna=wewenang.pengguna)
    own = duties.filter(peran__in=roles).values("instansi_id")
    open_there = Tahun.objects.filter(tahun=wewenang.tahun).values("instansi_id")
    return list(Instansi.objects.filter(pk__in=own).filter(pk__in=open_there).exclude(jenis="pemda").order_by("nama"))
