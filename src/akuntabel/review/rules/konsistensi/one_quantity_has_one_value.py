"""Target, realisasi and capaian of one indicator and year are the same wherever the document states them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.angka import Angka, same_value
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.subjek import same_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.sebutan_nilai import NilaiSebut, statements
from akuntabel.review.tahun_bergeser import TahunBergeser, shifted_years
from akuntabel.review.wording import NAMA, as_percent


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    values = list(statements(fakta))
    moved = list(shifted_years(values, limit))
    yield from map(_another_year, moved)
    aside = {(v.tempat, v.tahun) for found in moved for v in found.nilai}
    groups: list[list[NilaiSebut]] = []
    for value in (v for v in values if (v.tempat, v.tahun) not in aside):
        group = next((g for g in groups if _same_thing(g[0], value, limit)), None)
        if group is None:
            groups.append([value])
        else:
            group.append(value)
    for group in groups:
        if len({v.tempat for v in group}) > 1:
            yield from _judge(group)


def _another_year(found: TahunBergeser) -> Masalah:
    """One finding for a table whose year is wrong, instead of one for each of its values."""
    first, shown = found.nilai[0], dict.fromkeys(v.angka.teks for v in found.nilai)
    return Masalah(
        first.bukti,
        f"nilai yang disebut nilai tahun {found.tahun} ({'; '.join(shown)}) di tempat lain ialah nilai tahun "
        f"{found.maksud}; tahun pada judul atau kepala tabel ini mungkin keliru",
        Keyakinan.PASTI,
        terkait=tuple(o.bukti for o in found.sama),
        tertulis=str(found.tahun),
        seharusnya=str(found.maksud),
        saran="Samakan tahun pada judul dan kepala tabel dengan nilainya.",
    )


def _same_thing(a: NilaiSebut, b: NilaiSebut, limit: Decimal) -> bool:
    return (a.besaran, a.tahun, a.dokumen) == (b.besaran, b.tahun, b.dokumen) and same_name(
        a.indikator, b.indikator, limit
    )


def _agree(a: NilaiSebut, b: NilaiSebut) -> bool:
    """One is the other as printed with fewer places: rounded or cut. A span is another span, and never one value."""
    if a.atas or b.atas:
        return bool(a.atas and b.atas) and same_value(a.angka, b.angka) and same_value(a.atas, b.atas)
    if a.besaran is Peran.CAPAIAN:
        first, second = as_percent(a.angka), as_percent(b.angka)
        return abs(first - second) <= max(_unit(a.angka), _unit(b.angka))
    return same_value(a.angka, b.angka)


def _unit(number: Angka) -> Decimal:
    return number.ketelitian * (100 if as_percent(number) != number.nilai else 1)


def _judge(group: list[NilaiSebut]) -> Iterator[Jawaban]:
    """The value that most places give stands; one place against one accuses neither."""
    counts = [sum(_agree(v, w) for w in group) for v in group]
    best = group[counts.index(max(counts))]
    others = [v for v in group if not _agree(v, best)]
    yield from (LOLOS for v in group if _agree(v, best) and v is not best)
    told: set[str] = set()
    for value in others:
        if value.tempat not in told:
            told.add(value.tempat)
            yield _problem(value, best, alone=max(counts) < 2 or max(counts) == len(others))


def _problem(value: NilaiSebut, best: NilaiSebut, *, alone: bool) -> Masalah:
    name = f"{NAMA[value.besaran]} {value.indikator}" + (f" tahun {value.tahun}" if value.tahun else "")
    name += f" menurut {value.dokumen}" if value.dokumen else ""
    line = best.bukti.lokasi.baris[0]
    where = f"{best.bukti.lokasi.tabel}, baris {line}" if best.bukti.lokasi.tabel else f"baris {line}"
    blame = "; salah satu dari keduanya keliru" if alone else ""
    return Masalah(
        value.bukti,
        f"{name} tertulis {value.ditulis()}, sedangkan pada {where} tertulis {best.ditulis()}{blame}",
        Keyakinan.PASTI if value.jelas and best.jelas else Keyakinan.MUNGKIN,
        terkait=(best.bukti,),
        tertulis=value.ditulis(),
        seharusnya=None if alone else best.ditulis(),
        saran="Pastikan nilai yang benar pada sumber datanya, lalu samakan semua tempat.",
        sebab=f"nilai:{best.indikator}:{best.besaran.value}:{best.tahun}:{best.dokumen}",
    )


ATURAN = Aturan(
    kode="KON-01",
    judul="Satu besaran mempunyai satu nilai",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.TINGGI,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Target, realisasi, dan capaian satu indikator pada satu tahun sama di setiap tabel pengukuran dan kalimat. "
        "Pembulatan diterima. Nilai yang disebut paling sering menjadi pegangan; bila hanya satu lawan satu, tidak "
        "ada yang dituduh. Bila sedikitnya tiga nilai sebuah tabel ialah nilai tahun lain di semua tempat lain, hanya "
        "tahunnya yang disebut. Target pada Renstra dan perjanjian kinerja dibandingkan oleh aturan lain."
    ),
    bila_kosong="tidak ada besaran indikator yang disebut di dua tempat",
    run=_run,
)
