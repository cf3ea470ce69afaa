"""Perjanjian kinerja in a report and as a document of its own: lines, budget lines, statement."""

from __future__ import annotations

from akuntabel.doctree.nodes import Block, Cell, Inlines, Row, RowKind, Table, Text
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.perjanjian import PerjanjianIndikator, PerjanjianKinerja
from akuntabel.domain.pilihan import JenisPerjanjian, Jenjang
from akuntabel.reports.bagian.kelompok import nama_by_kode, satuan_kalimat
from akuntabel.reports.bagian.pengukuran import target_inlines
from akuntabel.reports.bagian.sumber import sumber_dokumen
from akuntabel.reports.bahan import Bahan, kurang
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, tabel, teks

PENYUSUN = "penyusun perjanjian kinerja"
PEJABAT = {
    Jenjang.KEPALA_DAERAH: "Kepala daerah",
    Jenjang.KEPALA_INSTANSI: "Kepala instansi",
    Jenjang.ADMINISTRATOR: "Pejabat administrator",
    Jenjang.PENGAWAS: "Pejabat pengawas",
    Jenjang.FUNGSIONAL: "Pejabat fungsional",
    Jenjang.PELAKSANA: "Pelaksana",
}
SEBUTAN_SASARAN = {Jenjang.KEPALA_DAERAH: "Sasaran Strategis", Jenjang.KEPALA_INSTANSI: "Sasaran Strategis"}


def judul(pk: PerjanjianKinerja) -> str:
    """'Perjanjian Kinerja Perubahan Tahun 2025'."""
    kind = "Perjanjian Kinerja Perubahan" if pk.jenis is JenisPerjanjian.PERUBAHAN else "Perjanjian Kinerja"
    return f"{kind} Tahun {pk.tahun}"


def party(pk: PerjanjianKinerja) -> str:
    """Who promises: the office, or the level where the data do not name it."""
    return pk.jabatan_pertama or PEJABAT[pk.jenjang]


def lines_of(bahan: Bahan, pk: PerjanjianKinerja) -> list[PerjanjianIndikator]:
    """The lines of an agreement in their order."""
    return sorted(
        (p for p in bahan.paket.perjanjian_indikator if p.perjanjian == pk.kode), key=lambda p: (p.urutan, p.indikator)
    )


def teks_induk(bahan: Bahan, kode: str | None) -> str | None:
    """The wording behind the code written beside an indicator."""
    texts = {s.kode: s.teks for s in bahan.paket.sasaran} | {t.kode: t.teks for t in bahan.paket.tujuan}
    return (texts | nama_by_kode(bahan)).get(kode, kode) if kode else None


def target_of(bahan: Bahan, ind: Indikator, pk: PerjanjianKinerja) -> Inlines:
    """The target with its unit, which the agreement has no column for."""
    made = target_inlines(bahan, ind, pk.tahun, pk.kode)
    unit = satuan_kalimat(ind) if bahan.has("target", ind.kode, pk.tahun, dokumen=pk.kode) else ""
    return (*made, Text(unit)) if unit else made


def lines_table(bahan: Bahan, pk: PerjanjianKinerja, label: str) -> Table | Block:
    """Sasaran, indicator and target as signed, with our remarks."""
    lines = lines_of(bahan, pk)
    if not lines:
        return kurang(f"Sasaran dan indikator {judul(pk)}.", PENYUSUN)
    by_kode = {i.kode: i for i in bahan.paket.indikator}
    rows = []
    for n, line in enumerate(lines, 1):
        ind = by_kode.get(line.indikator)
        target = target_of(bahan, ind, pk) if ind else teks(None)
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
        notes=notes,
    )
