"""Fast entry: the grid of a period or month, and the block that was pasted or typed into it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from akuntabel.grid.sheet import RawCell, Sheet
from akuntabel.paket.teks import cell_text
from akuntabel_web.akun.wewenang import Wewenang
from akuntabel_web.paket.models import MODEL
from akuntabel_web.paket.petakan import columns
from akuntabel_web.paket.tindakan import ChangeRight
from akuntabel_web.ukur.alur import OPEN_AGAIN, alur
from akuntabel_web.ukur.formulir import WITHOUT_VALUE, value_column
from akuntabel_web.ukur.isian import Butir, Unit, duties, items, valid_indicators
from akuntabel_web.ukur.jadwal import Jadwal
from akuntabel_web.ukur.tindakan import IZIN_ISI, VERSI, closed
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
    """A grid: its columns, and its rows as (code, title, cells by column, why it is closed)."""

    kolom: tuple[str, ...]
    baris: tuple[tuple[str, str, tuple[str, ...], str], ...]


def entry_grid(wewenang: Wewenang, periode: str, hari: date) -> Kisi:
    """The grid of a period: the indicators that this person fills."""
    jadwal, pohon = Jadwal(wewenang.instansi, wewenang.tahun), Unit(wewenang)
    rows = []
    for b in items(wewenang, valid_indicators(wewenang), [periode]):
        if not duties(wewenang, IZIN_ISI, b.unit, pohon):
            continue
        cells = tuple(cell_text(getattr(b.realisasi, k)) if b.realisasi else "" for k in KOLOM_ISIAN)
        rows.append((b.indikator.kode, b.indikator.nama, cells, obstacle(b, jadwal, hari) or ""))
    return Kisi(KOLOM_ISIAN, tuple(rows))


def obstacle(b: Butir, jadwal: Jadwal, hari: date) -> str | None:
    """Why an entry cannot be written here now."""
    if any(v and v.nilai is not None for _, v in b.komponen):
        return "Nilainya dihitung dari komponen; isi lewat halaman isiannya."
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
        typed = [sel.get(f"sel-{n}-{k}", old) for k, old in zip(kisi.kolom, cells, strict=True)]
        if not closed_by and [t.strip() for t in typed] != [c.strip() for c in cells]:
            rows.append([kode, *(t if t.strip() != c.strip() else "" for t, c in zip(typed, cells, strict=True))])
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


def entry_overlay(wewenang: Wewenang, periode: str, rows: Sequence[Sequence[str]], hari: date) -> Tumpangan:
    """What a block would do to the values of a period."""
    sheet, galat, block = sheet_of(rows), [], []
    known = {b.indikator.kode: b for b in items(wewenang, valid_indicators(wewenang), [periode])}
    jadwal = Jadwal(wewenang.instansi, wewenang.tahun)
    kolom = {k.nama: k for k in columns("realisasi")}
    head = [c.text for c in sheet.rows[0]] if sheet.rows else []
    for raw in sheet.rows[1:]:
        line, cells = raw[0].baris, dict(zip(head, raw, strict=False))
        item = known.get(cells["indikator"].text.strip())
        if item is None:
            galat.append(f"baris {line}: indikator '{cells['indikator'].text.strip()}' tidak ada pada tahun ini.")
            continue
        why = obstacle(item, jadwal, hari)
        if why:
            galat.append(f"baris {line}, {item.indikator.kode}: {why}")
        columns_here = kolom | {"nilai": value_column(item.indikator)}
        values = {
            n: read_value(sheet, c, columns_here[n], "realisasi", galat) for n, c in cells.items() if n in KOLOM_ISIAN
        }
        if any(v is not None for v in values.values()):
            block.append(BarisBlok(line, _with_key(wewenang, item, periode, values, galat, line)))
    return overlay(wewenang, "realisasi", block, galat)


def _with_key(
    wewenang: Wewenang, item: Butir, periode: str, values: dict[str, Any], galat: list[str], line: int
) -> dict[str, Any]:
    filled = any(values.get(n) is not None for n in ("nilai", "pembilang", "penyebut"))
    status = getattr(values.get("status"), "value", values.get("status"))
    if filled and status in WITHOUT_VALUE:
        galat.append(f"baris {line}: nilai terisi, padahal statusnya {status}; pilih salah satu.")
    elif status in WITHOUT_VALUE and item.realisasi is not None and item.terisi and item.realisasi.status != status:
        galat.append(f"baris {line}: nilai yang tersimpan harus dikosongkan lewat halaman isiannya dahulu.")
    versi = item.realisasi.versi if item.realisasi else VERSI
    key = {"indikator": item.indikator.kode, "tahun": wewenang.tahun, "periode": periode, "versi": versi}
    return {**values, **key, "dipakai": True}


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
