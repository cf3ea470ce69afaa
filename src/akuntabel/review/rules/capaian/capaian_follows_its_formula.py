"""A printed capaian is what an allowed formula gives for the target and realisasi of its row."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.angka import round_half_up
from akuntabel.facts.angka import Angka
from akuntabel.facts.arah import ArahBaik, ArahIndikator, DasarArah
from akuntabel.facts.capaian_tabel import BarisCapaian
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.rumus_tertulis import BentukRumus
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.arah_capaian import declared, declares_tolerance, direction, falling_formula, reason
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.kolom_capaian import KolomCapaian, read_columns
from akuntabel.review.rumus_capaian import SERATUS, TURUN, Hitungan, compute, shown
from akuntabel.review.selip import slip


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for column in read_columns(fakta):
        for row in column.baris:
            yield _judge(fakta, column, row)


def _judge(fakta: Fakta, column: KolomCapaian, row: BarisCapaian) -> Jawaban:
    target, realised, printed = row.target.angka, row.realisasi.angka, column.tercetak(row)
    if not target or not realised or not printed or not target.nilai or target.nilai < 0:
        return Lewat("targetnya nol atau negatif, sehingga capaian tidak terdefinisi")
    used = column.rumus(row)
    way = direction(fakta, row.nama, row.sasaran)
    if used:
        turned = way.arah is ArahBaik.TURUN and not set(used) & set(TURUN) and target.nilai != realised.nilai
        return _wrong_way(fakta, row, way) if turned else LOLOS
    if printed.nilai == SERATUS and declares_tolerance(fakta):
        return Lewat("laporan menyatakan toleransi: di dalamnya capaian seratus")
    if column.pasangan_lain(row):
        return Lewat("capaian itu dihitung dari target atau realisasi lain pada baris yang sama")
    if not column.cocok and not column.dinyatakan and len(column.baris) >= 3:
        return Lewat("makna kolom capaiannya tidak dapat dipastikan")
    return _wrong_number(fakta, column, row, way)


def _wrong_way(fakta: Fakta, row: BarisCapaian, way: ArahIndikator) -> Jawaban:
    """Realisasi / target for an indicator of which less is better."""
    written = declared(fakta, *TURUN)
    if way.dasar is DasarArah.NAMA and not written:
        return Lewat("arah indikatornya hanya dari namanya, dan laporan tidak menyatakan rumus lain")
    right = _by(falling_formula(fakta), row)
    if right is None:
        return Lewat("capaian tidak terdefinisi")
    told = "rumus yang dinyatakan laporan untuk itu" if written else "rumus yang lazim untuk itu"
    cell = row.capaian or row.realisasi
    return Masalah(
        proof(cell, row.tabel, row.baris.teks()),
        f"capaian '{row.nama}' tertulis {cell.teks}, yaitu realisasi / target, sedangkan indikator ini makin rendah "
        f"makin baik ({reason(way)}); {told} memberi {right.teks} = {shown(right.nilai)}",
        Keyakinan.PASTI if way.kuat and written else Keyakinan.MUNGKIN,
        terkait=(proof(written.tempat),) if written else (),
        tertulis=cell.teks,
        seharusnya=shown(right.nilai),
        hitungan=f"{right.teks} = {shown(right.nilai)}",
        dugaan_penyebab="rumus untuk indikator yang makin tinggi makin baik dipakai untuk indikator sebaliknya",
        saran="Hitung ulang capaian, lalu sesuaikan predikat, simpulan, dan uraiannya.",
        sebab=f"capaian:{row.nama.lower()}:{row.tahun}",
    )


def _wrong_number(fakta: Fakta, column: KolomCapaian, row: BarisCapaian, way: ArahIndikator) -> Masalah:
    cell = row.capaian or row.realisasi
    rising, falling = _by(BentukRumus.NAIK, row), _by(falling_formula(fakta), row)
    first, second = (falling, rising) if way.arah is ArahBaik.TURUN else (rising, falling)
    cause = _slip(cell.angka, first)
    options = [f"{h.teks} = {shown(h.nilai)}" for h in (first, second if way.arah is ArahBaik.TURUN else None) if h]
    return Masalah(
        proof(cell, row.tabel, row.baris.teks()),
        f"capaian '{row.nama}' tertulis {cell.teks}, sedangkan {'; atau '.join(options)}",
        Keyakinan.PASTI if column.pasti or (column.hampir_pasti and cause) else Keyakinan.MUNGKIN,
        terkait=(proof(row.target, row.tabel), proof(row.realisasi, row.tabel)),
        tertulis=cell.teks,
        seharusnya=shown(first.nilai) if first and len(options) == 1 else None,
        hitungan="; atau ".join(options),
        dugaan_penyebab=cause,
        saran="Hitung ulang capaian, atau periksa target dan realisasinya.",
        sebab=f"{row.tabel.blok}:{row.baris.tempat.baris}",
    )


def _by(shape: BentukRumus, row: BarisCapaian) -> Hitungan | None:
    return compute(shape, row.target.angka, row.realisasi.angka) if row.target.angka and row.realisasi.angka else None


def _slip(printed: Angka | None, right: Hitungan | None) -> str | None:
    if not printed or printed.nilai is None or not right:
        return None
    return slip(printed.nilai, round_half_up(right.nilai, printed.desimal))


ATURAN = Aturan(
    kode="CPN-01",
    judul="Capaian sama dengan hasil rumusnya",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.TINGGI,
    dasar="Perhitungan ulang dengan rumus yang dinyatakan laporan, atau rumus yang lazim",
    penjelasan=(
        "Capaian dihitung ulang dari target dan realisasi barisnya dengan realisasi / target, (2 × target − "
        "realisasi) / target, atau target / realisasi. Pembulatan, pemotongan, batas atas 100, 110, 120, 125, atau "
        "150 yang sama pada seluruh kolom, dan batas bawah nol diterima. Rumus untuk arah yang terbalik disebut: "
        "pasti bila target dari tahun ke tahun turun dan laporan menyatakan rumus untuk indikator yang makin rendah "
        "makin baik; menurut nama saja tidak pernah pasti."
    ),
    bila_kosong="tidak ada tabel dengan target, realisasi, dan capaian",
    run=_run,
)
