"""A cited regulation was in force in the report year, unless the sentence says that it was replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.regulasi import find_cited

_HISTORY = re.compile(r"\b(?:diubah|diganti\w*|dicabut|mencabut|mengganti\w*|sebelumnya|semula|perubahan atas)\b", re.I)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if fakta.tahun is None:
        return
    for citation in fakta.sitiran:
        regulation = find_cited(citation, konteks.regulations)
        if regulation is None:
            continue
        successor = next((r for r in konteks.regulations.regulasi if r.kode == regulation.dicabut_oleh), None)
        if successor is None or successor.tahun >= fakta.tahun:
            yield LOLOS
        elif _HISTORY.search(citation.kalimat.teks):
            yield Lewat("kalimat menyatakan perubahan peraturan")
        else:
            yield Masalah(
                proof(citation.kalimat),
                f"{citation.cetak[:120]} sudah diganti dengan {successor.label()} sebelum tahun laporan {fakta.tahun}",
                Keyakinan.MUNGKIN,
                tertulis=citation.cetak[:200],
                seharusnya=successor.label(long=True),
            )


ATURAN = Aturan(
    kode="IDN-13",
    judul="Peraturan yang dikutip masih berlaku",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.SEDANG,
    dasar="Daftar peraturan; yang belum diperiksa pada naskah asli ditandai demikian",
    penjelasan=(
        "Peraturan yang dijadikan dasar belum dicabut atau diganti sebelum tahun laporan. Kalimat yang menerangkan "
        "perubahan atau penggantian peraturan dilewati."
    ),
    bila_kosong="tidak ada peraturan yang dikenal di antara yang dikutip",
    run=_run,
)
