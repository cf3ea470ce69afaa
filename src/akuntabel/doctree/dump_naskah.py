"""A read document as plain text for tests: one line for each block and row, everything that a reader found."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.naskah import Alinea, BarisNaskah, BlokNaskah, LetakBlok, Naskah, SelNaskah, TabelNaskah, Tempat


def dump_naskah(naskah: Naskah) -> str:
    """The whole read document as text; equal documents give equal text."""
    pages = "" if naskah.halaman is None else f" {naskah.halaman} halaman"
    head = [f"naskah {naskah.format.value}{pages}"]
    head += [f"catatan: {note}" for note in naskah.catatan]
    head += [f"halaman gambar: {' '.join(map(str, naskah.halaman_gambar))}"] * bool(naskah.halaman_gambar)
    return "".join(f"{line}\n" for line in (*head, *dump_blok(naskah.blok)))


def dump_blok(blok: tuple[BlokNaskah, ...]) -> Iterator[str]:
    """Blocks as lines: the line number (and page), what it is, its marks, its text; a cell's line break as ⏎."""
    for one in blok:
        if isinstance(one, Alinea):
            yield f"{_place(one.tempat)} {_kind(one)}: {one.teks}"
        elif isinstance(one, TabelNaskah):
            yield from _table(one)
        else:
            yield f"{_place(one.tempat)} gambar: {one.alt}"


def _place(tempat: Tempat) -> str:
    return f"{tempat.baris}" if tempat.halaman is None else f"{tempat.baris}/{tempat.halaman}"


def _kind(one: Alinea) -> str:
    marks = [
        f"judul {one.level}{'?' * one.dugaan}" if one.level is not None else "alinea",
        "" if one.letak is LetakBlok.BADAN else one.letak.value,
        f"+{one.inden}" if one.inden else "",
        "tebal" if one.tebal else "",
        f"({one.gaya})" if one.gaya else "",
    ]
    return " ".join(filter(None, marks))


def _table(table: TabelNaskah) -> Iterator[str]:
    marks = ["rentang tidak diketahui"] * (not table.rentang_diketahui) + [f"dugaan: {d}" for d in table.dugaan]
    yield f"{_place(table.tempat)} tabel {table.banyak_kolom} kolom{''.join(f', {mark}' for mark in marks)}"
    yield from (f"  {_row(row)}" for row in table.baris)


def _row(row: BarisNaskah) -> str:
    return f"{_place(row.tempat)} {'*' if row.kepala else '-'} " + " | ".join(map(_cell, row.sel))


def _cell(cell: SelNaskah) -> str:
    span = f"[{cell.rentang_kolom}x{cell.rentang_baris}]" if (cell.rentang_kolom, cell.rentang_baris) != (1, 1) else ""
    return f"{cell.kolom}{span} {cell.teks.replace(chr(10), '⏎')}"
