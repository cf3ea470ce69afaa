"""Every IKU in force of a sasaran is a line of the latest agreement of the head of the agency."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Tingkatan
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import agreements, reported


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    latest = next(iter(agreements(paket, context.tahun)), None) if context.tahun else None
    if latest is None or context.tahun is None:
        return
    promised = {line.indikator for line in paket.perjanjian_indikator if line.perjanjian == latest.kode}
    for ind in reported(paket, context.tahun):
        if ind.tingkat is Tingkatan.TUJUAN and not ind.iku:
            continue
        if ind.kode in promised:
            yield LOLOS
        else:
            kind = "IKU" if ind.iku else "indikator sasaran"
            yield problem(
                ind,
                "kode",
                f"{kind} {ind.nama} tidak ada pada perjanjian kinerja terakhir ({latest.kode}); "
                "apakah memang tidak diperjanjikan?",
                keyakinan=Keyakinan.MUNGKIN,
                tertulis=None,
                terkait=[(latest, "kode")],
            )


CHECK = Check(
    kode="PRK-PRJ-07",
    judul="Indikator sasaran dan IKU diperjanjikan",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran I (indikator perjanjian mencakup IKU)",
    penjelasan=(
        "Indikator sasaran dan IKU yang berlaku pada tahun laporan tercantum pada perjanjian kinerja terakhir pimpinan."
    ),
    bila_kosong="perjanjian kinerja tahun laporan belum ada",
    run=_run,
)
