"""A key stands once in its table: two rows with one key leave it open which of them counts."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.findings import Tingkat
from akuntabel.ingest.periksa.check import LOLOS, Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for name, rows in paket.tables():
        seen: dict[str, Baris] = {}
        for row in rows:
            first = seen.setdefault(row.kunci, row)
            yield LOLOS if first is row else _double(name, row, first)


def _double(name: str, row: Baris, first: Baris) -> Jawaban:
    columns = join(TABEL[name].KUNCI)
    key = " ".join(part for part in row.kunci.split("|") if part)
    return problem(
        row,
        TABEL[name].KUNCI[0],
        f"kunci '{key}' ({columns}) sudah dipakai baris lain; satukan kedua baris atau bedakan kuncinya",
        terkait=[(first, TABEL[name].KUNCI[0])],
    )


CHECK = Check(
    kode="PRK-ACU-02",
    judul="Kunci baris hanya muncul satu kali",
    tingkat=Tingkat.TINGGI,
    dasar="Skema paket data Akuntabel",
    penjelasan=(
        "Setiap tabel mempunyai kolom kunci. Dua baris dengan kunci yang sama membuat nilai yang berlaku tidak pasti."
    ),
    bila_kosong="paket tidak berisi baris",
    run=_run,
)
