"""A period or a service with few answers is not ranked; each period says so once."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join_some


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    fewest = context.regulations.ambang("skm.responden_diperingkat")
    for period in paket.skm_periode:
        counted: dict[str, tuple[Baris, int]] = {}
        if period.responden is not None:
            counted["semua layanan"] = (period, period.responden)
        for row in paket.skm_rekap:
            if row.periode == period.kode and row.layanan is not None and row.responden is not None:
                counted.setdefault(f"layanan {row.layanan}", (row, row.responden))
        few = {name: place for name, place in counted.items() if place[1] < fewest}
        yield from (LOLOS for _ in range(len(counted) - len(few)))
        if few:
            listed = join_some([f"{name} {n}" for name, (_, n) in few.items()])
            (first, _), *others = few.values()
            yield problem(
                first,
                "responden",
                f"responden periode {period.kode} kurang dari {fewest} pada {listed}; cantumkan banyak responden "
                "dan jangan menyebut yang terbaik atau terburuk",
                terkait=[(row, "responden") for row, _ in others],
            )


CHECK = Check(
    kode="PRK-SKM-05",
    judul="Responden cukup untuk dibandingkan",
    tingkat=Tingkat.RENDAH,
    dasar="Kelaziman statistik (sedikitnya 30 jawaban)",
    penjelasan=(
        "Periode atau layanan yang jawabannya kurang dari ambang disebut satu kali per periode; laporan tidak "
        "memeringkatnya."
    ),
    bila_kosong="banyak responden belum dicatat",
    run=_run,
)
