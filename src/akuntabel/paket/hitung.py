"""Computed columns of the workbook: a check for the eye while filling. They are never read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.writers.xlsx import Hitung

AWALAN = "hitung: "


@dataclass(frozen=True, slots=True)
class _Rumus:
    """The same sum twice: for the workbook, and for programs that show stored results only."""

    judul: str
    formula: str
    perlu: tuple[str, ...]
    nilai: Callable[..., Decimal | int]
    desimal: int = 2


_RUMUS: dict[str, tuple[_Rumus, ...]] = {
    "realisasi": (
        _Rumus(
            "pembilang / penyebut x 100",
            "{pembilang}/{penyebut}*100",
            ("pembilang", "penyebut"),
            lambda a, b: a / b * 100,
        ),
    ),
    "pendapatan": (
        _Rumus(
            "realisasi / target x 100", "{realisasi}/{target}*100", ("target", "realisasi"), lambda t, r: r / t * 100
        ),
    ),
    "pegawai_rekap": (
        _Rumus("kekurangan pegawai", "{kebutuhan}-{jumlah}", ("kebutuhan", "jumlah"), lambda k, j: k - j, 0),
    ),
    "sarana": (
        _Rumus(
            "jumlah dikurangi semua keadaan; harus 0",
            "{jumlah}-{baik}-{rusak_ringan}-{rusak_berat}",
            ("jumlah", "baik", "rusak_ringan", "rusak_berat"),
            lambda jumlah, *keadaan: jumlah - sum(keadaan),
            0,
        ),
    ),
    "skm_rekap": (
        _Rumus(
            "nilai konversi (rata-rata x 25)",
            "{jumlah_skor}/{responden}*25",
            ("responden", "jumlah_skor"),
            lambda n, skor: Decimal(skor) / n * 25,
        ),
    ),
}


def computed(tabel: str, paket: Paket) -> tuple[Hitung, ...]:
    """The computed columns of a table with the results of its rows."""
    rows = paket.rows(tabel)
    return tuple(
        Hitung(f"{AWALAN}{r.judul}", r.formula, r.perlu, r.desimal, tuple(_result(r, row) for row in rows))
        for r in _RUMUS.get(tabel, ())
    )


def _result(rumus: _Rumus, row: Baris) -> Decimal | None:
    """The result for a row; None while something is blank or the divisor is zero."""
    values = [getattr(row, name) for name in rumus.perlu]
    if any(v is None for v in values):
        return None
    try:
        return Decimal(rumus.nilai(*values))
    except ArithmeticError:
        return None
