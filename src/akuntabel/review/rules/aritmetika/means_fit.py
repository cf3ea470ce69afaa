"""A printed mean is the mean of its values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.rerata_tabel import Rerata, read_means
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip

_SHOWN = 12


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    lines: dict[tuple[int, str], list[Rerata]] = defaultdict(list)
    for mean in read_means(fakta.tabel):
        lines[mean.tabel.blok, mean.garis].append(mean)
    for means in lines.values():
        fits = sum(m.cocok for m in means)
        for mean in means:
            yield LOLOS if mean.cocok else _judge(mean, fits, len(means))


def _judge(mean: Rerata, fits: int, count: int) -> Jawaban:
    """Other means of the same row or column say whether they are plain means at all."""
    if not fits and count > 1:
        return Lewat("cara merata-ratakannya tidak dapat dipastikan")
    places = max(2, mean.sel.angka.desimal if mean.sel.angka else 2)
    right = format_number(round_half_up(mean.polos, places), places)
    parts = [s.teks for s in mean.nilai if s.nilai_ada]
    added = " + ".join(parts[:_SHOWN]) + (" + …" if len(parts) > _SHOWN else "")
    where = f"baris '{mean.baris.label}'" if mean.garis.startswith("kolom") else f"kolom '{mean.kolom.teks}'"
    return Masalah(
        proof(mean.sel, mean.tabel, mean.baris.teks()),
        f"rata-rata {where} tertulis {mean.sel.teks}, sedangkan rata-rata {len(parts)} nilainya {right}",
        Keyakinan.PASTI if 2 * fits >= count else Keyakinan.MUNGKIN,
        terkait=tuple(proof(s, mean.tabel) for s in mean.nilai[:_SHOWN] if s.nilai_ada),
        tertulis=mean.sel.teks,
        seharusnya=right,
        hitungan=f"({added}) / {len(parts)} = {right}",
        dugaan_penyebab=slip(
            value_of(mean.sel), round_half_up(mean.polos, mean.sel.angka.desimal if mean.sel.angka else 0)
        ),
        saran="Hitung ulang rata-rata, atau sebutkan pembobotnya.",
        sebab=f"{mean.tabel.blok}:{mean.sel.tempat.baris}",
    )


ATURAN = Aturan(
    kode="JML-08",
    judul="Rata-rata pada tabel sama dengan rata-rata nilainya",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Baris dan kolom rata-rata dihitung ulang: rata-rata semua baris, baris sejak rata-rata sebelumnya, baris "
        "kelompok, dengan batas atas yang lazim, dengan sel kosong atau nol dihitung maupun tidak, dan berbobot "
        "dengan kolom lain. Bila tidak satu pun cocok, pasti bila rata-rata lain pada baris atau kolom yang sama "
        "cocok; satu-satunya rata-rata yang tidak cocok hanya mungkin keliru."
    ),
    bila_kosong="tidak ada rata-rata pada tabel",
    run=_run,
)
