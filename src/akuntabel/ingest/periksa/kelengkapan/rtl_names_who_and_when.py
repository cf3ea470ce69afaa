"""A line of the follow-up plan says who does it and in which quarter or by which date."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import StatusTindak
from akuntabel.domain.tindak_lanjut import Rtl
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join, join_some

_NAMES = {"penanggung_jawab": "penanggung jawab", "tenggat": "waktu pelaksanaan"}


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    rows = [r for r in paket.rtl if r.status not in (StatusTindak.BATAL, StatusTindak.SELESAI)]
    groups: dict[tuple[str, ...], list[Rtl]] = {}
    for row in rows:
        groups.setdefault(_absent(row), []).append(row)
    for absent, same in groups.items():
        if absent:
            yield _blank(rows, same, absent[0], join([_NAMES[c] for c in absent]))
        else:
            yield from (LOLOS for _ in same)


def _absent(row: Rtl) -> tuple[str, ...]:
    owner = ("penanggung_jawab",) if row.penanggung_jawab is None else ()
    return (*owner, "tenggat") if row.tenggat is None and row.tahun is None else owner


def _blank(rows: list[Rtl], blank: list[Rtl], column: str, name: str) -> Jawaban:
    text = (
        f"{len(blank)} dari {len(rows)} rencana tindak lanjut tidak menyebut {name} "
        f"({join_some([r.kode for r in blank])}); lengkapi"
    )
    return problem(blank[0], column, text, terkait=[(r, column) for r in blank[1:]])


CHECK = Check(
    kode="PRK-KLK-10",
    judul="Rencana tindak lanjut menyebut siapa dan kapan",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 14/2017 (rencana tindak lanjut memuat waktu dan penanggung jawab)",
    penjelasan=(
        "Setiap rencana tindak lanjut yang belum selesai dan tidak batal menyebut penanggung jawab dan waktu "
        "pelaksanaan."
    ),
    bila_kosong="tidak ada rencana tindak lanjut yang terbuka",
    run=_run,
)
