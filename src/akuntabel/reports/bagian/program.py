"""Programmes and activities: what supports a sasaran, and what the money did."""

from __future__ import annotations

from akuntabel.bahasa.angka import format_number
from akuntabel.doctree.nodes import Block, CrossRef, Inlines, Row, RowKind, Text
from akuntabel.domain.figure import FigureId, Keadaan
from akuntabel.domain.pilihan import Tingkatan
from akuntabel.domain.rencana import Program
from akuntabel.reports.bagian.anggaran import funded, money_row, recorded_totals, total_row, weak
from akuntabel.reports.bagian.kelompok import Kelompok, is_measured, kelompok_list, nama_by_kode
from akuntabel.reports.bagian.sumber import dokumen_terukur, sumber_nilai
from akuntabel.reports.bahan import Bahan, join, kalimat, kurang, paragraf
from akuntabel.reports.cetak import BELUM_DINILAI
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import KANAN, KIRI, baris, kepala, sumber, tabel, teks, unrounded

TINGKAT_PROGRAM = (Tingkatan.PROGRAM, Tingkatan.KEGIATAN, Tingkatan.SUBKEGIATAN)


def programs_of(bahan: Bahan, sasaran: str) -> list[Program]:
    """The programmes mapped to a sasaran, in code order."""
    codes = {p.program for p in bahan.paket.program_sasaran if p.sasaran == sasaran}
    return sorted((p for p in bahan.paket.program if p.kode in codes), key=lambda p: p.kode)


def sasaran_of(bahan: Bahan, group: Kelompok) -> list[str]:
    """The sasaran that a group stands for: itself, or those of a tujuan."""
    if group.tingkat.value == "sasaran":
        return [group.kode]
    return [s.kode for s in bahan.paket.sasaran if s.tujuan == group.kode]


