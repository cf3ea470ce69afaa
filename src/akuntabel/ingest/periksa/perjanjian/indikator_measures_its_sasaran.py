"""The sasaran written beside an indicator in an agreement is the one that the indicator measures."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key
from akuntabel.ingest.periksa.wording import short


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    indikator = by_key(paket.indikator)
    plan: dict[str, Baris] = {}
    for table in ("tujuan", "sasaran", "program", "kegiatan"):
        plan |= by_key(paket.rows(table))
    for row in paket.perjanjian_indikator:
        ind = indikator.get(row.indikator)
        if ind is None or row.sasaran is None or row.sasaran not in plan:
            continue
        if row.sasaran == ind.induk:
            yield LOLOS
            continue
        yield problem(
            row,
            "sasaran",
            f"indikator {ind.nama} ditulis di sebelah {_name(plan, row.sasaran)}, padahal mengukur "
            f"{ind.tingkat.value} {_name(plan, ind.induk)}; perbaiki pasangannya pada perjanjian berikutnya",
            seharusnya=ind.induk,
            terkait=[(ind, "induk")],
        )


def _name(plan: dict[str, Baris], code: str) -> str:
    row = plan.get(code)
    text = getattr(row, "teks", None) or getattr(row, "nama", None)
    return f"{code} '{short(text, 60)}'" if text else code


CHECK = Check(
    kode="PRK-PRJ-04",
    judul="Indikator perjanjian berpasangan dengan sasarannya",
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 53/2014, lampiran I (lampiran perjanjian memuat sasaran dan indikatornya)",
    penjelasan=(
        "Sasaran yang tertulis di sebelah indikator dalam perjanjian kinerja harus sama dengan induk indikator itu."
    ),
    bila_kosong="tidak ada pasangan sasaran dan indikator pada perjanjian",
    run=_run,
)
