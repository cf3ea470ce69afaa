"""A word of direction fits the two values of its own sentence."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.arah_kata import Arah, Perubahan
from akuntabel.facts.banding_tabel import BandingTabel, read_sides
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_COMPARED = {Arah.NAIK: "lebih tinggi dari", Arah.TURUN: "lebih rendah dari", Arah.TETAP: "sama dengan"}
_WORD = {Arah.NAIK: "naik", Arah.TURUN: "turun", Arah.TETAP: "tetap"}


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for change in fakta.perubahan:
        yield LOLOS if change.arah is change.sebenarnya else _problem(change)
    for side in read_sides(fakta.tabel):
        own, other = value_of(side.sendiri), value_of(side.acuan)
        yield LOLOS if own != other and (own > other) is side.lebih else _wrong_side(side)


def _wrong_side(side: BandingTabel) -> Masalah:
    own, other = value_of(side.sendiri), value_of(side.acuan)
    right = _COMPARED[Arah.NAIK if own > other else Arah.TURUN if own < other else Arah.TETAP]
    return Masalah(
        proof(side.sendiri, side.tabel, side.baris.teks()),
        f"'{side.baris.label}' disebut '{side.kata}', sedangkan {side.sendiri.teks} {right} {side.acuan.teks}",
        Keyakinan.PASTI,
        tertulis=side.kata,
        seharusnya=f"{right} {side.acuan.teks}",
        hitungan=f"{side.sendiri.teks} {right} {side.acuan.teks}",
        saran="Sesuaikan kata dengan nilainya, atau periksa nilainya.",
    )


def _problem(change: Perubahan) -> Masalah:
    right = _WORD[change.sebenarnya]
    sign = ">" if change.sebenarnya is Arah.NAIK else "<" if change.sebenarnya is Arah.TURUN else "="
    told = f"dari {change.awal.teks} menjadi {change.akhir.teks} berarti {right}"
    if change.bandingan:
        right = _COMPARED[change.sebenarnya]
        told = f"{change.akhir.teks} {right} {change.awal.teks}"
    return Masalah(
        proof(change.kalimat),
        f"disebut '{change.kata}', sedangkan {told}",
        Keyakinan.PASTI,
        tertulis=change.kata,
        seharusnya=right,
        hitungan=f"{change.akhir.teks} {sign} {change.awal.teks}",
        saran="Sesuaikan kata dengan nilainya, atau periksa nilainya.",
    )


ATURAN = Aturan(
    kode="KAT-02",
    judul="Kata naik dan turun sesuai dengan nilainya",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan dua nilai dalam satu kalimat",
    penjelasan=(
        "Dalam kalimat dari X menjadi Y, kata seperti meningkat dan menurun sesuai dengan kedua nilai; begitu pula "
        "kata lebih tinggi, lebih rendah, di atas, dan di bawah antara dua nilai yang dibandingkan. Kata yang "
        "menerangkan kinerja, mutu, atau upaya dilewati: kinerja dapat meningkat sementara angkanya turun."
    ),
    bila_kosong="tidak ada kalimat dari suatu nilai menjadi nilai lain dengan kata naik atau turun",
    run=_run,
)
