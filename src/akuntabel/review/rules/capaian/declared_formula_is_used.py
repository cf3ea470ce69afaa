"""Where less is better and the report declares one formula for that, its tables use that one."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.capaian_tabel import BarisCapaian
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.rumus_tertulis import BentukRumus, RumusTertulis
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.arah_capaian import declared
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.kolom_capaian import KolomCapaian, read_columns
from akuntabel.review.rumus_capaian import TURUN, Hitungan, compute, shown


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    written = declared(fakta, *TURUN)
    if written is None or len({r.bentuk for r in fakta.rumus} & set(TURUN)) != 1:
        return
    for column in read_columns(fakta):
        for row in column.baris:
            if (used := _falling(column, row)) and (right := _by(written.bentuk, row)):
                yield LOLOS if written.bentuk in used else _judge(row, right, written, column)


def _falling(column: KolomCapaian, row: BarisCapaian) -> tuple[BentukRumus, ...]:
    """The formulas for less is better that give the printed capaian, where the usual one does not."""
    used = column.rumus(row)
    return () if BentukRumus.NAIK in used else used


def _by(shape: BentukRumus, row: BarisCapaian) -> Hitungan | None:
    return compute(shape, row.target.angka, row.realisasi.angka) if row.target.angka and row.realisasi.angka else None


def _judge(row: BarisCapaian, right: Hitungan, written: RumusTertulis, column: KolomCapaian) -> Jawaban:
    if column.batas is not None:
        return Lewat("capaian pada kolom itu dibatasi")
    cell = row.capaian or row.realisasi
    computed = f"{right.teks} = {shown(right.nilai)}"
    return Masalah(
        proof(cell, row.tabel, row.baris.teks()),
        f"capaian '{row.nama}' tertulis {cell.teks}, sedangkan rumus yang dinyatakan laporan memberi {computed}",
        Keyakinan.MUNGKIN,
        terkait=(proof(written.tempat),),
        tertulis=cell.teks,
        seharusnya=shown(right.nilai),
        hitungan=computed,
        dugaan_penyebab="rumus lain untuk indikator yang makin rendah makin baik dipakai",
        saran="Hitung ulang capaian dengan rumus yang dinyatakan, atau betulkan rumusnya.",
        sebab=f"capaian:{row.nama.lower()}:{row.tahun}",
    )


ATURAN = Aturan(
    kode="CPN-14",
    judul="Rumus capaian yang dipakai ialah rumus yang dinyatakan",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang dengan rumus yang dinyatakan laporan",
    penjelasan=(
        "Bila laporan menyatakan tepat satu rumus untuk indikator yang makin rendah makin baik, capaian yang hanya "
        "cocok dengan rumus lain untuk arah itu disebut. Kolom yang capaiannya dibatasi dilewati. Selalu mungkin, "
        "karena rumus dapat dinyatakan untuk satu indikator saja."
    ),
    bila_kosong="laporan tidak menyatakan tepat satu rumus untuk indikator yang makin rendah makin baik",
    run=_run,
)
