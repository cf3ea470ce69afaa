"""Table of the evidence that is recorded beside realised values: names of files or links."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.doctree.nodes import Block
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import Periode
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.tabel import KIRI, TENGAH, baris, kepala, sumber, tabel, teks


def bukti_dukung(bahan: Bahan, rows: Iterable[Indikator], periode: Periode, kapan: str) -> list[Block]:
    """The evidence of a period's values in use; nothing where none is recorded.

    A public copy leaves it out: names of files may hold names of persons.
    """
    named = {
        r.indikator: r.bukti
        for r in bahan.paket.realisasi
        if r.bukti and r.dipakai and (r.tahun, r.periode) == (bahan.tahun, periode)
    }
    found = [(i.nama, named[i.kode]) for i in rows if i.kode in named]
    if not found or not bahan.internal:
        return []
    return [
        tabel(
            f"Bukti Dukung Realisasi {kapan}",
            "tabel-bukti-dukung",
            ((6, TENGAH), (60, KIRI), (94, KIRI)),
            kepala("No.", "Indikator", "Bukti dukung"),
            [baris(teks(n), teks(nama), teks(bukti)) for n, (nama, bukti) in enumerate(found, 1)],
            source=sumber(bahan),
            small=True,
        )
    ]
