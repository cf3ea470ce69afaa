"""An indicator in percent is rarely below 0 or above 100; growth is, so this only asks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.domain.kinerja import Realisasi, Target
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key
from akuntabel.ingest.periksa.wording import cell_text

_PERCENT = frozenset({"persen", "%", "persentase"})
_MAY_EXCEED = (
    "pertumbuhan",
    "kenaikan",
    "peningkatan",
    "penurunan",
    "laju",
    "capaian",
    "perubahan",
    "rasio",
    "inflasi",
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    indikator = by_key(paket.indikator)
    rows: list[Target | Realisasi] = [*paket.target, *paket.realisasi]
    for row in rows:
        ind = indikator.get(row.indikator)
        if ind is None or ind.satuan.casefold() not in _PERCENT or not isinstance(row.nilai, Decimal):
            continue
        if 0 <= row.nilai <= 100 or any(word in ind.nama.casefold() for word in _MAY_EXCEED):
            yield LOLOS
        else:
            yield problem(
                row,
                "nilai",
                f"{ind.nama} tahun {row.tahun} tertulis {cell_text(row.nilai)} persen; "
                "apakah memang dapat di luar 0 sampai 100, atau letak komanya keliru?",
                keyakinan=Keyakinan.MUNGKIN,
            )


CHECK = Check(
    kode="PRK-RNG-07",
    judul="Indikator persen wajar",
    tingkat=Tingkat.RENDAH,
    dasar="Kewajaran nilai",
    penjelasan=(
        "Indikator bersatuan persen biasanya 0 sampai 100. Indikator pertumbuhan, penurunan, rasio, dan capaian "
        "dilewatkan "
        "karena boleh melampauinya."
    ),
    bila_kosong="tidak ada nilai indikator bersatuan persen",
    run=_run,
)
