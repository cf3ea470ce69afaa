"""Progress to the end of the plan follows from the realisasi and the end target, under one of the formulas in use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kemajuan import Kemajuan, read_progress
from akuntabel.facts.rumus_tertulis import BentukRumus
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.rumus_capaian import compute, shapes_that_fit, shown

_ENOUGH = 2  # other rows that must fit, all of them, before one is asked about


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    rows = list(read_progress(fakta.tabel, fakta.tahun))
    for row in rows:
        others = [r for r in rows if r.tabel is row.tabel and r is not row]
        yield _judge(row, others)


def _judge(row: Kemajuan, others: Sequence[Kemajuan]) -> Jawaban:
    if _shapes(row):
        return LOLOS
    if len(others) < _ENOUGH or not all(map(_shapes, others)):
        return Lewat("kemajuan dapat dihitung dari realisasi kumulatif yang tidak dicetak")
    return _problem(row)


def _numbers(row: Kemajuan) -> tuple[Angka, Angka, Angka] | None:
    cells = (row.tercetak.angka, row.target.angka, row.realisasi.angka)
    printed, target, realised = cells
    return (printed, target, realised) if printed and target and realised else None


def _shapes(row: Kemajuan) -> tuple[BentukRumus, ...]:
    numbers = _numbers(row)
    return shapes_that_fit(*numbers) if numbers else ()


def _problem(row: Kemajuan) -> Masalah:
    numbers = _numbers(row)
    sums = [compute(shape, numbers[1], numbers[2]) for shape in BentukRumus] if numbers else []
    ways = " atau ".join(dict.fromkeys(shown(s.nilai) for s in sums if s is not None))
    return Masalah(
        proof(row.tercetak, row.tabel, row.baris.teks()),
        f"tingkat kemajuan '{row.baris.label}' tertulis {row.tercetak.teks}, sedangkan realisasi {row.realisasi.teks} "
        f"terhadap target akhir {row.target.teks} ialah {ways}",
        Keyakinan.MUNGKIN,
        terkait=(proof(row.realisasi, row.tabel), proof(row.target, row.tabel)),
        tertulis=row.tercetak.teks,
        hitungan=f"{row.realisasi.teks} terhadap {row.target.teks}: {ways}",
        saran="Hitung ulang kemajuan terhadap target akhir, dan sebut caranya.",
        sebab=f"{row.tabel.blok}:{row.baris.tempat.baris}",
    )


ATURAN = Aturan(
    kode="CPN-12",
    judul="Kemajuan ke akhir rencana sesuai dengan realisasi dan target akhirnya",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Pada tabel yang membandingkan realisasi dengan target akhir Renstra atau RPJMD, tingkat kemajuan dihitung "
        "ulang dengan rumus yang lazim (realisasi/target, dua target kurang realisasi, target/realisasi). Satu yang "
        "cocok sudah cukup. Ditanyakan hanya bila sedikitnya dua baris lain, dan semuanya, cocok; indikator yang "
        "dijumlahkan dari tahun ke tahun dihitung dari angka yang tidak dicetak."
    ),
    bila_kosong="tidak ada tabel dengan realisasi, target akhir, dan tingkat kemajuan",
    run=_run,
)
