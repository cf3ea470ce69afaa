"""A survey period that is recorded by element has all nine elements."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Unsur
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import grouped
from akuntabel.ingest.periksa.wording import join


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    whole = [r for r in paket.skm_rekap if r.layanan is None and r.unsur is not None]
    for (period,), rows in grouped(whole, "periode").items():
        present = {getattr(r, "unsur", None) for r in rows}
        absent = [u.value for u in Unsur if u.value not in present]
        if not absent:
            yield LOLOS
        else:
            text = (
                f"periode {period} belum memuat unsur {join(absent)}; lengkapi kesembilan unsur agar indeks dapat "
                "dihitung"
            )
            yield problem(rows[0], "unsur", text, tertulis=None)


CHECK = Check(
    kode="PRK-SKM-06",
    judul="Kesembilan unsur SKM ada",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 14/2017, lampiran (sembilan unsur)",
    penjelasan="Periode yang dicatat per unsur memuat U1 sampai U9. Rekap per layanan tidak diperiksa di sini.",
    bila_kosong="tidak ada rekap per unsur untuk semua layanan",
    run=_run,
)
