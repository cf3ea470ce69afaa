"""The shape of a rule: one file, one assertion about the document, three answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.facts.fakta import Fakta
from akuntabel.findings import Keyakinan, Lewat, Lolos, Terkait, Tingkat
from akuntabel.regulations import Regulations
from akuntabel.review.bandingan import Bandingan


class Kelompok(StrEnum):
    """Groups of rules, in the order of the manual; the value is the title that users read."""

    ARITMETIKA = "Aritmetika"
    CAPAIAN = "Capaian dan predikat"
    KONSISTENSI = "Konsistensi"
    KATA = "Kata dan angka"
    WAKTU = "Waktu"
    IDENTITAS = "Identitas"
    STRUKTUR = "Struktur"
    SURVEI = "Survei kepuasan masyarakat"
    KEWAJARAN = "Kewajaran dan mutu"
    PEMBANDING = "Perbandingan dengan dokumen lain"
    DATA = "Data"


@dataclass(frozen=True, slots=True)
class Pembanding:
    """Another document of the agency that the reviewed one is compared with, and what kind it was taken for."""

    jenis: str
    fakta: Fakta

    @property
    def berkas(self) -> str:
        """The name of its file."""
        return self.fakta.naskah.berkas


@dataclass(frozen=True, slots=True)
class Konteks:
    """What a rule may know besides the document.

    `data`: the document beside what its package gives now, or why that cannot be compared; None where no package came.
    """

    regulations: Regulations
    pembanding: tuple[Pembanding, ...] = ()
    data: Bandingan | str | None = None


@dataclass(frozen=True, slots=True)
class Masalah:
    """A rule was applied once and did not hold. `pesan` carries no place: the runner puts it in front."""

    bukti: Terkait
    pesan: str
    keyakinan: Keyakinan = Keyakinan.PASTI
    tingkat: Tingkat | None = None
    terkait: tuple[Terkait, ...] = ()
    tertulis: str | None = None
    seharusnya: str | None = None
    hitungan: str | None = None
    dugaan_penyebab: str | None = None
    saran: str | None = None
    sebab: str | None = None


Jawaban = Lolos | Lewat | Masalah


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule. `kode` is for ever; `bila_kosong` is the reason when there was nothing to apply it to.

    `dasar` is a citation or names the arithmetic; a citation that nobody checked says so.
    """

    kode: str
    judul: str
    kelompok: Kelompok
    tingkat: Tingkat
    dasar: str
    penjelasan: str
    bila_kosong: str
    run: Callable[[Fakta, Konteks], Iterable[Jawaban]]
