"""The card of an indicator is complete: definition, formula, source, owner."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import reported
from akuntabel.ingest.periksa.wording import join

_FIELDS = (
    ("definisi", "definisi operasional"),
    ("rumus", "rumus"),
    ("sumber", "sumber data"),
    ("penanggung_jawab", "penanggung jawab"),
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    if context.tahun is None:
        return
    for ind in reported(paket, context.tahun):
        fields = [*_FIELDS, ("alasan", "alasan pemilihan")] if ind.iku else list(_FIELDS)
        absent = [(column, name) for column, name in fields if not getattr(ind, column)]
        if ind.satuan.strip("-–— ") == "":
            absent.insert(0, ("satuan", "satuan"))
        if not absent:
            yield LOLOS
        else:
            text = (
                f"indikator {ind.kode} {ind.nama} belum mempunyai {join([name for _, name in absent])}; lengkapi "
                "kartu indikator"
            )
            yield problem(ind, absent[0][0], text, tertulis=None)


CHECK = Check(
    kode="PRK-KLK-05",
    judul="Kartu indikator lengkap",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 88/2021, kriteria pengukuran kinerja; PER/20/M.PAN/11/2008 (IKU)",
    penjelasan=(
        "Indikator tujuan, sasaran, dan IKU mempunyai definisi, rumus, sumber data, dan penanggung jawab; IKU juga "
        "alasan pemilihan."
    ),
    bila_kosong="tahun laporan atau indikator belum ada",
    run=_run,
)
