"""Budget versions are murni, pergeseran_n or perubahan, so that the latest one is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

_VERSION = re.compile(r"murni|perubahan|pergeseran_[1-9]\d*")


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.anggaran:
        if _VERSION.fullmatch(row.versi):
            yield LOLOS
        else:
            text = (
                f"versi anggaran '{row.versi}' tidak dikenal; tulis murni, pergeseran_1, pergeseran_2, atau perubahan"
            )
            yield problem(row, "versi", text)


CHECK = Check(
    kode="PRK-AGR-05",
    judul="Versi anggaran dikenal",
    tingkat=Tingkat.SEDANG,
    dasar="Permendagri 77/2020 (pergeseran dan perubahan anggaran)",
    penjelasan=(
        "Versi anggaran ditulis murni, pergeseran_1 dan seterusnya, atau perubahan, agar versi terakhir dapat "
        "ditentukan."
    ),
    bila_kosong="tabel anggaran kosong",
    run=_run,
)
