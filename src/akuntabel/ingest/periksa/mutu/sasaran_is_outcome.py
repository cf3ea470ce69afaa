"""A sasaran is worded as a result, not as an activity that was carried out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.rencana import Sasaran, Tujuan
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

# First words that say that something was done, made or held.
_ACTIVITY = re.compile(
    r"(?:ter(?:laksana|susun|selenggara|kirim|bentuk|sosialisasi|dokumentasi|bangun|fasilitasi|program)(?:kan)?nya"
    r"|pelaksanaan|penyusunan|penyelenggaraan|pembuatan|pengadaan|pembangunan|sosialisasi|melaksanakan|menyusun)\b",
    re.IGNORECASE,
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    rows: list[Tujuan | Sasaran] = [*paket.tujuan, *paket.sasaran]
    for row in rows:
        found = _ACTIVITY.match(row.teks)
        if found is None:
            yield LOLOS
            continue
        yield problem(
            row,
            "teks",
            f"rumusan {row.TABEL} diawali '{found.group()}', yang menyatakan kegiatan; dapatkah ditulis sebagai hasil, "
            "misalnya 'Meningkatnya ...' atau 'Menurunnya ...'?",
            keyakinan=Keyakinan.MUNGKIN,
        )


CHECK = Check(
    kode="PRK-MTU-02",
    judul="Tujuan dan sasaran berupa hasil",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 88/2021, kriteria perencanaan kinerja (berorientasi hasil)",
    penjelasan=(
        "Tujuan dan sasaran yang diawali kata kegiatan (terlaksananya, tersusunnya, penyelenggaraan) ditanyakan."
    ),
    bila_kosong="tabel tujuan dan sasaran kosong",
    run=_run,
)
