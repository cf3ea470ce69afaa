"""Annexes: agreement, measurement, follow-up of the survey, data to confirm."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Heading, Inlines, Orientation, PageBreak, Text
from akuntabel.domain.catatan import CatatanData
from akuntabel.reports.bagian.kelompok import kelompok_list
from akuntabel.reports.bagian.pengukuran import pengukuran_table
from akuntabel.reports.bagian.pk import statement_blocks
from akuntabel.reports.bagian.rencana import agreements
from akuntabel.reports.bahan import Bahan, kurang, paragraf
from akuntabel.reports.narasi import inline_text
from akuntabel.reports.tabel import KIRI, TENGAH, baris, kepala, tabel, teks


def sections(bahan: Bahan) -> list[tuple[tuple[Block, ...], Orientation]]:
    """Annexes in their order: upright ones, then the wide list of data to confirm."""
    upright: list[Block] = []
    for pk in agreements(bahan):
        upright += [_head("PERJANJIAN KINERJA", f"lampiran-{pk.kode}"), *statement_blocks(bahan, pk), PageBreak()]
    upright += [_head("PENGUKURAN KINERJA", "lampiran-pengukuran"), *_measurement(bahan)]
    made: list[tuple[tuple[Block, ...], Orientation]] = [(tuple(upright), Orientation.TEGAK)]
    if bahan.paket.catatan_data:
        made.append(
            ((_head("DATA YANG HARUS DIKONFIRMASI", "lampiran-konfirmasi"), *confirm_blocks(bahan)), Orientation.LEBAR)
        )
    return made


def _head(title: str, label: str) -> Heading:
    return Heading(1, (Text(title),), label, appendix=True)


def _measurement(bahan: Bahan) -> list[Block]:
    groups = kelompok_list(bahan)
    if not groups:
        return [kurang("Pengukuran kinerja.", "penyusun laporan")]
    return [pengukuran_table(bahan, groups, "tabel-lampiran-pengukuran", f"Pengukuran Kinerja Tahun {bahan.tahun}")]


def confirm_blocks(bahan: Bahan) -> list[Block]:
    """Every doubtful figure: what was seen and where, the choice and why, the consequence, who confirms."""
    rows = sorted(bahan.paket.catatan_data, key=lambda c: (c.urutan or 0, c.kode))
    body = [
        baris(
            teks(n), teks(c.perihal), _seen(bahan, c), inline_text(bahan, c.dipilih, f"catatan_data {c.kode}"),
            inline_text(bahan, c.alasan, f"catatan_data {c.kode}"),
            inline_text(bahan, c.akibat, f"catatan_data {c.kode}") if c.akibat else teks(None), teks(c.konfirmasi),
        )
        for n, c in enumerate(rows, 1)
    ]  # fmt: skip
    return [
        paragraf(
            "Angka berikut berbeda atau tidak pasti pada dokumen sumber. Program menampilkan semua nilai yang "
            "terlihat, menyebut nilai yang dipakai beserta alasannya, dan tidak mengubah dokumen yang "
            "telah ditandatangani."
        ),
        tabel(
            "Data yang Harus Dikonfirmasi",
            "tabel-konfirmasi",
            ((6, TENGAH), (24, KIRI), (36, KIRI), (26, KIRI), (36, KIRI), (36, KIRI), (20, KIRI)),
            kepala(
                "No.", "Perihal", "Nilai yang terlihat", "Yang dipakai", "Alasan", "Akibat bila lain", "Yang memastikan"
            ),
            body,
            small=True,
        ),
    ]


def _seen(bahan: Bahan, catatan: CatatanData) -> Inlines:
    values = sorted((v for v in bahan.paket.catatan_nilai if v.catatan == catatan.kode), key=lambda v: v.urutan)
    return teks("; ".join(f"{v.nilai} ({v.tempat})" for v in values))
