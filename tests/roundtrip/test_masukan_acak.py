"""Broken and hostile files give one clear line or findings, never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from akuntabel.domain.paket import Paket
from akuntabel.errors import BerkasError
from akuntabel.grid.sheet import Sheet
from akuntabel.ingest import ingest
from akuntabel.paket.tulis_buku import workbook_bytes
from akuntabel.pipelines.paket import read_paket
from akuntabel.readers.csv import parse_csv
from akuntabel.readers.xlsx import parse_xlsx

CONTOH = Path(__file__).parents[2] / "contoh" / "disnaker-kota-bekasi-2025"
TABEL = ("realisasi", "pejabat", "anggaran", "instansi", "narasi")
SETTINGS = {"suppress_health_check": list(HealthCheck)}
SHORT, LONG = {"max_examples": 60, **SETTINGS}, {"max_examples": 3_000, **SETTINGS}

noise = st.binary(max_size=400)
text_noise = st.text(st.characters(), max_size=300).map(lambda s: s.encode("utf-8", "surrogatepass"))
cuts = st.tuples(st.floats(0, 1), st.floats(0, 1), st.binary(max_size=12))


def small_paket() -> Paket:
    whole = read_paket(CONTOH).paket
    return Paket(instansi=whole.instansi, realisasi=whole.realisasi, pejabat=whole.pejabat, laporan=whole.laporan)


WORKBOOK = workbook_bytes(small_paket())
CSV = (CONTOH / "realisasi.csv").read_bytes()


def mutate(data: bytes, cut: tuple[float, float, bytes]) -> bytes:
    """Replace a stretch of bytes."""
    start = int(cut[0] * len(data))
    return data[:start] + cut[2] + data[start + int(cut[1] * 40) :]


def mutate_part(data: bytes, name: str, cut: tuple[float, float, bytes]) -> bytes:
    """Replace a stretch of bytes of one part of a workbook; its archive stays sound."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            new.writestr(member, mutate(old.read(member), cut) if member == name else old.read(member))
    return out.getvalue()


with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as _archive:
    PARTS = [n for n in _archive.namelist() if n.endswith(".rels") or "sharedStrings" in n or "styles" in n] + [
        "xl/workbook.xml",
        *(f"xl/worksheets/sheet{n}.xml" for n in (2, 3, 4, 27)),
    ]


def lines(read: Callable[[], Sequence[Sheet]]) -> list[str]:
    """What a user is told: the one line of an error, or the messages of the findings."""
    try:
        sheets = read()
    except BerkasError as error:
        return [str(error)]
    return [t.pesan for t in ingest({s.nama: s for s in sheets}, {}, {}).temuan]


def one_line_each(read: Callable[[], Sequence[Sheet]]) -> None:
    for line in lines(read):
        line.encode()
        assert line == " ".join(line.splitlines())


def read_csv_bytes(data: bytes, table: str) -> None:
    one_line_each(lambda: [parse_csv(data, table, f"{table}.csv")])


def read_workbook_bytes(data: bytes) -> None:
    one_line_each(lambda: parse_xlsx(data, "data.xlsx"))


def csv_case(data: bytes, cut: tuple[float, float, bytes], table: str) -> None:
    read_csv_bytes(data, table)
    read_csv_bytes(mutate(CSV, cut), "realisasi")


def workbook_case(data: bytes, cut: tuple[float, float, bytes], part: str) -> None:
    read_workbook_bytes(data)
    read_workbook_bytes(b"PK\x03\x04" + data)
    read_workbook_bytes(WORKBOOK[: int(cut[0] * len(WORKBOOK))])
    read_workbook_bytes(mutate(WORKBOOK, cut))
    read_workbook_bytes(mutate_part(WORKBOOK, part, cut))


@settings(**SHORT)
@given(noise | text_noise, cuts, st.sampled_from(TABEL))
def test_csv(data: bytes, cut: tuple[float, float, bytes], table: str) -> None:
    csv_case(data, cut, table)


@settings(**SHORT)
@given(noise, cuts, st.sampled_from(PARTS))
def test_workbook(data: bytes, cut: tuple[float, float, bytes], part: str) -> None:
    workbook_case(data, cut, part)


@pytest.mark.panjang
@settings(**LONG)
@given(noise | text_noise, cuts, st.sampled_from(TABEL))
def test_csv_at_length(data: bytes, cut: tuple[float, float, bytes], table: str) -> None:
    csv_case(data, cut, table)


@pytest.mark.panjang
@settings(**LONG)
@given(noise, cuts, st.sampled_from(PARTS))
def test_workbook_at_length(data: bytes, cut: tuple[float, float, bytes], part: str) -> None:
    workbook_case(data, cut, part)
