"""Bab III: realisation of the budget, two years side by side, by source, kind and sasaran; revenue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from akuntabel.bahasa.kalimat import capitalise, join_list
from akuntabel.calculation.perjanjian import SEMUA
from akuntabel.calculation.susunan import TANPA_SASARAN
from akuntabel.doctree.nodes import Block, Cell, CrossRef, Heading, Orientation, Row, RowKind, Table, Text
from akuntabel.domain.figure import FigureId, slug
from akuntabel.reports.bagian.anggaran import (
    money_row,
    programs,
    recorded_totals,
    total_row,
    weak,
    without_share,
)
from akuntabel.reports.bagian.dokumen_realisasi import rival_totals
from akuntabel.reports.bagian.kelompok import nama_by_kode
from akuntabel.reports.bagian.perjanjian import judul
from akuntabel.reports.bagian.perjanjian_anggaran import budget_id
from akuntabel.reports.bagian.rencana import agreements
from akuntabel.reports.bagian.versi import sebutan_versi, versi_tercatat
from akuntabel.reports.bahan import Bahan, kurang, paragraf
from akuntabel.reports.penanggung import keuangan
from akuntabel.reports.tabel import KANAN, KIRI, baris, kepala, kepala_bertingkat, sumber, tabel, teks
from akuntabel.reports.tata_letak import is_wide

KOLOM = (("pagu", "uang"), ("realisasi_anggaran", "uang"), ("serapan", None))
KELUARAN = ("keluaran_target", "keluaran_realisasi", "fisik")
JUDUL_KELUARAN = {"keluaran_target": "Target", "keluaran_realisasi": "Realisasi", "fisik": "Fisik"}
HASIL_KEGIATAN = (("keluaran", KELUARAN[:-1]), ("realisasi fisik", KELUARAN[-1:]))
DASAR = ("pagu", "realisasi_anggaran")
# What the money is looked at by: title, first part of the group codes, and the groups of what belongs to none.
SUDUT: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    (
        "per Sasaran",
        "sasaran",
        {
            f"{TANPA_SASARAN}:penunjang": "Program penunjang (tidak dipetakan ke sasaran)",
            f"{TANPA_SASARAN}:urusan": "Program urusan yang belum dipetakan ke sasaran",
        },
    ),
    ("menurut Sumber Dana", "dana", {"tanpa_dana": "Sumber dana tidak disebut"}),
    ("menurut Jenis Belanja", "belanja", {"tanpa_belanja": "Jenis belanja tidak disebut"}),
)

SEBUTAN_SUMBER = {"dana": "Sumber dana", "belanja": "Jenis belanja"}  # what a row of spending should name


def sections(bahan: Bahan) -> list[tuple[tuple[Block, ...], Orientation]]:
    """The text with its tables; where the table of two years needs wide pages it stands last, so that no text waits."""
    head = Heading(2, (Text("Realisasi Anggaran"),), "realisasi-anggaran")
    if bahan.fid("pagu", "total") not in bahan.figures:
        notice = kurang(f"Anggaran dan realisasi anggaran tahun {bahan.tahun}.", keuangan(bahan))
        return [((head, notice), Orientation.TEGAK)]
    lines = two_years(bahan)
    pointer = paragraf(
        "Rincian menurut program dan kegiatan disajikan pada {tabel}.", tabel=CrossRef(lines.label or "")
    )
    rest = (*_shares(bahan), *_revenue(bahan), *_outputs(bahan))
    if not is_wide(bahan, [lines]):
        return [((head, *_words(bahan), pointer, lines, *rest), Orientation.TEGAK)]
    last = (Heading(3, (Text("Rincian Anggaran dan Realisasi"),), "rincian-anggaran"), lines)
    return [((head, *_words(bahan), pointer, *rest), Orientation.TEGAK), (last, Orientation.LEBAR)]


def _words(bahan: Bahan) -> tuple[Block, ...]:
    """Total, realisation, absorption and what is left, in figures and words; never 'efisiensi'."""
    if not bahan.has("serapan", "total"):
        what = f"Nilai pagu atau realisasi yang belum ada, sehingga serapan tahun {bahan.tahun} belum dapat dihitung."
        return (*without_share(bahan), kurang(what, keuangan(bahan)), *rival_totals(bahan))
    pagu, spent = bahan.fid("pagu", "total"), bahan.fid("realisasi_anggaran", "total")
    return (
        paragraf(
            "Pagu anggaran {nama} tahun {tahun} sebesar {pagu} ({kata}), menurut {versi}.",
            nama=bahan.nama, tahun=str(bahan.tahun), pagu=bahan.ref(pagu), kata=bahan.ref(pagu, "kata"),
            versi=sebutan_versi(bahan, bahan.tahun),
        ),
        *_promised(bahan),
        paragraf(
            "Realisasinya{lemah} sebesar {realisasi} ({kata}) atau {serapan} dari pagu, sehingga sisa "
            "anggaran{lemah} sebesar {sisa} ({kata_sisa}). Sisa anggaran bukan ukuran efisiensi; "
            "efisiensi dinilai per sasaran.",
            lemah=weak(bahan, spent),
            realisasi=bahan.ref(spent),
            kata=bahan.ref(spent, "kata"),
            serapan=bahan.ref(bahan.fid("serapan", "total")),
            sisa=bahan.ref(bahan.fid("sisa", "total")),
            kata_sisa=bahan.ref(bahan.fid("sisa", "total"), "kata"),
        ),
        *rival_totals(bahan),
    )  # fmt: skip


def _promised(bahan: Bahan) -> list[Block]:
    """The budget of the agreement in force where it is not the one above, and which version it rests on."""
    for pk in agreements(bahan)[-1:]:
        promised, pagu = bahan.figures.get(budget_id(bahan, pk, SEMUA)), bahan.figure("pagu", "total")
        if promised is None or promised.number is None or pagu is None or promised.number == pagu.number:
            continue
        found = {v: bahan.figure("pagu", "total", dokumen=v) for v in versi_tercatat(bahan, bahan.tahun)}
        same = [v for v, f in found.items() if f is not None and f.number == promised.number]
        basis = f", yaitu pagu menurut {sebutan_versi(bahan, bahan.tahun, same[0])}" if same else ""
        text = "Jumlah anggaran pada {pk} sebesar {nilai}{dasar}; jumlah itu berbeda dari pagu tersebut."
        return [paragraf(text, pk=judul(pk), nilai=bahan.ref(promised.id), dasar=basis)]
    return []


def two_years(bahan: Bahan) -> Table:
    """Every programme, activity and budgeted sub-activity: last year, where recorded, beside this year, with totals."""
    before = bahan.tahun - 1
    kept = any(f.tahun == before and f.besaran in DASAR for f in bahan.figures)
    years = (before, bahan.tahun) if kept else (bahan.tahun,)
    rows = [
        *_rows(bahan, years),
        _row(bahan, "total", "Jumlah", years, RowKind.JUMLAH),
    ]
    head = kepala_bertingkat(
        [("Program/Kegiatan", 1, 2), *((str(t), 3, 1) for t in years)],
        [("Anggaran (Rp)", 1, 1), ("Realisasi (Rp)", 1, 1), ("Serapan", 1, 1)] * len(years),
    )
    money = ((17, KANAN), (17, KANAN), (9, KANAN))
    return tabel(
        f"Realisasi Anggaran {bahan.nama} Tahun {join_list(map(str, years))}",
        "tabel-anggaran",
        ((48, KIRI), *(money * len(years))),
        head,
        rows,
        source=sumber(bahan),
        notes=(
            *recorded_totals(bahan, years=years),
            *_version_notes(bahan, years),
            *(() if kept else (f"Anggaran dan realisasi tahun {before} belum tercatat.",)),
        ),
        small=True,
    )


def _version_notes(bahan: Bahan, years: Iterable[int]) -> list[str]:
    """The version of the budget of each year."""
    by: dict[str, list[str]] = {}
    for tahun in years:
        by.setdefault(sebutan_versi(bahan, tahun), []).append(str(tahun))
    return [f"Anggaran tahun {join_list(found)} menurut {word}." for word, found in by.items() if word]


def _rows(bahan: Bahan, years: tuple[int, ...]) -> Iterator[Row]:
    def known(kode: str) -> bool:
        return any(FigureId("pagu", kode, t) in bahan.figures for t in years)

    for program in sorted(bahan.paket.program, key=lambda p: p.kode):
        if not known(program.kode):
            continue
        yield _row(bahan, program.kode, program.nama, years, RowKind.KELOMPOK)
        for kegiatan in sorted((k for k in bahan.paket.kegiatan if k.program == program.kode), key=lambda k: k.kode):
            if known(kegiatan.kode):
                yield _row(bahan, kegiatan.kode, kegiatan.nama, years, RowKind.ISI)
            for sub in sorted(
                (s for s in bahan.paket.subkegiatan if s.kegiatan == kegiatan.kode), key=lambda s: s.kode
            ):
                if known(sub.kode):
                    yield _row(bahan, sub.kode, f"– {sub.nama}", years, RowKind.ISI)


def _row(bahan: Bahan, kode: str, name: str, years: tuple[int, ...], kind: RowKind) -> Row:
    bold = kind is not RowKind.ISI
    cells = [bahan.cell(bahan.fid(b, kode, t), f, bold=bold) for t in years for b, f in KOLOM]
    return Row((Cell((Text(name, bold=bold),)), *(Cell(c) for c in cells)), kind)


def _shares(bahan: Bahan) -> list[Block]:
    """Money by sasaran, by source and by kind of spending, where the data say; each table adds up to the whole."""
    made: list[Block] = []
    for title, label, rest in SUDUT:
        codes = _codes(bahan, label, rest)
        if not any(code.startswith(f"{label}:") for code in codes):
            made.append(kurang(f"Anggaran dan realisasi {title}.", keuangan(bahan)))
            continue
        names = {**_group_names(bahan), **rest}
        rows = [money_row(bahan, code, names.get(code, code.partition(":")[2])) for code in codes]
        made.append(
            tabel(
                f"Anggaran dan Realisasi {title} Tahun {bahan.tahun}",
                f"tabel-anggaran-{label}",
                ((46, KIRI), (19, KANAN), (19, KANAN), (11, KANAN), (18, KANAN)),
                kepala("Uraian", "Pagu (Rp)", "Realisasi (Rp)", "Serapan", "Sisa (Rp)"),
                [*rows, total_row(bahan)],
                source=sumber(bahan),
                notes=(*(_shared(bahan) if label == "sasaran" else ()), *recorded_totals(bahan)),
                small=True,
            )
        )
        unnamed = [
            name for code, name in rest.items() if bahan.has("realisasi_anggaran", code) and label in SEBUTAN_SUMBER
        ]
        if unnamed:
            made.append(kurang(f"{SEBUTAN_SUMBER[label]} sebagian realisasi tahun {bahan.tahun}.", keuangan(bahan)))
    return made


def _codes(bahan: Bahan, label: str, rest: Mapping[str, str]) -> list[str]:
    """The groups of one sort that have a budget or spending this year; what belongs to none of them last."""
    found = {f.kode for f in bahan.figures if f.besaran in DASAR and f.tahun == bahan.tahun and f.dokumen is None}
    return [*sorted(k for k in found if k.startswith(f"{label}:")), *(k for k in rest if k in found)]


def _shared(bahan: Bahan) -> list[str]:
    """A programme that supports several sasaran stands in each of them: then the rows do not add up to the total."""
    links = Counter(x.program for x in bahan.paket.program_sasaran)
    several = [p.nama for p in programs(bahan) if links[p.kode] > 1]
    if not several:
        return []
    return [
        f"Anggaran program berikut dicantumkan utuh pada setiap sasaran yang didukungnya dan dihitung satu kali dalam "
        f"Jumlah: {'; '.join(several)}."
    ]


def _group_names(bahan: Bahan) -> dict[str, str]:
    """Printed names of sasaran, sources and kinds behind their codes in figure ids."""
    found = {f"sasaran:{s.kode}": s.teks for s in bahan.paket.sasaran}
    for row in bahan.paket.anggaran:
        if row.sumber_dana:
            found[f"dana:{slug(row.sumber_dana)}"] = row.sumber_dana
        if row.jenis_belanja:
            found[f"belanja:{slug(row.jenis_belanja)}"] = row.jenis_belanja
    return found


def _revenue(bahan: Bahan) -> list[Block]:
    rows = [p for p in bahan.paket.pendapatan if p.tahun == bahan.tahun]
    if not rows:
        return []
    codes = [(r.kode, r.nama, RowKind.ISI) for r in rows] + [("total", "Jumlah", RowKind.JUMLAH)]
    kinds = (("target_pendapatan", "uang"), ("realisasi_pendapatan", "uang"), ("capaian_pendapatan", None))
    body = [
        Row((Cell(teks(name)), *(Cell(bahan.cell(bahan.fid(b, kode), f)) for b, f in kinds)), kind)
        for kode, name, kind in codes
    ]
    return [
        Heading(3, (Text("Pendapatan"),), "pendapatan"),
        tabel(
            f"Target dan Realisasi Pendapatan Tahun {bahan.tahun}",
            "tabel-pendapatan",
            ((46, KIRI), (20, KANAN), (20, KANAN), (14, KANAN)),
            kepala("Jenis pendapatan", "Target (Rp)", "Realisasi (Rp)", "Capaian"),
            body,
            source=sumber(bahan),
        ),
    ]


def _outputs(bahan: Bahan) -> list[Block]:
    """Outputs and physical progress of last year and this year, where recorded."""
    years = (bahan.tahun - 1, bahan.tahun)
    found = {(f.tahun, f.kode, f.besaran) for f in bahan.figures if f.tahun in years and f.besaran in KELUARAN}
    this_year = {besaran for tahun, _, besaran in found if tahun == bahan.tahun}
    lacking = [word for word, kinds in HASIL_KEGIATAN if not this_year.intersection(kinds)]
    told = f"{capitalise(join_list(lacking))} kegiatan tahun {bahan.tahun}" if lacking else ""
    table = _output_table(bahan, found, told) if found else kurang(f"{told}.", keuangan(bahan))
    return [Heading(3, (Text("Keluaran Kegiatan"),), "keluaran"), table]


def _output_table(bahan: Bahan, found: set[tuple[int, str, str]], lacking: str) -> Table:
    """What was put out, with the columns that hold anything, and what is not recorded of the year."""
    names = nama_by_kode(bahan)
    kinds = {besaran for _, _, besaran in found}
    outputs, physical = ([k for k in own if k in kinds] for own in (KELUARAN[:-1], KELUARAN[-1:]))
    rows = []
    for tahun, kode in sorted({(t, k) for t, k, _ in found}):
        units = [f.satuan for b in outputs if (f := bahan.figure(b, kode, tahun)) is not None and f.satuan]
        unit = (teks(units[0] if units else None),) if outputs else ()
        values, share = ([bahan.cell(bahan.fid(b, kode, tahun)) for b in own] for own in (outputs, physical))
        rows.append(baris(teks(names.get(kode, kode)), teks(tahun), *values, *unit, *share))
    columns = [*((JUDUL_KELUARAN[b], 14, KANAN) for b in outputs)]
    columns += [("Satuan", 16, KIRI)] if outputs else []
    columns += [(JUDUL_KELUARAN[b], 12, KANAN) for b in physical]
    return tabel(
        "Keluaran Kegiatan yang Tercatat",
        "tabel-keluaran",
        ((46, KIRI), (12, KIRI), *((width, align) for _, width, align in columns)),
        kepala("Kegiatan/Subkegiatan", "Tahun", *(title for title, _, _ in columns)),
        rows,
        source=sumber(bahan),
        notes=(f"{lacking} belum tercatat.",) if lacking else (),
        small=True,
    )
