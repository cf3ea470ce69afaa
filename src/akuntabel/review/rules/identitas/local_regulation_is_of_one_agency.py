"""One regulation on the organisation of an agency is not cited for two agencies."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.sitiran import Sitiran
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.instansi import Pemilik, others_named, owner_of

_LOCAL = {"perkada": "Peraturan kepala daerah", "perda": "Peraturan daerah"}


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    owner = owner_of(fakta, konteks.regulations)
    if owner is None:
        return
    others = list(dict.fromkeys(m.nama for m in others_named(fakta, owner)))
    local = [c for c in fakta.sitiran if c.jenis in _LOCAL and "kedudukan" in c.lanjutan.lower()]
    for citation in local:
        foreign = next((name for name in others if name in citation.lanjutan), None)
        if foreign is None:
            yield LOLOS
            continue
        own = [c for c in fakta.sitiran if _same(c, citation) and c is not citation and _is_own(c, owner)]
        if own:
            yield _for_two(citation, foreign, own[0], owner)


def _same(first: Sitiran, second: Sitiran) -> bool:
    return (first.jenis, first.nomor, first.tahun) == (second.jenis, second.nomor, second.tahun)


def _is_own(citation: Sitiran, owner: Pemilik) -> bool:
    return owner.nama in citation.kalimat.teks


def _for_two(citation: Sitiran, foreign: str, own: Sitiran, owner: Pemilik) -> Masalah:
    name = f"{_LOCAL[citation.jenis]} Nomor {citation.nomor} Tahun {citation.tahun}"
    return Masalah(
        proof(citation.kalimat),
        f"{name} dikutip untuk {foreign}, di tempat lain untuk {owner.nama}",
        Keyakinan.PASTI,
        terkait=(proof(own.kalimat),),
        tertulis=citation.cetak[:200],
        seharusnya=f"judul peraturan tentang {owner.nama}",
        sebab=f"instansi lain: {foreign}",
    )


ATURAN = Aturan(
    kode="IDN-12",
    judul="Satu peraturan organisasi dikutip untuk satu instansi",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarkutipan",
    penjelasan=(
        "Peraturan kepala daerah tentang kedudukan, susunan organisasi, tugas, dan fungsi yang dikutip dengan nomor "
        "yang sama tidak disebut milik dua instansi yang berbeda."
    ),
    bila_kosong="tidak ada peraturan organisasi daerah yang dikutip",
    run=_run,
)
