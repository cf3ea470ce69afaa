"""Form of measurement: target, realisasi, capaian and predikat per sasaran, and the money per programme."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Document, Orientation, Section
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Target
from akuntabel.domain.pilihan import Periode, Tingkatan
from akuntabel.reports.bagian.anggaran import money_row, programs, recorded_totals, total_row
from akuntabel.reports.bagian.bukti_dukung import bukti_dukung
from akuntabel.reports.bagian.kelompok import Kelompok, indikator_of, kelompok_list, nama_dokumen
from akuntabel.reports.bagian.pengukuran import measured_elsewhere, pengukuran_table, target_inlines
from akuntabel.reports.bagian.sumber import sumber_nilai
from akuntabel.reports.bahan import Bahan, kurang, paragraf
from akuntabel.reports.dokumen.rangka import (
    assemble,
    judul_dokumen,
    kop,
    refuse_choice,
    signed_by_head,
)
from akuntabel.reports.penanggung import keuangan, perencana
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, sumber, tabel, teks

NAMA = "Pengukuran Kinerja"


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """The form, landscape. Raises PanggilanError for any choice."""
    refuse_choice(pilihan, NAMA)
    blocks: tuple[Block, ...] = (
        kop(bahan),
        judul_dokumen(NAMA, bahan.nama, f"Tahun {bahan.tahun}"),
        *_measured(bahan),
        *_money(bahan),
        signed_by_head(bahan, as_report=True),
    )
    return assemble(bahan, NAMA, (Section(blocks, Orientation.LEBAR),))


def _measured(bahan: Bahan) -> list[Block]:
    groups = kelompok_list(bahan)
    if not groups:
        return [kurang(f"Target dan realisasi indikator tujuan dan sasaran tahun {bahan.tahun}.", perencana(bahan))]
    made: list[Block] = [pengukuran_table(bahan, groups, "tabel-pengukuran", f"{NAMA} Tahun {bahan.tahun}")]
    lower = _lower(bahan)
    if lower:
        title = f"{NAMA} Program dan Kegiatan Tahun {bahan.tahun}"
        made.append(pengukuran_table(bahan, lower, "tabel-pengukuran-program", title))
    made += measured_elsewhere(bahan)
    measured = [i for g in (*groups, *lower) for i in g.indikator]
    made += bukti_dukung(bahan, measured, Periode.TAHUN, f"Tahun {bahan.tahun}")
    return made + _other_documents(bahan, [i for g in groups for i in g.indikator])


def _other_documents(bahan: Bahan, rows: list[Indikator]) -> list[Block]:
    """What measuring on every other target of the year would give. The program decides nothing."""
    body = [
        baris(
            teks(ind.nama), teks(nama_dokumen(bahan, t.dokumen)), target_inlines(bahan, ind, None, t.dokumen),
            *(bahan.cell(bahan.fid(b, ind.kode, dokumen=t.dokumen)) for b in ("capaian", "predikat", "status")),
        )
        for ind in rows
        for t in bahan.paket.target
        if (t.indikator, t.tahun, t.periode) == (ind.kode, bahan.tahun, Periode.TAHUN) and _differs(bahan, ind, t)
    ]  # fmt: skip
    if not body:
        return []
    return [
        paragraf(
            "Dokumen berikut memuat target yang berbeda dari target yang diukur. Target yang berlaku ditentukan oleh "
            "naskah yang ditandatangani."
        ),
        tabel(
            f"Hasil Bila Diukur terhadap Target Dokumen Lain Tahun {bahan.tahun}",
            "tabel-target-lain",
            ((36, KIRI), (50, KIRI), (14, KANAN), (14, KANAN), (16, TENGAH), (22, TENGAH)),
            kepala("Indikator", "Dokumen", "Target", "Capaian", "Predikat", "Hasil"),
            body,
            source=sumber_nilai(bahan, rows),
            small=True,
        ),
    ]


def _differs(bahan: Bahan, ind: Indikator, row: Target) -> bool:
    """Whether a document's target is another one than the measured, and can be measured."""
    own, chosen = bahan.figure("target", ind.kode, dokumen=row.dokumen), bahan.figure("target", ind.kode)
    return (
        own is not None
        and chosen is not None
        and own.value != chosen.value
        and bahan.has("capaian", ind.kode, dokumen=row.dokumen)
    )


def _lower(bahan: Bahan) -> list[Kelompok]:
    """Programmes and activities with measured indicators of their own: what the lower agreements promise."""
    rows = [(Tingkatan.PROGRAM, p.kode, p.nama) for p in bahan.paket.program]
    rows += [(Tingkatan.KEGIATAN, k.kode, k.nama) for k in bahan.paket.kegiatan]
    rows += [(Tingkatan.SUBKEGIATAN, s.kode, s.nama) for s in bahan.paket.subkegiatan]
    made = [Kelompok(t, kode, name, indikator_of(bahan, t, kode)) for t, kode, name in sorted(rows, key=lambda r: r[1])]
    return [g for g in made if g.indikator]


def _money(bahan: Bahan) -> list[Block]:
    own = programs(bahan)
    if not own:
        return [kurang(f"Anggaran dan realisasi per program tahun {bahan.tahun}.", keuangan(bahan))]
    rows = [money_row(bahan, p.kode, p.nama) for p in own]
    rows.append(total_row(bahan))
    return [
        tabel(
            f"Anggaran dan Realisasi per Program Tahun {bahan.tahun}",
            "tabel-pengukuran-anggaran",
            ((60, KIRI), (22, KANAN), (22, KANAN), (12, KANAN), (22, KANAN)),
            kepala("Program", "Pagu (Rp)", "Realisasi (Rp)", "Serapan", "Sisa (Rp)"),
            rows,
            source=sumber(bahan),
            notes=recorded_totals(bahan),
            small=True,
        )
    ]
