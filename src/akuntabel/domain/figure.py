"""Figure, Trace and FigureId: what is computed, and where it comes from.

A FigureId is `besaran/KODE/TAHUN[/periode][/dokumen]`, e.g. `capaian/IKU-1/2025` or `pagu/2.07.03/2025/perubahan`:
one grammar for the command `jejak`, narrative, HTML, docx, JSON and waivers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = Decimal | date | bool | str

PERIODE = (*(f"tw{n}" for n in range(1, 5)), "sm1", "sm2", *(f"b{n:02}" for n in range(1, 13)))
_SEGMENT = re.compile(r"[^/\s{}|]+")


def slug(text: str) -> str:
    """A text as part of a figure id: lower case, letters and digits, joined by '-'."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"


class Keadaan(StrEnum):
    """Why a figure has, or has not, a value. Zero is a value."""

    ADA = "ada"
    KOSONG = "kosong"
    BELUM_LENGKAP = "belum_lengkap"
    TIDAK_BERLAKU = "tidak_berlaku"
    BELUM_RILIS = "belum_rilis"
    TAK_TERDEFINISI = "tak_terdefinisi"


@dataclass(frozen=True, slots=True)
class FigureId:
    """The name of a figure; its text form is a contract. A document named like a period is told apart by `dok-`."""

    besaran: str
    kode: str
    tahun: int
    periode: str | None = None
    dokumen: str | None = None

    def __post_init__(self) -> None:
        for part in (self.besaran, self.kode, self.dokumen or "-"):
            if not _SEGMENT.fullmatch(part):
                raise ValueError(f"bagian nama besaran tidak sah: {part!r}")
        if self.periode is not None and self.periode not in PERIODE:
            raise ValueError(f"periode tidak dikenal: {self.periode!r}")
        if self.dokumen in PERIODE:
            object.__setattr__(self, "dokumen", f"dok-{self.dokumen}")

    def __lt__(self, other: FigureId) -> bool:
        """Sorted by the parts, absent ones first."""
        return self._parts() < other._parts()

    def _parts(self) -> tuple[str, str, int, str, str]:
        return (self.besaran, self.kode, self.tahun, self.periode or "", self.dokumen or "")

    def __str__(self) -> str:
        parts = (self.besaran, self.kode, str(self.tahun), self.periode, self.dokumen)
        return "/".join(p for p in parts if p)

    @classmethod
    def parse(cls, text: str, tahun: int | None = None) -> FigureId:
        """Read a figure id; `tahun` fills in a year that is left out (narrative may leave it out).

        Raises ValueError, with an Indonesian message, when the text is no figure id.
        """
        parts = text.strip().split("/")
        if len(parts) < 2 or not all(parts):
            raise ValueError(f"'{text}' bukan nama besaran; tulis misalnya capaian/IKU-1/2025")
        besaran, kode, *rest = parts
        if rest and re.fullmatch(r"\d{4}", rest[0]):
            year = int(rest.pop(0))
        elif tahun is not None:
            year = tahun
        else:
            raise ValueError(f"'{text}' tidak menyebut tahun; tulis misalnya {besaran}/{kode}/2025")
        periode = rest.pop(0) if rest and rest[0] in PERIODE else None
        dokumen = rest.pop(0) if rest else None
        if rest:
            raise ValueError(f"'{text}' mempunyai bagian berlebih: {'/'.join(rest)}")
        return cls(besaran, kode, year, periode, dokumen)


@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """A cell of a table of the package, by the row's key: independent of the file it came from.

    A blank key is the whole column: a count of many rows names the column once, not each of its cells.
    """

    tabel: str
    kunci: str
    kolom: str

    def __str__(self) -> str:
        return f"{self.tabel}[{self.kunci}].{self.kolom}"


@dataclass(frozen=True, slots=True)
class Trace:
    """How a figure came about: formula, the sum written out, inputs down to the cells, rule and policy.

    `rumus` is the code of a formula (or `data` for a value taken from a cell); `hitungan` is the sum with its numbers.
    """

    rumus: str
    hitungan: str = ""
    inputs: tuple[FigureId, ...] = ()
    cells: tuple[CellRef, ...] = ()
    dasar: tuple[str, ...] = ()
    kebijakan: str | None = None
    catatan: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A computed or given value. `value` is exact; `desimal` says how many places are printed.

    A sum some of whose parts have no value is BELUM_LENGKAP: it has no value either, so that no reader takes it for the
    whole. `tercatat` keeps the sum of the parts that are known.
    """

    id: FigureId
    value: Value | None
    satuan: str
    trace: Trace
    keadaan: Keadaan = Keadaan.ADA
    desimal: int | None = None
    sementara: bool = False
    tercatat: Decimal | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.keadaan is Keadaan.ADA):
            raise ValueError(f"{self.id}: nilai dan keadaan tidak cocok")
        if (self.tercatat is None) == (self.keadaan is Keadaan.BELUM_LENGKAP):
            raise ValueError(f"{self.id}: nilai yang tercatat hanya milik jumlah yang belum lengkap")

    @property
    def number(self) -> Decimal | None:
        """The value where it is a number, else None."""
        return self.value if isinstance(self.value, Decimal) else None


@dataclass(frozen=True, slots=True)
class FigureSet(Mapping[FigureId, Figure]):
    """All figures of a package: an immutable mapping."""

    by_id: Mapping[FigureId, Figure]

    def __getitem__(self, key: FigureId) -> Figure:
        return self.by_id[key]

    def __iter__(self) -> Iterator[FigureId]:
        return iter(self.by_id)

    def __len__(self) -> int:
        return len(self.by_id)

    def cells(self, key: FigureId) -> frozenset[CellRef]:
        """Every cell that a figure depends on, through all its inputs."""
        seen: set[FigureId] = set()
        found: set[CellRef] = set()
        todo = [key]
        while todo:
            fid = todo.pop()
            if fid in seen:
                continue
            seen.add(fid)
            figure = self.by_id.get(fid)
            if figure is not None:
                found.update(figure.trace.cells)
                todo.extend(figure.trace.inputs)
        return frozenset(found)
