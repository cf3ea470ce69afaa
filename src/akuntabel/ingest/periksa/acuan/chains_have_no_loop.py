"""A row is never its own superior or forerunner, directly or through others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from akuntabel.domain.kolom import Baris, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for name, rows in paket.tables():
        for column in columns_of(TABEL[name]):
            if column.acuan == name:
                known = by_key(rows)
                for row in known.values():
                    if getattr(row, column.nama) is not None:
                        yield _judge(row, column.nama, known)


def _judge(row: Baris, column: str, known: Mapping[str, Baris]) -> Jawaban:
    path = [row.kunci]
    while (code := getattr(known[path[-1]], column)) in known and code not in path:
        path.append(code)
    loop = path if code == row.kunci else []
    first = min(loop, key=list(known).index, default=None)
    if first != row.kunci:
        return LOLOS
    chain = " → ".join([*loop, row.kunci])
    return problem(
        row,
        column,
        f"rantai {chain} kembali ke awal; kosongkan kolom {column} pada baris yang paling atas",
        terkait=[(known[k], column) for k in loop[1:]],
    )


CHECK = Check(
    kode="PRK-ACU-03",
    judul="Rantai induk dan pengganti tidak melingkar",
    tingkat=Tingkat.TINGGI,
    dasar="Skema paket data Akuntabel",
    penjelasan=(
        "Kolom induk dan menggantikan membentuk rantai. Rantai yang kembali ke awal tidak dapat digambar atau "
        "ditelusuri."
    ),
    bila_kosong="tidak ada kolom induk atau menggantikan yang terisi",
    run=_run,
)
