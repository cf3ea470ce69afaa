"""Specifications of the calculation: Markdown pages with tables of a package and the figures that must come out.

A page is `# title`, text, and cases. A case is `## name`, text that says how the expected values were found by hand,
then tables, each after a line with its name in bold: tables of the package, and last `**harapan**`. Columns that a case
does not show take the values of BAKU, so that a table holds only what matters. `harapan` has the column `besaran` and
either `hasil` (and, where wanted, `hitungan` and `alasan`) or one column for each preset of the policy. What is written
is what is printed: a state in words where there is no value, `–` where the figure does not exist, a trailing `*` on a
provisional value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from akuntabel.calculation.compute import compute_figures
from akuntabel.calculation.policy import make_policy
from akuntabel.domain.catatan import Kebijakan
from akuntabel.domain.figure import Figure, FigureId, FigureSet
from akuntabel.domain.kolom import Baris, JenisKolom, Kolom, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.regulations import load
from akuntabel.reports.cetak import print_origin

HALAMAN = Path(__file__).resolve().parents[1] / "tests" / "spec" / "hitung"
TAHUN = 2025
TIDAK_ADA = "–"
HARAPAN = "harapan"

# Values of required columns that a case leaves out.
BAKU: Mapping[str, Mapping[str, str]] = {
    "indikator": {"tingkat": "sasaran", "induk": "S1", "satuan": "persen", "jenis_nilai": "angka", "arah": "naik",
                  "iku": "ya", "desimal": "2"},
    "target": {"tahun": "2025", "periode": "tahun", "dokumen": "pk"},
    "realisasi": {"tahun": "2025", "periode": "tahun", "versi": "lkip", "dipakai": "ya"},
    "nilai_komponen": {"tahun": "2025", "periode": "tahun"},
    "dasar_pengukuran": {"tahun": "2025", "alasan": "menunggu konfirmasi", "status": "sementara"},
    "pembanding": {"wilayah": "nasional", "nama_wilayah": "Indonesia", "tahun": "2025"},
    "perjanjian_kinerja": {"kode": "pk", "tahun": "2025", "jenis": "murni", "jenjang": "kepala_instansi"},
    "perjanjian_indikator": {"perjanjian": "pk", "urutan": "1"},
    "perjanjian_anggaran": {"perjanjian": "pk", "urutan": "1"},
    "dokumen_rencana": {"kode": "renstra", "jenis": "renstra", "tahun_awal": "2025", "tahun_akhir": "2029"},
    "tujuan": {"dokumen": "renstra", "teks": "Tujuan"},
    "sasaran": {"tujuan": "T1", "teks": "Sasaran"},
    "program": {"penunjang": "tidak"},
    "anggaran": {"tahun": "2025", "versi": "murni"},
    "realisasi_anggaran": {"tahun": "2025", "dokumen": "lra", "dipakai": "ya"},
    "pendapatan": {"tahun": "2025"},
    "skm_periode": {"tahun": "2025", "bulan_awal": "10", "bulan_akhir": "12"},
    "skm_rekap": {"periode": "P1"},
    "skm_responden": {"periode": "P1"},
    "skm_tahunan": {"tahun": "2025", "versi": "lkip", "dipakai": "ya"},
    "rencana_aksi": {"uraian": "Kegiatan", "satuan": "orang"},
    "pegawai_rekap": {"dimensi": "pendidikan", "status_pegawai": "pns"},
    "kendaraan": {"pemegang": "Sekretariat"},
    "nilai_akip": {"tahun": "2024", "komponen": "total"},
    "rtl": {"sumber": "skm", "uraian": "Tindakan"},
    "rekomendasi": {"sumber": "lhe", "tahun": "2024", "teks": "Rekomendasi"},
    "laporan": {
        "tahun": "2025", "nama": "Laporan Kinerja", "singkatan": "LKj", "tempat": "Kota", "tanggal": "2026-02-27",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kasus:
    """A case of a page: its tables by name, rows as they are written."""

    halaman: str
    nama: str
    catatan: str
    tabel: Mapping[str, tuple[Mapping[str, str], ...]]

    @property
    def harapan(self) -> tuple[Mapping[str, str], ...]:
        """The expected figures."""
        return self.tabel[HARAPAN]

    @property
    def preset_list(self) -> tuple[str, ...]:
        """The presets that the case names as columns; ("",) when it takes the policy of its own table."""
        rest = [k for k in self.harapan[0] if k not in ("besaran", "hasil", "hitungan", "alasan")]
        return tuple(rest) or ("",)


def read_page(path: Path) -> tuple[Kasus, ...]:
    """The cases of a page. Raises ValueError for a page that breaks the form."""
    cases = []
    for section in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, body = section.partition("\n")
        head, *rest = re.split(r"^\*\*(\w+)\*\*$", body, flags=re.MULTILINE)
        tables = {n: _rows(f"{path.name}, {name}, {n}", t) for n, t in zip(rest[::2], rest[1::2], strict=True)}
        if HARAPAN not in tables or not head.strip():
            raise ValueError(f"{path.name}, {name}: perlu catatan dan tabel harapan")
        cases.append(Kasus(path.stem, name.strip(), head.strip(), tables))
    return tuple(cases)


def _rows(where: str, text: str) -> tuple[Mapping[str, str], ...]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    grid = [[c.strip() for c in line.strip().removeprefix("|").removesuffix("|").split("|")] for line in lines]
    if len(grid) < 3 or any(len(row) != len(grid[0]) for row in grid):
        raise ValueError(f"{where}: tabel kosong atau kolomnya tidak sama banyak")
    return tuple(dict(zip(grid[0], row, strict=True)) for row in grid[2:])


def all_cases() -> tuple[Kasus, ...]:
    """The cases of all pages."""
    return tuple(case for path in sorted(HALAMAN.glob("*.md")) for case in read_page(path))


def _number(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def _value(text: str) -> Any:
    if text in ("ya", "tidak"):
        return text == "ya"
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    return _number(text) if re.fullmatch(r"-?[\d.]+(,\d+)?", text) else text


_READERS: Mapping[JenisKolom, Callable[[str], Any]] = {
    JenisKolom.BULAT: int,
    JenisKolom.TAHUN: int,
    JenisKolom.DESIMAL: _number,
    JenisKolom.UANG: _number,
    JenisKolom.TANGGAL: date.fromisoformat,
    JenisKolom.YA_TIDAK: lambda text: {"ya": True, "tidak": False}[text],
    JenisKolom.NILAI: _value,
}


def _parse(kolom: Kolom, text: str) -> Any:
    return kolom.enum(text) if kolom.enum is not None else _READERS.get(kolom.jenis, str)(text)


def _row(model: type[Baris], given: Mapping[str, str]) -> Baris:
    columns = {k.nama: k for k in columns_of(model)}
    texts = {**BAKU.get(model.TABEL, {}), **given}
    texts = {k: v for k, v in texts.items() if v or k in given}
    if "nama" in columns and columns["nama"].wajib and "kode" in texts:
        texts.setdefault("nama", texts["kode"])
    return model(**{k: _parse(columns[k], v) for k, v in texts.items() if v})


def make_paket(case: Kasus, preset: str = "") -> Paket:
    """The package of a case. An agreement `pk` and its plan `renstra` are there unless the case has its own."""
    tables: dict[str, Any] = {"perjanjian_kinerja": ({},), "dokumen_rencana": ({},), **case.tabel}
    tables.pop(HARAPAN)
    made = {name: tuple(_row(TABEL[name], row) for row in rows) for name, rows in tables.items()}
    if preset:
        rest = tuple(r for r in made.get("kebijakan", ()) if r.kunci != "preset")
        made["kebijakan"] = (Kebijakan(kunci_kebijakan="preset", nilai=preset), *rest)
    return Paket(**made)


@cache
def presets() -> Mapping[str, Mapping[str, str]]:
    """The presets of the policy."""
    return {p.kode: {"nama": p.nama, **p.setelan} for p in load().preset}


def figures_of(paket: Paket, tahun: int = TAHUN) -> FigureSet:
    """All figures of a package."""
    return compute_figures(paket, make_policy(paket.kebijakan, presets()), load(), tahun)


def shown(figure: Figure | None) -> str:
    """A figure as a case writes it."""
    if figure is None:
        return TIDAK_ADA
    return print_origin(figure) + ("*" if figure.sementara and figure.value is not None else "")


def actual(case: Kasus) -> list[dict[str, str]]:
    """The rows of `harapan` as the program gives them."""
    sets = {preset: figures_of(make_paket(case, preset)) for preset in case.preset_list}
    made = []
    for row in case.harapan:
        fid = FigureId.parse(row["besaran"], TAHUN)
        out = {"besaran": row["besaran"]}
        for column in list(row)[1:]:
            figure = sets[column if column in sets else ""].get(fid)
            if column == "hitungan":
                out[column] = figure.trace.hitungan if figure and row[column] else ""
            elif column == "alasan":
                out[column] = (figure.trace.catatan or "") if figure and row[column] else ""
            else:
                out[column] = shown(figure)
        made.append(out)
    return made
