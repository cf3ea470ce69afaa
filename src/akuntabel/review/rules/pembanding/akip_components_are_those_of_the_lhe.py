"""The values of the components of AKIP that the report prints are those of the given LHE."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.akip_nilai import JUMLAH, NilaiEvaluasi
from akuntabel.facts.angka import same_value
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.banding_baris import agreeing
from akuntabel.review.evaluasi import Evaluasi, evaluations, of, place_there, proof_here, proof_there
from akuntabel.review.pembanding import DASAR

_Pair = tuple[NilaiEvaluasi, NilaiEvaluasi]


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    share = konteks.regulations.ambang("reviu.baris_sepakat")
    for one in evaluations(fakta, konteks):
        proven = {a.tahun for a, _ in one.totals() if a.tabel is not None}
        pairs = list(_pairs(one, proven or {one.tahun}))
        if agreeing([same_value(a.angka, b.angka) for a, b in pairs], share):
            yield from (LOLOS if same_value(a.angka, b.angka) else _problem(one, a, b, bool(proven)) for a, b in pairs)
        elif pairs:
            yield Lewat(f"sebagian besar nilai komponen pada {one.pembanding.berkas} lain, agaknya evaluasi lain", True)


def _pairs(one: Evaluasi, years: set[int | None]) -> Iterator[_Pair]:
    """Components of the year that the LHE speaks of, each once."""
    told: set[str] = set()
    for mine in one.laporan:
        his = next(iter(of(mine.komponen, one.lhe)), None)
        if his and mine.komponen != JUMLAH and mine.komponen not in told and mine.tahun in years:
            told.add(mine.komponen)
            yield mine, his


def _problem(one: Evaluasi, mine: NilaiEvaluasi, his: NilaiEvaluasi, proven: bool) -> Masalah:
    """Where the totals are the same value, both tables are of one evaluation."""
    asked = "" if proven else "; evaluasi yang sama?"
    return Masalah(
        proof_here(mine),
        f"nilai komponen {mine.komponen} tertulis {mine.angka.teks}, sedangkan pada LHE "
        f"({place_there(one.pembanding, his)}) {his.angka.teks}{asked}",
        Keyakinan.PASTI if proven else Keyakinan.MUNGKIN,
        terkait=(proof_there(one.pembanding, his),),
        tertulis=mine.angka.teks,
        seharusnya=his.angka.teks if proven else None,
        saran="Kutip nilai komponen dari LHE.",
    )


ATURAN = Aturan(
    kode="PBD-08",
    judul="Nilai komponen AKIP sama dengan LHE yang diberikan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Nilai perencanaan, pengukuran, pelaporan, dan evaluasi internal pada tabel laporan dibandingkan dengan "
        "tabel komponen pada LHE yang diberikan dengan --pembanding. Pasti bila nilai AKIP pada kedua tabel sama, "
        "sehingga evaluasinya terbukti sama; selain itu mungkin, dan hanya untuk tahun yang disebut LHE. Bila "
        "sebagian besar nilainya lain, evaluasinya dianggap lain."
    ),
    bila_kosong="tidak ada LHE pembanding, atau laporan tidak memuat nilai komponen evaluasi itu",
    run=_run,
)
