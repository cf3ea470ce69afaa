"""The realisasi of the year follows from the quarterly reports that are given. Figures may have become final: asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pengukuran import NilaiTabel, Sumber
from akuntabel.facts.subjek import same_name
from akuntabel.facts.triwulan_lain import RealisasiTriwulan, quarterly
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import DASAR, of_kinds, of_other_years
from akuntabel.review.penjelasan import explains

_KIND = "laporan_triwulan"
_STATE = re.compile(r"(?:persentase|prosentase|indeks|nilai|tingkat|rasio|cakupan|skor|rata-rata)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    others = of_kinds(fakta, konteks, _KIND)
    yield from of_other_years(fakta, konteks, _KIND)
    for value in {v.indikator: v for v in reversed(_results(fakta))}.values():
        found = [(o, v) for o in others for v in o.fakta.nilai if same_name(v.indikator, value.indikator, limit)]
        if found and not explains(fakta, value.indikator):
            told = quarterly([o.fakta for o in others], [(o.fakta, v) for o, v in found])
            yield from _judge(value, told, found)


def _results(fakta: Fakta) -> list[NilaiTabel]:
    values = (v for v in fakta.nilai if v.besaran is Peran.REALISASI and v.tahun == fakta.tahun)
    return [v for v in values if v.sel.nilai_ada and not v.kolom.triwulan and v.sumber is Sumber.PENGUKURAN]


def _judge(
    value: NilaiTabel, told: RealisasiTriwulan, found: Sequence[tuple[Pembanding, NilaiTabel]]
) -> Iterator[Jawaban]:
    """Without a value to date or all four quarters only an indicator of a state can be compared with the last one."""
    number = value.angka
    last = told.kumulatif or told.triwulan.get(4)
    if number is None or last is None:
        return
    if any(number.near(v) for v in told.yearly()):
        yield LOLOS
    elif not told.lengkap and not _STATE.match(value.indikator):
        yield Lewat("laporan triwulan lainnya tidak diberikan, sehingga jumlah setahun tidak diketahui")
    else:
        yield _problem(value, last, next(o for o, v in found if v is last), told)


def _problem(value: NilaiTabel, last: NilaiTabel, other: Pembanding, told: RealisasiTriwulan) -> Masalah:
    what = "sampai triwulan IV" if told.kumulatif else "triwulan IV"
    listed = " + ".join(v.sel.teks for _, v in sorted(told.triwulan.items())) if len(told.triwulan) == 4 else None
    return Masalah(
        proof(value, value.tabel),
        f"realisasi {value.indikator} setahun tertulis {value.sel.teks}, sedangkan pada laporan triwulan "
        f"({other_place(other.fakta, last)}) {what} {last.sel.teks}; datanya berubah sesudah triwulan IV?",
        Keyakinan.MUNGKIN,
        terkait=(proof_of_other(other.fakta, last, last.tabel),),
        tertulis=value.sel.teks,
        hitungan=f"empat triwulan: {listed}" if listed else None,
        saran="Samakan, atau jelaskan perubahan data sesudah laporan triwulan IV.",
    )


ATURAN = Aturan(
    kode="PBD-10",
    judul="Realisasi setahun mengikuti laporan triwulan yang diberikan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Realisasi setahun pada tabel pengukuran dibandingkan dengan laporan triwulan tahun yang sama yang diberikan "
        "dengan --pembanding: nilai sampai triwulan IV, nilai triwulan IV, atau jumlah, rata-rata, dan nilai "
        "tertinggi keempat triwulan; cocok dengan salah satunya sudah cukup. Bila hanya triwulan IV yang diketahui, "
        "yang dibandingkan hanya persentase, indeks, dan nilai, karena jumlah setahun tidak diketahui. Selalu "
        "mungkin, karena data dapat berubah sesudah triwulan IV."
    ),
    bila_kosong="tidak ada laporan triwulan IV pembanding yang memuat realisasi indikator laporan ini",
    run=_run,
)
