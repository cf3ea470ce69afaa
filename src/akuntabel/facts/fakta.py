"""All facts of one read document, collected once. Rules read them and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from akuntabel.doctree.naskah import Naskah
from akuntabel.facts.arah import ArahIndikator, directions
from akuntabel.facts.arah_kata import Perubahan, read_changes
from akuntabel.facts.banding_kata import read_comparisons
from akuntabel.facts.capaian_kalimat import CapaianKalimat, read_stated
from akuntabel.facts.capaian_tabel import BarisCapaian, read_measured
from akuntabel.facts.daftar_butir import read_items
from akuntabel.facts.daftar_isi import Entri, read_entries
from akuntabel.facts.daftar_sebut import DaftarSebut, read_announced
from akuntabel.facts.deret import Deret, read_series
from akuntabel.facts.identitas import Identitas, read_identity
from akuntabel.facts.jumlahan import Persamaan, read_sums
from akuntabel.facts.kalimat import Kalimat, read_sentences
from akuntabel.facts.kendaraan import Kendaraan, read_vehicles
from akuntabel.facts.keutuhan import TeksPutus, read_breaks
from akuntabel.facts.nomor_halaman import read_page_offset
from akuntabel.facts.pasangan import Pasangan, read_pairs
from akuntabel.facts.pengukuran import BarisPengukuran, NilaiTabel, read_rows, read_values
from akuntabel.facts.penomoran_judul import NomorJudul, read_heading_numbers
from akuntabel.facts.pernyataan import Pernyataan, read_claims
from akuntabel.facts.predikat import Predikat, read_predicates
from akuntabel.facts.program import DaftarProgram, read_programs
from akuntabel.facts.rujukan import Pengumuman, Rujukan, read_announcements, read_references
from akuntabel.facts.rumus_tertulis import RumusTertulis, read_formulas
from akuntabel.facts.serapan import Serapan, read_spending
from akuntabel.facts.sitiran import Sitiran, read_citations
from akuntabel.facts.skala import SkalaTertulis, read_scales
from akuntabel.facts.struktur import AlineaFakta, Struktur, read_structure
from akuntabel.facts.survei import NilaiMutu, NilaiUnsur, read_elements, read_mutu
from akuntabel.facts.tabel import Tabel, read_tables
from akuntabel.facts.tanda_tangan import Nip, TandaTangan, read_nip, read_signatures
from akuntabel.facts.uang import KlaimUang, TotalUang, read_money, read_totals
from akuntabel.facts.urutan import Urutan
from akuntabel.facts.waktu import Hari, Periode, read_days, read_periods


@dataclass(frozen=True, slots=True)
class Fakta:
    """Statements of one document with their places. `dugaan` are the lines of tables whose shape the reader guessed."""

    naskah: Naskah
    struktur: Struktur
    tabel: tuple[Tabel, ...]
    kalimat: tuple[Kalimat, ...]
    identitas: Identitas
    nilai: tuple[NilaiTabel, ...]
    pengukuran: tuple[BarisPengukuran, ...]
    jumlahan: tuple[Persamaan, ...] = ()
    serapan: tuple[Serapan, ...] = ()
    capaian: tuple[BarisCapaian, ...] = ()
    disebut: tuple[CapaianKalimat, ...] = ()
    rumus: tuple[RumusTertulis, ...] = ()
    skala: tuple[SkalaTertulis, ...] = ()
    predikat: tuple[Predikat, ...] = ()
    arah: Mapping[str, ArahIndikator] = field(default_factory=dict)
    butir: tuple[Urutan[AlineaFakta], ...] = ()
    nomor_judul: tuple[NomorJudul, ...] = ()
    entri: tuple[Entri, ...] = ()
    rujukan: tuple[Rujukan, ...] = ()
    pengumuman: tuple[Pengumuman, ...] = ()
    kendaraan: tuple[Kendaraan, ...] = ()
    putus: tuple[TeksPutus, ...] = ()
    geser_halaman: int | None = None
    hari: tuple[Hari, ...] = ()
    periode: tuple[Periode, ...] = ()
    sitiran: tuple[Sitiran, ...] = ()
    nip: tuple[Nip, ...] = ()
    tanda_tangan: tuple[TandaTangan, ...] = ()
    pernyataan: tuple[Pernyataan, ...] = ()
    deret: tuple[Deret, ...] = ()
    pasangan: tuple[Pasangan, ...] = ()
    uang: tuple[KlaimUang, ...] = ()
    total_uang: tuple[TotalUang, ...] = ()
    daftar_sebut: tuple[DaftarSebut, ...] = ()
    daftar_program: tuple[DaftarProgram, ...] = ()
    mutu: tuple[NilaiMutu, ...] = ()
    unsur: tuple[NilaiUnsur, ...] = ()
    perubahan: tuple[Perubahan, ...] = ()
    dugaan: frozenset[int] = frozenset()

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
    spending = read_spending(tables)
    sentences = read_sentences(struktur.alinea)
    claims = read_claims(sentences, tuple(dict.fromkeys(v.indikator for v in values)), identity.tahun)
    scales = read_scales(tables, struktur.alinea)
    return Fakta(
        naskah=naskah,
        dugaan=frozenset(row.tempat.baris for t in naskah.tabel if t.is_guessed for row in t.baris),
        struktur=struktur,
        tabel=tables,
        kalimat=sentences,
        identitas=identity,
        nilai=values,
        pengukuran=read_rows(values),
        jumlahan=read_sums(tables, spending),
        serapan=spending,
        capaian=read_measured(tables, identity.tahun),
        disebut=read_stated(sentences, claims),
        rumus=read_formulas(struktur.alinea, tables),
        skala=scales,
        predikat=read_predicates(tables, sentences, scales),
        arah=directions(values, struktur.alinea),
        butir=read_items(struktur),
        nomor_judul=read_heading_numbers(struktur),
        entri=read_entries(struktur),
        rujukan=read_references(struktur),
        pengumuman=read_announcements(struktur),
        pernyataan=claims,
        deret=read_series(tables, values, claims),
        pasangan=read_pairs(tables),
        uang=read_money(sentences, identity.tahun),
        total_uang=read_totals(tables, identity.tahun),
        daftar_sebut=read_announced(sentences, struktur),
        daftar_program=read_programs(struktur, tables, identity.tahun),
        mutu=read_mutu(sentences, tables),
        unsur=read_elements(sentences, tables),
        perubahan=(*read_changes(sentences), *read_comparisons(sentences)),
        kendaraan=read_vehicles(tables),
        putus=read_breaks(naskah.blok, struktur),
        geser_halaman=read_page_offset(naskah),
        hari=read_days(struktur, tables),
        periode=read_periods(struktur),
        sitiran=read_citations(sentences),
        nip=read_nip(struktur, tables),
        tanda_tangan=read_signatures(naskah, struktur),
    )
