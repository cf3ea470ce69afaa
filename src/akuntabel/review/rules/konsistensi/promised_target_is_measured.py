"""The measured target is the promised one, and the promised one is that of the plan for the year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.angka import same_value
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import NilaiTabel, Sumber
from akuntabel.facts.subjek import same_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.penjelasan import explains

_NAMA = {Sumber.RENSTRA: "rencana", Sumber.PERJANJIAN: "perjanjian kinerja", Sumber.PENGUKURAN: "pengukuran"}


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    targets = [v for v in fakta.nilai if v.besaran is Peran.TARGET and v.sel.nilai_ada and not v.kolom.triwulan]
    for value in _latest(fakta, targets):
        for source in (Sumber.PENGUKURAN, Sumber.RENSTRA):
            other = _counterpart(value, targets, source, limit)
            if other:
                yield LOLOS if explains(fakta, value.indikator) else _judge(value, other, targets, limit)


def _latest(fakta: Fakta, targets: list[NilaiTabel]) -> list[NilaiTabel]:
    """The promise of each indicator for the report year: of a changed agreement where there is one, each once."""
    signed = [v for v in targets if v.sumber is Sumber.PERJANJIAN and v.tahun == fakta.tahun]
    signed = [v for v in signed if not any("dokumen" in k.teks.lower() for k in v.tabel.kolom)]
    changed = [v for v in signed if "perubahan" in f"{v.tabel.judul} {' '.join(v.tabel.bagian[-1:])}".lower()]
    return list({v.indikator: v for v in reversed(changed or signed)}.values())[::-1]


def _counterpart(value: NilaiTabel, targets: list[NilaiTabel], source: Sumber, limit: Decimal) -> NilaiTabel | None:
    same = (t for t in targets if t.sumber is source and t.tahun == value.tahun)
    return next((t for t in same if same_name(t.indikator, value.indikator, limit)), None)


def _judge(value: NilaiTabel, other: NilaiTabel, targets: list[NilaiTabel], limit: Decimal) -> Jawaban:
    a, b = value.angka, other.angka
    if a is None or b is None or a.nilai is None or b.nilai is None or same_value(a, b):
        return LOLOS
    measured = other.sumber is Sumber.PENGUKURAN
    hint = _other_year(value, targets, limit)
    question = "diukur terhadap dokumen mana?" if measured else "apakah perbedaannya dijelaskan?"
    return Masalah(
        proof(value, value.tabel),
        f"target {value.indikator} tahun {value.tahun} pada perjanjian kinerja tertulis {a.teks}, pada "
        f"{_NAMA[other.sumber]} ({other.tabel.nama}) {b.teks}; {question}",
        Keyakinan.MUNGKIN,
        tingkat=Tingkat.TINGGI if measured else Tingkat.SEDANG,
        terkait=(proof(other, other.tabel),),
        tertulis=a.teks,
        dugaan_penyebab=hint,
        saran="Ukur terhadap perjanjian kinerja terakhir, dan jelaskan setiap perubahan target.",
        sebab=f"target:{value.indikator}:{value.tahun}",
    )


def _other_year(value: NilaiTabel, targets: list[NilaiTabel], limit: Decimal) -> str | None:
    """The year of the plan whose target was copied."""
    for t in targets:
        same = t.sumber is Sumber.RENSTRA and t.tahun != value.tahun and same_name(t.indikator, value.indikator, limit)
        if same and t.angka and value.angka and t.angka.nilai == value.angka.nilai:
            return f"{value.angka.teks} ialah target tahun {t.tahun} pada {t.tabel.nama}"
    return None


ATURAN = Aturan(
    kode="KON-02",
    judul="Target yang diukur ialah target perjanjian kinerja",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 53/2014, Lampiran II (belum diperiksa pada naskah asli)",
    penjelasan=(
        "Laporan mengukur target perjanjian kinerja terakhir. Target perjanjian dibandingkan dengan tabel pengukuran "
        "dan dengan tabel rencana untuk tahun yang sama. Selalu mungkin: perubahan dalam tahun berjalan boleh, asal "
        "dijelaskan. Bila nilainya sama dengan target tahun lain pada rencana, hal itu disebut."
    ),
    bila_kosong="tidak ada tabel perjanjian kinerja dengan target tahun laporan yang juga diukur atau direncanakan",
    run=_run,
)
