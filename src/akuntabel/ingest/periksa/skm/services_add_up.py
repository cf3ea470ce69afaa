"""The respondents of all services add up to those of the period."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.skm import SkmPeriode
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join_some


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for period in paket.skm_periode:
        rows = [r for r in paket.skm_rekap if r.periode == period.kode and r.responden is not None]
        counts = {r.layanan: r.responden for r in rows if r.layanan is not None and r.responden is not None}
        whole = period.responden or next((r.responden for r in rows if r.layanan is None), None)
        if counts and whole is not None:
            yield _judge(paket, period, counts, whole)


def _judge(paket: Paket, period: SkmPeriode, counts: dict[str, int], whole: int) -> Jawaban:
    added = sum(counts.values())
    absent = [s.kode for s in paket.skm_layanan if s.kode not in counts]
    if added == whole or (added < whole and absent):
        return LOLOS
    parts = " + ".join(str(n) for n in counts.values())
    listed = join_some([f"{code} {n}" for code, n in counts.items()])
    return problem(
        period,
        "responden",
        f"responden periode {period.kode} {whole}, sedangkan semua layanan berjumlah {added} ({listed}); "
        "apakah seorang responden menilai lebih dari satu layanan?",
        keyakinan=Keyakinan.MUNGKIN,
        hitungan=f"{parts} = {added}",
    )


CHECK = Check(
    kode="PRK-SKM-03",
    judul="Responden layanan berjumlah sama dengan periodenya",
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Banyak responden semua layanan dibandingkan dengan responden periode. Bila ada layanan tanpa angka, "
        "jumlah yang kurang dilewati."
    ),
    bila_kosong="responden per layanan belum dicatat",
    run=_run,
)
