"""Causes, obstacles, actions and solutions of an indicator, as the agency wrote them."""

from __future__ import annotations

from akuntabel.bahasa.kalimat import join_list
from akuntabel.doctree.nodes import Block, Inlines, ListKind
from akuntabel.domain.figure import Keadaan
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Analisis
from akuntabel.domain.pilihan import JenisAnalisis
from akuntabel.reports.bagian.kelompok import Kelompok, nama_dokumen, nama_unit
from akuntabel.reports.bagian.pengukuran import contrary_documents, measured_document
from akuntabel.reports.bahan import Bahan, kalimat, kurang, paragraf
from akuntabel.reports.butir import butir, siapa_kapan, sisip
from akuntabel.reports.narasi import inline_text

PENGANTAR = {
    JenisAnalisis.PENYEBAB_KEBERHASILAN: "Penyebab keberhasilan pada indikator {nama}:",
    JenisAnalisis.PENYEBAB_KEGAGALAN: "Penyebab kegagalan pada indikator {nama}:",
    JenisAnalisis.HAMBATAN: "Hambatan yang dihadapi:",
    JenisAnalisis.TINDAKAN: "Tindakan yang telah dilakukan:",
    JenisAnalisis.SOLUSI: "Alternatif solusi dan rencana perbaikan:",
}

SEBAB = (JenisAnalisis.PENYEBAB_KEBERHASILAN, JenisAnalisis.PENYEBAB_KEGAGALAN)


def analisis_blocks(bahan: Bahan, group: Kelompok) -> tuple[Block, ...]:
    """The analysis of every indicator; a notice where the agency has written none."""
    made: list[Block] = []
    for ind in group.indikator:
        own = [a for a in bahan.paket.analisis if a.indikator == ind.kode and a.tahun == bahan.tahun]
        made.extend(_lists(bahan, ind, own))
        made.extend(_missing(bahan, ind, frozenset(a.jenis for a in own)))
    return tuple(made)


def _lists(bahan: Bahan, ind: Indikator, own: list[Analisis]) -> list[Block]:
    made: list[Block] = []
    for jenis, opening in PENGANTAR.items():
        rows = sorted((a for a in own if a.jenis is jenis), key=lambda a: a.urutan)
        if rows:
            made += _reservations(bahan, ind) if jenis in SEBAB else []
            made.append(paragraf(opening, nama=ind.nama) if "{nama}" in opening else paragraf(opening))
            made.append(butir(ListKind.ANGKA, (_item(bahan, a) for a in rows)))
    return made


def _reservations(bahan: Bahan, ind: Indikator) -> list[Block]:
    """Before the causes of an outcome: that it is provisional, and what another signed target would make of it."""
    status = bahan.figure("status", ind.kode)
    if status is None or status.keadaan is not Keadaan.ADA:
        return []
    others = [(d, bahan.ref(bahan.fid("status", ind.kode, dokumen=d))) for d in contrary_documents(bahan, ind)]
    if not (status.sementara or others):
        return []
    contrary = [
        kalimat("; terhadap target {dokumen} realisasi {hasil}", dokumen=nama_dokumen(bahan, d), hasil=word)
        for d, word in others
    ]
    return [
        paragraf(
            "Terhadap target {dokumen} realisasi {hasil}{lemah}{lain}.",
            dokumen=measured_document(bahan, ind),
            hasil=bahan.ref(status.id),
            lemah=" menurut data sementara" if status.sementara else "",
            lain=tuple(i for line in contrary for i in line),
        )
    ]


def _item(bahan: Bahan, row: Analisis) -> Inlines:
    text = inline_text(bahan, row.teks, f"analisis {row.kunci}")
    owner = nama_unit(bahan, row.penanggung_jawab) if row.penanggung_jawab else None
    return sisip(text, siapa_kapan(owner, row.tenggat))


def _missing(bahan: Bahan, ind: Indikator, present: frozenset[JenisAnalisis]) -> list[Block]:
    """A notice for what an evaluator looks for and the agency has not written.

    What was done counts as the solution that was tried; a target that was missed also needs a way forward.
    """
    missed = bahan.text("status", ind.kode) == "tidak mencapai target"
    wanted = (
        ("penyebab keberhasilan atau kegagalan", set(SEBAB)),
        ("alternatif solusi", {JenisAnalisis.SOLUSI})
        if missed
        else ("tindakan atau solusi yang telah dilakukan", {JenisAnalisis.TINDAKAN, JenisAnalisis.SOLUSI}),
    )
    gaps = [name for name, kinds in wanted if not kinds & present]
    if not gaps:
        return []
    who = nama_unit(bahan, ind.penanggung_jawab)
    return [kurang(f"Analisis {ind.nama}: {join_list(gaps)}.", who)]
