"""A target or a realised value is of the kind that its indicator says: number, rank, date, yes or no."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Realisasi, Target
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisNilai
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key
from akuntabel.ingest.periksa.wording import cell_text

_EXPECTED: dict[JenisNilai, tuple[type, str]] = {
    JenisNilai.ANGKA: (Decimal, "angka, misalnya 7,73"),
    JenisNilai.RASIO: (Decimal, "angka, misalnya 7,73"),
    JenisNilai.PERINGKAT: (str, "peringkat, misalnya WTP"),
    JenisNilai.TANGGAL: (date, "tanggal, misalnya 2025-12-31"),
    JenisNilai.YA_TIDAK: (bool, "ya atau tidak"),
}


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    indikator = by_key(paket.indikator)
    rows: list[Target | Realisasi] = [*paket.target, *paket.realisasi]
    for row in rows:
        ind = indikator.get(row.indikator)
        if ind is not None and row.nilai is not None:
            yield _judge(row, ind)


def _judge(row: Target | Realisasi, ind: Indikator) -> Jawaban:
    kind, example = _EXPECTED[ind.jenis_nilai]
    if isinstance(row.nilai, kind):
        return LOLOS
    return problem(
        row,
        "nilai",
        f"'{cell_text(row.nilai)}' tidak cocok dengan indikator {ind.kode} yang berjenis {ind.jenis_nilai.value}; "
        f"tulis {example}, atau ubah jenis nilai indikatornya",
        terkait=[(ind, "jenis_nilai")],
    )


CHECK = Check(
    kode="PRK-NIL-01",
    judul="Nilai sesuai dengan jenis nilai indikator",
    tingkat=Tingkat.TINGGI,
    dasar="Skema paket data Akuntabel",
    penjelasan=(
        "Target dan realisasi indikator angka atau rasio berupa angka, peringkat berupa teks, tanggal berupa "
        "tanggal, ya_tidak berupa ya atau tidak."
    ),
    bila_kosong="tidak ada target atau realisasi yang berisi nilai",
    run=_run,
)
