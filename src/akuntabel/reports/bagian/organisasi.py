"""Position, duties, functions and structure of the agency."""

from __future__ import annotations

from akuntabel.charts.picture import to_picture
from akuntabel.charts.specs import TreeChart, TreeNode
from akuntabel.doctree.nodes import Block, ListBlock, ListKind, Paragraph, Text
from akuntabel.domain.instansi import Unit
from akuntabel.domain.pilihan import JenisTugas, JenisUnit, SubjekRegulasi
from akuntabel.reports.bagian.hukum import basis, cite
from akuntabel.reports.bahan import Bahan, kurang, merge, paragraf
from akuntabel.reports.butir import berbutir, butir, tutup
from akuntabel.reports.penanggung import kepegawaian

LAMBANG = {JenisTugas.FUNGSI: ListKind.HURUF}
OPENING = {
    JenisTugas.KEDUDUKAN: "Kedudukan {nama}:",
    JenisTugas.TUGAS: "{nama} mempunyai tugas:",
    JenisTugas.FUNGSI: "Dalam melaksanakan tugas tersebut, {nama} menyelenggarakan fungsi:",
}


def duty_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """Duties of the agency itself, with the regulation that lays them down."""
    heads = {u.kode for u in bahan.paket.unit if u.jenis is JenisUnit.KEPALA}
    rows = [t for t in bahan.paket.tugas_fungsi if t.unit in heads]
    if not rows:
        return (kurang("Kedudukan, tugas, dan fungsi.", kepegawaian(bahan)),)
    made: list[Block] = [*_basis(bahan)]
    for jenis, opening in OPENING.items():
        own = sorted((t for t in rows if t.jenis is jenis), key=lambda t: t.urutan)
        if own:
            made += _duties(paragraf(opening, nama=bahan.nama), jenis, [t.teks for t in own])
    return tuple(made)


def _duties(opening: Paragraph, jenis: JenisTugas, texts: list[str]) -> list[Block]:
    """A list, or one paragraph where there is one text: a sentence stands alone, a phrase ends the opening."""
    if len(texts) > 1:
        return [opening, butir(LAMBANG.get(jenis, ListKind.ANGKA), ((Text(t),) for t in texts))]
    whole = tutup((Text(texts[0]),))
    if texts[0][:1].isupper():
        return [Paragraph(whole)]
    return [Paragraph(merge((*tutup(opening.inlines, ""), Text(" "), *whole)))]


def _basis(bahan: Bahan) -> list[Block]:
    rows = basis(bahan, SubjekRegulasi.ORGANISASI)
    if not rows:
        return []
    text = "Kedudukan, tugas, fungsi, dan susunan organisasi {nama} diatur dalam {dasar}."
    return [paragraf(text, nama=bahan.nama, dasar=" serta ".join(cite(r) for r in rows))]


def structure_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """The units as a list and as a chart."""
    units = sorted(bahan.paket.unit, key=lambda u: (u.urutan or 0, u.kode))
    roots = [u for u in units if u.induk is None]
    if not roots:
        return (kurang("Susunan organisasi.", kepegawaian(bahan)),)
    items = tuple(_item(u, units) for r in roots for u in (r, *_below(r, units)))
    listed = berbutir(ListBlock(ListKind.HURUF, items), names=True)
    made: list[Block] = [paragraf("Susunan organisasi {nama} terdiri atas:", nama=bahan.nama), listed]
    if len(roots) == 1:
        nodes = tuple(TreeNode(u.kode, u.induk, (u.nama,), u.jenis is JenisUnit.SEKRETARIAT) for u in units)
        spec = TreeChart(f"Struktur organisasi {bahan.nama}", nodes)
        caption = (Text(f"Struktur Organisasi {bahan.nama}"),)
        made.append(to_picture(spec, caption=caption, label="gambar-struktur"))
    return tuple(made)


def _below(unit: Unit, units: list[Unit]) -> list[Unit]:
    return [u for u in units if u.induk == unit.kode]


def _item(unit: Unit, units: list[Unit]) -> tuple[Block, ...]:
    """A unit with the units below it; those directly below the head stand beside it in the list."""
    below = _below(unit, units) if unit.induk is not None else []
    if len(below) == 1 and not _below(below[0], units):
        return (Paragraph((Text(f"{unit.nama}, terdiri atas {below[0].nama}"),)),)
    own = Paragraph((Text(unit.nama + (", terdiri atas:" if below else "")),))
    return (own, ListBlock(ListKind.ANGKA, tuple(_item(u, units) for u in below))) if below else (own,)
