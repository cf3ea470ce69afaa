"""A column of the contract -> the column of the database that holds it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models

from akuntabel.domain.kolom import JenisKolom, Kolom


class AngkaField(models.Field):
    """An exact number of any length: `numeric` without limits, so that 7,730 stays 7,730."""

    def db_type(self, connection: Any) -> str:
        """PostgreSQL's exact number."""
        return "numeric"

    def get_internal_type(self) -> str:
        """None of Django's own: no rounding on the way in."""
        return "AngkaField"

    def to_python(self, value: Any) -> Decimal | None:
        """Numbers as Decimal."""
        return value if value is None or isinstance(value, Decimal) else Decimal(str(value))


class NilaiField(models.TextField):
    """A value of an indicator: number, date, yes or no, or rank. The text in the database says which it is."""

    def from_db_value(
        self, value: str | None, _expression: Any, _connection: Any
    ) -> Decimal | date | bool | str | None:
        """The value in its own type."""
        return decode(value)

    def get_prep_value(self, value: Any) -> str | None:
        """The text with its mark."""
        return encode(value)


def encode(value: Decimal | date | bool | str | None) -> str | None:
    """Value -> marked text: `angka:7.73`, `tanggal:2025-12-31`, `ya_tidak:ya`, `peringkat:WTP`."""
    match value:
        case None:
            return None
        case bool():
            return f"ya_tidak:{'ya' if value else 'tidak'}"
        case Decimal():
            return f"angka:{value}"
        case date():
            return f"tanggal:{value.isoformat()}"
        case _:
            return f"peringkat:{value}"


def decode(text: str | None) -> Decimal | date | bool | str | None:
    """Marked text -> value."""
    kind, _, rest = (text or "").partition(":")
    match kind:
        case "angka":
            return Decimal(rest)
        case "tanggal":
            return date.fromisoformat(rest)
        case "ya_tidak":
            return rest == "ya"
        case _:
            return rest if kind else None


_FIELDS: dict[JenisKolom, type[models.Field]] = {
    JenisKolom.BULAT: models.BigIntegerField,
    JenisKolom.TAHUN: models.IntegerField,
    JenisKolom.DESIMAL: AngkaField,
    JenisKolom.UANG: AngkaField,
    JenisKolom.TANGGAL: models.DateField,
    JenisKolom.YA_TIDAK: models.BooleanField,
    JenisKolom.NILAI: NilaiField,
}


def field_of(kolom: Kolom) -> models.Field:
    """The field for a column of the contract."""
    return _FIELDS.get(kolom.jenis, models.TextField)(kolom.petunjuk, null=not kolom.wajib, blank=not kolom.wajib)
