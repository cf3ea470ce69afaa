"""All facts of one read document, collected once. Rules read them and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from akuntabel.doctree.naskah import Naskah
from akuntabel.facts.daftar_butir import read_items
from akuntabel.facts.daftar_isi import Entri, read_entries
from akuntabel.facts.identitas import Identitas, read_identity
from akuntabel.facts.jumlahan import Persamaan, read_sums
from akuntabel.facts.kalimat import Kalimat, read_sentences
from akuntabel.facts.pengukuran import BarisPengukuran, NilaiTabel, read_rows, read_values
from akuntabel.facts.penomoran_judul import NomorJudul, read_heading_numbers
from akuntabel.facts.rujukan import Pengumuman, Rujukan, read_announcements, read_references
from akuntabel.facts.serapan import Serapan, read_spending
from akuntabel.facts.struktur import AlineaFakta, Struktur, read_structure
from akuntabel.facts.tabel import Tabel, read_tables
from akuntabel.facts.tanda_tangan import Nip, TandaTangan, read_nip, read_signatures
from akuntabel.facts.urutan import Urutan


@dataclass(frozen=True, slots=True)
class Fakta:
    """Statements of one document with their places."""

    naskah: Naskah
    struktur: Struktur
    tabel: tuple[Tabel, ...]
    kalimat: tuple[Kalimat, ...]
    identitas: Identitas
    nilai: tuple[NilaiTabel, ...]
    pengukuran: tuple[BarisPengukuran, ...]
    jumlahan: tuple[Persamaan, ...] = ()
    serapan: tuple[Serapan, ...] = ()
    butir: tuple[Urutan[AlineaFakta], ...] = ()
    nomor_judul: tuple[NomorJudul, ...] = ()
    entri: tuple[Entri, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()
    pengumuman: tuple[Pengumuman, ...] = ()
    nip: tuple[Nip, ...] = ()
    tanda_tangan: tuple[TandaTangan, ...] = ()

    @property
    def tahun(self) -> int | None:
        """The report year, where it was recognised."""
        return self.identitas.tahun


def collect(naskah: Naskah) -> Fakta:
    """The facts of a document; never raises on what somebody wrote."""
    struktur = read_structure(naskah)
    tables = read_tables(naskah, struktur)
    identity = read_identity(struktur, tables)
    values = read_values(tables, identity.tahun)
    nip = read_nip(struktur, tables)
    spending = read_spending(tables)
    return Fakta(
        naskah=naskah,
        struktur=struktur,
        tabel=tables,
        kalimat=read_sentences(struktur.alinea),
        identitas=identity,
        nilai=values,
        pengukuran=read_rows(values),
        jumlahan=read_sums(tables, spending),
        serapan=spending,
        butir=read_items(struktur),
        nomor_judul=read_heading_numbers(struktur),
        entri=read_entries(struktur),
        rujukan=read_references(struktur),
        pengumuman=read_announcements(struktur),
        nip=nip,
        tanda_tangan=read_signatures(struktur, nip),
    )
