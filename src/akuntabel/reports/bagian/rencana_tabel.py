"""The plan in tables: vision to objectives, yearly targets, key indicators, changed targets."""

from __future__ import annotations

from itertools import groupby

from akuntabel.bahasa.kalimat import capitalise, join_list
from akuntabel.charts.picture import to_picture
from akuntabel.charts.specs import TreeChart, TreeNode
from akuntabel.doctree.nodes import Block, Cell, Row, Table, Text
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import Tingkatan
from akuntabel.domain.rencana import DokumenRencana
from akuntabel.reports.bagian.kelompok import arah_notes, nama_dokumen, nama_unit
from akuntabel.reports.bagian.pengukuran import target_inlines, target_values
from akuntabel.reports.bagian.sumber import sumber_dokumen
from akuntabel.reports.bahan import Bahan, kurang, paragraf
from akuntabel.reports.narasi import inline_text
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import (
    KANAN,
    KIRI,
    TENGAH,
    baris,
    kepala,
    kepala_bertingkat,
    sumber,
    tabel,
    teks,
)


def plan_rows(bahan: Bahan, plan: DokumenRencana) -> list[tuple[str, str, Indikator]]:
    """(tujuan, sasaran, indicator) of the plan in order; a tujuan's own indicator has a blank sasaran."""
    found: list[tuple[str, str, Indikator]] = []
    ordered = sorted(bahan.paket.indikator, key=lambda i: (i.urutan or 0, i.kode))
    for tujuan in sorted(
        (t for t in bahan.paket.tujuan if t.dokumen == plan.kode), key=lambda t: (t.urutan or 0, t.kode)
    ):
        found += [(tujuan.teks, "", i) for i in ordered if i.tingkat is Tingkatan.TUJUAN and i.induk == tujuan.kode]
        below = sorted(
            (s for s in bahan.paket.sasaran if s.tujuan == tujuan.kode), key=lambda s: (s.urutan or 0, s.kode)
        )
        for s in below:
            found += [(tujuan.teks, s.teks, i) for i in ordered if i.tingkat is Tingkatan.SASARAN and i.induk == s.kode]
    return found


def target_table(bahan: Bahan, plan: DokumenRencana, label: str) -> Table | Block:
    """Tujuan, sasaran and indicators with baseline and the target of every year that the plan carries."""
    rows = plan_rows(bahan, plan)
    years = sorted({t.tahun for t in bahan.paket.target if t.dokumen == plan.kode and t.periode.value == "tahun"})
    if not rows or not years:
        return kurang(f"Tujuan, sasaran, indikator, dan target {plan.nama}.", perencana(bahan))
    base = plan.tahun_dasar
    lead = [("Tujuan/Sasaran", 1, 2), ("Indikator", 1, 2)]
    lead += [(f"Data dasar {base}", 1, 2)] if base else []
    head = kepala_bertingkat([*lead, ("Target tahun", len(years), 1)], [(str(t), 1, 1) for t in years])
    body = []
    measured = {tujuan for tujuan, sasaran, _ in rows if not sasaran}
    for (tujuan, sasaran), group in groupby(rows, key=lambda r: r[:2]):
        own = [ind for _, _, ind in group]
        above = f"Sasaran: {sasaran}" if sasaran else f"Tujuan: {tujuan}"
        if sasaran and tujuan not in measured:
            measured.add(tujuan)
            blank = (teks(None) for _ in (*lead[2:], *years))
            body.append(baris(teks(f"Tujuan: {tujuan}"), teks("tanpa indikator"), *blank))
        for n, ind in enumerate(own):
            values = (
                *((bahan.cell(bahan.fid("realisasi", ind.kode, base)),) if base else ()),
                *(target_inlines(bahan, ind, t, plan.kode) for t in years),
            )
            shared = (Cell(teks(above), rowspan=len(own)),) if n == 0 else ()
            body.append(Row((*shared, Cell(teks(f"{ind.nama} ({ind.satuan})")), *map(Cell, values))))
    base_column = ((11, KANAN),) if base else ()
    return tabel(
        f"Tujuan, Sasaran, Indikator, dan Target {plan.nama}",
        label,
        ((34, KIRI), (34, KIRI), *base_column, *((10, KANAN) for _ in years)),
        head,
        body,
        source=sumber_dokumen(bahan, [plan.kode]),
        small=True,
    )


def cascade_picture(bahan: Bahan, plan: DokumenRencana) -> Block | None:
    """Vision, supported mission, tujuan, sasaran and their indicators as a chart."""
    vision = next((v for v in bahan.paket.visi_misi if v.jenis.value == "visi"), None)
    if vision is None:
        return None
    nodes = [TreeNode("visi", None, ("Visi", vision.teks))]
    missions = [v for v in bahan.paket.visi_misi if v.jenis.value == "misi" and v.didukung]
    nodes += [TreeNode(f"m-{m.kode}", "visi", ("Misi", m.teks)) for m in missions]
    known = {f"m-{m.kode}" for m in missions}
    for tujuan in (t for t in bahan.paket.tujuan if t.dokumen == plan.kode):
        above = f"m-{tujuan.misi}" if f"m-{tujuan.misi}" in known else nodes[-1].id if len(missions) == 1 else "visi"
        nodes.append(
            TreeNode(
                f"t-{tujuan.kode}", above, ("Tujuan", tujuan.teks, *_measures(bahan, Tingkatan.TUJUAN, tujuan.kode))
            )
        )
        for s in (s for s in bahan.paket.sasaran if s.tujuan == tujuan.kode):
            lines = ("Sasaran", s.teks, *_measures(bahan, Tingkatan.SASARAN, s.kode))
            nodes.append(TreeNode(f"s-{s.kode}", f"t-{tujuan.kode}", lines))
    title = f"Keterkaitan visi, misi, tujuan, dan sasaran {bahan.nama}"
    caption = (Text("Keterkaitan Visi, Misi, Tujuan, dan Sasaran"),)
    return to_picture(TreeChart(title, tuple(nodes)), caption=caption, label="gambar-cascade")


