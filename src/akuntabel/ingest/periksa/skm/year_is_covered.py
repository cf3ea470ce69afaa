"""The index of a year rests on all its months; an index of fewer months is named as what it is."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.tanggal import format_rentang_bulan
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.skm_tahunan:
        periods = [p for p in paket.skm_periode if p.tahun == row.tahun and 1 <= p.bulan_awal <= p.bulan_akhir <= 12]
        if not row.dipakai or row.indeks is None or not periods:
            continue
        months = {m for p in periods for m in range(p.bulan_awal, p.bulan_akhir + 1)}
        if len(months) == 12:
            yield LOLOS
            continue
        span = join([format_rentang_bulan(p.bulan_awal, p.bulan_akhir, row.tahun) for p in periods])
        yield problem(
            row,
            "indeks",
            f"IKM tahun {row.tahun} hanya didukung survei {span} ({len(months)} bulan); apakah periode lain belum "
            "dicatat? "
            "Bila memang hanya itu, laporan menyebutnya nilai periode tersebut",
            keyakinan=Keyakinan.MUNGKIN,
            terkait=[(p, "bulan_awal") for p in periods],
        )


CHECK = Check(
    kode="PRK-SKM-07",
    judul="IKM tahunan didukung survei setahun",
    tingkat=Tingkat.RENDAH,
    dasar="PermenPANRB 14/2017 (survei berkala)",
    penjelasan=(
        "IKM tahunan yang dipakai dibandingkan dengan bulan-bulan periode survei tahun itu; nilai satu triwulan "
        "tidak disebut nilai setahun."
    ),
    bila_kosong="IKM tahunan atau periode survei tahunnya belum dicatat",
    run=_run,
)
