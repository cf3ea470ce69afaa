"""Column kinds and the row base: one definition for CSV columns, workbook sheets and JSON Schema."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field


class JenisKolom(StrEnum):
    """How a column's cells are written and checked."""

    KODE = "kode"
    TEKS = "teks"
    TEKS_PANJANG = "teks_panjang"
    BULAT = "bulat"
    DESIMAL = "desimal"
    UANG = "uang"
    TAHUN = "tahun"
    TANGGAL = "tanggal"
    YA_TIDAK = "ya_tidak"
    PILIHAN = "pilihan"
    NIP = "nip"
    NILAI = "nilai"


Kode = Annotated[str, JenisKolom.KODE]
Teks = Annotated[str, JenisKolom.TEKS]
TeksPanjang = Annotated[str, JenisKolom.TEKS_PANJANG]
Bulat = Annotated[int, JenisKolom.BULAT]
Desimal = Annotated[Decimal, JenisKolom.DESIMAL]
Uang = Annotated[Decimal, JenisKolom.UANG]
Tahun = Annotated[int, JenisKolom.TAHUN]
Tanggal = Annotated[date, JenisKolom.TANGGAL]
YaTidak = Annotated[bool, JenisKolom.YA_TIDAK]
Nip = Annotated[str, JenisKolom.NIP]
# A value of an indicator: a number, a date, yes or no, or a rank such as WTP or BB.
Nilai = Annotated[bool | Decimal | date | str, JenisKolom.NILAI]


def kolom(petunjuk: str, contoh: str = "", acuan: str = "", *, wajib: bool = False) -> Any:
    """A column: what to write, an example, and the table whose key it must name. Not `wajib` means blank is allowed."""
    extra: dict[str, Any] = {"acuan": acuan, "contoh": contoh}
    if wajib:
        return Field(description=petunjuk, json_schema_extra=extra)
    return Field(default=None, description=petunjuk, json_schema_extra=extra)


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column as readers, writers and checks see it. `acuan` is `table` or `table|table` whose key it names."""

    nama: str
    jenis: JenisKolom
    wajib: bool
    petunjuk: str
    contoh: str
    acuan: str
    pilihan: tuple[str, ...] = ()
    enum: type[StrEnum] | None = None


class Baris(BaseModel):
    """A row of a table. `KUNCI` names the columns that identify it; `id` carries identity to and from a database."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, arbitrary_types_allowed=True)

    TABEL: ClassVar[str]
    JUDUL: ClassVar[str]
    KUNCI: ClassVar[tuple[str, ...]]

    @property
    def kunci(self) -> str:
        """The row's key as text: key columns joined by '|', blanks empty."""
        return "|".join("" if (v := getattr(self, k)) is None else str(v) for k in self.KUNCI)


class BarisBerid(Baris):
    """A row that may carry its identity in a database (UUIDv7); the column stands last."""

    id: Teks | None = kolom("Pengenal dari basis data; biarkan kosong")


def _base(annotation: Any) -> tuple[Any, JenisKolom | None]:
    """Strip Optional and Annotated from an annotation: the bare type and the kind, where one is given."""
    if typing.get_origin(annotation) is Annotated:
        inner, *meta = typing.get_args(annotation)
        kind = next((m for m in meta if isinstance(m, JenisKolom)), None)
        bare, inner_kind = _base(inner)
        return bare, kind or inner_kind
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        args = [a for a in typing.get_args(annotation) if a is not type(None)]
        if len(args) == 1:
            return _base(args[0])
    return annotation, None


@cache
def columns_of(model: type[Baris]) -> tuple[Kolom, ...]:
    """The columns of a table in their order."""
    found = []
    fields = sorted(model.model_fields.items(), key=lambda item: item[0] == "id")
    for name, info in fields:
        bare, inner = _base(info.annotation)
        kind = next((m for m in info.metadata if isinstance(m, JenisKolom)), inner)
        enum = bare if isinstance(bare, type) and issubclass(bare, StrEnum) else None
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        found.append(
            Kolom(
                nama=name,
                jenis=JenisKolom.PILIHAN if enum else kind or JenisKolom.TEKS,
                wajib=info.is_required(),
                petunjuk=info.description or "",
                contoh=str(extra.get("contoh", "")),
                acuan=str(extra.get("acuan", "")),
                pilihan=tuple(m.value for m in enum) if enum else (),
                enum=enum,
            )
        )
    return tuple(found)
