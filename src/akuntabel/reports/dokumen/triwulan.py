"""Interim report of a quarter: what was promised, reached and spent, what stood in the way, what was decided."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from akuntabel.bahasa.kalimat import join_list
from akuntabel.bahasa.tanggal import format_tanggal, romawi
from akuntabel.doctree.nodes import Block, Cell, Document, Inlines, Orientation, Row, RowKind, Section, Text
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Langkah, Monev
from akuntabel.domain.pilihan import Periode, StatusTindak
from akuntabel.errors import PanggilanError
from akuntabel.reports.bagian.anggaran import programs, weak
from akuntabel.reports.bagian.bukti_dukung import bukti_dukung
from akuntabel.reports.bagian.kelompok import arah_notes, kelompok_list, nama_unit
from akuntabel.reports.bagian.pengukuran import (
    contrary_targets,
    outcome_counts,
    policy_notes,
    target_inlines,
    weak_outcome,
)
from akuntabel.reports.bagian.rtl import KEADAAN
from akuntabel.reports.bagian.sumber import dokumen_terukur, sumber_nilai
from akuntabel.reports.bahan import Bahan, kurang, paragraf
from akuntabel.reports.dokumen.rangka import (
    assemble,
    bagian,
    judul_laporan,
    rentang_tanggal,
    signed_by_head,
)
from akuntabel.reports.narasi import inline_text
from akuntabel.reports.penanggung import keuangan, perencana
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, kepala_bertingkat, recorded, sumber, tabel, teks

NAMA = "Laporan Kinerja Triwulan"
TRIWULAN = tuple(p.value for p in Periode if p is not Periode.TAHUN)
BULAN = 3  # months of a quarter
SAMPAI, SELAMA = "kumulatif", "triwulan"  # last part of the figure ids to date, and of a quarter's own money


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """The report of one quarter. Raises PanggilanError unless the choice is a quarter (tw1 to tw4)."""
    if pilihan not in TRIWULAN:
        got = f"'{pilihan}' bukan triwulan" if pilihan else "belum menyebut triwulannya"
        raise PanggilanError(f"{NAMA}: {got}; tulis --pilihan dengan salah satu dari {', '.join(TRIWULAN)}.")
    name = f"Triwulan {romawi(TRIWULAN.index(pilihan) + 1)}"
    _, last = quarter_days(bahan.tahun, pilihan)
    blocks: tuple[Block, ...] = (
        *judul_laporan(f"Laporan Kinerja {name}", "laporan-triwulan", bahan.nama, f"Tahun {bahan.tahun}"),
        *_opening(bahan, pilihan, name, last),
        bagian("Capaian Indikator", "capaian-triwulan"),
        *_measured(bahan, pilihan, name),
        bagian("Realisasi Anggaran", "anggaran-triwulan"),
        *_money(bahan, pilihan, name),
        bagian("Pelaksanaan Rencana Aksi", "aksi-triwulan"),
        *_steps(bahan, pilihan, name),
        bagian("Hambatan dan Keputusan", "monev-triwulan"),
        *_decisions(bahan, pilihan, name),
        bagian("Tindak Lanjut Keputusan Sebelumnya", "tindak-lanjut-triwulan"),
        *_follow_up(bahan, pilihan),
        signed_by_head(bahan, last),
    )
    return assemble(bahan, "Laporan Kinerja", (Section(blocks, Orientation.LEBAR),), name)


def quarter_days(tahun: int, quarter: str) -> tuple[date, date]:
    """The first and the last day of a quarter."""
    month = BULAN * (TRIWULAN.index(quarter) + 1)
    return date(tahun, month - BULAN + 1, 1), date(tahun, month, monthrange(tahun, month)[1])


def _opening(bahan: Bahan, q: str, name: str, last: date) -> list[Block]:
    """What the quarter came to, in two sentences of figures."""
    made: list[Block] = []
    if bahan.has("jumlah_indikator", "semua", periode=q):
        made.append(
            paragraf(
                "Sampai dengan {nama} (keadaan {hari}), dari {semua} indikator yang mempunyai target sampai saat itu, "
                "{rincian}{lemah}.",
                nama=name,
                hari=format_tanggal(last),
                semua=bahan.ref(bahan.fid("jumlah_indikator", "semua", periode=q), "cacah"),
                rincian=outcome_counts(bahan, ("tercapai", "tidak_tercapai", "tanpa_nilai"), q),
                lemah=weak_outcome(bahan, q),
            )
        )
        made += contrary_targets(bahan, kelompok_list(bahan)) if q == TRIWULAN[-1] else ()
    if bahan.has("serapan", "total", periode=q):
        made.append(
            paragraf(
                "Realisasi anggaran sampai dengan {nama} sebesar {realisasi} atau {serapan} dari pagu {pagu}{lemah}.",
                nama=name,
                lemah=weak(bahan, bahan.fid("realisasi_anggaran", "total", periode=q)),
                realisasi=bahan.ref(bahan.fid("realisasi_anggaran", "total", periode=q)),
                serapan=bahan.ref(bahan.fid("serapan", "total", periode=q)),
                pagu=bahan.ref(bahan.fid("pagu", "total")),
            )
        )
    return made


def _measured(bahan: Bahan, q: str, name: str) -> list[Block]:
    """Target, realisasi and capaian of the quarter and to date."""
    groups = kelompok_list(bahan)
    own = [
        i
        for g in groups
        for i in g.indikator
        if bahan.fid("target", i.kode, periode=q, dokumen=SAMPAI) in bahan.figures
    ]
    alone = any(bahan.fid(b, i.kode, periode=q) in bahan.figures for i in own for b in ("target", "realisasi"))
    if not own:
        return [kurang(f"Target {name} dari indikator tujuan dan sasaran.", perencana(bahan))]
    rows: list[Row] = []
    for group in groups:
        kept = [i for i in group.indikator if i in own]
        for n, ind in enumerate(kept):
            lead = (Cell(teks(group.teks), rowspan=len(kept)),) if n == 0 else ()
            number = Cell(teks(len(rows) + 1), align=TENGAH)
            rows.append(Row((number, *lead, *_measure(bahan, ind, q, alone=alone))))
    three = [("Target", 1, 1), ("Realisasi", 1, 1), ("Capaian", 1, 1)]
    quarter = [(name, 3, 1)] if alone else []
    head = kepala_bertingkat(
        [
            ("No.", 1, 2), ("Tujuan/Sasaran", 1, 2), ("Indikator", 1, 2), ("Satuan", 1, 2),
            (f"Target {bahan.tahun}", 1, 2), *quarter, (f"Sampai dengan {name}", 4, 1),
        ],
        [*(three if alone else ()), *three, ("Predikat", 1, 1)],
    )  # fmt: skip
    value = (13, KANAN)
    table = tabel(
        f"Target, Realisasi, dan Capaian {name} Tahun {bahan.tahun}",
        "tabel-capaian-triwulan",
        ((6, TENGAH), (34, KIRI), (34, KIRI), (12, KIRI), value, *(value,) * (6 if alone else 3), (16, TENGAH)),
        head,
        rows,
        source=sumber_nilai(bahan, own, documents=[k for i in own if (k := dokumen_terukur(bahan, i))]),
        notes=(*_reading(own), *_of_the_year(bahan, own, q), *policy_notes(bahan)),
        small=True,
    )
    evidence = bukti_dukung(bahan, own, Periode(q), f"{name} Tahun {bahan.tahun}")
    return [table, *evidence, *_unmeasured(bahan, own, q, name)]


def _measure(bahan: Bahan, ind: Indikator, q: str, *, alone: bool) -> tuple[Cell, ...]:
    """The cells of an indicator; those of the quarter alone only where any indicator has them."""

    def pair(dokumen: str | None) -> list[Inlines]:
        real, share = (bahan.cell(bahan.fid(b, ind.kode, periode=q, dokumen=dokumen)) for b in ("realisasi", "capaian"))
        return [target_inlines(bahan, ind, None, dokumen, q), real, share]

    judged = bahan.cell(bahan.fid("predikat", ind.kode, periode=q, dokumen=SAMPAI))
    quarter = pair(None) if alone else []
    cells = (teks(ind.nama), teks(ind.satuan), target_inlines(bahan, ind), *quarter, *pair(SAMPAI), judged)
    return tuple(Cell(c) for c in cells)


def _of_the_year(bahan: Bahan, rows: list[Indikator], q: str) -> tuple[str, ...]:
    """At the year's end, the indicators whose values to date are those of the year."""
    whole = [i.nama for i in rows if bahan.fid("realisasi", i.kode, periode=q) not in bahan.figures]
    if q != TRIWULAN[-1] or not whole:
        return ()
    return (f"Nilai sampai dengan triwulan terakhir sama dengan nilai setahun: {join_list(whole)}.",)


