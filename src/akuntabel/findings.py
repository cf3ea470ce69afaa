"""One shape for data checks and document rules: finding, evidence, outcome.

The JSON keys are a contract (shared with other tools): keys stay, new ones may come.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Protocol


class Tingkat(StrEnum):
    """How much a finding matters."""

    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"


class Keyakinan(StrEnum):
    """Whether a reader could dispute a finding."""

    PASTI = "pasti"
    MUNGKIN = "mungkin"


class Hasil(StrEnum):
    """The three answers of a rule."""

    DITEMUKAN = "ditemukan"
    LOLOS = "lolos"
    TIDAK_BERLAKU = "tidak_berlaku"


@dataclass(frozen=True, slots=True)
class Lokasi:
    """A place in a file: a cell of a sheet, a line of a CSV or text, a block of a page."""

    berkas: str | None = None
    lembar: str | None = None
    kolom: str | None = None
    baris: tuple[int, ...] = ()
    halaman: int | None = None
    bagian: str | None = None
    tabel: str | None = None
    sel: str | None = None

    def __str__(self) -> str:
        lines = "baris " + ", ".join(map(str, self.baris)) if self.baris else None
        if self.halaman or self.bagian or self.tabel or (self.sel and self.sel.startswith("kolom ")):
            page = f"halaman {self.halaman}" if self.halaman else None
            table = None if self.tabel and lines and self.tabel.startswith("tabel pada baris") else self.tabel
            return ", ".join(p for p in (self.berkas, self._sheet, page, self.bagian, table, lines, self.sel) if p)
        where = f"sel {self.sel}" if self.sel else lines
        head = " ".join(p for p in (self.berkas, self._sheet, where) if p)
        return ", ".join(p for p in (head, f"kolom {self.kolom}" if self.kolom and not self.sel else None) if p)

    @property
    def _sheet(self) -> str | None:
        return f"lembar {self.lembar}" if self.lembar else None


@dataclass(frozen=True, slots=True)
class Terkait:
    """The other side of a contradiction."""

    kutipan: str
    lokasi: Lokasi = Lokasi()


TERBUKA, DIKESAMPINGKAN = "terbuka", "dikesampingkan"


@dataclass(frozen=True, slots=True)
class Kesampingan:
    """Who set a finding aside, when and why. The finding stays visible."""

    oleh: str
    tanggal: date
    alasan: str


@dataclass(frozen=True, slots=True)
class Temuan:
    """A finding: what stands where, what should stand there, and by which rule."""

    kode: str
    judul: str
    tingkat: Tingkat
    pesan: str
    lokasi: Lokasi = Lokasi()
    kutipan: str = ""
    keyakinan: Keyakinan = Keyakinan.PASTI
    status: str = TERBUKA
    sebab: str | None = None
    terkait: tuple[Terkait, ...] = ()
    tertulis: str | None = None
    seharusnya: str | None = None
    hitungan: str | None = None
    dugaan_penyebab: str | None = None
    saran: str | None = None
    dasar: str | None = None
    kesampingan: Kesampingan | None = None

    @property
    def sidik(self) -> str:
        """Stable hash of rule and quotes, the handle of a waiver."""
        quotes = [self.kode, self.kutipan or self.pesan, *(t.kutipan for t in self.terkait)]
        return hashlib.sha256("\x1f".join(quotes).encode()).hexdigest()[:16]

    @property
    def is_open(self) -> bool:
        """Counts for the exit status: open and not of level rendah."""
        return self.status == TERBUKA and self.tingkat is not Tingkat.RENDAH


@dataclass(frozen=True, slots=True)
class Lolos:
    """A rule was applied once and held."""


@dataclass(frozen=True, slots=True)
class Lewat:
    """A rule was not applied to one thing, and why. `seluruhnya`: it could not be applied to the document at all."""

    alasan: str
    seluruhnya: bool = False


LOLOS = Lolos()


@dataclass(frozen=True, slots=True)
class HasilAturan:
    """What a rule answered: found, passed, or not applicable with its reason, and how often it was applied.

    `kelompok` is the title of the rule's group as users read it; None where rules have no groups.
    """

    kode: str
    nama: str
    hasil: Hasil
    diperiksa: int = 0
    lolos: int = 0
    alasan: str | None = None
    kelompok: str | None = None


@dataclass(frozen=True, slots=True)
class HasilPemeriksaan:
    """All outcomes and findings of one file or package."""

    aturan: tuple[HasilAturan, ...] = ()
    temuan: tuple[Temuan, ...] = ()
    dokumen: dict[str, Any] = field(default_factory=dict)


def outcome(kode: str, nama: str, answers: Iterable[object], bila_kosong: str) -> HasilAturan:
    """The answer of a rule from its single answers: everything that is neither Lolos nor Lewat is a problem."""
    listed = list(answers)
    passed = sum(isinstance(a, Lolos) for a in listed)
    resting = [a for a in listed if isinstance(a, Lewat)]
    skipped = Counter(a.alasan for a in resting)
    applied = len(listed) - skipped.total()
    whole = next((a.alasan for a in resting if a.seluruhnya), None)
    result = Hasil.DITEMUKAN if applied > passed else Hasil.LOLOS if applied else Hasil.TIDAK_BERLAKU
    reason = whole if whole and not applied else _reason(bila_kosong, applied, skipped)
    return HasilAturan(kode, nama, result, applied, passed, reason)


def _reason(bila_kosong: str, applied: int, skipped: Counter[str]) -> str | None:
    if not skipped:
        return None if applied else bila_kosong
    return "dilewati: " + "; ".join(f"{count} karena {reason}" for reason, count in skipped.items())


class _Ketentuan(Protocol):
    """What a rule of the reviewer and a check of the data have in common."""

    @property
    def kode(self) -> str: ...
    @property
    def judul(self) -> str: ...
    @property
    def tingkat(self) -> Tingkat: ...
    @property
    def dasar(self) -> str: ...
    @property
    def bila_kosong(self) -> str: ...


class _Uraian(Protocol):
    """What both say of a problem, besides its place and its quotes. `pesan` carries no place and no full stop."""

    @property
    def pesan(self) -> str: ...
    @property
    def keyakinan(self) -> Keyakinan: ...
    @property
    def tingkat(self) -> Tingkat | None: ...
    @property
    def tertulis(self) -> str | None: ...
    @property
    def seharusnya(self) -> str | None: ...
    @property
    def hitungan(self) -> str | None: ...
    @property
    def dugaan_penyebab(self) -> str | None: ...
    @property
    def saran(self) -> str | None: ...
    @property
    def sebab(self) -> str | None: ...


def make_finding(rule: _Ketentuan, found: _Uraian, where: str, proof: Terkait, terkait: tuple[Terkait, ...]) -> Temuan:
    """A problem in the shape that users get: `where` is its place as messages write it, `proof` place and quote."""
    return Temuan(
        kode=rule.kode,
        judul=rule.judul,
        tingkat=found.tingkat or rule.tingkat,
        pesan=f"{where}: {found.pesan}" + ("" if found.pesan.endswith(("?", ".")) else "."),
        lokasi=proof.lokasi,
        kutipan=proof.kutipan,
        keyakinan=found.keyakinan,
        sebab=found.sebab,
        terkait=terkait,
        tertulis=found.tertulis,
        seharusnya=found.seharusnya,
        hitungan=found.hitungan,
        dugaan_penyebab=found.dugaan_penyebab,
        saran=found.saran,
        dasar=rule.dasar,
    )


def exit_status(findings: Iterable[Temuan]) -> int:
    """0 when no finding of level sedang or tinggi is open, else 1."""
    return int(any(f.is_open for f in findings))


def finding_json(finding: Temuan) -> dict[str, Any]:
    """The JSON object of a finding, keys in the order of the contract."""
    aside = finding.kesampingan
    raw = asdict(finding) | {"sidik": finding.sidik}
    raw["kesampingan"] = asdict(aside) | {"tanggal": aside.tanggal.isoformat()} if aside else None
    order = (
        "kode", "judul", "tingkat", "keyakinan", "status", "sidik", "sebab", "pesan", "kutipan", "lokasi",
        "terkait", "tertulis", "seharusnya", "hitungan", "dugaan_penyebab", "saran", "dasar", "kesampingan",
    )  # fmt: skip
    return {key: raw[key] for key in order}


def result_json(result: HasilPemeriksaan) -> dict[str, Any]:
    """The JSON object of one file or package."""
    return {
        "versi": 1,
        "dokumen": result.dokumen,
        "aturan": [asdict(a) for a in result.aturan],
        "temuan": [finding_json(t) for t in result.temuan],
    }
