"""Bab II: vision and mission, Renstra, strategies, key indicators, agreement, programmes."""

from __future__ import annotations

from collections.abc import Sequence

from akuntabel.doctree.nodes import Block, CrossRef, Heading, ListBlock, ListKind, Orientation, Paragraph, Table, Text
from akuntabel.domain.pilihan import JenisStrategi, JenisVisiMisi
from akuntabel.domain.rencana import DokumenRencana, Kegiatan, Program
from akuntabel.reports.bagian import rencana_tabel
from akuntabel.reports.bagian.anggaran import funded, is_funded, sub_funded
from akuntabel.reports.bagian.pengukuran import measured_elsewhere
from akuntabel.reports.bagian.perjanjian import judul, lines_table
from akuntabel.reports.bagian.perjanjian_anggaran import budget_table
from akuntabel.reports.bagian.rencana import agreements, plan_of
from akuntabel.reports.bagian.sumber import sumber_dokumen
from akuntabel.reports.bahan import Bahan, kalimat, kurang, paragraf
from akuntabel.reports.butir import berbutir, butir
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import KIRI, baris, kepala, tabel, teks
from akuntabel.reports.tata_letak import is_wide

STRATEGI = {JenisStrategi.STRATEGI: "Strategi:", JenisStrategi.ARAH_KEBIJAKAN: "Arah kebijakan:"}


def sections(bahan: Bahan) -> list[tuple[tuple[Block, ...], Orientation]]:
    """The chapter; tables of the plan that need wide pages stand at its end, so that no text waits for them."""
    plan = plan_of(bahan)
    head: list[Block] = [
        Heading(1, (Text("PERENCANAAN KINERJA"),), "bab-perencanaan"),
        Heading(2, (Text("Visi dan Misi Daerah"),), "visi-misi"),
        *_vision(bahan),
        Heading(2, (Text("Rencana Strategis"),), "renstra"),
    ]
    if plan is None:
        head.append(kurang("Renstra yang berlaku pada tahun laporan.", perencana(bahan)))
        return [((*head, *_rest(bahan)), Orientation.TEGAK)]
    picture = rencana_tabel.cascade_picture(bahan, plan)
    targets = rencana_tabel.target_table(bahan, plan, "tabel-target-renstra")
    iku = rencana_tabel.iku_table(bahan, "tabel-iku")
    wide = [b for b in (targets, iku) if is_wide(bahan, [b])]
    upright = (
        *head,
        *_plan_words(plan),
        *_shown(targets, wide, "Tujuan, sasaran, indikator, dan targetnya"),
        *((picture,) if picture else ()),
        *_strategies(bahan),
        Heading(2, (Text("Indikator Kinerja Utama"),), "iku"),
        *_shown(iku, wide, f"Indikator kinerja utama {bahan.nama}"),
        *rencana_tabel.iku_gaps(bahan),
        *_rest(bahan),
    )
    if not wide:
        return [(upright, Orientation.TEGAK)]
    last = (Heading(2, (Text("Tabel Perencanaan Kinerja"),), "tabel-perencanaan"), *wide)
    return [(upright, Orientation.TEGAK), (last, Orientation.LEBAR)]


def _shown(block: Block, wide: list[Block], what: str) -> tuple[Block, ...]:
    """A table after the sentence that names it; a wide one stands elsewhere."""
    if not isinstance(block, Table) or block.label is None:
        return (block,)
    words = paragraf("{isi} disajikan pada {tabel}.", isi=what, tabel=CrossRef(block.label))
    return (words,) if block in wide else (words, block)


def _vision(bahan: Bahan) -> list[Block]:
    rows = bahan.paket.visi_misi
    if not rows:
        return [kurang("Visi dan misi daerah.", perencana(bahan))]
    names = {d.kode: d.nama for d in bahan.paket.dokumen_rencana}
    made: list[Block] = []
    for v in (r for r in rows if r.jenis is JenisVisiMisi.VISI):
        made.append(
            paragraf(
                "Visi menurut {dokumen}: {visi}.",
                dokumen=names.get(v.dokumen, v.dokumen),
                visi=(Text(v.teks.rstrip("."), bold=True),),
            )
        )
    missions = [r for r in rows if r.jenis is JenisVisiMisi.MISI and r.didukung]
    if missions:
        made.append(paragraf("Misi yang didukung {nama}:", nama=bahan.nama))
        items = ((Text((f"Misi {m.nomor}: " if m.nomor else "") + m.teks),) for m in missions)
        made.append(butir(ListKind.BUTIR, items))
    return made + _regional(bahan)


def _regional(bahan: Bahan) -> list[Block]:
    """The regional objectives (IKU daerah) that the agency supports."""
    rows = bahan.paket.sasaran_daerah
    if not rows:
        return [kurang("IKU daerah pada RPJMD yang didukung sasaran instansi.", perencana(bahan))]
    texts = {s.kode: s.teks for s in bahan.paket.sasaran}
    return [
        tabel(
            "Sasaran Daerah yang Didukung",
            "tabel-sasaran-daerah",
            ((36, KIRI), (34, KIRI), (36, KIRI)),
            kepala("Sasaran daerah", "Indikator sasaran daerah", "Sasaran instansi"),
            [baris(teks(r.teks), teks(r.indikator), teks(texts.get(r.sasaran or "", r.sasaran))) for r in rows],
            source=sumber_dokumen(bahan, (r.dokumen for r in rows)),
        )
    ]


