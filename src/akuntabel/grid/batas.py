"""The limits for files that people hand in, in one place. What is beyond them is refused with one clear line."""

from __future__ import annotations

from dataclasses import dataclass

from akuntabel.errors import BerkasError

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Batas:
    """Sizes in bytes, counts, characters, seconds.

    A cell of a workbook holds at most 32.767 characters, so both forms of a package keep to that.
    """

    ukuran: int = 50 * _MB
    ukuran_isi: int = 400 * _MB
    rasio: int = 200
    anggota: int = 5_000
    baris: int = 200_000
    kolom: int = 500
    sel: int = 1_000_000
    panjang_sel: int = 32_767
    detik: float = 60.0
    memori: int = 2048 * _MB


BAKU = Batas()


def check_size(where: str, size: int, batas: Batas = BAKU) -> None:
    """Refuse a file of `size` bytes that is empty or too large."""
    if size == 0:
        raise BerkasError(where, "berkas kosong", "simpan ulang berkas aslinya, lalu coba lagi")
    if size > batas.ukuran:
        raise BerkasError(
            where,
            f"berukuran {size // _MB} MB",
            f"ukuran paling besar {batas.ukuran // _MB} MB; hapus gambar atau lembar yang tidak diperlukan",
        )


def check_shape(where: str, rows: int, columns: int, cells: int, batas: Batas = BAKU) -> None:
    """Refuse a table of too many rows, columns or cells that hold something."""
    if rows > batas.baris:
        raise BerkasError(where, f"lebih dari {batas.baris} baris", "hapus baris yang tidak diperlukan")
    if columns > batas.kolom:
        raise BerkasError(where, f"lebih dari {batas.kolom} kolom", "hapus kolom di sebelah kanan data")
    if cells > batas.sel:
        raise BerkasError(where, f"lebih dari {batas.sel} sel", "hapus baris dan kolom yang tidak diperlukan")
