"""Annex of a decree on key indicators: each with its sasaran, reason, definition, formula, source, owner, direction."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Document, Gaya, Orientation, Paragraph, Row, Section, Text
from akuntabel.domain.indikator import Indikator
from akuntabel.reports.bagian.kelompok import SEBUTAN, keterangan_arah, nama_unit
from akuntabel.reports.bagian.perjanjian import teks_induk
from akuntabel.reports.bagian.rencana import plan_of
from akuntabel.reports.bagian.rencana_tabel import iku_gaps
from akuntabel.reports.bagian.tanda_tangan import TITIK
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.dokumen.rangka import (
    assemble,
    first_agreed,
    judul_dokumen,
    refuse_choice,
    signed_by_head,
)
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import KIRI, TENGAH, baris, identitas, kepala, sumber, tabel, teks

NAMA = "Indikator Kinerja Utama"


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """The annex, landscape; number and date of the decree are left to the hand. Raises PanggilanError for a choice."""
    refuse_choice(pilihan, NAMA)
    plan = plan_of(bahan)
    period = f"Tahun {plan.tahun_awal}–{plan.tahun_akhir}" if plan else f"Tahun {bahan.tahun}"
    blocks: tuple[Block, ...] = (
        Paragraph((Text("Lampiran Keputusan", bold=True),), Gaya.RAPAT),
        identitas((("Nomor", teks(TITIK)), ("Tanggal", teks(TITIK)), ("Tentang", teks(f"{NAMA} {bahan.nama}")))),
        judul_dokumen(NAMA, bahan.nama, period),
        *_table(bahan),
        signed_by_head(bahan, first_agreed(bahan)),
    )
    return assemble(bahan, NAMA, (Section(blocks, Orientation.LEBAR),))


def _table(bahan: Bahan) -> list[Block]:
    rows = sorted((i for i in bahan.paket.indikator if i.iku), key=lambda i: (i.urutan or 0, i.kode))
    if not rows:
        return [kurang("Indikator kinerja utama.", perencana(bahan))]
    table = tabel(
        f"{NAMA} {bahan.nama}",
        "tabel-iku",
        ((6, TENGAH), (24, KIRI), (22, KIRI), (12, TENGAH), (24, KIRI), (34, KIRI), (28, KIRI), (20, KIRI), (20, KIRI)),
        kepala(
            "No.", "Tujuan/Sasaran", "Indikator Kinerja Utama", "Satuan dan arah", "Alasan pemilihan",
            "Definisi operasional", "Formulasi penghitungan", "Sumber data", "Penanggung jawab",
        ),
        [_row(bahan, n, i) for n, i in enumerate(rows, 1)],
        source=sumber(bahan),
        small=True,
    )  # fmt: skip
    return [table, *iku_gaps(bahan)]


def _row(bahan: Bahan, n: int, ind: Indikator) -> Row:
    above = f"{SEBUTAN.get(ind.tingkat, ind.tingkat.value.capitalize())}: {teks_induk(bahan, ind.induk)}"
    owner = nama_unit(bahan, ind.penanggung_jawab) if ind.penanggung_jawab else None
    direction = f"{ind.satuan}; {keterangan_arah(ind)}"
    cells = (n, above, ind.nama, direction, ind.alasan, ind.definisi, ind.rumus, ind.sumber, owner)
    return baris(*(teks(c) for c in cells))
