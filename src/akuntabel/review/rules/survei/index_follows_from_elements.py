"""The index of satisfaction follows from the values of its elements, under one of the weights in use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pernyataan import IKM, Pernyataan
from akuntabel.facts.survei import BANYAK_UNSUR, NilaiUnsur, whole_surveys
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait, Tingkat
from akuntabel.regulations import Regulations
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bobot_unsur import indexes, is_one_of, mended
from akuntabel.review.bukti import proof
from akuntabel.review.wording import digits


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    claims = [c for c in fakta.pernyataan if c.indikator == IKM and c.besaran is Peran.REALISASI]
    claims = [c for c in claims if c.tahun == fakta.tahun and c.angka.desimal]
    surveys = _surveys(fakta.unsur)
    if not surveys or fakta.tahun is None:
        return
    ways = [indexes(mended(values), konteks.regulations, fakta.tahun) for values in surveys]
    for claim in _distinct(claims):
        yield _judge(claim, ways, surveys, konteks.regulations)


def _surveys(values: Sequence[NilaiUnsur]) -> list[list[NilaiUnsur]]:
    """The whole tables of elements; without one, the first value that each element has anywhere."""
    first = list({v.kode: v for v in reversed(values) if v.angka.nilai is not None}.values())
    return whole_surveys(values) or ([first] if len(first) >= BANYAK_UNSUR else [])


def _distinct(claims: list[Pernyataan]) -> list[Pernyataan]:
    return list({c.angka.nilai: c for c in reversed(claims)}.values())


def _judge(
    claim: Pernyataan,
    ways: Sequence[dict[str, Decimal]],
    surveys: Sequence[list[NilaiUnsur]],
    regulations: Regulations,
) -> Jawaban:
    """Several surveys in a year are pooled or averaged: the index of the year lies between theirs."""
    written = claim.angka.nilai or Decimal()
    every = [v for way in ways for v in way.values()]
    if is_one_of(claim.angka, every, regulations) or (len(ways) > 1 and min(every) <= written <= max(every)):
        return LOLOS
    nearest = min(every, key=lambda v: abs(written - v))
    if abs(written - nearest) > regulations.ambang("reviu.indeks_lain"):
        return Lewat("nilainya jauh dari nilai unsur, mungkin periode lain")
    at = next(n for n, way in enumerate(ways) if nearest in way.values())
    values = surveys[at]
    right = digits(next(iter(ways[at].values())))
    told = "; ".join(f"bobot {name}: {digits(v)}" for name, v in ways[at].items())
    return Masalah(
        proof(claim),
        f"indeks {claim.angka.teks} tidak dapat diturunkan dari {len(values)} nilai unsur yang tercetak ({told})",
        Keyakinan.MUNGKIN,
        terkait=tuple(_proof(v) for v in values[:9]),
        tertulis=claim.angka.teks,
        seharusnya=right,
        hitungan=f"({' + '.join(v.angka.teks for v in values)}) / {len(values)} = {right}",
        saran="Hitung ulang indeks dari jawaban, dan sebut bobot serta periodenya.",
    )


def _proof(value: NilaiUnsur) -> Terkait:
    return proof(value.sumber, value.tabel)


ATURAN = Aturan(
    kode="SKM-02",
    judul="Indeks kepuasan sesuai dengan nilai unsurnya",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 14/2017, lampiran",
    penjelasan=(
        "Bila sembilan nilai unsur tercetak, indeks tahun laporan dihitung ulang dengan bobot yang dipakai orang: "
        "tepat 1/9, 0,11, dan 0,111. Satu yang cocok sudah cukup. Nilai yang jauh berbeda dilewati, karena dapat "
        "berasal dari periode lain."
    ),
    bila_kosong="tidak ada sembilan nilai unsur bersama indeksnya",
    run=_run,
)
