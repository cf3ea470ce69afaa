"""Bab IV: conclusion from the figures, problems, recommendations, signature."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Heading, Inlines, ListKind, Paragraph, Text
from akuntabel.domain.pilihan import JenisUraian
from akuntabel.domain.tindak_lanjut import Uraian
from akuntabel.reports.bagian.anggaran import weak, without_share
from akuntabel.reports.bagian.kelompok import kelompok_list, sebutan_unit
from akuntabel.reports.bagian.pengukuran import contrary_targets, outcome_counts, weak_outcome
from akuntabel.reports.bagian.tanda_tangan import official_signature
from akuntabel.reports.bahan import Bahan, kalimat, kurang, paragraf
from akuntabel.reports.butir import butir, siapa_kapan, sisip
from akuntabel.reports.laporan_kinerja.matriks import reached_table
from akuntabel.reports.narasi import inline_text, passage


def blocks(bahan: Bahan) -> tuple[Block, ...]:
    """The closing chapter without its heading."""
    return (
        Heading(2, (Text("Kesimpulan"),), "kesimpulan"),
        *_conclusion(bahan),
        *passage(bahan, "penutup"),
        Heading(2, (Text("Permasalahan dan Rekomendasi Perbaikan"),), "rekomendasi"),
        *_problems(bahan),
        Paragraph(
            kalimat(
                "Demikian {laporan} {nama} tahun {tahun} ini disusun sebagai pertanggungjawaban dan bahan "
                "perbaikan kinerja.",
                laporan=bahan.laporan.nama,
                nama=bahan.nama,
                tahun=str(bahan.tahun),
            ),
            keep_with_next=True,
        ),
        official_signature(bahan, bahan.pejabat(bahan.laporan.penanda_tangan)),
    )


def _conclusion(bahan: Bahan) -> tuple[Block, ...]:
    groups = kelompok_list(bahan)
    if not groups:
        return (kurang("Belum ada indikator yang dapat disimpulkan.", "penyusun laporan"),)
    counts = paragraf(
        "Dari {semua} indikator yang diukur pada tahun {tahun}, {rincian}{lemah}.",
        tahun=str(bahan.tahun),
        semua=bahan.ref(bahan.fid("jumlah_indikator", "semua"), "cacah"),
        rincian=outcome_counts(bahan, ("melampaui", "mencapai", "tidak_tercapai", "tanpa_nilai")),
        lemah=weak_outcome(bahan),
    )
    money = without_share(bahan)
    if bahan.has("serapan", "total"):
        money = [
            paragraf(
                "Anggaran terserap {serapan}{lemah}, dengan sisa {sisa}.",
                serapan=bahan.ref(bahan.fid("serapan", "total")),
                sisa=bahan.ref(bahan.fid("sisa", "total")),
                lemah=weak(bahan, bahan.fid("serapan", "total")),
            )
        ]
    return (counts, *contrary_targets(bahan, groups), reached_table(bahan, groups), *money)


def _problems(bahan: Bahan) -> tuple[Block, ...]:
    made: list[Block] = []
    for jenis, opening, missing in (
        (JenisUraian.PERMASALAHAN, "Permasalahan yang masih dihadapi:", "Permasalahan yang masih dihadapi."),
        (JenisUraian.REKOMENDASI, "Rekomendasi perbaikan:", "Rekomendasi perbaikan."),
    ):
        rows = sorted((u for u in bahan.paket.uraian if u.jenis is jenis), key=lambda u: u.urutan)
        if rows:
            made += [paragraf(opening), butir(ListKind.ANGKA, (_item(bahan, u) for u in rows))]
        else:
            made.append(kurang(missing, "penyusun laporan"))
    open_rows = [
        u for u in bahan.paket.uraian if u.jenis is JenisUraian.REKOMENDASI and not (u.penanggung_jawab and u.tenggat)
    ]
    if open_rows:
        made.append(kurang("Penanggung jawab dan tenggat setiap rekomendasi.", "pimpinan instansi"))
    return tuple(made)


def _item(bahan: Bahan, row: Uraian) -> Inlines:
    who = siapa_kapan(sebutan_unit(bahan, row.penanggung_jawab), row.tenggat)
    return sisip(inline_text(bahan, row.teks, f"uraian {row.kunci}"), who)
