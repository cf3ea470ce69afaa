"""Perjanjian kinerja (PermenPANRB 53/2014, lampiran I): statement and lampiran of every agreement of the year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from akuntabel.calculation.perjanjian import SELURUHNYA
from akuntabel.doctree.nodes import Block, Cell, Document, Inlines, PageBreak, PageNumber, Row, Section, Text
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.perjanjian import PerjanjianAnggaran, PerjanjianIndikator, PerjanjianKinerja
from akuntabel.domain.pilihan import Jenjang
from akuntabel.errors import PanggilanError
from akuntabel.reports.bagian.kelompok import nama_by_kode, satuan_kalimat
from akuntabel.reports.bagian.pengukuran import target_inlines
from akuntabel.reports.bagian.perjanjian import PENYUSUN, SEBUTAN_SASARAN, judul, lines_of, party, teks_induk
from akuntabel.reports.bagian.perjanjian_anggaran import budget_id, budget_total, differences, program_of
from akuntabel.reports.bagian.pk import budget_notice, pernyataan, signatures
from akuntabel.reports.bagian.rencana import agreements
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.dokumen.rangka import assemble, judul_dokumen, kop
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, nomor_kolom, tabel, teks

NAMA = "Perjanjian Kinerja"


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """All agreements of the year, or the one whose code is given.

    Raises PanggilanError for a code that is no agreement of the year.
    """
    plain = replace(bahan, marks=False)
    chosen = choose(bahan, pilihan)
    made = [Section(_agreement(plain, pk), page_number=PageNumber.TANPA, header=False) for pk in chosen]
    if not made:
        missing = kurang(f"Perjanjian kinerja tahun {bahan.tahun}.", perencana(bahan))
        made = [Section((judul_dokumen(NAMA, bahan.nama, f"Tahun {bahan.tahun}"), missing))]
    return assemble(bahan, NAMA, made)


def choose(bahan: Bahan, pilihan: str | None) -> list[PerjanjianKinerja]:
    """The agreements of the year from the highest level down, first before changed; or the one named."""
    own = [pk for jenjang in Jenjang for pk in agreements(bahan, jenjang)]
    if pilihan is None:
        return own
    found = [pk for pk in own if pk.kode == pilihan]
    if not found:
        known = ", ".join(pk.kode for pk in own) or "tidak ada"
        raise PanggilanError(
            f"Perjanjian kinerja '{pilihan}' tidak ada pada tahun {bahan.tahun}; kode yang ada: {known}."
        )
    return found


def _agreement(bahan: Bahan, pk: PerjanjianKinerja) -> tuple[Block, ...]:
    return (
        kop(bahan),
        *pernyataan(bahan, pk),
        PageBreak(),
        judul_dokumen(f"Lampiran {judul(pk)}", party(pk), bahan.nama),
        _promises(bahan, pk),
        _money(bahan, pk),
        *budget_notice(bahan, pk),
        signatures(bahan, pk),
    )


def _promises(bahan: Bahan, pk: PerjanjianKinerja) -> Block:
    """Sasaran, indicator and target as signed; neighbouring lines of one sasaran share its cell."""
    lines = lines_of(bahan, pk)
    if not lines:
        return kurang(f"Sasaran, indikator, dan target {judul(pk)} ({party(pk)}).", PENYUSUN)
    groups: list[list[PerjanjianIndikator]] = []
    for line in lines:
        if groups and groups[-1][0].sasaran == line.sasaran:
            groups[-1].append(line)
        else:
            groups.append([line])
    rows = [row for n, group in enumerate(groups, 1) for row in _group_rows(bahan, pk, n, group)]
    head = kepala("No.", SEBUTAN_SASARAN.get(pk.jenjang, "Sasaran Program/Kegiatan"), "Indikator Kinerja", "Target")
    columns = ((7, TENGAH), (38, KIRI), (40, KIRI), (19, KANAN))
    made = tabel(f"Target {judul(pk)}", f"tabel-target-{pk.kode}", columns, (head, nomor_kolom(len(columns))), rows)
    return replace(made, caption=(), label=None)


def _group_rows(bahan: Bahan, pk: PerjanjianKinerja, n: int, group: list[PerjanjianIndikator]) -> list[Row]:
    by_kode = {i.kode: i for i in bahan.paket.indikator}
    made = []
    for at, line in enumerate(group):
        ind = by_kode.get(line.indikator)
        lead: tuple[Cell, ...] = ()
        if at == 0:
            text = Cell(teks(teks_induk(bahan, line.sasaran)), rowspan=len(group))
            lead = (Cell(teks(n), rowspan=len(group), align=TENGAH), text)
        target = _target(bahan, ind, pk) if ind else teks(None)
        made.append(Row((*lead, Cell(teks(ind.nama if ind else line.indikator)), Cell(target))))
    return made


def _target(bahan: Bahan, ind: Indikator, pk: PerjanjianKinerja) -> Inlines:
    """The target with its unit, which the agreement has no column for."""
    made = target_inlines(bahan, ind, pk.tahun, pk.kode)
    unit = satuan_kalimat(ind) if bahan.has("target", ind.kode, pk.tahun, dokumen=pk.kode) else ""
    return (*made, Text(unit)) if unit else made


def _money(bahan: Bahan, pk: PerjanjianKinerja) -> Block:
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
    title, label = f"Anggaran {judul(pk)}", f"tabel-anggaran-{pk.kode}"
    detailed = len(rows) > len(groups) + 1
    made = tabel(title, label, columns, head, rows, notes=differences(bahan, pk, groups), small=detailed)
    return replace(made, caption=(), label=None)


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
