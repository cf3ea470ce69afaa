"""Realised values that equal their targets in every indicator were perhaps copied. One finding, only asked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.domain.kinerja import Realisasi
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key, measured_target, used_realisasi
from akuntabel.ingest.periksa.wording import join_some


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    if context.tahun is None:
        return
    fewest = context.regulations.ambang("wajar.salinan_sedikitnya")
    share = context.regulations.ambang("wajar.salinan_target")
    rows: list[tuple[Realisasi, bool]] = []
    for code in by_key(paket.indikator):
        target, reached = measured_target(paket, code, context.tahun), used_realisasi(paket, code, context.tahun)
        # Zero and one hundred are reached exactly by honest indicators.
        if target and reached and isinstance(reached.nilai, Decimal) and reached.nilai not in (0, 100):
            rows.append((reached, reached.nilai == target.nilai))
    same = [row for row, equal in rows if equal]
    if len(rows) < fewest:
        return
    if len(same) < fewest or len(same) < share * len(rows):
        yield LOLOS
        return
    yield problem(
        same[0],
        "nilai",
        f"realisasi persis sama dengan target pada {len(same)} dari {len(rows)} indikator "
        f"({join_some([r.indikator for r in same])}); apakah angka target tersalin ke kolom realisasi?",
        keyakinan=Keyakinan.MUNGKIN,
        tertulis=None,
        terkait=[(r, "nilai") for r in same[1:]],
    )


CHECK = Check(
    kode="PRK-MTU-05",
    judul="Realisasi bukan salinan target",
    tingkat=Tingkat.RENDAH,
    dasar="Kewajaran nilai",
    penjelasan=(
        "Bila banyak indikator, dan bagian yang besar dari semuanya, persis sama dengan targetnya, hal itu ditanyakan "
        "satu kali."
    ),
    bila_kosong="terlalu sedikit indikator yang mempunyai target dan realisasi berupa angka",
    run=_run,
)
