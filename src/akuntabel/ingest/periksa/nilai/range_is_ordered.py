"""A target range has both ends, the lower first; a target that is no range has no upper end."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.domain.kinerja import Target
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Arah
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key
from akuntabel.ingest.periksa.wording import angka


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    indikator = by_key(paket.indikator)
    for row in paket.target:
        ind = indikator.get(row.indikator)
        if ind is not None and row.nilai is not None and (ind.arah is Arah.RENTANG or row.nilai_atas is not None):
            yield _judge(row, ind.arah)


def _judge(row: Target, arah: Arah) -> Jawaban:
    name = f"target {row.indikator} tahun {row.tahun}"
    if arah is not Arah.RENTANG:
        text = (
            f"{name} mempunyai batas atas, padahal arah indikatornya {arah.value}; kosongkan, atau ubah arah "
            "menjadi rentang"
        )
        return problem(row, "nilai_atas", text)
    if row.nilai_atas is None:
        return problem(row, "nilai_atas", f"{name} berupa rentang, tetapi batas atasnya kosong; isi batas atas")
    if isinstance(row.nilai, Decimal) and row.nilai > row.nilai_atas:
        text = (
            f"{name}: batas atas {angka(row.nilai_atas)} di bawah batas bawah {angka(row.nilai)}; apakah keduanya "
            "tertukar?"
        )
        return problem(row, "nilai_atas", text, terkait=[(row, "nilai")])
    return LOLOS


CHECK = Check(
    kode="PRK-NIL-03",
    judul="Rentang target berurutan",
    tingkat=Tingkat.TINGGI,
    dasar="Skema paket data Akuntabel",
    penjelasan=(
        "Target indikator berarah rentang mempunyai batas bawah dan batas atas yang berurutan; target lain tidak "
        "mempunyai batas atas."
    ),
    bila_kosong="tidak ada target berupa rentang",
    run=_run,
)
