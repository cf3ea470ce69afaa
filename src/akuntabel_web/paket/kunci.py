"""Rows that nobody alters any more, whichever page or import tries: parts that know why register a guard here.

The package lies below these parts and does not know them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from akuntabel_web.instansi.models import Instansi

if TYPE_CHECKING:
    from akuntabel_web.akun.wewenang import Wewenang

Ditulis = Sequence[tuple[str, Mapping[str, Any]]]  # (table, columns of the row) of every row before and after a write
Penjaga = Callable[[Instansi, int, Ditulis], str | None]
_PENJAGA: list[Penjaga] = []


TERKUNCI = "Isian yang sudah diajukan atau dikunci tidak dapat diubah; minta dikembalikan atau dibuka kembali."
PenjagaIsian = Callable[["Wewenang", str, Mapping[str, Any]], None]
_PENJAGA_ISIAN: list[PenjagaIsian] = []


class TerkunciError(Exception):
    """A row that is locked, with the line that says why and what to do instead."""

    def __init__(self, pesan: str = TERKUNCI) -> None:
        super().__init__(pesan)


def register_entry(penjaga: PenjagaIsian) -> None:
    """Add a guard of what people enter row by row, as windows are; it raises TerkunciError. Imports are not asked."""
    if penjaga not in _PENJAGA_ISIAN:
        _PENJAGA_ISIAN.append(penjaga)


def check_entry(wewenang: Wewenang, tabel: str, values: Mapping[str, Any]) -> None:
    """Ask the guards of entry. Raises TerkunciError."""
    for penjaga in _PENJAGA_ISIAN:
        penjaga(wewenang, tabel, values)


def register(penjaga: Penjaga) -> None:
    """Add a guard: it answers None, or the line that says why a write is refused."""
    if penjaga not in _PENJAGA:
        _PENJAGA.append(penjaga)


def check_locks(instansi: Instansi, tahun: int, ditulis: Ditulis) -> None:
    """Ask all guards. Raises TerkunciError."""
    for penjaga in _PENJAGA:
        if problem := penjaga(instansi, tahun, ditulis):
            raise TerkunciError(problem)