def supporting_blocks(bahan: Bahan, group: Kelompok) -> tuple[Block, ...]:
    """The programmes and activities that support a sasaran or tujuan, with their money; each programme counts once."""
    rows: list[Row] = []
    supporting = {p.kode: p for sasaran in sasaran_of(bahan, group) for p in programs_of(bahan, sasaran)}
    for program in (supporting[kode] for kode in sorted(supporting)):
        rows.append(money_row(bahan, program.kode, program.nama, bold=True, kind=RowKind.KELOMPOK))
        rows.extend(money_row(bahan, k.kode, k.nama) for k in funded(bahan, bahan.paket.kegiatan, program.kode))
    if not rows:
        return (kurang(f"Program pendukung {group.sebutan}.", perencana(bahan)),)
    same = _same_programs(bahan, group)
    if same is not None:
        text = "Program dan kegiatan yang menunjang tujuan ini sama dengan yang menunjang {sebutan}; lihat {rujukan}."
        return (paragraf(text, sebutan=same.sebutan, rujukan=CrossRef(f"program-{same.kode}")),)
    total = f"{group.tingkat.value}:{group.kode}"
    rows.append(total_row(bahan, total))
    table = tabel(
        f"Program dan Kegiatan Pendukung, {group.judul}",
        f"tabel-program-{group.kode}",
        ((46, KIRI), (19, KANAN), (19, KANAN), (11, KANAN), (18, KANAN)),
        kepala("Program/Kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "Serapan", "Sisa (Rp)"),
        rows,
        source=sumber(bahan),
        notes=recorded_totals(bahan, total),
        small=True,
    )
    return (*_contribution(bahan, group), table, *_indicators(bahan, group))


def _same_programs(bahan: Bahan, group: Kelompok) -> Kelompok | None:
    """The sasaran of a tujuan whose table would be the same, row by row; None for a sasaran."""
    if group.tingkat is not Tingkatan.TUJUAN:
        return None
    own = sasaran_of(bahan, group)
    wanted = {p.kode for s in own for p in programs_of(bahan, s)}
    below = (g for g in kelompok_list(bahan) if g.tingkat is Tingkatan.SASARAN and g.kode in own)
    return next((g for g in below if {p.kode for p in programs_of(bahan, g.kode)} == wanted), None)


def _indicators(bahan: Bahan, group: Kelompok) -> list[Block]:
    """Indicators of the supporting programmes and activities; a notice when the plan measures none of them."""
    programs = {p.kode for s in sasaran_of(bahan, group) for p in programs_of(bahan, s)}
    below = {k.kode for k in bahan.paket.kegiatan if k.program in programs}
    codes = programs | below | {s.kode for s in bahan.paket.subkegiatan if s.kegiatan in below}
    own = [
        i for i in bahan.paket.indikator if i.tingkat in TINGKAT_PROGRAM and i.induk in codes and is_measured(bahan, i)
    ]
    if not own:
        what = f"Indikator, target, dan realisasi program dan kegiatan pendukung {group.sebutan}."
        return [kurang(what, perencana(bahan))]
    names = nama_by_kode(bahan)
    rows = [
        baris(
            teks(names.get(i.induk, i.induk)), teks(i.nama), teks(i.satuan),
            *(bahan.cell(bahan.fid(b, i.kode)) for b in ("target", "realisasi", "capaian")),
        )
        for i in sorted(own, key=lambda i: (i.induk, i.urutan or 0, i.kode))
    ]  # fmt: skip
    return [
        tabel(
            f"Kinerja Program dan Kegiatan Pendukung, {group.judul}",
            f"tabel-kinerja-program-{group.kode}",
            ((34, KIRI), (34, KIRI), (12, KIRI), (13, KANAN), (13, KANAN), (13, KANAN)),
            kepala("Program/Kegiatan", "Indikator", "Satuan", "Target", "Realisasi", "Capaian"),
            rows,
            source=sumber_nilai(bahan, own, documents=[k for i in own if (k := dokumen_terukur(bahan, i))]),
            small=True,
        )
    ]


def _contribution(bahan: Bahan, group: Kelompok) -> list[Block]:
    """What each programme contributes, in the agency's words."""
    names = {p.kode: p.nama for p in bahan.paket.program}
    wanted = set(sasaran_of(bahan, group))
    links = [x for x in bahan.paket.program_sasaran if x.sasaran in wanted and x.keterangan]
    return [
        paragraf("{program}: {isi}.", program=names.get(x.program, x.program), isi=(x.keterangan or "").rstrip("."))
        for x in links
    ]


def efficiency_blocks(bahan: Bahan, group: Kelompok) -> tuple[Block, ...]:
    """Capaian beside serapan; 'efisien' only where every target is reached and the money is certain."""
    if group.tingkat is Tingkatan.TUJUAN:
        return _efficiency_elsewhere(bahan, group)
    made: list[Block] = []
    rows: list[Row] = []
    for sasaran in sasaran_of(bahan, group):
        serapan = bahan.fid("serapan", f"sasaran:{sasaran}")
        if serapan not in bahan.figures:
            continue
        text = next(s.teks for s in bahan.paket.sasaran if s.kode == sasaran)
        cells = [bahan.cell(bahan.fid("capaian", sasaran)), bahan.cell(serapan)]
        word = bahan.fid("efisiensi", sasaran)
        judged = bahan.cell(word) if word in bahan.figures else teks(BELUM_DINILAI)
        cells += [bahan.cell(bahan.fid("selisih_serapan", sasaran)), judged]
        rows.append(baris(teks(text), *cells))
        made.append(_efficiency_sentence(bahan, sasaran))
    if not rows:
        return (paragraf("Efisiensi belum dapat dinilai karena anggaran belum dipetakan ke sasaran ini."),)
    table = tabel(
        f"Capaian dan Serapan Anggaran, {group.judul}",
        f"tabel-efisiensi-{group.kode}",
        ((40, KIRI), (14, KANAN), (14, KANAN), (14, KANAN), (18, KIRI)),
        kepala("Sasaran", "Capaian", "Serapan", "Selisih (poin)", "Efisiensi"),
        rows,
        source=sumber(bahan),
        notes=(
            "Efisiensi hanya dinilai bila seluruh target tercapai dan angkanya sudah pasti; dinilai efisien bila "
            f"selisih capaian dan serapan lebih dari {format_number(bahan.policy.ambang_efisien)} poin.",
            *(("Capaian sasaran ialah rata-rata capaian indikatornya.",) if len(group.indikator) > 1 else ()),
            *unrounded(bahan, (_gap_ids(bahan, s) for s in sasaran_of(bahan, group))),
        ),
    )
    return (table, *made)


def _gap_ids(bahan: Bahan, sasaran: str) -> tuple[FigureId, FigureId, FigureId]:
    return (
        bahan.fid("capaian", sasaran),
        bahan.fid("serapan", f"sasaran:{sasaran}"),
        bahan.fid("selisih_serapan", sasaran),
    )


def _efficiency_elsewhere(bahan: Bahan, group: Kelompok) -> tuple[Block, ...]:
    """Money is mapped to sasaran, so a tujuan refers to the judgement of its own."""
    own = [g.kode for g in kelompok_list(bahan) if g.tingkat is Tingkatan.SASARAN]
    below = [s for s in sasaran_of(bahan, group) if s in own]
    if not below:
        return (paragraf("Efisiensi dinilai per sasaran; sasaran tujuan ini belum mempunyai indikator yang diukur."),)
    refs = join([(CrossRef(f"efisiensi-{kode}"),) for kode in below])
    return (paragraf("Efisiensi dinilai per sasaran; lihat {rujukan}.", rujukan=refs),)


def _efficiency_sentence(bahan: Bahan, sasaran: str) -> Block:
    sisa = bahan.fid("sisa", f"sasaran:{sasaran}")
    word = bahan.figure("efisiensi", sasaran)
    parts: Inlines = (Text("Pagu atau realisasi program pendukung sasaran ini belum lengkap. "),)
    if bahan.has("sisa", f"sasaran:{sasaran}"):
        parts = kalimat(
            "Program pendukung sasaran ini mempunyai pagu {pagu}, realisasi {realisasi}, dan sisa "
            "anggaran{sementara} {sisa}. ",
            pagu=bahan.ref(bahan.fid("pagu", f"sasaran:{sasaran}")),
            realisasi=bahan.ref(bahan.fid("realisasi_anggaran", f"sasaran:{sasaran}")),
            sementara=weak(bahan, sisa),
            sisa=bahan.ref(sisa),
        )
    if word is None:
        return paragraf("{isi}", isi=parts)
    if word.keadaan is Keadaan.ADA:
        return paragraf("{isi}Penggunaan sumber daya dinilai {kata}.", isi=parts, kata=bahan.ref(word.id))
    return paragraf("{isi}Efisiensi {alasan}.", isi=parts, alasan=word.trace.catatan or BELUM_DINILAI)
