"""The budget annex of a perjanjian kinerja: its lines, their total, and the lines that are missing."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.bahasa.kalimat import join_list
from akuntabel.calculation.anggaran import MURNI
from akuntabel.calculation.perjanjian import SELURUHNYA, SEMUA
from akuntabel.doctree.nodes import Block, Cell, Inlines, Row, RowKind, Table, Text
from akuntabel.domain.figure import FigureId
from akuntabel.domain.perjanjian import PerjanjianKinerja
from akuntabel.domain.pilihan import JenisPerjanjian
from akuntabel.reports.bagian.anggaran import funded, is_funded, programs
from akuntabel.reports.bagian.kelompok import nama_by_kode
from akuntabel.reports.bagian.perjanjian import PENYUSUN, judul
from akuntabel.reports.bagian.sumber import sumber_dokumen
from akuntabel.reports.bahan import Bahan, kalimat, kurang, merge
from akuntabel.reports.cetak import TERCATAT
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, tabel, teks


def budget_table(bahan: Bahan, pk: PerjanjianKinerja, label: str) -> Table | Block:
    """Budget lines as signed, grouped by programme, and their total; one that lacks lines says so."""
    lines = sorted(
        (a for a in bahan.paket.perjanjian_anggaran if a.perjanjian == pk.kode), key=lambda a: (a.urutan, a.kode)
    )
    if not lines:
        return kurang(f"Anggaran {judul(pk)}.", PENYUSUN)
    names = nama_by_kode(bahan)
    rows: list[Row] = []
    program = ""
    for line in lines:
        above = program_of(bahan, line.kode)
        if above not in {program, line.kode}:
            program = above
            rows.append(Row((Cell((Text(names.get(above, above), bold=True),), colspan=4),), RowKind.KELOMPOK))
        rows.append(
            baris(
                teks(line.urutan),
                teks(names.get(line.kode, line.kode)),
                bahan.cell(budget_id(bahan, pk, line.kode), "uang"),
                teks(line.sumber_dana),
            )
        )
    notes = tuple(dict.fromkeys(f"{names.get(a.kode, a.kode)}: {a.keterangan}" for a in lines if a.keterangan))
    rows.append(budget_total(bahan, pk))
    gaps = (number_gap(bahan, pk), budget_gap(bahan, pk))
    return tabel(
        f"Anggaran {judul(pk)}",
        label,
        ((8, TENGAH), (58, KIRI), (22, KANAN), (16, TENGAH)),
        kepala("No.", "Program/Kegiatan/Subkegiatan", "Anggaran (Rp)", "Keterangan"),
        rows,
        source=sumber_dokumen(bahan, [pk.kode]),
        notes=(*notes, *(g for g in gaps if g), *differences(bahan, pk, [a.kode for a in lines])),
        small=True,
    )


def budget_total(bahan: Bahan, pk: PerjanjianKinerja) -> Row:
    """The sum of an agreement's budget lines."""
    title = Cell((Text("Jumlah", bold=True),), colspan=2, align=TENGAH)
    total = bahan.cell(budget_id(bahan, pk, SEMUA), "uang", bold=True)
    return Row((title, Cell(total), Cell(())), RowKind.JUMLAH)


def budget_id(bahan: Bahan, pk: PerjanjianKinerja, kode: str) -> FigureId:
    """The amount that an agreement gives to a code."""
    return bahan.fid("anggaran_pk", kode, pk.tahun, dokumen=pk.kode)


def budget_gap(bahan: Bahan, pk: PerjanjianKinerja) -> Inlines:
    """What an agreement's budget lines come to and which lines are missing; empty when none is."""
    total = bahan.figures.get(budget_id(bahan, pk, SEMUA))
    if total is None or total.tercatat is None:
        return ()
    pagu = _budget_of(bahan, pk, SEMUA)
    beside = kalimat(", sedangkan pagunya {nilai}", nilai=bahan.ref(pagu)) if pagu and pk.jenjang in SELURUHNYA else ()
    missing = _missing_lines(bahan, pk)
    return kalimat(
        "Baris anggaran {pk} yang tercatat baru berjumlah {nilai}{pagu}.{kurang}",
        pk=judul(pk),
        nilai=bahan.ref(total.id, TERCATAT),
        pagu=beside,
        kurang=kalimat(" Baris yang belum ada atau belum lengkap: {nama}.", nama=_listed(missing)) if missing else (),
    )


