"""Perjanjian kinerja (PermenPANRB 53/2014, lampiran I): statement and lampiran of every agreement of the year."""

from __future__ import annotations

from dataclasses import replace

from akuntabel.doctree.nodes import Block, Document, PageBreak, PageNumber, Section
from akuntabel.domain.perjanjian import PerjanjianKinerja
from akuntabel.domain.pilihan import Jenjang
from akuntabel.errors import PanggilanError
from akuntabel.reports.bagian.perjanjian import judul, party
from akuntabel.reports.bagian.pk import budget_notice, pernyataan, signatures
from akuntabel.reports.bagian.pk_lampiran import budget, promises
from akuntabel.reports.bagian.rencana import agreements
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.dokumen.rangka import assemble, judul_dokumen, kop
from akuntabel.reports.penanggung import perencana

NAMA = "Perjanjian Kinerja"


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """All agreements of the year, or the one whose code is given.

    Raises PanggilanError for a code that is no agreement of the year.
    """
    plain = replace(bahan, marks=False)
    chosen = choose(bahan, pilihan)
    made = [Section(_agreement(plain, pk), page_number=PageNumber.TANPA, header=False) for pk in chosen]
    if not made:
        missing = kurang(f"Perjanjian kinerja tahun {bahan.tahun}.", perencana(bahan))
        made = [Section((judul_dokumen(NAMA, bahan.nama, f"Tahun {bahan.tahun}"), missing))]
    return assemble(bahan, NAMA, made)


def choose(bahan: Bahan, pilihan: str | None) -> list[PerjanjianKinerja]:
    """The agreements of the year from the highest level down, first before changed; or the one named."""
    own = [pk for jenjang in Jenjang for pk in agreements(bahan, jenjang)]
    if pilihan is None:
        return own
    found = [pk for pk in own if pk.kode == pilihan]
    if not found:
        known = ", ".join(pk.kode for pk in own) or "tidak ada"
        raise PanggilanError(
            f"Perjanjian kinerja '{pilihan}' tidak ada pada tahun {bahan.tahun}; kode yang ada: {known}."
        )
    return found


def _agreement(bahan: Bahan, pk: PerjanjianKinerja) -> tuple[Block, ...]:
    return (
        kop(bahan),
        *pernyataan(bahan, pk),
        PageBreak(),
        judul_dokumen(f"Lampiran {judul(pk)}", party(pk), bahan.nama),
        promises(bahan, pk),
        budget(bahan, pk),
        *budget_notice(bahan, pk),
        signatures(bahan, pk),
    )
