"""Bab III: efficiency of means, follow-up of last year's evaluation, AKIP score, awards, innovations, photographs."""

from __future__ import annotations

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.doctree.nodes import Block, Heading, Inlines, ListKind, Text
from akuntabel.reports.bagian.kelompok import is_measured
from akuntabel.reports.bagian.sumber import dokumen_terukur, sumber_nilai
from akuntabel.reports.bagian.tindak_lanjut import akip_blocks, recommendation_blocks
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.butir import butir
from akuntabel.reports.gambar import raster
from akuntabel.reports.narasi import inline_text, passage
from akuntabel.reports.tabel import KANAN, KIRI, baris, kepala, tabel, teks

EFISIENSI = (
    ("Sumber Daya Manusia", "efisiensi_sdm"),
    ("Mesin dan Peralatan", "efisiensi_peralatan"),
    ("Bahan", "efisiensi_bahan"),
    ("Metode", "efisiensi_metode"),
)
LEBAR_FOTO = 120.0


def blocks(bahan: Bahan) -> tuple[Block, ...]:
    """The remaining parts of the chapter that precede the money."""
    made: list[Block] = []
    made += _part("Efisiensi Sumber Daya Organisasi", "efisiensi", _efficiency(bahan))
    made += _part("Standar Pelayanan Minimal", "spm", _minimum_service(bahan))
    made += _part("Tindak Lanjut Hasil Evaluasi", "tindak-lanjut", (*akip_blocks(bahan), *recommendation_blocks(bahan)))
    made += _part("Penghargaan dan Inovasi", "penghargaan", _awards(bahan))
    made += _part("Dokumentasi Kegiatan", "dokumentasi", _photos(bahan))
    return tuple(made)


def _part(title: str, label: str, content: tuple[Block, ...]) -> list[Block]:
    return [Heading(2, (Text(title),), label), *content] if content else []


def _efficiency(bahan: Bahan) -> tuple[Block, ...]:
    made: list[Block] = []
    for title, kode in EFISIENSI:
        content = passage(bahan, kode)
        if content:
            made += [Heading(3, (Text(title),), kode.replace("_", "-")), *content]
    return tuple(made)


def _minimum_service(bahan: Bahan) -> tuple[Block, ...]:
    """Indicators that the agency ties to a minimum service standard."""
    own = [i for i in bahan.paket.indikator if (i.acuan or "").upper().startswith("SPM") and is_measured(bahan, i)]
    if not own:
        return ()
    rows = [
        baris(
            teks(i.acuan), teks(i.nama), *(bahan.cell(bahan.fid(b, i.kode)) for b in ("target", "realisasi", "capaian"))
        )
        for i in own
    ]
    return (
        tabel(
            f"Pencapaian Standar Pelayanan Minimal Tahun {bahan.tahun}",
            "tabel-spm",
            ((34, KIRI), (40, KIRI), (14, KANAN), (14, KANAN), (14, KANAN)),
            kepala("Standar", "Indikator", "Target", "Realisasi", "Capaian"),
            rows,
            source=sumber_nilai(bahan, own, documents=[k for i in own if (k := dokumen_terukur(bahan, i))]),
        ),
    )


def _awards(bahan: Bahan) -> tuple[Block, ...]:
    items: list[Inlines] = []
    for p in bahan.paket.penghargaan:
        when = f", {format_tanggal(p.tanggal)}" if p.tanggal else ""
        items.append((Text(f"Penghargaan {p.nama}" + (f" dari {p.pemberi}" if p.pemberi else "") + when),))
    for i in bahan.paket.inovasi:
        benefit = inline_text(bahan, i.manfaat, f"inovasi {i.kode}") if i.manfaat else ()
        since = f" (mulai {i.tahun})" if i.tahun else ""
        items.append((Text(f"Inovasi {i.nama}{since}" + (": " if benefit else "")), *benefit))
    return (butir(ListKind.ANGKA, items),) if items else ()


def _photos(bahan: Bahan) -> tuple[Block, ...]:
    """The agency's photographs; one that is announced but absent is named."""
    made: list[Block] = []
    for row in bahan.paket.dokumentasi:
        alt = row.keterangan or row.judul
        picture = raster(bahan, row.berkas, alt, LEBAR_FOTO, (Text(row.judul),), f"foto-{row.kode}")
        made.append(picture or kurang(f"Gambar: {row.judul}.", "penyusun laporan"))
    return tuple(made)