def _reading(rows: list[Indikator]) -> tuple[str, ...]:
    """How to read directions and cumulative quarters."""
    cumulative = [i.nama for i in rows if i.kumulatif]
    quarters = (f"Nilai triwulan ditulis kumulatif: {join_list(cumulative)}.",) if cumulative else ()
    return (*arah_notes(rows), *quarters)


def _unmeasured(bahan: Bahan, rows: list[Indikator], q: str, name: str) -> list[Block]:
    """Indicators whose quarter has no row of realisation at all; a named state such as 'belum rilis' is not missing."""
    return [
        kurang(
            f"Realisasi {name} {i.nama}.",
            nama_unit(bahan, i.penanggung_jawab) if i.penanggung_jawab else perencana(bahan),
        )
        for i in rows
        if not any(bahan.fid("realisasi", i.kode, periode=q, dokumen=d) in bahan.figures for d in (None, SAMPAI))
    ]


def _money(bahan: Bahan, q: str, name: str) -> list[Block]:
    """Budget, spending of the quarter and to date, absorption of both."""
    spent = bahan.fid("realisasi_anggaran", "total", periode=q)
    if spent not in bahan.figures:
        return [kurang(f"Realisasi anggaran sampai dengan {name} menurut program.", keuangan(bahan))]
    alone = bahan.has("realisasi_anggaran", "total", periode=q, dokumen=SELAMA)
    rows = [_money_row(bahan, p.kode, p.nama, q, RowKind.ISI, alone=alone) for p in programs(bahan)]
    rows.append(_money_row(bahan, "total", "Jumlah", q, RowKind.JUMLAH, alone=alone))
    pair = [("Realisasi (Rp)", 1, 1), ("Serapan", 1, 1)]
    quarter = [(name, 2, 1)] if alone else []
    head = kepala_bertingkat(
        [("Program", 1, 2), ("Pagu (Rp)", 1, 2), *quarter, (f"Sampai dengan {name}", 2, 1), ("Sisa (Rp)", 1, 2)],
        [*(pair if alone else ()), *pair],
    )
    money, share = (22, KANAN), (12, KANAN)
    return [
        tabel(
            f"Realisasi Anggaran {name} Tahun {bahan.tahun}",
            "tabel-anggaran-triwulan",
            ((56, KIRI), money, *((money, share) if alone else ()), money, share, money),
            head,
            rows,
            source=sumber(bahan),
            notes=(
                *recorded(bahan, "Jumlah pagu", bahan.fid("pagu", "total")),
                *recorded(bahan, f"Jumlah realisasi sampai dengan {name}", spent),
            ),
            small=True,
        ),
        *(() if alone else (kurang(f"Realisasi anggaran selama {name} menurut program.", keuangan(bahan)),)),
    ]


