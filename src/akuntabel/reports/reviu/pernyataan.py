"""A draft of the statement of having reviewed, in both wordings: a person chooses, or writes neither."""

from __future__ import annotations

from dataclasses import replace

from akuntabel.doctree.nodes import (
    Block,
    Box,
    BoxKind,
    Document,
    Gaya,
    ListBlock,
    ListKind,
    PageBreak,
    Section,
)
from akuntabel.regulations.entri import PernyataanReviu
from akuntabel.reports.dokumen.rangka import judul_dokumen
from akuntabel.reports.reviu.bahan import TITIK, BahanReviu, alinea, dokumen, tanda_tangan

NAMA = "Pernyataan Telah Direviu"
_ROOM = 3  # blank lines for notes


def build(bahan: BahanReviu) -> Document:
    """Both wordings, each on a page of its own; every page says DRAF."""
    (statement,) = bahan.regulations.pernyataan_reviu
    first = _wording(bahan, statement, "Pilihan pertama: tanpa catatan", statement.tanpa_catatan)
    second = _wording(bahan, statement, "Pilihan kedua: dengan catatan", statement.dengan_catatan)
    room = ListBlock(ListKind.ANGKA, ((alinea(TITIK),),) * _ROOM)
    made = dokumen(bahan, NAMA, (Section((*first, _signed(), PageBreak(), *second, room, _signed())),), draft=True)
    return replace(made, draft_reason="menunggu keputusan aparat pengawasan")


def _wording(bahan: BahanReviu, statement: PernyataanReviu, name: str, closing: str) -> tuple[Block, ...]:
    lines = (*statement.alinea, closing)
    filled = (line.format(instansi=bahan.instansi, tahun=bahan.tahun) for line in lines)
    return (
        Box(BoxKind.CATATAN, (alinea(_advice(name)), alinea(_source(statement), Gaya.KECIL))),
        judul_dokumen(NAMA, f"Laporan Kinerja {bahan.instansi}", f"Tahun Anggaran {bahan.tahun}"),
        *(alinea(line) for line in filled),
    )


def _advice(name: str) -> str:
    return (
        f"{name}. Program tidak memilih dan tidak menyarankan salah satu; aparat pengawasan menetapkannya, lalu "
        "menghapus pilihan yang lain beserta kotak ini."
    )


def _source(statement: PernyataanReviu) -> str:
    return f"Dasar: {statement.dasar.label()}. Susunan kata bukan kutipan peraturan."


def _signed() -> Block:
    return tanda_tangan("Pimpinan aparat pengawasan")
