"""What pages of the dashboard show, from the kept figures; only what depends on the day is asked of the database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from akuntabel.calculation.tenggat import BarisTindak, Kelompok, follow_up
from akuntabel.domain.paket import TABEL, Paket
from akuntabel_web.dasbor.hitungan import Hitungan
from akuntabel_web.dasbor.simpanan import Simpanan
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.paket.petakan import rows_of, to_contract

KOSONG = "–"
TANDA = {"hijau": "▲", "kuning": "●", "merah": "▼"}
_FOUND = 60  # figures that a search offers at once


@dataclass(frozen=True, slots=True)
class Angka:
    """A figure as a page shows it: its name (empty: not there) and its printed form."""

    nama: str
    cetak: str
    sementara: bool = False


def figure(hasil: Hitungan, name: str) -> Angka:
    """A figure by name."""
    kept = hasil.besaran.get(name)
    return Angka(name, kept["cetak"], kept["sementara"]) if kept else Angka("", KOSONG)


def groups(hasil: Hitungan) -> list[dict[str, Any]]:
    """Tujuan and sasaran with their indicators, figures filled in."""
    return [
        _filled(hasil, g, ("capaian", "predikat", "serapan"))
        | {
            "indikator": [
                _filled(hasil, i, ("target", "target_atas", "realisasi", "capaian", "predikat", "status"))
                for i in g["indikator"]
            ]
        }
        for g in hasil.isi["kelompok"]
    ]


def _filled(hasil: Hitungan, row: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return row | {n: figure(hasil, row[n]) for n in names} | {"tanda": TANDA.get(row["lampu"], "")}


def charts(hasil: Hitungan) -> list[dict[str, Any]]:
    """Charts with the tables behind them."""
    return [
        g
        | {
            "kepala": g["tabel"]["kepala"],
            "baris": [_cells(hasil, g["tabel"]["kepala"], line) for line in g["tabel"]["baris"]],
        }
        for g in hasil.isi["grafik"]
    ]


def _cells(hasil: Hitungan, heads: list[str], line: list[str]) -> tuple[str, list[tuple[str, Angka]]]:
    """A row of a table: its name, and its figures with their headings."""
    return line[0], [(head, figure(hasil, name)) for head, name in zip(heads[1:], line[1:], strict=True)]


def named(hasil: Hitungan, rows: list[tuple[str, str]]) -> list[tuple[str, Angka]]:
    """Titles with their figures, of those that the data give."""
    return [(title, figure(hasil, name)) for title, name in rows if name]


def late(instansi: Instansi, tahun: int, hari: date) -> list[BarisTindak]:
    """Recommendations and plans of follow-up that are past their day."""
    tables = {t: tuple(to_contract(t, r) for r in rows_of(t, instansi, tahun)) for t in ("rekomendasi", "rtl")}
    return [line for line in follow_up(Paket(**tables), hari) if line.kelompok is Kelompok.TERLAMBAT]


def search(hasil: Hitungan, cari: str) -> tuple[list[tuple[str, dict[str, Any]]], int]:
    """Figures whose name or title holds every word, the first of them, and how many there are."""
    words = cari.casefold().split()
    titles = hasil.besaran.titles() if isinstance(hasil.besaran, Simpanan) else ()
    found = [name for name, title in titles if all(w in f"{name} {title}".casefold() for w in words)]
    found.sort(key=lambda name: (name.count("/"), name))
    return [(name, hasil.besaran[name]) for name in found[:_FOUND]], len(found)


def sources(hasil: Hitungan, name: str) -> list[dict[str, str]]:
    """Every cell that a figure depends on, through all its inputs, each once."""
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for _, kept in _chain(hasil, name):
        for tabel, kunci, kolom, teks in kept["sel"]:
            title = TABEL[tabel].JUDUL if tabel in TABEL else tabel
            shown = kunci.replace("|", ", ")
            row = {"tabel": tabel, "judul": title, "kunci": kunci, "baris": shown, "kolom": kolom, "teks": teks}
            found.setdefault((tabel, kunci, kolom), row)
    return list(found.values())


def _chain(hasil: Hitungan, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    todo, seen = [name], {name}
    while todo:
        now = todo.pop(0)
        kept = hasil.besaran.get(now)
        if kept is None:
            continue
        yield now, kept
        todo += [i for i in kept["masukan"] if i not in seen]
        seen.update(kept["masukan"])
