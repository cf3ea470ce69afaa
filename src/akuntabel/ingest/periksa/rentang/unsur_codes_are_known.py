"""Survey elements are named U1 to U9; a further element that the agency added is U10 and up, and is asked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Unsur
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

_ADDED = re.compile(r"U[1-9]\d")


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    known = {u.value for u in Unsur}
    for table in ("skm_rekap", "analisis_unsur", "rtl"):
        for row in paket.rows(table):
            code = getattr(row, "unsur", None)
            if code is None:
                continue
            if code in known:
                yield LOLOS
            elif _ADDED.fullmatch(code):
                text = f"unsur {code} di luar sembilan unsur; apakah unsur tambahan ini ditetapkan dalam kuesioner?"
                yield problem(row, "unsur", text, tingkat=Tingkat.RENDAH, keyakinan=Keyakinan.MUNGKIN)
            else:
                yield problem(
                    row, "unsur", f"'{code}' bukan kode unsur; tulis U1 sampai U9, misalnya U4 untuk biaya/tarif"
                )


CHECK = Check(
    kode="PRK-RNG-04",
    judul="Kode unsur SKM dikenal",
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 14/2017, lampiran (sembilan unsur)",
    penjelasan=(
        "Unsur ditulis dengan kodenya, U1 sampai U9, bukan dengan nomor pertanyaan, karena urutan kuesioner dapat "
        "berbeda."
    ),
    bila_kosong="tidak ada kode unsur",
    run=_run,
)
