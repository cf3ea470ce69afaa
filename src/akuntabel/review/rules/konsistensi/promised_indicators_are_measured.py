"""Every indicator of the agreement is measured, and every measured one was promised or planned."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import NilaiTabel, Sumber
from akuntabel.facts.subjek import same_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    promised = _first_of_each(fakta, Sumber.PERJANJIAN, Peran.TARGET)
    planned = _first_of_each(fakta, Sumber.RENSTRA, Peran.TARGET)
    measured = _first_of_each(fakta, Sumber.PENGUKURAN, Peran.REALISASI)
    if not measured:
        return
    for value in promised:
        found = _has(value, measured, limit)
        yield LOLOS if found else _problem(value, "diperjanjikan tetapi tidak diukur", Tingkat.TINGGI)
    for value in planned if not promised else ():
        found = _has(value, measured, limit)
        yield LOLOS if found else _problem(value, "direncanakan tetapi tidak diukur", Tingkat.SEDANG)
    main = {v.tabel.blok for v in measured if _has(v, promised, limit)}
    for value in (v for v in measured if v.tabel.blok in main):
        known = _has(value, promised, limit) or _has(value, planned, limit)
        yield LOLOS if known else _problem(value, "diukur tetapi tidak diperjanjikan", Tingkat.SEDANG)


def _first_of_each(fakta: Fakta, source: Sumber, besaran: Peran) -> list[NilaiTabel]:
    found: dict[str, NilaiTabel] = {}
    for v in fakta.nilai:
        if v.sumber is source and v.besaran is besaran and v.tahun == fakta.tahun:
            found.setdefault(v.indikator, v)
    return list(found.values())


def _has(value: NilaiTabel, others: list[NilaiTabel], limit: Decimal) -> bool:
    return any(same_name(value.indikator, o.indikator, limit) for o in others)


def _problem(value: NilaiTabel, what: str, tingkat: Tingkat) -> Masalah:
    return Masalah(
        proof(value, value.tabel, value.baris.teks()),
        f"indikator '{value.indikator}' {what}; apakah namanya berubah atau tabelnya belum lengkap?",
        Keyakinan.MUNGKIN,
        tingkat=tingkat,
        tertulis=value.indikator,
        saran="Lengkapi tabelnya, atau jelaskan perubahan indikator.",
    )


ATURAN = Aturan(
    kode="KON-03",
    judul="Indikator yang diperjanjikan diukur",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 53/2014, Lampiran II (belum diperiksa pada naskah asli)",
    penjelasan=(
        "Indikator pada tabel perjanjian kinerja ada pada tabel pengukuran tahun laporan, dan sebaliknya. Tanpa "
        "tabel perjanjian, tabel rencana yang dipakai. Nama yang mirip dianggap sama. Selalu mungkin, karena "
        "indikator dapat berganti nama."
    ),
    bila_kosong="tidak ada tabel pengukuran, atau tidak ada tabel perjanjian maupun rencana",
    run=_run,
)