def number_gap(bahan: Bahan, pk: PerjanjianKinerja) -> Inlines:
    """Numbers that an agreement's list of lines passes over; empty when it passes over none."""
    held = {a.urutan for a in bahan.paket.perjanjian_anggaran if a.perjanjian == pk.kode}
    absent = [str(n) for n in range(min(held, default=0), max(held, default=0)) if n not in held]
    return (Text(f"Nomor urut {join_list(absent)} tidak ada pada daftar yang tercatat."),) if absent else ()


def _missing_lines(bahan: Bahan, pk: PerjanjianKinerja) -> list[Inlines]:
    """Programmes without a line; of one that has some, the activities without a line or with too small a sum."""
    made: list[Inlines] = []
    for program in programs(bahan):
        figure = bahan.figures.get(budget_id(bahan, pk, program.kode))
        if figure is None and pk.jenjang in SELURUHNYA and is_funded(bahan, program.kode):
            made.append((Text(program.nama),))
        elif figure is not None and figure.tercatat is not None:
            made += [
                found
                for kegiatan in funded(bahan, bahan.paket.kegiatan, program.kode)
                if (found := _missing_line(bahan, pk, kegiatan.kode, kegiatan.nama))
            ]
    return made


def _missing_line(bahan: Bahan, pk: PerjanjianKinerja, kode: str, nama: str) -> Inlines:
    figure = bahan.figures.get(budget_id(bahan, pk, kode))
    if figure is None:
        return (Text(nama),) if pk.jenjang in SELURUHNYA else ()
    pagu = _budget_of(bahan, pk, kode)
    if figure.tercatat is None or pagu is None:
        return ()
    known, whole = bahan.ref(figure.id, TERCATAT), bahan.ref(pagu)
    return kalimat("{nama} (baru {nilai} dari pagu {pagu})", nama=nama, nilai=known, pagu=whole)


def _budget_of(bahan: Bahan, pk: PerjanjianKinerja, kode: str) -> FigureId | None:
    """The budget of a code in the version that an agreement rests on, where it is known."""
    first = bahan.fid("pagu", kode, pk.tahun, dokumen=MURNI)
    last = bahan.fid("pagu", kode, pk.tahun)
    order = (first, last) if pk.jenis is JenisPerjanjian.MURNI else (last,)
    return next((i for i in order if (f := bahan.figures.get(i)) is not None and f.number is not None), None)


def differences(bahan: Bahan, pk: PerjanjianKinerja, codes: Iterable[str]) -> tuple[Inlines, ...]:
    """A line for amounts of an agreement that are the budget of their code in none of its versions."""
    names = nama_by_kode(bahan)
    total = (SEMUA,) if pk.jenjang in SELURUHNYA else ()
    found: list[Inlines] = []
    for kode in dict.fromkeys((*codes, *total)):
        figure, pagu = bahan.figures.get(budget_id(bahan, pk, kode)), _budget_of(bahan, pk, kode)
        versions = {f.number for i, f in bahan.figures.items() if _is_budget(i, kode, pk.tahun)}
        if figure is not None and figure.number is not None and pagu is not None and figure.number not in versions:
            name = "Jumlah" if kode == SEMUA else names.get(kode, kode)
            found.append(kalimat("{nama} (pagu {nilai})", nama=name, nilai=bahan.ref(pagu)))
    return (kalimat("Berbeda dari pagunya: {daftar}.", daftar=_listed(found)),) if found else ()


def _is_budget(fid: FigureId, kode: str, tahun: int) -> bool:
    return (fid.besaran, fid.kode, fid.tahun) == ("pagu", kode, tahun)


def program_of(bahan: Bahan, kode: str) -> str:
    """The programme above a code, or the code itself."""
    above = {s.kode: s.kegiatan for s in bahan.paket.subkegiatan} | {k.kode: k.program for k in bahan.paket.kegiatan}
    seen: set[str] = set()
    while kode in above and kode not in seen:
        seen.add(kode)
        kode = above[kode]
    return kode


def _listed(parts: list[Inlines]) -> Inlines:
    """'a; b; c' over inline pieces: names may hold commas of their own."""
    made: list[Inlines] = []
    for part in parts:
        made += [(Text("; "),), part] if made else [part]
    return merge(tuple(i for p in made for i in p))
