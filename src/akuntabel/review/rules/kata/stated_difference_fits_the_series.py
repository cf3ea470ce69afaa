"""A change between two years, or a distance from the target, is that of the values that the tables print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.deret import Deret
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.perubahan_kalimat import says_points
from akuntabel.facts.selisih_kalimat import (
    Gerak,
    SelisihTahun,
    SelisihTarget,
    read_target_differences,
    read_year_differences,
)
from akuntabel.facts.subjek import same_name
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.deret_kalimat import named_series
from akuntabel.review.wording import point_proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    series = [d for d in fakta.deret if d.besaran is Peran.REALISASI]
    for change in read_year_differences(fakta.kalimat):
        yield from _judge(change, fakta, _subject(change.kalimat, change.sebelum, series))
    limit = konteks.regulations.ambang("reviu.nama_sama")
    for gap in read_target_differences(fakta.kalimat):
        yield from _target(gap, fakta, _subject(gap.kalimat, None, series), limit)


def _subject(sentence: Kalimat, before: Kalimat | None, series: Sequence[Deret]) -> Deret | None:
    """What the sentence names; where it only refers, what the one before it or the heading above names."""
    texts = (sentence.teks, *((before.teks, *sentence.alinea.bagian[-1:]) if before else ()))
    return next((d for text in texts if (d := named_series(text, series))), None)


def _judge(change: SelisihTahun, fakta: Fakta, series: Deret | None) -> Iterator[Jawaban]:
    last = change.sampai or fakta.tahun or 0
    points = dict(series.titik) if series else {}
    a, b = points.get(change.dari or last - 1), points.get(last)
    if series is None or a is None or b is None or a.angka.nilai is None or b.angka.nilai is None:
        return
    moved = b.angka.nilai - a.angka.nilai
    slack = a.angka.ketelitian / 2 + b.angka.ketelitian / 2 if a.angka.desimal or b.angka.desimal else Decimal(0)
    stated = change.angka.nilai or Decimal(0)
    near = abs(stated - abs(moved)) <= slack + change.angka.ketelitian / 2
    share = abs(moved) / abs(a.angka.nilai) * 100 if a.angka.nilai and not says_points(change.angka) else None
    if (near or (share is not None and change.angka.near(share))) and _way(moved) in (change.gerak, None):
        yield LOLOS
        return
    sum_ = f"{b.angka.teks} − {a.angka.teks} = {format_number(moved)}"
    yield Masalah(
        proof(change.kalimat),
        f"disebut '{change.kutipan}', padahal {series.subjek} {a.angka.teks} pada tahun {change.dari or last - 1} dan "
        f"{b.angka.teks} pada tahun {last}: {sum_}",
        Keyakinan.MUNGKIN,
        terkait=(point_proof(a), point_proof(b)),
        tertulis=change.angka.teks,
        hitungan=sum_,
        saran="Hitung ulang perubahannya, atau periksa tahun yang dibandingkan.",
    )


def _way(moved: Decimal) -> Gerak | None:
    return Gerak.NAIK if moved > 0 else Gerak.TURUN if moved < 0 else None


def _target(gap: SelisihTarget, fakta: Fakta, series: Deret | None, limit: Decimal) -> Iterator[Jawaban]:
    own = series.value(fakta.tahun or 0) if series else None
    if series is None or own is None or own.nilai is None:
        return
    targets = [v for v in fakta.nilai if v.besaran is Peran.TARGET and v.angka and v.angka.nilai is not None]
    mine = [v for v in targets if same_name(v.indikator, series.subjek, limit)]
    if not mine:
        yield Lewat("targetnya tidak tercetak pada tabel")
        return
    gaps = {v.angka.teks: abs(v.angka.nilai - own.nilai) for v in mine if v.angka and v.angka.nilai is not None}
    fits = any(gap.angka.near(distance) for distance in gaps.values())
    yield LOLOS if fits else _far(gap, series, own.teks, gaps)


def _far(gap: SelisihTarget, series: Deret, own: str, gaps: dict[str, Decimal]) -> Masalah:
    sums = "; ".join(f"{target} dan {own}: {format_number(distance)}" for target, distance in gaps.items())
    return Masalah(
        proof(gap.kalimat),
        f"disebut '{gap.kutipan}' dari target {series.subjek}, padahal selisih target dan realisasi pada tabel {sums}",
        Keyakinan.MUNGKIN,
        tertulis=gap.angka.teks,
        hitungan=sums,
        saran="Hitung ulang selisihnya, dan sebut target tahun mana yang dibandingkan.",
    )


ATURAN = Aturan(
    kode="KAT-10",
    judul="Selisih dalam kalimat sesuai dengan nilai pada tabel",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan dengan deret nilai",
    penjelasan=(
        "Kalimat yang menyebut besarnya perubahan antara dua tahun, atau jarak ke target, tanpa mencetak kedua "
        "nilainya dihitung ulang dari nilai pada tabel: sebagai selisih, dan sebagai persen bila tidak disebut poin. "
        "Tahunnya dibaca dari kalimat ('pada tahun', 'dibandingkan tahun', 'tahun sebelumnya'). Selalu mungkin."
    ),
    bila_kosong="tidak ada selisih dalam kalimat yang kedua nilainya tercetak pada tabel",
    run=_run,
)
