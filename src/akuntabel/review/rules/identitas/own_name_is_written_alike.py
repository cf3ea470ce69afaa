"""The agency's own name is written in one way throughout."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.identitas import SebutanInstansi
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.instansi import owner_of, plain_agency, split_region, stands_rightly


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    owner = owner_of(fakta, konteks.regulations)
    if owner is None:
        return
    limit = float(konteks.regulations.ambang("reviu.instansi_mirip"))
    variants: dict[str, list[SebutanInstansi]] = defaultdict(list)
    for mention in fakta.identitas.sebutan:
        name = plain_agency(split_region(mention.nama)[0])
        likeness = owner.likeness(name)
        if likeness == 100:
            yield LOLOS
        elif likeness >= limit and not stands_rightly(mention.kutipan):
            variants[name].append(mention)
    for mentions in variants.values():
        first, *rest = mentions
        yield Masalah(
            proof(first),
            f"nama instansi ditulis {first.nama}, di tempat lain {owner.nama} {owner.daerah}",
            Keyakinan.MUNGKIN,
            terkait=tuple(map(proof, rest[:5])),
            tertulis=first.nama,
            seharusnya=f"{owner.nama} {owner.daerah}",
        )


ATURAN = Aturan(
    kode="IDN-04",
    judul="Nama instansi pelapor ditulis sama",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan nama instansi",
    penjelasan=(
        "Nama instansi pelapor ditulis dengan kata yang sama di seluruh laporan. Huruf besar dan tanda '&' tidak "
        "dibedakan. Nama lama yang diterangkan sebagai nama lama dilewati."
    ),
    bila_kosong="instansi pelapor tidak dikenali",
    run=_run,
)
