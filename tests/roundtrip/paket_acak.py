"""Random packages, built from the domain models by the kind of each column."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from akuntabel.domain.kolom import Baris, JenisKolom, Kolom, columns_of
from akuntabel.domain.paket import TABEL, Paket

# Letters beside everything that means something to CSV, to workbooks, or to XML.
SULIT = "aZ éñ0;,\"'=+-@|<>&%{}_x005F\u2013\u201c*#./:()"
KODE = st.text("ABCdef0123456789.-_", min_size=1, max_size=12)
STEM = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,10}", fullmatch=True)
PNG = b"\x89PNG\r\n\x1a\n"


def one_line(text: str) -> str:
    return " ".join(text.split())


TEKS = st.text(SULIT, min_size=1, max_size=30).map(one_line).filter(bool)
PANJANG = st.text(SULIT + "\n\n", min_size=1, max_size=80).map(str.strip).filter(bool)
DESIMAL = st.decimals(-(10**20), 10**20, places=6, allow_nan=False) | st.decimals(-1000, 1000, places=2)
TANGGAL = st.dates(date(1800, 1, 1), date(2200, 12, 31))
PERINGKAT = st.sampled_from(["WTP", "BB", "Sangat Baik", "Level 3", "A-"])
NILAI = st.booleans() | DESIMAL | TANGGAL | PERINGKAT
BY_KIND: dict[JenisKolom, st.SearchStrategy[Any]] = {
    JenisKolom.KODE: KODE,
    JenisKolom.TEKS: TEKS,
    JenisKolom.TEKS_PANJANG: PANJANG,
    JenisKolom.BULAT: st.integers(-(10**17), 10**17),
    JenisKolom.DESIMAL: DESIMAL,
    JenisKolom.UANG: st.decimals(-(10**16), 10**16, places=2),
    JenisKolom.TAHUN: st.integers(1900, 2100),
    JenisKolom.TANGGAL: TANGGAL,
    JenisKolom.YA_TIDAK: st.booleans(),
    JenisKolom.NIP: st.from_regex(r"[0-9]{18}", fullmatch=True),
    JenisKolom.NILAI: NILAI,
}


def cells(kolom: Kolom, tabel: str) -> st.SearchStrategy[Any]:
    if kolom.enum is not None:
        found: st.SearchStrategy[Any] = st.sampled_from(list(kolom.enum))
    elif tabel == "narasi" and kolom.nama == "kode":
        found = STEM
    else:
        found = BY_KIND[kolom.jenis]
    return found if kolom.wajib else st.none() | found


def rows(model: type[Baris]) -> st.SearchStrategy[tuple[Baris, ...]]:
    fields = {k.nama: cells(k, model.TABEL) for k in columns_of(model)}
    one = st.builds(lambda values: model(**values), st.fixed_dictionaries(fields))
    return st.lists(one, min_size=1, max_size=3, unique_by=lambda row: row.kunci).map(tuple)


@st.composite
def packages(draw: st.DrawFn) -> Paket:
    """A package with rows in a few tables, narrative, pictures (passages and pictures in the order of their names)."""
    names = draw(st.lists(st.sampled_from(list(TABEL)), min_size=1, max_size=5, unique=True))
    tables: dict[str, Any] = {name: draw(rows(TABEL[name])) for name in names}
    if "narasi" in tables:
        tables["narasi"] = tuple(sorted(tables["narasi"], key=lambda row: str(row.kunci)))
    pictures = draw(st.dictionaries(STEM.map(lambda s: f"{s}.png"), st.binary(max_size=50_000), max_size=2))
    return Paket(**tables, berkas=tuple(sorted((name, PNG + data) for name, data in pictures.items())))