def _plan_words(plan: DokumenRencana) -> list[Block]:
    basis = f" yang ditetapkan dengan {plan.penetapan}" if plan.penetapan else ""
    return [
        paragraf(
            "{nama}{dasar} berlaku untuk tahun {awal} sampai {akhir}.",
            nama=plan.nama, dasar=basis, awal=str(plan.tahun_awal), akhir=str(plan.tahun_akhir),
        )
    ]  # fmt: skip


def _strategies(bahan: Bahan) -> list[Block]:
    made: list[Block] = [Heading(3, (Text("Strategi dan Arah Kebijakan"),), "strategi")]
    for jenis, opening in STRATEGI.items():
        rows = sorted((s for s in bahan.paket.strategi if s.jenis is jenis), key=lambda s: (s.urutan or 0, s.kode))
        if rows:
            made += [paragraf(opening), butir(ListKind.ANGKA, ((Text(s.teks),) for s in rows))]
    if len(made) == 1:
        made.append(kurang("Strategi dan arah kebijakan setiap sasaran.", perencana(bahan)))
    others = bahan.paket.crosscutting
    if others:
        items = ((Text(c.instansi_lain, bold=True), Text(f": {c.peran}")) for c in others)
        made += [paragraf("Sasaran didukung bersama instansi lain (crosscutting):"), butir(ListKind.BUTIR, items)]
    return made


def _rest(bahan: Bahan) -> list[Block]:
    made: list[Block] = [Heading(2, (Text("Perjanjian Kinerja"),), "perjanjian")]
    pks = agreements(bahan)
    if pks:
        latest = pks[-1]
        made.append(
            paragraf(
                "Perjanjian yang berlaku pada tahun {tahun} adalah {pk}, yang memuat {n} indikator.",
                tahun=str(bahan.tahun),
                pk=judul(latest),
                n=bahan.ref(bahan.fid("jumlah_indikator", "pk"), "cacah"),
            )
        )
        made += measured_elsewhere(bahan)
        for pk in pks:
            made += [lines_table(bahan, pk, f"tabel-{pk.kode}"), budget_table(bahan, pk, f"tabel-anggaran-{pk.kode}")]
    else:
        made.append(kurang(f"Perjanjian kinerja tahun {bahan.tahun}.", perencana(bahan)))
    made += [
        Heading(3, (Text("Perbedaan Target Antardokumen"),), "perbedaan-target"),
        *rencana_tabel.changed_targets(bahan),
    ]
    made += [Heading(2, (Text("Program dan Kegiatan"),), "program-kegiatan"), *_programs(bahan)]
    return made


def _programs(bahan: Bahan) -> list[Block]:
    """The funded programmes with their activities, counted by the program and not by hand; then those without money."""
    programs = [p for p in sorted(bahan.paket.program, key=lambda p: p.kode) if _has_money(bahan, p.kode)]
    if not programs:
        return [kurang("Program dan kegiatan beranggaran.", perencana(bahan))]
    items: list[tuple[Block, ...]] = []
    for p in programs:
        title = kalimat(
            "{nama} ({n} kegiatan)", nama=p.nama, n=bahan.ref(bahan.fid("jumlah", f"kegiatan:{p.kode}"), "bulat")
        )
        below = [
            _activity(bahan, k.kode, k.nama)
            for k in funded(bahan, bahan.paket.kegiatan, p.kode)
            if _has_money(bahan, k.kode)
        ]
        items.append((Paragraph(title), ListBlock(ListKind.HURUF, tuple(below))) if below else (Paragraph(title),))
    opening = paragraf(
        "Pada tahun {tahun} {nama} melaksanakan {program} program dan {kegiatan} kegiatan yang dianggarkan:",
        tahun=str(bahan.tahun),
        nama=bahan.nama,
        program=bahan.ref(bahan.fid("jumlah", "program"), "cacah"),
        kegiatan=bahan.ref(bahan.fid("jumlah", "kegiatan"), "cacah"),
    )
    return [opening, berbutir(ListBlock(ListKind.ANGKA, tuple(items)), names=True), *_without_money(bahan)]


def _has_money(bahan: Bahan, kode: str) -> bool:
    """Whether a budget above zero is known, if only in part."""
    figure = bahan.figure("pagu", kode)
    return figure is not None and (figure.number or figure.tercatat or 0) > 0


def _without_money(bahan: Bahan) -> list[Block]:
    """Programmes and activities of the plan without a budget, and those whose budget is not known yet."""
    made: list[Block] = []
    kinds: tuple[tuple[str, Sequence[Program | Kegiatan]], ...] = (
        ("Program", bahan.paket.program),
        ("Kegiatan", bahan.paket.kegiatan),
    )
    for word, rows in kinds:
        bare = [r for r in sorted(rows, key=lambda r: r.kode) if not _has_money(bahan, r.kode)]
        unknown = [r.nama for r in bare if is_funded(bahan, r.kode)]
        none = [r.nama for r in bare if not is_funded(bahan, r.kode)]
        for what, names in (("tidak dianggarkan", none), ("belum diketahui anggarannya", unknown)):
            if names:
                made.append(
                    paragraf(
                        "{jenis} yang tercantum dalam rencana tetapi {apa} pada tahun {tahun}: {nama}.",
                        jenis=word,
                        apa=what,
                        tahun=str(bahan.tahun),
                        nama="; ".join(names),
                    )
                )
    return made


def _activity(bahan: Bahan, kode: str, nama: str) -> tuple[Block, ...]:
    subs = sub_funded(bahan, kode)
    own = Paragraph((Text(nama),))
    return (own, ListBlock(ListKind.BUTIR, tuple((Paragraph((Text(s.nama),)),) for s in subs))) if subs else (own,)
