"""The tujuan and sasaran that are measured in the year, with their indicators."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from akuntabel.bahasa.kalimat import capitalise, join_list
from akuntabel.domain.figure import FigureId
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import Arah, JenisNilai, Tingkatan
from akuntabel.reports.bahan import Bahan

SEBUTAN = {Tingkatan.TUJUAN: "Tujuan", Tingkatan.SASARAN: "Sasaran"}
KETERANGAN_ARAH = {
    Arah.NAIK: "makin tinggi makin baik",
    Arah.TURUN: "makin rendah makin baik",
    Arah.RENTANG: "terbaik bila berada di dalam rentang target",
    Arah.TETAP: "terbaik bila bertahan pada target",
}
KETERANGAN_JENIS = {
    JenisNilai.TANGGAL: "tercapai bila terlaksana paling lambat pada tanggal target",
    JenisNilai.YA_TIDAK: "tercapai bila jawabannya sama dengan target",
}


def keterangan_arah(ind: Indikator) -> str:
    """What is better, in words: by kind of value where a value is no number, else by direction."""
    return KETERANGAN_JENIS.get(ind.jenis_nilai) or KETERANGAN_ARAH[ind.arah]


def arah_notes(rows: Iterable[Indikator]) -> tuple[str, ...]:
    """What is better, once for the indicators that it holds for: 'Makin tinggi makin baik: ...'."""
    by: dict[str, list[str]] = {}
    for ind in rows:
        by.setdefault(keterangan_arah(ind), []).append(ind.nama)
    return tuple(f"{capitalise(word)}: {join_list(names)}." for word, names in by.items())


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A tujuan or sasaran with the indicators that are measured on it."""

    tingkat: Tingkatan
    kode: str
    teks: str
    indikator: tuple[Indikator, ...]

    @property
    def judul(self) -> str:
        """'Sasaran: Meningkatnya ...'."""
        return f"{SEBUTAN[self.tingkat]}: {self.teks}"

    @property
    def sebutan(self) -> str:
        """Inside a sentence: 'sasaran “Meningkatnya ...”'."""
        return f"{SEBUTAN[self.tingkat].lower()} “{self.teks}”"


def is_measured(bahan: Bahan, ind: Indikator) -> bool:
    """Whether the indicator has a target for the report year."""
    return FigureId("target", ind.kode, bahan.tahun) in bahan.figures


def kelompok_list(bahan: Bahan) -> tuple[Kelompok, ...]:
    """Every tujuan and sasaran of the plan in force that has a measured indicator, in the plan's order."""
    rows = [(Tingkatan.TUJUAN, t.urutan or 0, t.kode, t.teks) for t in bahan.paket.tujuan]
    rows += [(Tingkatan.SASARAN, s.urutan or 0, s.kode, s.teks) for s in bahan.paket.sasaran]
    level = list(SEBUTAN)
    found = []
    for tingkat, _, kode, text in sorted(rows, key=lambda r: (level.index(r[0]), *r[1:3])):
        own = indikator_of(bahan, tingkat, kode)
        if own:
            found.append(Kelompok(tingkat, kode, text, own))
    return tuple(found)


def nama_by_kode(bahan: Bahan) -> dict[str, str]:
    """Names of programmes, activities and sub-activities by code."""
    paket = bahan.paket
    found = {p.kode: p.nama for p in paket.program} | {k.kode: k.nama for k in paket.kegiatan}
    return found | {s.kode: s.nama for s in paket.subkegiatan}


def indikator_of(bahan: Bahan, tingkat: Tingkatan, induk: str) -> tuple[Indikator, ...]:
    """The measured indicators of one tujuan or sasaran, in order."""
    own = [i for i in bahan.paket.indikator if i.tingkat is tingkat and i.induk == induk and is_measured(bahan, i)]
    return tuple(sorted(own, key=lambda i: (i.urutan or 0, i.kode)))


def nama_unit(bahan: Bahan, kode: str | None) -> str:
    """The name of a unit, or the agency's secretariat when nobody is named."""
    named = next((u.nama for u in bahan.paket.unit if u.kode == kode), None)
    return named or "penyusun laporan"


def sebutan_unit(bahan: Bahan, text: str | None) -> str | None:
    """Who is named in a free column: a unit's name behind its code, else the text as it stands."""
    return next((u.nama for u in bahan.paket.unit if u.kode == text), text)


def nama_dokumen(bahan: Bahan, kode: str) -> str:
    """The name of a plan document, of a document of spending, or of an agreement behind a document code."""
    names = {d.kode: d.nama for d in bahan.paket.dokumen_realisasi}
    names |= {d.kode: d.nama for d in bahan.paket.dokumen_rencana}
    if kode in names:
        return names[kode]
    pk = next((p for p in bahan.paket.perjanjian_kinerja if p.kode == kode), None)
    if pk is None:
        return kode
    kind = "Perjanjian Kinerja Perubahan" if pk.jenis.value == "perubahan" else "Perjanjian Kinerja"
    return f"{kind} Tahun {pk.tahun}"


PERSEN = ("persen", "%")
SKALA = ("indeks", "nilai", "skor", "poin")  # units that name a scale, not a thing that is counted


def satuan_selisih(ind: Indikator) -> str:
    """The unit of a difference: of percentages 'poin persentase', on a scale 'poin'."""
    unit = ind.satuan.casefold()
    return "poin persentase" if unit in PERSEN else "poin" if unit in SKALA else ind.satuan


def satuan_kalimat(ind: Indikator) -> str:
    """The unit behind a value in a sentence, with its blank; none where the value is printed with it or has none."""
    counted = ind.jenis_nilai in (JenisNilai.ANGKA, JenisNilai.RASIO)
    return f" {ind.satuan}" if counted and ind.satuan.casefold() not in (*PERSEN, *SKALA, "rupiah") else ""
