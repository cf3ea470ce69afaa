"""Legal bases as the agency's data cite them."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, ListKind, Text
from akuntabel.domain.instansi import Regulasi
from akuntabel.domain.pilihan import SubjekRegulasi
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.butir import butir


def cite(row: Regulasi) -> str:
    """'Peraturan Presiden Nomor 29 Tahun 2014 tentang ...'."""
    year = "" if str(row.tahun) in row.nomor else f" Tahun {row.tahun}"
    return f"{row.jenis} Nomor {row.nomor}{year} tentang {row.tentang}"


def basis(bahan: Bahan, *subjek: SubjekRegulasi) -> list[Regulasi]:
    """The regulations in force that are cited for these subjects, in the order of the data."""
    return [r for r in bahan.paket.regulasi if r.subjek in subjek and not r.dicabut]


def basis_list(bahan: Bahan, *subjek: SubjekRegulasi) -> tuple[Block, ...]:
    """A numbered list of legal bases; empty without any."""
    rows = basis(bahan, *subjek)
    if not rows:
        return ()
    return (butir(ListKind.ANGKA, ((Text(cite(r)),) for r in rows), names=True),)
