"""The index of satisfaction follows from the values of its elements, under one of the weights in use."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pernyataan import IKM, Pernyataan
from akuntabel.facts.survei import NilaiUnsur
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait, Tingkat
from akuntabel.regulations import Regulations
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.wording import digits


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    claims = [c for c in fakta.pernyataan if c.indikator == IKM and c.besaran is Peran.REALISASI]
    claims = [c for c in claims if c.tahun == fakta.tahun and c.angka.desimal]
    values = _one_of_each(fakta.unsur)
    if len(values) < 9 or fakta.tahun is None or not claims:
        return
    guide = konteks.regulations.pedoman_skm(fakta.tahun)
    total = sum((v.angka.nilai or Decimal() for v in values), Decimal())
    weights = {f"1/{len(values)}": Decimal(1) / len(values)} | {
        str(w).replace(".", ","): w for w in guide.bobot_tercetak
    }
    indexes = {name: total * weight for name, weight in weights.items()}
    for claim in _distinct(claims):
        yield _judge(claim, indexes, values, konteks.regulations)


def _one_of_each(values: tuple[NilaiUnsur, ...]) -> list[NilaiUnsur]:
    return list({v.kode: v for v in reversed(values) if v.angka.nilai is not None}.values())


def _distinct(claims: list[Pernyataan]) -> list[Pernyataan]:
    return list({c.angka.nilai: c for c in reversed(claims)}.values())


def _judge(
    claim: Pernyataan, indexes: dict[str, Decimal], values: list[NilaiUnsur], regulations: Regulations
) -> Jawaban:
    rounded = regulations.ambang("reviu.indeks_dibulatkan") + claim.angka.ketelitian / 2
    if any(abs((claim.angka.nilai or 0) - v) <= rounded for v in indexes.values()):
        return LOLOS
    nearest = min(indexes.values(), key=lambda v: abs((claim.angka.nilai or 0) - v))
    if abs((claim.angka.nilai or 0) - nearest) > regulations.ambang("reviu.indeks_lain"):
        return Lewat("nilainya jauh dari nilai unsur, mungkin periode lain")
    told = "; ".join(f"bobot {name}: {digits(v)}" for name, v in indexes.items())
    return Masalah(
        proof(claim),
        f"indeks {claim.angka.teks} tidak dapat diturunkan dari {len(values)} nilai unsur yang tercetak ({told})",
        Keyakinan.MUNGKIN,
        terkait=tuple(_proof(v) for v in values[:9]),
        tertulis=claim.angka.teks,
        seharusnya=digits(nearest),
        hitungan=" + ".join(v.angka.teks for v in values) + f", dirata-ratakan: {digits(nearest)}",
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
