"""The plans that the report stands on cover its year, and one plan has one period."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.tabel import Tabel
from akuntabel.facts.waktu import Periode
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_OLD = re.compile(
    r"sebelumnya|yang lalu|tahun lalu|periode lalu|melanjutkan|evaluasi|berakhir|lama|akhir periode|transisi|semula"
    r"|diubah|menyusun|penyusunan|disusun|mendatang|berikutnya",
    re.IGNORECASE,
)
_YEARS_AROUND = 1  # the year before a plan is its baseline, one year beyond is asked for


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if fakta.tahun is None:
        return
    for period in fakta.periode:
        yield _judge(period, fakta.tahun)
    covering = [p for p in fakta.periode if p.jenis == "renstra" and p.awal <= fakta.tahun <= p.akhir]
    if covering:
        usual = Counter((p.awal, p.akhir) for p in covering).most_common(1)[0][0]
        yield from (_columns(table, *usual) for table in fakta.tabel if _is_plan(table, usual))


def _judge(period: Periode, report: int) -> Jawaban:
    text = period.alinea.teks
    if period.awal > period.akhir:
        return _masalah(period, f"periode {period.awal}-{period.akhir} berakhir sebelum mulai", Keyakinan.PASTI)
    if period.awal <= report <= period.akhir:
        return LOLOS
    if _OLD.search(text):
        return Lewat("rencana lama atau rencana berikutnya disebut sebagai itu")
    return _masalah(period, f"'{period.cetak}' tidak mencakup tahun laporan {report}", Keyakinan.MUNGKIN)


def _masalah(period: Periode, text: str, sure: Keyakinan) -> Masalah:
    return Masalah(proof(period.alinea), text, sure, tertulis=f"{period.awal}-{period.akhir}")


def _is_plan(table: Tabel, period: tuple[int, int]) -> bool:
    """A table of several years that mostly lie in the plan."""
    held = {k.tahun for k in table.kolom if k.tahun}
    return len(held) > 3 and 2 * sum(period[0] <= y <= period[1] for y in held) > len(held)


def _columns(table: Tabel, first: int, last: int) -> Jawaban:
    allowed = range(first - _YEARS_AROUND, last + _YEARS_AROUND + 1)
    plain = [k for k in table.kolom if k.peran not in (Peran.DASAR, Peran.REALISASI, Peran.CAPAIAN)]
    outside = sorted({k.tahun for k in plain if k.tahun and k.tahun not in allowed})
    if not outside:
        return LOLOS
    return Masalah(
        proof(table),
        f"kolom tahun {', '.join(map(str, outside))} berada di luar periode rencana {first}-{last}",
        Keyakinan.MUNGKIN,
        Tingkat.RENDAH,
        tertulis=", ".join(map(str, outside)),
        seharusnya=f"{first}-{last}",
    )


ATURAN = Aturan(
    kode="WKT-03",
    judul="Periode rencana mencakup tahun laporan",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan periode rencana dengan tahun laporan",
    penjelasan=(
        "Renstra, RPJMD, dan RPD yang dijadikan acuan mencakup tahun laporan; kolom tahun tabel rencana berada di "
        "dalam periodenya, kecuali tahun dasar dan satu tahun sesudahnya. Rencana lama atau berikutnya yang disebut "
        "sebagai itu dilewati."
    ),
    bila_kosong="tidak ada rencana yang disebut dengan periodenya",
    run=_run,
)
