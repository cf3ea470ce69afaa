"""The value and grade of AKIP that the report quotes are those of the given LHE."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.akip_nilai import JUMLAH, NilaiEvaluasi
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.evaluasi import Evaluasi, evaluations, of, place_there, proof_here, proof_there
from akuntabel.review.pembanding import DASAR
from akuntabel.review.selip import slip


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for one in evaluations(fakta, konteks):
        same = one.totals()
        graded = [(a, b) for a, b in same if a.predikat and b.predikat]
        wrong = [(a, b) for a, b in graded if a.predikat != b.predikat]
        if wrong:
            yield from (_other_grade(one, a, b) for a, b in wrong[:1])
        elif same:
            yield LOLOS
        else:
            yield from _other_value(one)


def _other_grade(one: Evaluasi, mine: NilaiEvaluasi, his: NilaiEvaluasi) -> Masalah:
    """The value is the same, so it is the same evaluation: the grade must be the same too."""
    return Masalah(
        proof_here(mine),
        f"predikat AKIP tertulis {mine.predikat} untuk nilai {mine.angka.teks}, sedangkan LHE "
        f"({place_there(one.pembanding, his)}) memberi {his.predikat} untuk nilai yang sama",
        terkait=(proof_there(one.pembanding, his),),
        tertulis=mine.predikat,
        seharusnya=his.predikat,
        saran="Kutip predikat dari LHE.",
    )


def _other_value(one: Evaluasi) -> Iterator[Jawaban]:
    """Only a value that names the year of the LHE: reports give those of several years."""
    mine = next((v for v in of(JUMLAH, one.laporan) if v.tahun == one.tahun and one.tahun), None)
    his = next(iter(of(JUMLAH, one.lhe)), None)
    if mine is None or his is None:
        return
    values = (mine.angka.nilai, his.angka.nilai)
    yield Masalah(
        proof_here(mine),
        f"nilai AKIP tahun {one.tahun} tertulis {mine.angka.teks}, sedangkan pada LHE "
        f"({place_there(one.pembanding, his)}) {his.angka.teks}; tahun evaluasi yang sama?",
        Keyakinan.MUNGKIN,
        terkait=(proof_there(one.pembanding, his),),
        tertulis=mine.angka.teks,
        dugaan_penyebab=slip(values[0], values[1]) if values[0] is not None and values[1] is not None else None,
        saran="Kutip nilai dari LHE, dan sebut tahun yang dievaluasi.",
    )


ATURAN = Aturan(
    kode="PBD-07",
    judul="Nilai dan predikat AKIP sama dengan LHE yang diberikan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.TINGGI,
    dasar=DASAR,
    penjelasan=(
        "Nilai AKIP perangkat daerah pada kalimat, tabel komponen, atau indikator laporan dibandingkan dengan nilai "
        "pada laporan hasil evaluasi (LHE) yang diberikan dengan --pembanding. Nilai yang sama dengan predikat lain "
        "pasti salah satunya keliru. Nilai yang lain hanya ditanyakan, dan hanya bila laporan menyebut tahun LHE "
        "itu, karena tahun pada LHE dapat berarti tahun evaluasi atau tahun yang dievaluasi. Nilai AKIP pemerintah "
        "daerah tidak diperiksa."
    ),
    bila_kosong="tidak ada LHE pembanding, atau laporan tidak menyebut nilai AKIP tahun LHE itu",
    run=_run,
)
