"""A promised target equals that of the Renstra for the year, or says why not."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Periode
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key, renstra_target
from akuntabel.ingest.periksa.wording import cell_text


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    signed = by_key(paket.perjanjian_kinerja)
    for row in paket.target:
        if row.dokumen not in signed or row.periode is not Periode.TAHUN or row.nilai is None:
            continue
        planned = renstra_target(paket, row.indikator, row.tahun)
        if planned is None or planned.nilai is None:
            yield Lewat("Renstra tidak memuat target indikator itu")
        elif row.nilai == planned.nilai or row.alasan_perubahan:
            yield LOLOS
        else:
            other = next(
                (
                    t
                    for t in paket.target
                    if (t.indikator, t.dokumen, t.nilai) == (row.indikator, planned.dokumen, row.nilai)
                ),
                None,
            )
            yield problem(
                row,
                "nilai",
                f"target {row.indikator} tahun {row.tahun} pada {row.dokumen} {cell_text(row.nilai)}, pada "
                f"{planned.dokumen} "
                f"{cell_text(planned.nilai)}, tanpa alasan; isi alasan_perubahan, atau apakah salah satu salah tulis?",
                keyakinan=Keyakinan.MUNGKIN,
                sebab=f"target/{row.indikator}/{row.tahun}",
                dugaan_penyebab=f"sama dengan target {planned.dokumen} tahun {other.tahun}" if other else None,
                terkait=[(planned, "nilai")],
            )


CHECK = Check(
    kode="PRK-PRJ-03",
    judul="Target perjanjian sama dengan Renstra atau beralasan",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran I",
    penjelasan=(
        "Target perjanjian kinerja boleh berbeda dari Renstra dengan penjelasan; yang berbeda tanpa "
        "alasan_perubahan ditanyakan."
    ),
    bila_kosong="tidak ada target perjanjian kinerja",
    run=_run,
)
