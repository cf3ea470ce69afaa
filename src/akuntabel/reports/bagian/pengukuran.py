"""The measurement of the year: target, realisasi, capaian, predikat; and what each other target would give."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.doctree.nodes import Block, Cell, Inlines, Paragraph, Row, RowKind, Table, Text
from akuntabel.domain.figure import FigureId, Keadaan
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import Arah
from akuntabel.reports.bagian.kelompok import KETERANGAN_ARAH, Kelompok, nama_dokumen
from akuntabel.reports.bahan import Bahan, kalimat, paragraf
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, kepala, sumber, tabel, teks


def target_inlines(
    bahan: Bahan, ind: Indikator, tahun: int | None = None, dokumen: str | None = None, periode: str | None = None
) -> Inlines:
    """A target as printed; a range shows both bounds."""
    low = bahan.fid("target", ind.kode, tahun, periode=periode, dokumen=dokumen)
    high = bahan.fid("target_atas", ind.kode, tahun, periode=periode, dokumen=dokumen)
    if ind.arah is Arah.RENTANG and high in bahan.figures:
        return (*bahan.cell(low), Text(" sampai "), *bahan.cell(high))
    return bahan.cell(low)


def pengukuran_table(bahan: Bahan, groups: Iterable[Kelompok], label: str, caption: str) -> Table:
    """The table of measurement over tujuan and sasaran."""
    rows: list[Row] = []
    number = 0
    for group in groups:
        for n, ind in enumerate(group.indikator):
            number += 1
            lead = (Cell(teks(group.teks), rowspan=len(group.indikator)),) if n == 0 else ()
            rows.append(Row((Cell(teks(number), align=TENGAH), *lead, *_measure(bahan, ind)), RowKind.ISI))
    return tabel(
        caption,
        label,
        ((6, TENGAH), (26, KIRI), (26, KIRI), (11, KIRI), (12, KANAN), (14, KANAN), (13, KANAN), (14, TENGAH)),
        kepala("No.", "Tujuan/Sasaran", "Indikator", "Satuan", "Target", "Realisasi", "Capaian", "Predikat"),
        rows,
        source=sumber(bahan),
        notes=policy_notes(bahan),
        small=True,
    )


def _measure(bahan: Bahan, ind: Indikator) -> tuple[Cell, ...]:
    values = (
        target_inlines(bahan, ind),
        bahan.cell(bahan.fid("realisasi", ind.kode)),
        bahan.cell(bahan.fid("capaian", ind.kode)),
        bahan.cell(bahan.fid("predikat", ind.kode)),
    )
    return (Cell(teks(ind.nama)), Cell(teks(ind.satuan)), *(Cell(v) for v in values))


def policy_notes(bahan: Bahan) -> tuple[str, ...]:
    """The policy in force, as it stands under every table that uses it."""
    scale = bahan.regulations.skala(bahan.policy.skala)
    return (f"Kebijakan pengukuran: {bahan.policy.nama}. Skala predikat: {scale.nama}, {scale.dasar.label()}.",)


def hasil_paragraphs(bahan: Bahan, ind: Indikator) -> tuple[Block, ...]:
    """What was reached on one indicator, and the computed line for every other signed target."""
    capaian = bahan.figure("capaian", ind.kode)
    document = measured_document(bahan, ind)
    if capaian is None or capaian.keadaan is not Keadaan.ADA:
        reason = capaian.trace.catatan if capaian and capaian.trace.catatan else "realisasi belum ada"
        return (
            paragraf(
                "Capaian {nama} tahun {tahun} belum dapat dihitung: {alasan}.",
                nama=ind.nama, tahun=str(bahan.tahun), alasan=reason,
            ),
        )  # fmt: skip
    first = kalimat(
        "Realisasi {nama} tahun {tahun} adalah {realisasi}, terhadap target {target} menurut {dokumen}. "
        "Indikator ini {arah}, sehingga realisasi tersebut {status} dengan capaian {capaian} "
        "dan predikat {predikat}.",
        nama=ind.nama,
        tahun=str(bahan.tahun),
        realisasi=bahan.ref(bahan.fid("realisasi", ind.kode)),
        target=target_sentence(bahan, ind),
        dokumen=document,
        arah=KETERANGAN_ARAH[ind.arah],
        status=bahan.ref(bahan.fid("status", ind.kode)),
        capaian=bahan.ref(bahan.fid("capaian", ind.kode)),
        predikat=bahan.ref(bahan.fid("predikat", ind.kode)),
    )
    return (Paragraph(first), *other_targets(bahan, ind))


def target_sentence(bahan: Bahan, ind: Indikator) -> Inlines:
    """A target inside a sentence, without provisional marks."""
    low, high = bahan.fid("target", ind.kode), bahan.fid("target_atas", ind.kode)
    if ind.arah is Arah.RENTANG and high in bahan.figures:
        return (bahan.ref(low), Text(" sampai "), bahan.ref(high))
    return (bahan.ref(low),)


def measured_document(bahan: Bahan, ind: Indikator) -> str:
    """The name of the document whose target is measured."""
    figure = bahan.figures[bahan.fid("target", ind.kode)]
    row = next(c for c in figure.trace.cells if c.tabel == "target")
    return nama_dokumen(bahan, row.kunci.split("|")[-1])


def other_targets(bahan: Bahan, ind: Indikator) -> tuple[Block, ...]:
    """What measuring on every other signed target would give. The program decides nothing."""
    chosen = bahan.figures[bahan.fid("target", ind.kode)]
    made: list[Block] = []
    for row in bahan.paket.target:
        fid = FigureId("target", ind.kode, bahan.tahun, dokumen=row.dokumen)
        figure = bahan.figures.get(fid)
        same = figure is None or figure.value == chosen.value
        if row.indikator != ind.kode or row.tahun != bahan.tahun or row.periode.value != "tahun" or same:
            continue
        if not bahan.has("capaian", ind.kode, dokumen=row.dokumen):
            continue
        made.append(
            paragraf(
                "{nama_dokumen} memuat target {target}. Bila target itu yang diukur, capaiannya {capaian} "
                "dan realisasi {status}. Target yang berlaku ditentukan oleh naskah yang ditandatangani.",
                nama_dokumen=nama_dokumen(bahan, row.dokumen),
                target=bahan.ref(fid),
                capaian=bahan.ref(FigureId("capaian", ind.kode, bahan.tahun, dokumen=row.dokumen)),
                status=bahan.ref(FigureId("status", ind.kode, bahan.tahun, dokumen=row.dokumen)),
            )
        )
    return tuple(made)