def _money_row(bahan: Bahan, kode: str, name: str, q: str, kind: RowKind, *, alone: bool) -> Row:
    """The money of a code; that of the quarter alone where it is known."""
    bold = kind is RowKind.JUMLAH
    quarter = (
        (bahan.fid("realisasi_anggaran", kode, periode=q, dokumen=SELAMA), "uang"),
        (bahan.fid("serapan", kode, periode=q, dokumen=SELAMA), None),
    )
    shown = (
        (bahan.fid("pagu", kode), "uang"),
        *(quarter if alone else ()),
        (bahan.fid("realisasi_anggaran", kode, periode=q), "uang"),
        (bahan.fid("serapan", kode, periode=q), None),
        (bahan.fid("sisa", kode, periode=q), "uang"),
    )
    cells = (Cell(bahan.cell(fid, form, bold=bold)) for fid, form in shown)
    return Row((Cell((Text(name, bold=bold),)), *cells), kind)


def _steps(bahan: Bahan, q: str, name: str) -> list[Block]:
    """The steps that ran in the quarter, and older ones that are still open."""
    if not bahan.paket.langkah:
        return [kurang(f"Langkah rencana aksi dan keadaannya pada {name}.", perencana(bahan))]
    first, last = quarter_days(bahan.tahun, q)
    own = [x for x in bahan.paket.langkah if _runs(x, first, last)]
    if not own:
        return [paragraf("Tidak ada langkah rencana aksi yang dijadwalkan pada {nama}.", nama=name)]
    actions = {r.kode: r.uraian for r in bahan.paket.rencana_aksi}
    body = [
        baris(
            teks(n), teks(actions.get(x.rencana_aksi, x.rencana_aksi)), teks(x.uraian),
            teks(rentang_tanggal(x.mulai, x.selesai)), teks(_owner(bahan, x.penanggung_jawab)), teks(KEADAAN[x.status]),
        )
        for n, x in enumerate(sorted(own, key=lambda x: (x.rencana_aksi, str(x.mulai or ""), x.kode)), 1)
    ]  # fmt: skip
    return [
        tabel(
            f"Langkah Rencana Aksi pada {name} Tahun {bahan.tahun}",
            "tabel-langkah-triwulan",
            ((6, TENGAH), (44, KIRI), (44, KIRI), (34, KIRI), (30, KIRI), (16, TENGAH)),
            kepala("No.", "Rencana aksi", "Langkah", "Jadwal", "Penanggung jawab", "Keadaan"),
            body,
            source=sumber(bahan),
            small=True,
        )
    ]


