"""A setting that departs from the government's policy gives its reason and its decree."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.kebijakan:
        needed = ("dasar",) if row.kunci_kebijakan == "preset" else ("dasar", "alasan")
        absent = [name for name in needed if getattr(row, name) is None]
        if not absent:
            yield LOLOS
            continue
        yield problem(
            row,
            absent[0],
            f"pengaturan {row.kunci_kebijakan} = {row.nilai} belum menyebut {join(absent)}; tulis peraturan atau surat "
            "edaran yang menetapkannya" + (" dan alasannya" if "alasan" in absent else ""),
            tingkat=Tingkat.RENDAH if row.kunci_kebijakan == "preset" else None,
        )


CHECK = Check(
    kode="PRK-KLK-13",
    judul="Kebijakan pengukuran berdasar dan beralasan",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 88/2021 (ukuran kinerja ditetapkan pemerintah daerah)",
    penjelasan=(
        "Perangkat daerah tidak memilih sendiri cara penilaiannya: setiap pengaturan menyebut dasarnya, dan "
        "penyimpangan menyebut alasannya."
    ),
    bila_kosong="tabel kebijakan kosong; dipakai kumpulan pengaturan baku",
    run=_run,
)
