"""A line of the follow-up plan says who does it and in which quarter or by which date."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import StatusTindak
from akuntabel.domain.tindak_lanjut import Rtl
from akuntabel.findings import Tingkat
from akuntabel.ingest.periksa.check import LOLOS, Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join_some


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    rows = [r for r in paket.rtl if r.status is not StatusTindak.BATAL]
    nobody = [r for r in rows if r.penanggung_jawab is None]
    never = [r for r in rows if r.tenggat is None and r.tahun is None]
    yield from (LOLOS for r in rows if r not in nobody and r not in never)
    if nobody:
        yield _blank(rows, nobody, "penanggung_jawab", "penanggung jawab")
    if never:
        yield _blank(rows, never, "tenggat", "waktu pelaksanaan (tenggat, atau tahun dan triwulan)")


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
    penjelasan="Setiap rencana tindak lanjut yang tidak batal menyebut penanggung jawab dan waktu pelaksanaan.",
    bila_kosong="tabel rtl kosong",
    run=_run,
)
