"""What was spent does not exceed the latest budget version."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.domain.anggaran import Anggaran, RealisasiAnggaran
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import spending_rows, total
from akuntabel.ingest.periksa.wording import rupiah


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for tahun in dict.fromkeys(r.tahun for r in paket.realisasi_anggaran):
        groups: dict[str, list[RealisasiAnggaran]] = {}
        for row in spending_rows(paket, tahun):
            groups.setdefault(row.kode, []).append(row)
        for code, rows in groups.items():
            spent = total(r.realisasi for r in rows)
            budget = context.budget.latest(code, tahun)
            if spent is None:
                continue
            pagu = total(r.pagu for r in budget[1]) if budget else None
            if budget is None or pagu is None:
                yield Lewat("pagunya belum dicatat")
            else:
                yield _judge(rows, spent, budget, pagu)


def _judge(rows: list[RealisasiAnggaran], spent: Decimal, budget: tuple[str, list[Anggaran]], pagu: Decimal) -> Jawaban:
    if spent <= pagu:
        return LOLOS
    versi, sources = budget
    # A budget that was changed later and not recorded is the honest explanation.
    certain = versi == "perubahan"
    code, tahun = rows[0].kode, rows[0].tahun
    hint = "periksa kedua angkanya" if certain else "apakah ada pergeseran atau perubahan anggaran yang belum dicatat?"
    return problem(
        rows[0],
        "realisasi",
        f"realisasi {code} tahun {tahun} {rupiah(spent)} melebihi pagu {versi} {rupiah(pagu)}, "
        f"lebih {rupiah(spent - pagu)}; {hint}",
        keyakinan=Keyakinan.PASTI if certain else Keyakinan.MUNGKIN,
        hitungan=f"{rupiah(spent)} − {rupiah(pagu)} = {rupiah(spent - pagu)}",
        terkait=[*((r, "realisasi") for r in rows[1:]), *((a, "pagu") for a in sources)],
    )


CHECK = Check(
    kode="PRK-AGR-01",
    judul="Realisasi tidak melebihi pagu terakhir",
    tingkat=Tingkat.TINGGI,
    dasar="Peraturan Pemerintah 12/2019 (pengeluaran tidak melebihi anggaran yang tersedia)",
    penjelasan=(
        "Realisasi setahun yang dipakai dibandingkan dengan pagu versi terakhir. Bila versi perubahan belum dicatat, "
        "temuan hanya mungkin."
    ),
    bila_kosong="tidak ada realisasi anggaran setahun yang dipakai",
    run=_run,
)