def _runs(step: Langkah, first: date, last: date) -> bool:
    """Whether a step belongs on the list: begun by the end of the quarter, and not over before it unless still open."""
    begun = step.mulai is None or step.mulai <= last
    still_open = step.status not in (StatusTindak.SELESAI, StatusTindak.BATAL)
    return begun and (still_open or step.selesai is None or step.selesai >= first)


def _decisions(bahan: Bahan, q: str, name: str) -> list[Block]:
    own = [m for m in _meetings(bahan) if m.triwulan == TRIWULAN.index(q) + 1]
    if not own:
        return [kurang(f"Hambatan dan keputusan rapat monitoring dan evaluasi {name}.", perencana(bahan))]
    title = f"Hambatan dan Keputusan {name} Tahun {bahan.tahun}"
    return [_meeting_table(bahan, own, title, "tabel-monev")]


def _follow_up(bahan: Bahan, q: str) -> list[Block]:
    """Decisions of earlier quarters of the year and where they stand."""
    at = TRIWULAN.index(q) + 1
    own = [m for m in _meetings(bahan) if m.triwulan < at]
    if at == 1:
        return [paragraf("Pada triwulan pertama belum ada keputusan triwulan sebelumnya dalam tahun berjalan.")]
    if not own:
        return [kurang("Keputusan triwulan sebelumnya dan tindak lanjutnya.", perencana(bahan))]
    title = f"Tindak Lanjut Keputusan Triwulan Sebelumnya Tahun {bahan.tahun}"
    return [_meeting_table(bahan, own, title, "tabel-tindak-lanjut-monev")]


def _meetings(bahan: Bahan) -> list[Monev]:
    own = [m for m in bahan.paket.monev if m.tahun == bahan.tahun]
    return sorted(own, key=lambda m: (m.triwulan, m.kode))


def _meeting_table(bahan: Bahan, rows: list[Monev], title: str, label: str) -> Block:
    names = {i.kode: i.nama for i in bahan.paket.indikator}
    body = [
        baris(
            teks(n), teks(f"TW {romawi(m.triwulan)}"), teks(names.get(m.indikator or "", m.indikator)),
            _own(bahan, m, m.hambatan), _own(bahan, m, m.keputusan), teks(_owner(bahan, m.penanggung_jawab)),
            teks(format_tanggal(m.tenggat) if m.tenggat else None), teks(KEADAAN[m.status]),
        )
        for n, m in enumerate(rows, 1)
    ]  # fmt: skip
    return tabel(
        title,
        label,
        ((6, TENGAH), (10, TENGAH), (30, KIRI), (42, KIRI), (42, KIRI), (26, KIRI), (20, KIRI), (15, TENGAH)),
        kepala("No.", "Rapat", "Indikator", "Hambatan", "Keputusan", "Penanggung jawab", "Tenggat", "Keadaan"),
        body,
        source=sumber(bahan),
        small=True,
    )


def _own(bahan: Bahan, row: Monev, text: str | None) -> Inlines:
    return inline_text(bahan, text, f"monev {row.kode}") if text else teks(None)


def _owner(bahan: Bahan, kode: str | None) -> str | None:
    return nama_unit(bahan, kode) if kode else None
