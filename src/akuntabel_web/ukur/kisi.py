"""Fast entry: the grid of a period or month, and the block that was pasted or typed into it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.paket.teks import cell_text
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.paket.models import MODEL, BarisPaket
from akuntabel_web.paket.petakan import columns
from akuntabel_web.paket.tindakan import ChangeRight
from akuntabel_web.ukur.alur import OPEN_AGAIN, alur
from akuntabel_web.ukur.isian import Butir, Unit, duties, items, valid_indicators
from akuntabel_web.ukur.jadwal import Jadwal
from akuntabel_web.ukur.tindakan import IZIN_ISI, closed
from akuntabel_web.ukur.tumpang import BarisBlok, Tumpangan, overlay, read_value

NAMA = "tempelan"  # how messages call the pasted block
KOLOM_ISIAN = ("nilai", "pembilang", "penyebut", "status", "sumber", "keterangan")
KOLOM_BULANAN = ("realisasi", "fisik", "keterangan")
_HEADS = {"indikator": "indikator", "kode": "indikator", "kode indikator": "indikator", "realisasi": "nilai"}
BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
         "November", "Desember")  # fmt: skip
_FOREIGN = "Bukan milik unit Anda menurut rencana aksi."
_LONGEST = 500_000


@dataclass(frozen=True, slots=True)
class Kisi:
    """A grid: its columns, and its rows as (code, title, cells by column, why it is closed).

    A cell is None where nothing can be entered.
    """

    kolom: tuple[str, ...]
    baris: tuple[tuple[str, str, tuple[str | None, ...], str], ...]


def entry_grid(wewenang: Wewenang, periode: str, hari: date) -> Kisi:
    """The grid of a period: the indicators that this person fills, then their components.

    Components stand below all indicators: a column that is copied from a list of indicators meets its own rows.
    """
    jadwal, pohon = Jadwal(wewenang.instansi, wewenang.tahun), Unit(wewenang)
    rows, parts = [], []
    for b in items(wewenang, valid_indicators(wewenang), [periode]):
        if not duties(wewenang, IZIN_ISI, b.unit, pohon):
            continue
        closed_by = obstacle(b, jadwal, hari) or ""
        rows.append((b.indikator.kode, b.indikator.nama, tuple(_cell(b, k) for k in KOLOM_ISIAN), closed_by))
        for part, value in b.komponen:
            text = cell_text(value.nilai) if value else ""
            cells = tuple(text if k == "nilai" else None for k in KOLOM_ISIAN)
            parts.append((part_code(b, part), part.nama, cells, closed_by))
    return Kisi(KOLOM_ISIAN, (*rows, *parts))


def part_code(b: Butir, part: BarisPaket) -> str:
    """How a component is called in a block: its indicator, then its own code."""
    return f"{b.indikator.kode}/{part.kode}"


def _cell(b: Butir, kolom: str) -> str | None:
    """What is saved; None for a value that the components give."""
    parts = [v for _, v in b.komponen if v and v.nilai is not None]
    if b.komponen and (kolom in {"pembilang", "penyebut"} or (kolom == "nilai" and parts)):
        return None
    return cell_text(getattr(b.realisasi, kolom)) if b.realisasi else ""


def obstacle(b: Butir, jadwal: Jadwal, hari: date) -> str | None:
    """Why an entry cannot be written here now."""
    if b.keadaan not in alur().terbuka:
        return closed(b)
    return None if b.keadaan in OPEN_AGAIN else jadwal.of(b.periode, b.unit).obstacle(hari)


def month_grid(wewenang: Wewenang, bulan: int, dokumen: str) -> Kisi:
    """The grid of a month: money to date and fisik of each subkegiatan, as one document states them."""
    mine = {"instansi": wewenang.instansi, "tahun_paket": wewenang.tahun}
    subs = list(MODEL["subkegiatan"].objects.filter(**mine).order_by("kode"))
    found = MODEL["realisasi_anggaran"].objects.filter(
        **mine, tahun=wewenang.tahun, bulan=bulan, dokumen=dokumen, jenis_belanja=None, sumber_dana=None
    )
    by_code = {r.kode: r for r in found}
    right = ChangeRight(wewenang, "realisasi_anggaran")
    rows = []
    for s in subs:
        cells = tuple(cell_text(getattr(by_code.get(s.kode), k, None)) for k in KOLOM_BULANAN)
        rows.append((s.kode, s.nama, cells, "" if right.of({"kode": s.kode}) else _FOREIGN))
    return Kisi(KOLOM_BULANAN, tuple(rows))


def block_of(kisi: Kisi, tempel: str, sel: Mapping[str, str], kunci: str) -> list[list[str]]:
    """The block that a person sent: what he pasted, else the cells of the grid that differ from what is saved."""
    if tempel.strip():
        return pasted(tempel, kunci, kisi.kolom)
    rows = [[kunci, *kisi.kolom]]
    for n, (kode, _, cells, closed_by) in enumerate(kisi.baris):
        before = [None if c is None else c.strip() for c in cells]
        typed = [
            None if old is None else sel.get(f"sel-{n}-{k}", old).strip()
            for k, old in zip(kisi.kolom, before, strict=True)
        ]
        if not closed_by and typed != before:
            told = ["" if new == old else new or "" for new, old in zip(typed, before, strict=True)]
            rows.append([kode, *told])
    return rows


def pasted(text: str, kunci: str, kolom: Sequence[str]) -> list[list[str]]:
    """A block from a spreadsheet: rows of tab-separated cells. Without a heading, the columns stand in their order."""
    clean = text[:_LONGEST].replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    rows = [r for r in csv.reader(io.StringIO(clean), delimiter="\t") if any(c.strip() for c in r)]
    head = [_heading(c, kunci, kolom) for c in rows[0]] if rows else []
    if rows and head[0] == kunci and sum(h is not None for h in head) > 1:
        return [[h or "" for h in head], *rows[1:]]
    return [[kunci, *kolom], *rows]


def _heading(text: str, kunci: str, kolom: Sequence[str]) -> str | None:
    word = text.strip().casefold()
    if kunci == "indikator" and word in _HEADS:
        return _HEADS[word]
    return word if word in {kunci, *kolom} else None


def sheet_of(rows: Iterable[Sequence[str]]) -> Sheet:
    """A block as a sheet, so that messages name its rows."""
    made = [
        tuple(RawCell(c.strip() or None, c, line, n) for n, c in enumerate(row, 1)) for line, row in enumerate(rows, 1)
    ]
    return Sheet(NAMA, NAMA, tuple(made))


def month_overlay(wewenang: Wewenang, bulan: int, dokumen: str, rows: Sequence[Sequence[str]]) -> Tumpangan:
    """What a block would do to money and fisik of a month."""
    sheet, galat, block = sheet_of(rows), [], []
    kolom = {k.nama: k for k in columns("realisasi_anggaran")}
    head = [c.text for c in sheet.rows[0]] if sheet.rows else []
    for raw in sheet.rows[1:]:
        cells = dict(zip(head, raw, strict=False))
        values = {
            n: read_value(sheet, c, kolom[n], "realisasi_anggaran", galat)
            for n, c in cells.items()
            if n in KOLOM_BULANAN or n == "kode"
        }
        key = {"tahun": wewenang.tahun, "bulan": bulan, "dokumen": dokumen, "dipakai": True}
        block.append(BarisBlok(raw[0].baris, values | key))
    return overlay(wewenang, "realisasi_anggaran", block, galat)
