"""Who should bring missing data: the unit of the secretariat whose name or duties say so, else a general phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.domain.instansi import Unit
from akuntabel.domain.pilihan import JenisUnit
from akuntabel.reports.bahan import Bahan

URUSAN = {
    "perencanaan": ("perencanaan", "program"),
    "keuangan": ("keuangan",),
    "kepegawaian": ("kepegawaian", "umum"),
}


def perencana(bahan: Bahan) -> str:
    """The unit that plans and reports for the agency."""
    return _penangani(bahan, "perencanaan")


def keuangan(bahan: Bahan) -> str:
    """The unit that keeps the agency's money."""
    return _penangani(bahan, "keuangan")


def kepegawaian(bahan: Bahan) -> str:
    """The unit that keeps the agency's staff records."""
    return _penangani(bahan, "kepegawaian")


def _penangani(bahan: Bahan, urusan: str) -> str:
    """A unit by its name before one by its duties. A bidang is no candidate: its planning is that of its own field."""
    duties: dict[str, list[str]] = {}
    for row in bahan.paket.tugas_fungsi:
        duties.setdefault(row.unit, []).append(row.teks)
    units = list(_secretariat(bahan))
    for word in URUSAN[urusan]:
        for told in ([(u, [u.nama]) for u in units], [(u, duties.get(u.kode, [])) for u in units]):
            found = next((u.nama for u, texts in told if any(_says(t, word) for t in texts)), None)
            if found:
                return found
    return f"unit yang menangani {urusan}"


def _secretariat(bahan: Bahan) -> Iterator[Unit]:
    """The units below the secretariat, then the secretariat itself."""
    units = sorted(bahan.paket.unit, key=lambda u: (u.urutan or 0, u.kode))
    heads = [u for u in units if u.jenis is JenisUnit.SEKRETARIAT]
    codes = {u.kode for u in heads}
    yield from (u for u in units if u.induk in codes)
    yield from heads


def _says(text: str, word: str) -> bool:
    return re.search(rf"\b{word}\b", text.casefold()) is not None
