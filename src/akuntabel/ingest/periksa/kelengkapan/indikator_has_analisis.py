"""Every reported indicator is analysed: a cause and an action or solution, for the year."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisAnalisis
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import reported
from akuntabel.ingest.periksa.wording import join

_CAUSES = {JenisAnalisis.PENYEBAB_KEBERHASILAN, JenisAnalisis.PENYEBAB_KEGAGALAN}
_ACTIONS = {JenisAnalisis.TINDAKAN, JenisAnalisis.SOLUSI}


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    if context.tahun is None:
        return
    for ind in reported(paket, context.tahun):
        kinds = {a.jenis for a in paket.analisis if (a.indikator, a.tahun) == (ind.kode, context.tahun)}
        absent = [
            name for name, wanted in (("penyebab", _CAUSES), ("tindakan atau solusi", _ACTIONS)) if not kinds & wanted
        ]
        if not absent:
            yield LOLOS
        else:
            yield problem(
                ind,
                "kode",
                f"analisis {ind.nama} tahun {context.tahun} belum memuat {join(absent)}; isi tabel analisis",
                tertulis=None,
            )


CHECK = Check(
    kode="PRK-KLK-03",
    judul="Setiap indikator dianalisis",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran II (analisis penyebab keberhasilan/kegagalan dan alternatif solusi)",
    penjelasan=(
        "Setiap indikator tujuan, sasaran, dan IKU mempunyai penyebab keberhasilan atau kegagalan, dan tindakan "
        "atau solusi."
    ),
    bila_kosong="tahun laporan atau indikator belum ada",
    run=_run,
)
