"""What ends does not end before it starts."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import cell_text

_SPANS = (
    ("pejabat", "mulai", "selesai"),
    ("langkah", "mulai", "selesai"),
    ("dokumen_rencana", "berlaku_sejak", "berlaku_sampai"),
    ("dokumen_rencana", "tahun_awal", "tahun_akhir"),
    ("indikator", "berlaku_dari", "berlaku_sampai"),
    ("skm_periode", "bulan_awal", "bulan_akhir"),
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for table, start, end in _SPANS:
        for row in paket.rows(table):
            first, last = getattr(row, start), getattr(row, end)
            if first is None or last is None:
                continue
            if first <= last:
                yield LOLOS
            else:
                yield problem(
                    row,
                    end,
                    f"{cell_text(last)} mendahului {start} {cell_text(first)}; periksa apakah keduanya tertukar",
                    terkait=[(row, start)],
                )


CHECK = Check(
    kode="PRK-TGL-01",
    judul="Selesai tidak mendahului mulai",
    tingkat=Tingkat.TINGGI,
    dasar="Kewajaran nilai",
    penjelasan=(
        "Tanggal, tahun, dan bulan akhir tidak boleh lebih awal dari awalnya. Baris yang salah satunya kosong dilewati."
    ),
    bila_kosong="tidak ada pasangan awal dan akhir yang terisi",
    run=_run,
)
