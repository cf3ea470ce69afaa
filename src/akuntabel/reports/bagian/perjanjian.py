"""Perjanjian kinerja in a report and as a document of its own: lines, budget lines, statement."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.doctree.nodes import Block, Cell, Row, RowKind, Table, Text
from akuntabel.domain.perjanjian import PerjanjianIndikator, PerjanjianKinerja
from akuntabel.domain.pilihan import JenisPerjanjian, Jenjang
from akuntabel.reports.bagian.kelompok import nama_by_kode
from akuntabel.reports.bagian.pengukuran import target_inlines
from akuntabel.reports.bagian.sumber import sumber_dokumen
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, tabel, teks

SEBUTAN_SASARAN = {Jenjang.KEPALA_DAERAH: "Sasaran Strategis", Jenjang.KEPALA_INSTANSI: "Sasaran Strategis"}


def judul(pk: PerjanjianKinerja) -> str:
    """'Perjanjian Kinerja Perubahan Tahun 2025'."""
    kind = "Perjanjian Kinerja Perubahan" if pk.jenis is JenisPerjanjian.PERUBAHAN else "Perjanjian Kinerja"
    return f"{kind} Tahun {pk.tahun}"


def lines_of(bahan: Bahan, pk: PerjanjianKinerja) -> list[PerjanjianIndikator]:
    """The lines of an agreement in their order."""
    return sorted(
        (p for p in bahan.paket.perjanjian_indikator if p.perjanjian == pk.kode), key=lambda p: (p.urutan, p.indikator)
    )


def teks_induk(bahan: Bahan, kode: str | None) -> str | None:
    """The wording behind the code written beside an indicator."""
    texts = {s.kode: s.teks for s in bahan.paket.sasaran} | {t.kode: t.teks for t in bahan.paket.tujuan}
    return (texts | nama_by_kode(bahan)).get(kode, kode) if kode else None


def lines_table(bahan: Bahan, pk: PerjanjianKinerja, label: str, *, noted: bool = True) -> Table | Block:
    """Sasaran, indicator and target as signed; `noted=False` leaves our remarks out of a signed text."""
    lines = lines_of(bahan, pk)
    if not lines:
        return kurang(f"Sasaran dan indikator {judul(pk)}.", "penyusun perjanjian kinerja")
    by_kode = {i.kode: i for i in bahan.paket.indikator}
    rows = []
    for n, line in enumerate(lines, 1):
        ind = by_kode.get(line.indikator)
        target = target_inlines(bahan, ind, pk.tahun, pk.kode) if ind else teks(None)
        name = ind.nama if ind else line.indikator
        rows.append(baris(teks(n), teks(teks_induk(bahan, line.sasaran)), teks(name), target))
    notes = [f"{by_kode[x.indikator].nama}: {x.keterangan}" for x in lines if x.keterangan and x.indikator in by_kode]
    head = kepala("No.", SEBUTAN_SASARAN.get(pk.jenjang, "Sasaran Program/Kegiatan"), "Indikator Kinerja", "Target")
    columns = Row(
        tuple(Cell((Text(f"({n})"),), align=TENGAH) for n in range(1, len(head.cells) + 1)), RowKind.NOMOR_KOLOM
    )
    return tabel(
        judul(pk),
        label,
        ((7, TENGAH), (42, KIRI), (42, KIRI), (15, KANAN)),
        (head, columns),
        rows,
        source=sumber_dokumen(bahan, [pk.kode]),
        notes=notes if noted else (),
    )


def budget_table(bahan: Bahan, pk: PerjanjianKinerja, label: str, *, noted: bool = True) -> Table | Block:
    """Budget lines as signed, grouped by programme; a total only when no line is blank."""
    lines = sorted(
        (a for a in bahan.paket.perjanjian_anggaran if a.perjanjian == pk.kode), key=lambda a: (a.urutan, a.kode)
    )
    if not lines:
        return kurang(f"Anggaran {judul(pk)}.", "penyusun perjanjian kinerja")
    names = nama_by_kode(bahan)
    rows: list[Row] = []
    program = ""
    for line in lines:
        above = program_of(bahan, line.kode)
        if above not in {program, line.kode}:
            program = above
            rows.append(Row((Cell((Text(names.get(above, above), bold=True),), colspan=4),), RowKind.KELOMPOK))
        fid = bahan.fid("anggaran_pk", line.kode, pk.tahun, dokumen=pk.kode)
        rows.append(
            baris(
                teks(line.urutan),
                teks(names.get(line.kode, line.kode)),
                bahan.cell(fid, "uang"),
                teks(line.sumber_dana),
            )
        )
    notes = tuple(dict.fromkeys(f"{names.get(a.kode, a.kode)}: {a.keterangan}" for a in lines if a.keterangan))
    return tabel(
        f"Anggaran {judul(pk)}",
        label,
        ((8, TENGAH), (58, KIRI), (22, KANAN), (16, TENGAH)),
        kepala("No.", "Program/Kegiatan/Subkegiatan", "Anggaran (Rp)", "Keterangan"),
        rows,
        source=sumber_dokumen(bahan, [pk.kode]),
        notes=notes if noted else (),
    )


def program_of(bahan: Bahan, kode: str) -> str:
    """The programme above a code, or the code itself."""
    above = {s.kode: s.kegiatan for s in bahan.paket.subkegiatan} | {k.kode: k.program for k in bahan.paket.kegiatan}
    seen: set[str] = set()
    while kode in above and kode not in seen:
        seen.add(kode)
        kode = above[kode]
    return kode


def agreement_blocks(bahan: Bahan, pks: Iterable[PerjanjianKinerja]) -> list[Block]:
    """Lines and budget of every agreement given."""
    made: list[Block] = []
    for pk in pks:
        made += [lines_table(bahan, pk, f"tabel-{pk.kode}"), budget_table(bahan, pk, f"tabel-anggaran-{pk.kode}")]
    return made
