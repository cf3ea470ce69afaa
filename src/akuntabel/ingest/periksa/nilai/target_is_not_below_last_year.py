"""A target is not easier than what was reached the year before. Only asked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Arah
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import measured_target, reported, used_realisasi
from akuntabel.ingest.periksa.wording import angka


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    if context.tahun is None:
        return
    for ind in reported(paket, context.tahun):
        target = measured_target(paket, ind.kode, context.tahun)
        before = used_realisasi(paket, ind.kode, context.tahun - 1)
        if target is None or before is None or ind.arah not in (Arah.NAIK, Arah.TURUN):
            continue
        if not isinstance(target.nilai, Decimal) or not isinstance(before.nilai, Decimal):
            continue
        gain = target.nilai - before.nilai if ind.arah is Arah.NAIK else before.nilai - target.nilai
        if gain >= 0:
            yield LOLOS
            continue
        yield problem(
            target,
            "nilai",
            f"target {ind.nama} tahun {target.tahun} ({angka(target.nilai)}) lebih mudah daripada realisasi tahun "
            f"{before.tahun} ({angka(before.nilai)}); apa alasan target itu?",
            keyakinan=Keyakinan.MUNGKIN,
            terkait=[(before, "nilai")],
        )


CHECK = Check(
    kode="PRK-NIL-07",
    judul="Target tidak lebih mudah daripada realisasi tahun lalu",
    tingkat=Tingkat.RENDAH,
    dasar="PermenPANRB 88/2021, kriteria perencanaan kinerja (target menantang)",
    penjelasan=(
        "Target tahun laporan dibandingkan dengan realisasi tahun sebelumnya menurut arah indikator; yang lebih "
        "mudah ditanyakan."
    ),
    bila_kosong="target tahun laporan atau realisasi tahun sebelumnya belum ada",
    run=_run,
)
