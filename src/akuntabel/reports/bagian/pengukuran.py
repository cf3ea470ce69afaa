"""The measurement of the year: target, realisasi, capaian, predikat; and what each other target would give."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.bahasa.angka import format_percent
from akuntabel.bahasa.kalimat import join_list
from akuntabel.calculation.policy import RataRata
from akuntabel.doctree.nodes import Block, Cell, Inlines, Paragraph, Row, RowKind, Table, Text
from akuntabel.domain.figure import FigureId, Keadaan, Value
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import Arah
from akuntabel.reports.bagian.kelompok import Kelompok, keterangan_arah, nama_dokumen, satuan_kalimat
from akuntabel.reports.bagian.rencana import agreements
from akuntabel.reports.bagian.sumber import dokumen_terukur, sumber_nilai
from akuntabel.reports.bahan import Bahan, counts, kalimat, paragraf
from akuntabel.reports.butir import tutup
from akuntabel.reports.cetak import BELUM_DINILAI
from akuntabel.reports.narasi import inline_text
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, kepala, tabel, teks


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
    shown = tuple(groups)
    number = 0
    for group in shown:
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
        source=sumber_terukur(bahan, shown),
        notes=policy_notes(bahan),
        small=True,
    )


def sumber_terukur(bahan: Bahan, groups: Iterable[Kelompok]) -> str:
    """The source line of a measurement: the documents that are measured, and where the values come from."""
    own = [i for g in groups for i in g.indikator]
    return sumber_nilai(bahan, own, documents=[k for i in own if (k := dokumen_terukur(bahan, i))])


def _measure(bahan: Bahan, ind: Indikator) -> tuple[Cell, ...]:
    values = (
        target_inlines(bahan, ind),
        bahan.cell(bahan.fid("realisasi", ind.kode)),
        bahan.cell(bahan.fid("capaian", ind.kode)),
        bahan.cell(bahan.fid("predikat", ind.kode)),
    )
    return (Cell(teks(ind.nama)), Cell(teks(ind.satuan)), *(Cell(v) for v in values))


TANDA_TANGAN = " Target yang berlaku ditentukan oleh naskah yang ditandatangani."
HASIL = {
    "melampaui": "melampaui target",
    "mencapai": "tepat mencapai target",
    "tercapai": "mencapai atau melampaui target",
    "tidak_tercapai": "tidak mencapai target",
    "tanpa_nilai": BELUM_DINILAI,
}


def outcome_counts(bahan: Bahan, names: Iterable[str], periode: str | None = None) -> Inlines:
    """How many indicators came to which outcome; one that no indicator has is left out."""
    return counts(bahan, ((bahan.fid("jumlah_indikator", f"semua:{n}", periode=periode), HASIL[n]) for n in names))


def averaged_words(bahan: Bahan) -> str:
    """What means are taken of, as a sentence: bounded or as they are."""
    policy = bahan.policy
    bounds = (("di bawah", policy.batas_bawah), ("di atas", policy.batas_atas))
    told = [f"{word} {format_percent(value, None)}" for word, value in bounds if value is not None]
    if policy.rata_rata is not RataRata.DIBATASI or not told:
        return "Yang dirata-ratakan ialah capaian apa adanya"
    return f"Capaian {join_list(told, 'atau')} dihitung sebesar batas itu bila dirata-ratakan"


def weak_outcome(bahan: Bahan, periode: str | None = None) -> str:
    """', menurut data sementara' behind counts some of which rest on provisional figures."""
    counted = (bahan.figure("jumlah_indikator", f"semua:{n}", periode=periode) for n in HASIL)
    return ", menurut data sementara" if any(f is not None and f.sementara for f in counted) else ""


def policy_notes(bahan: Bahan) -> tuple[str, ...]:
    """The policy in force, as it stands under every table that uses it."""
    scale = bahan.regulations.skala(bahan.policy.skala)
    return (
        f"Kebijakan pengukuran: {bahan.policy.nama}. Skala predikat: {scale.nama}, {scale.dasar.label()}.",
        *(
            f"Berbeda dari kebijakan itu: {text.replace(f'skala predikat {bahan.policy.skala}', scale.nama)}."
            for text in bahan.policy.deviations()
        ),
    )


def hasil_paragraphs(bahan: Bahan, ind: Indikator) -> tuple[Block, ...]:
    """What was reached on one indicator, and the computed line for every other signed target."""
    capaian = bahan.figure("capaian", ind.kode)
    document = measured_document(bahan, ind)
    if capaian is None or capaian.keadaan is not Keadaan.ADA:
        return (_without_capaian(bahan, ind, capaian.trace.catatan if capaian else None),)
    first = kalimat(
        "Realisasi {nama} tahun {tahun} adalah {realisasi}{satuan}, terhadap target {target}{satuan} menurut "
        "{dokumen}. Indikator ini {arah}, sehingga realisasi tersebut {status} dengan capaian {capaian} "
        "dan predikat {predikat}.",
        nama=ind.nama,
        tahun=str(bahan.tahun),
        realisasi=bahan.ref(bahan.fid("realisasi", ind.kode)),
        satuan=satuan_kalimat(ind),
        target=target_sentence(bahan, ind),
        dokumen=document,
        arah=keterangan_arah(ind),
        status=bahan.ref(bahan.fid("status", ind.kode)),
        capaian=bahan.ref(bahan.fid("capaian", ind.kode)),
        predikat=bahan.ref(bahan.fid("predikat", ind.kode)),
    )
    return (Paragraph(first), *other_targets(bahan, ind))


def _without_capaian(bahan: Bahan, ind: Indikator, reason: str | None) -> Block:
    """Why there is no percentage; where target and realisasi are known, whether the target is reached all the same."""
    if bahan.has("status", ind.kode):
        return paragraf(
            "Realisasi {nama} tahun {tahun} adalah {realisasi}{satuan}, terhadap target {target}{satuan} menurut "
            "{dokumen}; realisasi itu {status}. Persentase capaiannya tidak dapat dihitung ({alasan}).",
            nama=ind.nama,
            tahun=str(bahan.tahun),
            realisasi=bahan.ref(bahan.fid("realisasi", ind.kode)),
            satuan=satuan_kalimat(ind),
            target=target_sentence(bahan, ind),
            dokumen=measured_document(bahan, ind),
            status=bahan.ref(bahan.fid("status", ind.kode)),
            alasan=reason or "tidak terdefinisi",
        )
    return paragraf(
        "Capaian {nama} tahun {tahun} belum dapat dinilai ({alasan}).",
        nama=ind.nama, tahun=str(bahan.tahun), alasan=reason or "realisasi belum ada",
    )  # fmt: skip


def target_sentence(bahan: Bahan, ind: Indikator, dokumen: str | None = None) -> Inlines:
    """A target inside a sentence, without provisional marks: the measured one, or that of a document."""
    low, high = (bahan.fid(b, ind.kode, dokumen=dokumen) for b in ("target", "target_atas"))
    if ind.arah is Arah.RENTANG and high in bahan.figures:
        return (bahan.ref(low), Text(" sampai "), bahan.ref(high))
    return (bahan.ref(low),)


def measured_document(bahan: Bahan, ind: Indikator) -> str:
    """The name of the document whose target is measured."""
    return nama_dokumen(bahan, dokumen_terukur(bahan, ind) or "")


def other_targets(bahan: Bahan, ind: Indikator) -> tuple[Block, ...]:
    """What measuring on every other signed target would give. The program decides nothing."""
    return tuple(_other_target(bahan, ind, codes) for codes in _other_documents(bahan, ind))


def contrary_targets(bahan: Bahan, groups: Iterable[Kelompok]) -> tuple[Block, ...]:
    """In short, the signed targets that would turn an outcome: no count of outcomes stands without them."""
    rows = [i for group in groups for i in group.indikator]
    return tuple(_contrary_target(bahan, ind, codes) for ind in rows for codes in _contrary(bahan, ind))


def _contrary_target(bahan: Bahan, ind: Indikator, documents: list[str]) -> Block:
    """One line for the documents that give the same target."""
    return paragraf(
        "Terhadap target {target}{satuan} menurut {dokumen}, realisasi {nama} {status} dengan capaian {capaian}.",
        target=target_sentence(bahan, ind, documents[0]),
        satuan=satuan_kalimat(ind),
        dokumen=join_list(nama_dokumen(bahan, d) for d in documents),
        nama=ind.nama,
        **{b: bahan.ref(bahan.fid(b, ind.kode, dokumen=documents[0])) for b in ("capaian", "status")},
    )


def contrary_documents(bahan: Bahan, ind: Indikator) -> list[str]:
    """The documents whose target would turn the outcome of an indicator."""
    return [kode for codes in _contrary(bahan, ind) for kode in codes]


def _contrary(bahan: Bahan, ind: Indikator) -> list[list[str]]:
    own = bahan.text("status", ind.kode)
    found = _other_documents(bahan, ind)
    return [codes for codes in found if bahan.text("status", ind.kode, dokumen=codes[0]) != own]


def _other_documents(bahan: Bahan, ind: Indikator) -> list[list[str]]:
    """The documents whose target of the year is not the measured one; those that give the same stand together."""
    documents: dict[tuple[Value | None, ...], list[str]] = {}
    chosen = target_values(bahan, ind)
    for row in bahan.paket.target:
        if row.indikator != ind.kode or row.tahun != bahan.tahun or row.periode.value != "tahun":
            continue
        values = target_values(bahan, ind, row.dokumen)
        if values != chosen and bahan.has("capaian", ind.kode, dokumen=row.dokumen):
            documents.setdefault(values, []).append(row.dokumen)
    return list(documents.values())


def target_values(bahan: Bahan, ind: Indikator, dokumen: str | None = None) -> tuple[Value | None, ...]:
    """A target of the year for comparing: its value, and the upper bound of a range."""
    found = (bahan.figure(b, ind.kode, dokumen=dokumen) for b in ("target", "target_atas"))
    return tuple(None if f is None else f.value for f in found)


def _other_target(bahan: Bahan, ind: Indikator, documents: list[str]) -> Block:
    """One line for the documents that give the same target."""
    ids = {b: FigureId(b, ind.kode, bahan.tahun, dokumen=documents[0]) for b in ("capaian", "status")}
    return paragraf(
        "{dokumen} memuat target {target}{satuan} untuk {nama}. Bila target itu yang diukur, capaiannya {capaian} dan "
        "realisasi {status}.{tanda_tangan}",
        dokumen=join_list(nama_dokumen(bahan, d) for d in documents),
        nama=ind.nama,
        satuan=satuan_kalimat(ind),
        target=target_sentence(bahan, ind, documents[0]),
        tanda_tangan="" if _is_latest_agreement(bahan, ind) else TANDA_TANGAN,
        **{b: bahan.ref(i) for b, i in ids.items()},
    )


def _is_latest_agreement(bahan: Bahan, ind: Indikator) -> bool:
    """Whether the measured target is that of the agreement signed last."""
    signed = agreements(bahan)
    return bool(signed) and measured_document(bahan, ind) == nama_dokumen(bahan, signed[-1].kode)


def measured_elsewhere(bahan: Bahan) -> list[Block]:
    """Indicators measured on another document than the latest agreement, with the recorded reason."""
    names = {i.kode: i.nama for i in bahan.paket.indikator}
    return [
        paragraf(
            "{nama} diukur terhadap target {dokumen}. Alasan: {alasan}",
            nama=names.get(d.indikator, d.indikator),
            dokumen=nama_dokumen(bahan, d.dokumen),
            alasan=tutup(inline_text(bahan, d.alasan, f"dasar_pengukuran {d.kunci}")),
        )
        for d in bahan.paket.dasar_pengukuran
        if d.tahun == bahan.tahun
    ]
