"""A row marked as not yet released or not applicable holds no value."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import StatusNilai
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import UNKNOWN_YET
from akuntabel.ingest.periksa.wording import cell_text

_VALUES = (
    ("target", "nilai"), ("realisasi", "nilai"), ("nilai_komponen", "nilai"), ("pembanding", "nilai"),
    ("anggaran", "pagu"), ("realisasi_anggaran", "realisasi"), ("pendapatan", "realisasi"), ("skm_tahunan", "indeks"),
)  # fmt: skip


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for table, column in _VALUES:
        for row in paket.rows(table):
            status: StatusNilai | None = getattr(row, "status", None)
            if status not in UNKNOWN_YET:
                continue
            value = getattr(row, column)
            if value is None:
                yield LOLOS
            else:
                text = (
                    f"status tertulis {status}, tetapi nilainya {cell_text(value)}; kosongkan nilai atau ubah statusnya"
                )
                yield problem(row, "status", text, terkait=[(row, column)])


CHECK = Check(
    kode="PRK-NIL-05",
    judul="Status belum rilis atau tidak berlaku tanpa nilai",
    tingkat=Tingkat.SEDANG,
    dasar="Skema paket data Akuntabel",
    penjelasan=(
        "Baris berstatus belum_rilis atau tidak_berlaku tidak berisi nilai; bila nilainya sudah ada, statusnya diubah."
    ),
    bila_kosong="tidak ada baris berstatus belum_rilis atau tidak_berlaku",
    run=_run,
)
