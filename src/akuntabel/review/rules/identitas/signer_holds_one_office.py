"""Within one part the same person signs under the same office, and the same office is signed by the same person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.tanda_tangan import TandaTangan
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.orang import same_person

_ACTING = re.compile(r"^(?:plt|plh|pj|pjs|penjabat|pelaksana tugas|pelaksana harian)\b\.?\s*", re.IGNORECASE)
_REGION = re.compile(r"\b(?:kota|kabupaten|provinsi)\s+\w+", re.IGNORECASE)
_AGREEMENT = re.compile(r"perjanjian kinerja|lampiran", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = float(konteks.regulations.ambang("reviu.orang_sama"))
    for before, after in combinations(fakta.tanda_tangan, 2):
        if any(_AGREEMENT.search(_part(s)) for s in (before, after)):
            yield Lewat("perjanjian kinerja dapat ditandatangani pejabat lain")
        else:
            yield _judge(before, after, same=same_person(before.nama, after.nama, limit))


def _part(block: TandaTangan) -> str:
    fact = block.baris_jabatan
    return fact.bab if fact.bab != "depan" else " ".join(fact.bagian[:1])


def _office(block: TandaTangan) -> str:
    bare = _REGION.sub(" ", _ACTING.sub("", block.jabatan.strip(" ,:")))
    return " ".join(bare.lower().split())


def _judge(before: TandaTangan, after: TandaTangan, *, same: bool) -> Jawaban:
    office = _office(before) == _office(after)
    one_part = _part(before) == _part(after)
    if same and (not office or before.pelaksana != after.pelaksana):
        text = f"{after.nama} menandatangani sebagai '{after.jabatan}' dan sebagai '{before.jabatan}'"
    elif office and not same and before.pelaksana == after.pelaksana:
        text = f"'{after.jabatan}' ditandatangani oleh {after.nama}, di bagian lain oleh {before.nama}"
    else:
        return LOLOS
    return Masalah(
        proof(after.baris_jabatan),
        text,
        Keyakinan.PASTI if one_part else Keyakinan.MUNGKIN,
        terkait=(proof(after.baris_nama), proof(before.baris_jabatan), proof(before.baris_nama)),
        tertulis=f"{after.jabatan}: {after.nama}",
        seharusnya=f"{before.jabatan}: {before.nama}" if one_part else None,
    )


ATURAN = Aturan(
    kode="IDN-07",
    judul="Penanda tangan dan jabatannya sama dalam satu bagian",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Orang yang sama menandatangani dengan jabatan yang sama, dan jabatan yang sama ditandatangani satu orang. "
        "Perjanjian kinerja dan lampiran dilewati, karena dapat ditandatangani pejabat lain pada waktu lain."
    ),
    bila_kosong="tidak ada dua blok tanda tangan di luar perjanjian kinerja",
    run=_run,
)
