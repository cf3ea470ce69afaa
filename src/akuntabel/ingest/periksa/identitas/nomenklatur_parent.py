"""The code of a kegiatan starts with that of its program, the code of a subkegiatan with that of its kegiatan."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    rows: list[tuple[Baris, str, str]] = [(k, "program", k.program) for k in paket.kegiatan]
    rows += [(s, "kegiatan", s.kegiatan) for s in paket.subkegiatan]
    for row, column, parent in rows:
        if _starts_with(row.kunci, parent):
            yield LOLOS
        else:
            yield problem(
                row,
                column,
                f"kode {row.TABEL} '{row.kunci}' tidak diawali kode {column}nya '{parent}'; perbaiki salah satunya",
                terkait=[(row, "kode")],
            )


def _starts_with(code: str, parent: str) -> bool:
    """Segment by segment, so that 01 equals 0001."""
    pairs = list(zip_longest(code.split("."), parent.split(".")))
    shared = pairs[: parent.count(".") + 1]
    return len(pairs) > len(shared) and all(a and b and (a.lstrip("0") == b.lstrip("0")) for a, b in shared)


CHECK = Check(
    kode="PRK-IDN-04",
    judul="Kode nomenklatur diawali kode induknya",
    tingkat=Tingkat.SEDANG,
    dasar="Permendagri 90/2019 dan pemutakhirannya",
    penjelasan=(
        "Kode kegiatan diawali kode programnya dan kode subkegiatan diawali kode kegiatannya, ruas demi ruas (01 "
        "sama dengan 0001)."
    ),
    bila_kosong="tabel kegiatan dan subkegiatan kosong",
    run=_run,
)
