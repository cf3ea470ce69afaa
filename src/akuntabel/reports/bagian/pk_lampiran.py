"""The lampiran of a perjanjian kinerja as it is signed: promises and budget, in the agreement and in its annex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from akuntabel.calculation.perjanjian import SELURUHNYA
from akuntabel.doctree.nodes import Block, Cell, Row, Table, Text
from akuntabel.domain.perjanjian import PerjanjianAnggaran, PerjanjianIndikator, PerjanjianKinerja
from akuntabel.reports.bagian.kelompok import nama_by_kode
from akuntabel.reports.bagian.perjanjian import (
    PENYUSUN,
    SEBUTAN_SASARAN,
    judul,
    lines_of,
    party,
    target_of,
    teks_induk,
)
from akuntabel.reports.bagian.perjanjian_anggaran import budget_id, budget_total, differences, program_of
from akuntabel.reports.bagian.sumber import sumber_dokumen
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, nomor_kolom, tabel, teks


def promises(bahan: Bahan, pk: PerjanjianKinerja, label: str | None = None) -> Block:
    """Sasaran, indicator and target as signed; lines of one sasaran share its cell.

    A label captions the table; in a list of tables every line stands by itself, so that it can be read back alone.
    """
    lines = lines_of(bahan, pk)
    if not lines:
        return kurang(f"Sasaran, indikator, dan target {judul(pk)} ({party(pk)}).", PENYUSUN)
    groups: list[list[PerjanjianIndikator]] = []
    for line in lines:
        if label is None and groups and groups[-1][0].sasaran == line.sasaran:
            groups[-1].append(line)
        else:
            groups.append([line])
    rows = [row for n, group in enumerate(groups, 1) for row in _group_rows(bahan, pk, n, group)]
    head = kepala("No.", SEBUTAN_SASARAN.get(pk.jenjang, "Sasaran Program/Kegiatan"), "Indikator Kinerja", "Target")
    columns = ((7, TENGAH), (38, KIRI), (40, KIRI), (19, KANAN))
    return _bare(bahan, pk, tabel(judul(pk), label or "", columns, (head, nomor_kolom(len(columns))), rows), label)


def _bare(bahan: Bahan, pk: PerjanjianKinerja, table: Table, label: str | None) -> Table:
    """A table of a signed text has neither caption nor source unless it is listed under a label."""
    if label is None:
        return replace(table, caption=(), label=None)
    return replace(table, source=(Text(sumber_dokumen(bahan, [pk.kode])),))


def _group_rows(bahan: Bahan, pk: PerjanjianKinerja, n: int, group: list[PerjanjianIndikator]) -> list[Row]:
    by_kode = {i.kode: i for i in bahan.paket.indikator}
    made = []
    for at, line in enumerate(group):
        ind = by_kode.get(line.indikator)
        lead: tuple[Cell, ...] = ()
        if at == 0:
            text = Cell(teks(teks_induk(bahan, line.sasaran)), rowspan=len(group))
            lead = (Cell(teks(n), rowspan=len(group), align=TENGAH), text)
        target = target_of(bahan, ind, pk) if ind else teks(None)
        made.append(Row((*lead, Cell(teks(ind.nama if ind else line.indikator)), Cell(target))))
    return made


def budget(bahan: Bahan, pk: PerjanjianKinerja, label: str | None = None) -> Block:
    """The budget: per programme for a head, else line by line; a programme that lacks lines shows those it has."""
    lines = [a for a in bahan.paket.perjanjian_anggaran if a.perjanjian == pk.kode]
    if not lines:
        return kurang(f"Anggaran {judul(pk)} ({party(pk)}).", PENYUSUN)
    lines.sort(key=lambda a: (a.urutan, a.kode))
    by_program = pk.jenjang in SELURUHNYA
    groups: dict[str, list[PerjanjianAnggaran]] = {}
    for line in lines:
        groups.setdefault(program_of(bahan, line.kode) if by_program else line.kode, []).append(line)
    rows = [row for n, (kode, own) in enumerate(groups.items(), 1) for row in _money_rows(bahan, pk, n, kode, own)]
    rows.append(budget_total(bahan, pk))
    head = kepala("No.", _unit_word(bahan, groups), "Anggaran (Rp)", "Keterangan")
    columns = ((7, TENGAH), (57, KIRI), (23, KANAN), (17, TENGAH))
    small = len(rows) > len(groups) + 1
    notes = differences(bahan, pk, groups)
    made = tabel(f"Anggaran {judul(pk)}", label or "", columns, head, rows, notes=notes, small=small)
    return _bare(bahan, pk, made, label)


def _money_rows(
    bahan: Bahan, pk: PerjanjianKinerja, n: int, kode: str, lines: list[PerjanjianAnggaran]
) -> Iterator[Row]:
    names = nama_by_kode(bahan)
    fid = budget_id(bahan, pk, kode)
    yield baris(teks(n), teks(names.get(kode, kode)), bahan.cell(fid, "uang"), teks(_funds(lines)))
    figure = bahan.figures.get(fid)
    if figure is None or figure.number is not None:
        return
    for line in lines:
        name, money = f"– {names.get(line.kode, line.kode)}", bahan.cell(budget_id(bahan, pk, line.kode), "uang")
        if line.kode != kode:
            yield baris((), teks(name), money, teks(line.sumber_dana))


def _funds(lines: list[PerjanjianAnggaran]) -> str:
    return ", ".join(dict.fromkeys(a.sumber_dana for a in lines if a.sumber_dana))


def _unit_word(bahan: Bahan, codes: dict[str, list[PerjanjianAnggaran]]) -> str:
    """'Program', 'Kegiatan', 'Subkegiatan', or those that occur together."""
    kinds = (
        ("Program", bahan.paket.program),
        ("Kegiatan", bahan.paket.kegiatan),
        ("Subkegiatan", bahan.paket.subkegiatan),
    )
    return "/".join(word for word, rows in kinds if any(r.kode in codes for r in rows)) or "Program"
