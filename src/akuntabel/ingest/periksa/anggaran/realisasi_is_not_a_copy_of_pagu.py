"""Spending that equals the budget to the rupiah in many rows was perhaps copied. One finding per year, only asked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.domain.anggaran import RealisasiAnggaran
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import spending_rows, total
from akuntabel.ingest.periksa.wording import join_some


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    fewest = context.regulations.ambang("wajar.salinan_sedikitnya")
    share = context.regulations.ambang("wajar.salinan_pagu")
    for tahun in dict.fromkeys(r.tahun for r in paket.realisasi_anggaran):
        rows = [r for r in spending_rows(paket, tahun) if r.realisasi]
        pairs = [(r, _pagu(context, r)) for r in rows]
        known = [(r, pagu) for r, pagu in pairs if pagu is not None]
        if len(known) < fewest:
            continue
        same = [r for r, pagu in known if r.realisasi == pagu]
        if len(same) < fewest or len(same) < share * len(known):
            yield LOLOS
            continue
        yield problem(
            same[0],
            "realisasi",
            f"realisasi tahun {tahun} persis sama dengan pagu pada {len(same)} dari {len(known)} baris "
            f"({join_some([r.kode for r in same])}); apakah angka pagu tersalin ke kolom realisasi?",
            keyakinan=Keyakinan.MUNGKIN,
            tertulis=None,
            terkait=[(r, "realisasi") for r in same[1:]],
        )


def _pagu(context: Context, row: RealisasiAnggaran) -> Decimal | None:
    budget = context.budget.latest(row.kode, row.tahun)
    return total(a.pagu for a in budget[1]) if budget else None


CHECK = Check(
    kode="PRK-AGR-02",
    judul="Realisasi bukan salinan pagu",
    tingkat=Tingkat.SEDANG,
    dasar="Kewajaran nilai",
    penjelasan=(
        "Realisasi yang sama dengan pagu sampai ke rupiahnya pada beberapa baris, dan pada bagian tabel yang cukup "
        "besar, ditanyakan satu kali per tahun."
    ),
    bila_kosong="terlalu sedikit baris realisasi setahun yang mempunyai pagu",
    run=_run,
)
