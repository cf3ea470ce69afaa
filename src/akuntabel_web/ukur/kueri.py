"""What the pages of measuring ask: the board of all entries, the action plan of an indicator."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q

from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.inti.alamat import address
from akuntabel_web.inti.teks import shown
from akuntabel_web.paket.models import MODEL, BarisPaket
from akuntabel_web.paket.petakan import columns
from akuntabel_web.paket.tindakan import ChangeRight
from akuntabel_web.ukur.alur import BARU, alur
from akuntabel_web.ukur.isian import Butir, Unit, items, measured
from akuntabel_web.ukur.jadwal import JUDUL_PERIODE, PERIODE, Jadwal

PER_HALAMAN = 50


@dataclass(frozen=True, slots=True)
class BarisPapan:
    """An indicator on the board: its owner, and of each entry (period, address, state, what it is about)."""

    kode: str
    nama: str
    unit: str | None
    sel: tuple[tuple[str, str, str, str], ...]


def board(wewenang: Wewenang, hari: date, halaman: str | None) -> dict[str, Any]:
    """A page of indicators by period, the windows, and all indicators without an owner."""
    pohon, every = Unit(wewenang), measured(wewenang)
    page = Paginator(every, PER_HALAMAN).get_page(halaman)
    listed = list(page.object_list)
    by_item = {(b.indikator.kode, b.periode): b for b in items(wewenang, listed, PERIODE)}
    rows = [
        BarisPapan(
            i.kode,
            i.nama,
            pohon.nama.get(i.penanggung_jawab or ""),
            tuple(_cell(wewenang, by_item[i.kode, p]) for p in PERIODE),
        )
        for i in listed
    ]
    jadwal = Jadwal(wewenang.instansi, wewenang.tahun)
    limits = [(JUDUL_PERIODE[p], b, b.obstacle(hari)) for p in PERIODE if (b := jadwal.of(p, None)).tutup]
    return {
        "halaman": page,
        "baris": rows,
        "periode": [JUDUL_PERIODE[p] for p in PERIODE],
        "kode_periode": [(p, JUDUL_PERIODE[p]) for p in PERIODE],
        "jadwal": [(judul, shown(b.buka), shown(b.terakhir), halangan) for judul, b, halangan in limits],
        "tanpa_pemilik": every.filter(Q(penanggung_jawab=None) | ~Q(penanggung_jawab__in=list(pohon.nama))),
    }


def _cell(wewenang: Wewenang, butir: Butir) -> tuple[str, str, str, str]:
    title = JUDUL_PERIODE[butir.periode]
    url = address("ukur_isian", wewenang.instansi.alamat, wewenang.tahun, butir.periode, butir.indikator.kode)
    return title, url, state_title(butir), f"{butir.indikator.nama}, {title}"


def state_title(butir: Butir) -> str:
    """The state of an entry as people read it; a value that came by an import was not entered here yet."""
    if butir.keadaan == BARU and butir.terisi:
        return "Ada nilai dari impor"
    return alur().judul_keadaan[butir.keadaan]


def action_plan(wewenang: Wewenang, kode: str) -> list[tuple[BarisPaket, list[tuple[BarisPaket, bool]]]]:
    """The lines of the action plan of an indicator with their steps, and which of these this person may change."""
    mine = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun}
    plans = list(MODEL["rencana_aksi"].objects.filter(**mine, indikator=kode).order_by("urutan_baris", "id"))
    steps = list(MODEL["langkah"].objects.filter(**mine, rencana_aksi__in=[p.kode for p in plans]))
    right = ChangeRight(wewenang, "langkah")
    names = [k.nama for k in columns("langkah")]
    shown_steps = [(s, right.of({n: getattr(s, n) for n in names})) for s in steps]
    return [(p, [pair for pair in shown_steps if pair[0].rencana_aksi == p.kode]) for p in plans]
