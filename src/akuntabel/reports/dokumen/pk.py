"""Perjanjian kinerja (PermenPANRB 53/2014, lampiran I): statement and lampiran of every agreement of the year."""

from __future__ import annotations

from dataclasses import replace

from akuntabel.doctree.nodes import Block, Cell, Document, Inlines, PageBreak, PageNumber, Row, RowKind, Section, Text
from akuntabel.domain.figure import FigureId
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.perjanjian import PerjanjianAnggaran, PerjanjianIndikator, PerjanjianKinerja
from akuntabel.domain.pilihan import Jenjang
from akuntabel.errors import PanggilanError
from akuntabel.reports.bagian.kelompok import nama_by_kode, satuan_kalimat
from akuntabel.reports.bagian.pengukuran import target_inlines
from akuntabel.reports.bagian.perjanjian import SEBUTAN_SASARAN, judul, lines_of, program_of, teks_induk
from akuntabel.reports.bagian.pk import pernyataan, signatures
from akuntabel.reports.bagian.rencana import agreements
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.dokumen.rangka import assemble, judul_dokumen, kop
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, nomor_kolom, tabel, teks

NAMA = "Perjanjian Kinerja"
PER_PROGRAM = (Jenjang.KEPALA_DAERAH, Jenjang.KEPALA_INSTANSI)
PENYUSUN = "penyusun perjanjian kinerja"


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
        judul_dokumen(f"Lampiran {judul(pk)}", _party(pk), bahan.nama),
        _promises(bahan, pk),
        _money(bahan, pk),
        signatures(bahan, pk),
        *_gaps(pk),
    )


def _party(pk: PerjanjianKinerja) -> str:
    return pk.jabatan_pertama or PK_JENJANG[pk.jenjang]


PK_JENJANG = {
    Jenjang.KEPALA_DAERAH: "Kepala daerah",
    Jenjang.KEPALA_INSTANSI: "Kepala instansi",
    Jenjang.ADMINISTRATOR: "Pejabat administrator",
    Jenjang.PENGAWAS: "Pejabat pengawas",
    Jenjang.FUNGSIONAL: "Pejabat fungsional",
    Jenjang.PELAKSANA: "Pelaksana",
}


def _promises(bahan: Bahan, pk: PerjanjianKinerja) -> Block:
    """Sasaran, indicator and target as signed; neighbouring lines of one sasaran share its cell."""
    lines = lines_of(bahan, pk)
    if not lines:
        return kurang(f"Sasaran, indikator, dan target {judul(pk)} ({_party(pk)}).", PENYUSUN)
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
    """The budget: per programme for a head, as the lines stand below; the total only when every line has an amount."""
    lines = [a for a in bahan.paket.perjanjian_anggaran if a.perjanjian == pk.kode]
    if not lines:
        return kurang(f"Anggaran {judul(pk)} ({_party(pk)}).", PENYUSUN)
    lines.sort(key=lambda a: (a.urutan, a.kode))
    names = nama_by_kode(bahan)
    by_program = pk.jenjang in PER_PROGRAM
    groups: dict[str, list[PerjanjianAnggaran]] = {}
    for line in lines:
        groups.setdefault(program_of(bahan, line.kode) if by_program else line.kode, []).append(line)
    rows = [
        baris(teks(n), teks(names.get(k, k)), bahan.cell(_fid(bahan, pk, k), "uang"), teks(_funds(own)))
        for n, (k, own) in enumerate(groups.items(), 1)
    ]
    total = bahan.cell(_fid(bahan, pk, "total"), "uang", bold=True)
    title = Cell((Text("Jumlah", bold=True),), colspan=2, align=TENGAH)
    rows.append(Row((title, Cell(total), Cell(())), RowKind.JUMLAH))
    head = kepala("No.", _unit_word(bahan, groups), "Anggaran (Rp)", "Keterangan")
    columns = ((7, TENGAH), (57, KIRI), (23, KANAN), (17, TENGAH))
    made = tabel(f"Anggaran {judul(pk)}", f"tabel-anggaran-{pk.kode}", columns, head, rows)
    return replace(made, caption=(), label=None)


def _fid(bahan: Bahan, pk: PerjanjianKinerja, kode: str) -> FigureId:
    return bahan.fid("anggaran_pk", kode, pk.tahun, dokumen=pk.kode)


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


def _gaps(pk: PerjanjianKinerja) -> list[Block]:
    """What the signed form still lacks. A kepala daerah has neither rank nor NIP."""
    needed: list[tuple[str, object]] = [
        ("nama pihak pertama", pk.pihak_pertama),
        ("jabatan pihak pertama", pk.jabatan_pertama),
        ("tanggal penandatanganan", pk.tanggal),
    ]
    if pk.jenjang is not Jenjang.KEPALA_DAERAH:
        needed += [("nama pihak kedua", pk.pihak_kedua), ("jabatan pihak kedua", pk.jabatan_kedua)]
    lacking = [name for name, value in needed if not value]
    return [kurang(f"{judul(pk)}, {_party(pk)}: {', '.join(lacking)}.", PENYUSUN)] if lacking else []
