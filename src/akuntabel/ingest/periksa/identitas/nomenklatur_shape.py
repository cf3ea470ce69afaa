"""Nomenclature codes have the shape of their level: U.BB.PP, U.BB.PP.L.KK, U.BB.PP.L.KK.SSSS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

_PROGRAM = r"[\dX]\.(?:\d{2}|XX)\.\d{2}"
_SHAPES = (
    ("program", re.compile(_PROGRAM), "U.BB.PP", "2.07.03"),
    ("kegiatan", re.compile(rf"{_PROGRAM}\.[12]\.\d{{2}}"), "U.BB.PP.L.KK", "2.07.03.2.01"),
    (
        "subkegiatan",
        re.compile(rf"{_PROGRAM}\.[12]\.\d{{2}}\.(?:\d{{2}}|\d{{4}})"),
        "U.BB.PP.L.KK.SSSS",
        "2.07.03.2.01.0001",
    ),
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for table, shape, pattern, example in _SHAPES:
        for row in paket.rows(table):
            code = row.kunci
            if shape.fullmatch(code):
                yield LOLOS
                continue
            level = next((name for name, other, _, _ in _SHAPES if other.fullmatch(code)), None)
            text = f"kode {table} '{code}' tidak berbentuk {pattern}"
            if level:
                text += f", melainkan bentuk kode {level}; pindahkan ke tabel {level} atau perbaiki kodenya"
            else:
                text += f"; tulis misalnya {example}"
            yield problem(row, "kode", text)


CHECK = Check(
    kode="PRK-IDN-03",
    judul="Kode nomenklatur berbentuk benar",
    tingkat=Tingkat.SEDANG,
    dasar="Permendagri 90/2019 dan pemutakhirannya",
    penjelasan=(
        "Kode program U.BB.PP, kegiatan U.BB.PP.L.KK (L: 1 provinsi, 2 kabupaten/kota), subkegiatan U.BB.PP.L.KK.SSSS "
        "(pada daftar lama dua angka). Urusan penunjang boleh ditulis X.XX."
    ),
    bila_kosong="tabel program, kegiatan, dan subkegiatan kosong",
    run=_run,
)
