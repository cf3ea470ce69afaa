"""A ratio follows from the part and the whole that stand beside it: by its declared, known or evident formula."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.calculation.formulas import bagian
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.rasio_tertulis import Rasio, ratio_formulas, read_ratios
from akuntabel.facts.rumus_kolom import read_column_formulas
from akuntabel.facts.tabel import Sel, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.kolom_hasil_bagi import judge_quotients, judged_elsewhere
from akuntabel.review.selip import slip


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for ratio in read_ratios(ratio_formulas(fakta.struktur.alinea), fakta.tabel, fakta.kalimat):
        yield _judge(ratio)
    yield from judge_quotients(fakta, judged_elsewhere(fakta), _declared_columns(fakta))


def _declared_columns(fakta: Fakta) -> frozenset[tuple[int, int]]:
    """Columns whose head declares a formula: JML-22 computes their rows again, except those of percentages."""
    told = (f for f in read_column_formulas(fakta.tabel) if f.kolom.peran is not Peran.PERSEN)
    return frozenset((f.tabel.blok, f.kolom.indeks) for f in told)


def _judge(ratio: Rasio) -> Jawaban:
    part, whole = ratio.bagian.nilai or Decimal(0), ratio.keseluruhan.nilai or Decimal(0)
    exact = bagian.compute(part, whole).nilai
    if exact is None:
        return Lewat("pembaginya nol")
    if part >= whole:
        return Lewat("bagiannya tidak lebih kecil daripada keseluruhannya")
    fits = ratio.hasil.near(exact) or (ratio.hasil.desimal > 1 and ratio.hasil.near(exact / 100))
    return LOLOS if fits else _problem(ratio, exact)


def _problem(ratio: Rasio, exact: Decimal) -> Masalah:
    places = max(2, ratio.hasil.desimal)
    right = format_number(round_half_up(exact, places), places)
    told = f"{ratio.bagian.teks} / {ratio.keseluruhan.teks} × 100 = {right}"
    place = _proof(*ratio.bukti[0], ratio)
    written = ratio.hasil.nilai if ratio.hasil.nilai is not None else Decimal(0)
    declared = (proof(ratio.rumus.asal),) if ratio.rumus.asal else ()
    return Masalah(
        place,
        f"{ratio.rumus.nama} tertulis {ratio.hasil.teks}, sedangkan {told}",
        Keyakinan.PASTI if ratio.rumus.asal and ratio.baris else Keyakinan.MUNGKIN,
        terkait=(*(proof(f, t) for f, t in ratio.bukti[1:]), *declared),
        tertulis=ratio.hasil.teks,
        seharusnya=right,
        hitungan=told,
        dugaan_penyebab=slip(written, round_half_up(exact, ratio.hasil.desimal)),
        saran="Hitung ulang dari pembilang dan penyebutnya, atau periksa keduanya terhadap sumbernya.",
    )


def _proof(found: Sel | Kalimat, table: Tabel | None, ratio: Rasio) -> Terkait:
    return proof(found, table, ratio.baris.teks() if ratio.baris else None)


ATURAN = Aturan(
    kode="JML-18",
    judul="Rasio sesuai dengan pembilang dan penyebutnya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang dengan rumus yang tertulis pada laporan, atau definisi yang lazim",
    penjelasan=(
        "Bila laporan menuliskan rumus sebuah indikator sebagai pembilang dibagi penyebut, dan ketiga angkanya "
        "berdiri pada satu kolom tabel atau satu paragraf, hasilnya dihitung ulang. Tingkat pengangguran terbuka dan "
        "tingkat partisipasi angkatan kerja dikenal dari definisinya. Pasti bila rumusnya tertulis dan angkanya pada "
        "satu kolom tabel. Kolom persentase atau rasio yang hampir semua barisnya (sedikitnya tiga) merupakan hasil "
        "bagi dua kolom lain, misalnya cakupan dari sasaran, dihitung ulang pada setiap baris dengan rumus itu."
    ),
    bila_kosong="tidak ada rasio yang pembilang dan penyebutnya tertulis",
    run=_run,
)
