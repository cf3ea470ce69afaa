"""The starting condition that a plan gives for a year is what was realised in that year."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.angka import same_value
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import NilaiTabel
from akuntabel.facts.subjek import same_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    values = [v for v in fakta.nilai if v.sel.nilai_ada and _is_dated(v) and not v.kolom.triwulan]
    results = [v for v in values if v.besaran is Peran.REALISASI]
    for base in (v for v in values if v.besaran is Peran.DASAR):
        same = [r for r in results if r.tahun == base.tahun and same_name(r.indikator, base.indikator, limit)]
        if same:
            yield LOLOS if any(same_value(base.angka, r.angka) for r in same) else _problem(base, same[0])


def _is_dated(value: NilaiTabel) -> bool:
    """Whether the table itself gives the year: in the head of the column, or in a column of years."""
    return value.kolom.tahun is not None or any(k.teks.strip().lower() == "tahun" for k in value.tabel.kolom)


def _problem(base: NilaiTabel, other: NilaiTabel) -> Masalah:
    first, last = base.sel.teks, other.sel.teks
    return Masalah(
        proof(base, base.tabel),
        f"kondisi awal {base.indikator} tahun {base.tahun} tertulis {first}, sedangkan realisasi tahun itu pada "
        f"{other.tabel.nama}, baris {other.sel.tempat.baris} tertulis {last}",
        Keyakinan.MUNGKIN,
        terkait=(proof(other, other.tabel),),
        tertulis=first,
        seharusnya=last,
        saran="Pakai satu nilai, atau jelaskan bahwa kondisi awal memakai angka sementara.",
    )


ATURAN = Aturan(
    kode="KON-10",
    judul="Kondisi awal sama dengan realisasi pada tahun itu",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Kondisi awal suatu indikator pada rencana, bila tahunnya disebut, dibandingkan dengan realisasi indikator itu "
        "pada tahun yang sama. Selalu mungkin, karena rencana dapat disusun dengan angka sementara."
    ),
    bila_kosong="tidak ada kondisi awal bertahun beserta realisasi tahun itu",
    run=_run,
)
