"""The targets of the plan that the report quotes, that of its last year too, are those of the given Renstra."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.angka import same_value
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import NilaiTabel, Sumber
from akuntabel.facts.subjek import same_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import DASAR, of_kinds
from akuntabel.review.penjelasan import explains

_END = re.compile(r"\b(?:akhir|renstra)\b", re.IGNORECASE)
_Found = tuple[Pembanding, NilaiTabel]


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    plans = [(o, _targets(o.fakta)) for o in of_kinds(fakta, konteks, "renstra")]
    told: set[tuple[str, int | None]] = set()
    for value in _targets(fakta) if plans else ():
        year = _year(fakta, value)
        if year is None or (value.indikator, year) in told or explains(fakta, value.indikator):
            continue
        found = [pair for other, targets in plans for pair in _same(value, year, other, targets, limit)]
        if found:
            told.add((value.indikator, year))
            yield LOLOS if any(same_value(value.angka, t.angka) for _, t in found) else _problem(value, found[-1])


def _targets(fakta: Fakta) -> list[NilaiTabel]:
    wanted = (Peran.TARGET, Peran.TARGET_AKHIR)
    return [v for v in fakta.nilai if v.besaran in wanted and v.sel.nilai_ada and not v.kolom.triwulan]


def _year(fakta: Fakta, value: NilaiTabel) -> int | None:
    """The year of a quoted target of the plan: zero for its last year; None for what PBD-01 compares."""
    if value.besaran is Peran.TARGET_AKHIR or (value.kolom.tahun is None and _END.search(value.kolom.teks)):
        return 0
    quoted = value.sumber is Sumber.RENSTRA or (value.tahun and fakta.tahun and value.tahun > fakta.tahun)
    return value.kolom.tahun if quoted else None


def _same(
    value: NilaiTabel, year: int, other: Pembanding, targets: list[NilaiTabel], limit: Decimal
) -> Iterator[_Found]:
    last = max((t.kolom.tahun for t in targets if t.kolom.tahun), default=None)
    for target in targets:
        if target.kolom.tahun == (year or last) and same_name(target.indikator, value.indikator, limit):
            yield other, target


def _problem(value: NilaiTabel, found: _Found) -> Masalah:
    other, target = found
    return Masalah(
        proof(value, value.tabel),
        f"target {value.indikator} tahun {target.kolom.tahun} tertulis {value.sel.teks}, sedangkan pada Renstra "
        f"({other_place(other.fakta, target)}) {target.sel.teks}; Renstra yang sama (awal atau perubahan)?",
        Keyakinan.MUNGKIN,
        terkait=(proof_of_other(other.fakta, target, target.tabel),),
        tertulis=value.sel.teks,
        saran="Kutip target dari Renstra yang berlaku, atau sebut perubahannya.",
    )


ATURAN = Aturan(
    kode="PBD-11",
    judul="Target Renstra yang dikutip sama dengan Renstra yang diberikan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Target setiap tahun pada tabel Renstra dalam laporan, target tahun sesudah tahun laporan, dan target akhir "
        "periode dibandingkan dengan target indikator dan tahun yang sama pada Renstra yang diberikan dengan "
        "--pembanding. Cocok dengan salah satu Renstra sudah cukup. Target tahun laporan yang diukur dibandingkan "
        "PBD-01. Selalu mungkin, karena Renstra dapat diubah."
    ),
    bila_kosong="tidak ada Renstra pembanding, atau laporan tidak mengutip target indikatornya",
    run=_run,
)
