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

# Fewer equal rows than this are ordinary; the share keeps long honest tables silent.
_FEWEST, _SHARE = 3, Decimal("0.25")


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for tahun in dict.fromkeys(r.tahun for r in paket.realisasi_anggaran):
        rows = [r for r in spending_rows(paket, tahun) if r.realisasi]
        pairs = [(r, _pagu(context, r)) for r in rows]
        known = [(r, pagu) for r, pagu in pairs if pagu is not None]
        if len(known) < _FEWEST:
            continue
        same = [r for r, pagu in known if r.realisasi == pagu]
        if len(same) < _FEWEST or len(same) < _SHARE * len(known):
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
        "Realisasi yang sama dengan pagu sampai ke rupiahnya pada tiga baris atau lebih (seperempat tabel) "
        "ditanyakan satu kali per tahun."
    ),
    bila_kosong="kurang dari tiga baris realisasi setahun yang mempunyai pagu",
    run=_run,
)