def _measures(bahan: Bahan, tingkat: Tingkatan, kode: str) -> tuple[str, ...]:
    own = [i for i in bahan.paket.indikator if i.tingkat is tingkat and i.induk == kode]
    return tuple(f"Indikator: {i.nama}" for i in own)


def iku_table(bahan: Bahan, label: str) -> Table | Block:
    """Key indicators with reason, definition, formula, source and owner (the annex of an IKU decree)."""
    rows = sorted((i for i in bahan.paket.indikator if i.iku), key=lambda i: (i.urutan or 0, i.kode))
    if not rows:
        return kurang("Indikator kinerja utama.", perencana(bahan))
    body = [
        baris(
            teks(n), teks(i.nama), teks(i.satuan), teks(i.alasan), teks(i.rumus or i.definisi), teks(i.sumber),
            teks(nama_unit(bahan, i.penanggung_jawab) if i.penanggung_jawab else None),
        )
        for n, i in enumerate(rows, 1)
    ]  # fmt: skip
    return tabel(
        f"Indikator Kinerja Utama {bahan.nama}",
        label,
        ((6, TENGAH), (26, KIRI), (11, TENGAH), (26, KIRI), (30, KIRI), (20, KIRI), (24, KIRI)),
        kepala("No.", "Indikator", "Satuan", "Alasan", "Rumus dan definisi", "Sumber data", "Penanggung jawab"),
        body,
        source=sumber(bahan),
        notes=arah_notes(rows),
        small=True,
    )


def iku_gaps(bahan: Bahan) -> list[Block]:
    """What the key indicators lack: one notice for those that lack the same."""
    by: dict[tuple[str, ...], list[str]] = {}
    for ind in bahan.paket.indikator:
        if ind.iku:
            by.setdefault(tuple(_lacking(ind)), []).append(ind.nama)
    return [
        kurang(f"{capitalise(join_list(lacking))} untuk {join_list(names)}.", perencana(bahan))
        for lacking, names in by.items()
        if lacking
    ]


def _lacking(ind: Indikator) -> list[str]:
    needed = (
        ("alasan pemilihan", ind.alasan),
        ("definisi operasional", ind.definisi),
        ("formulasi penghitungan", ind.rumus),
        ("sumber data", ind.sumber),
        ("penanggung jawab", ind.penanggung_jawab),
    )
    return [name for name, value in needed if not value]


def changed_targets(bahan: Bahan) -> list[Block]:
    """Targets of the year that differ between documents, with the reason that the data give."""
    by: dict[str, list[str]] = {}
    rows = [t for t in bahan.paket.target if t.tahun == bahan.tahun and t.periode.value == "tahun"]
    for row in rows:
        by.setdefault(row.indikator, []).append(row.dokumen)
    body: list[Row] = []
    compared: list[str] = []
    for ind in bahan.paket.indikator:
        documents = by.get(ind.kode, [])
        values = {d: target_values(bahan, ind, d) for d in documents}
        if len(set(values.values())) < 2:
            continue
        compared += documents
        for n, d in enumerate(documents):
            row = next(r for r in rows if (r.indikator, r.dokumen) == (ind.kode, d))
            lead = (Cell(teks(ind.nama), rowspan=len(documents)),) if n == 0 else ()
            reason = (
                inline_text(bahan, row.alasan_perubahan, f"target {row.kunci}")
                if row.alasan_perubahan
                else teks("belum dijelaskan" if values[d] != values[documents[0]] else None)
            )
            cells = (Cell(teks(nama_dokumen(bahan, d))), Cell(target_inlines(bahan, ind, None, d)), Cell(reason))
            body.append(Row((*lead, *cells)))
    if not body:
        return [
            paragraf(
                "Target tahun {tahun} pada semua dokumen sama; tidak ada perubahan target.", tahun=str(bahan.tahun)
            )
        ]
    return [
        paragraf("Target berikut berbeda antardokumen. Nilai pada setiap dokumen dicantumkan sebagaimana adanya."),
        tabel(
            f"Perbedaan Target Tahun {bahan.tahun} Antardokumen",
            "tabel-perbedaan-target",
            ((30, KIRI), (38, KIRI), (14, KANAN), (34, KIRI)),
            kepala("Indikator", "Dokumen", "Target", "Alasan"),
            body,
            source=sumber_dokumen(bahan, compared),
        ),
    ]
