"""Which of the given documents a rule compares with: those of its kinds, and of its year where they speak of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.subjek import same_name
from akuntabel.findings import Lewat
from akuntabel.review.aturan import Konteks, Pembanding

DASAR = "Perbandingan antardokumen"
NAMA = {
    "perjanjian_kinerja": "perjanjian kinerja",
    "renstra": "Renstra",
    "iku": "keputusan IKU",
    "dpa": "DPA",
    "lra": "LRA",
    "rfk": "laporan fisik dan keuangan",
    "lhe": "LHE",
    "laporan_triwulan": "laporan triwulan",
    "laporan_skm": "laporan survei",
}
_HEAD = 12  # paragraphs in which a finance document tells its day
_OF_ONE_YEAR = frozenset(("perjanjian_kinerja", "dpa", "lra", "rfk", "laporan_triwulan", "laporan_skm"))


def of_kinds(fakta: Fakta, konteks: Konteks, *kinds: str) -> tuple[Pembanding, ...]:
    """The given documents of these kinds, without those of another year."""
    return tuple(o for o in konteks.pembanding if o.jenis in kinds and not is_of_another_year(fakta, o))


def of_other_years(fakta: Fakta, konteks: Konteks, *kinds: str) -> Iterator[Lewat]:
    """Why the others of these kinds were not compared."""
    for other in konteks.pembanding:
        if other.jenis in kinds and is_of_another_year(fakta, other):
            yield Lewat(year_note(fakta, other), seluruhnya=True)


_MONTHS = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november"
_PART = re.compile(
    r"\b(?:per|s\.?\s?[d/]\.?|sampai dengan|bulan|periode)\s+(?:tanggal\s+)?(?:bulan\s+)?"
    rf"(?:\d{{1,2}}\s+)?(?:{_MONTHS})\b"
    r"|\bsemester\s+(?:i|1|pertama)\b|\btriwulan\s+(?:i|ii|iii|[1-3])\b|\bprognosis\b"
)


def part_of_year(other: Pembanding) -> bool:
    """Whether the first lines of a finance document say that it stands for a part of the year."""
    head = " ".join(a.teks for a in other.fakta.struktur.alinea[:_HEAD]).lower()
    return bool(_PART.search(head)) and "desember" not in head


def is_of_another_year(fakta: Fakta, other: Pembanding) -> bool:
    """Whether a document that speaks of one year speaks of another one than the report."""
    years = (fakta.tahun, other.fakta.tahun)
    return other.jenis in _OF_ONE_YEAR and None not in years and years[0] != years[1]


def is_of_another_agency(fakta: Fakta, other: Pembanding, limit: Decimal) -> bool:
    """Whether both name an agency and not the same one. The inspectorate writes the LHE, the treasury an LRA."""
    names = (fakta.identitas.instansi, other.fakta.identitas.instansi)
    own_papers = other.jenis not in ("lhe", "lain")
    return own_papers and all(names) and not same_name(*names, limit)


def year_note(fakta: Fakta, other: Pembanding) -> str:
    """Both years in one sentence."""
    return (
        f"{other.berkas} ialah {NAMA[other.jenis]} tahun {other.fakta.tahun}, sedangkan laporan ini tahun {fakta.tahun}"
    )
