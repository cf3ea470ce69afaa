"""One NIP belongs to one person, and one person has one NIP and the same titles everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.tanda_tangan import Nip
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.orang import bare_person, same_person, titles_of


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    signed = [s.nip for s in fakta.tanda_tangan if s.nip]
    every = sorted((n for n in (*fakta.nip, *signed) if n.nama), key=lambda n: -n.tempat.baris)
    named = list({(n.angka, n.nama): n for n in every}.values())[::-1]
    limit = float(konteks.regulations.ambang("reviu.orang_sama"))
    for before, after in combinations(named, 2):
        same = same_person(before.nama, after.nama, limit)
        if same or before.angka == after.angka:
            yield _judge(before, after, same=same)


def _judge(before: Nip, after: Nip, *, same: bool) -> Jawaban:
    if not same:
        if before.nama in after.nama or after.nama in before.nama:  # two columns of a page in one line
            return LOLOS
        return _masalah(
            after, before, f"NIP {after.cetak} dipakai untuk {after.nama} dan {before.nama}", after.nama, before.nama
        )
    if before.angka != after.angka:
        text = f"{after.nama} ditulis dengan NIP {after.cetak} dan {before.cetak}"
        return _masalah(after, before, text, after.cetak, None)
    if titles_of(before.nama) != titles_of(after.nama):
        text = f"gelar orang yang sama ditulis berbeda: {after.nama} dan {before.nama}"
        return _masalah(after, before, text, after.nama, before.nama, Tingkat.RENDAH, Keyakinan.MUNGKIN)
    if bare_person(before.nama) != bare_person(after.nama):
        text = f"nama pemilik NIP {after.cetak} ditulis berbeda: {after.nama} dan {before.nama}"
        return _masalah(after, before, text, after.nama, None, Tingkat.RENDAH, Keyakinan.MUNGKIN)
    return LOLOS


def _masalah(
    after: Nip,
    before: Nip,
    text: str,
    tertulis: str,
    seharusnya: str | None,
    tingkat: Tingkat | None = None,
    keyakinan: Keyakinan = Keyakinan.PASTI,
) -> Masalah:
    return Masalah(proof(after), text, keyakinan, tingkat, (proof(before),), tertulis=tertulis, seharusnya=seharusnya)


ATURAN = Aturan(
    kode="IDN-06",
    judul="Satu orang mempunyai satu NIP dan satu nama",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "NIP yang sama tidak dipakai dua orang, dan orang yang sama tidak ditulis dengan dua NIP. Gelar yang ditulis "
        "berbeda disebut dengan tingkat rendah, begitu pula nama yang ejaannya berbeda untuk NIP yang sama."
    ),
    bila_kosong="tidak ada orang yang disebut dua kali dengan NIP",
    run=_run,
)
