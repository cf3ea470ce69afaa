"""Formulir E.81: evaluation of the Renja, sixteen columns, performance (K) beside money (Rp)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from akuntabel.bahasa.kalimat import join_list
from akuntabel.bahasa.tanggal import romawi
from akuntabel.doctree.nodes import (
    Align,
    Block,
    Cell,
    Document,
    Inlines,
    ListKind,
    Orientation,
    PageSetup,
    Row,
    RowKind,
    Section,
    Text,
)
from akuntabel.domain.figure import FigureId
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.pilihan import (
    AgregasiTahunan,
    AgregasiTriwulan,
    Arah,
    JenisAnalisis,
    JenisRencana,
    Periode,
    Tingkatan,
)
from akuntabel.domain.rencana import DokumenRencana, Program
from akuntabel.reports.bagian.anggaran import funded, programs, recorded_totals, weak
from akuntabel.reports.bagian.kelompok import SEBUTAN, kelompok_list, nama_dokumen, nama_unit
from akuntabel.reports.bagian.pengukuran import averaged_words, contrary_targets, policy_notes
from akuntabel.reports.bagian.program import programs_of
from akuntabel.reports.bagian.rencana import plan_of
from akuntabel.reports.bagian.sumber import dokumen_terukur, sumber_nilai
from akuntabel.reports.bahan import Bahan, kurang, paragraf
from akuntabel.reports.butir import butir
from akuntabel.reports.dokumen.rangka import assemble, judul_dokumen, refuse_choice, signed_by_head
from akuntabel.reports.narasi import inline_text
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, kepala_bertingkat, tabel, teks

KODE = "E.81"
NAMA = f"Formulir {KODE}"
PERIHAL = "Evaluasi Hasil Renja"
TRIWULAN = tuple(p.value for p in Periode if p is not Periode.TAHUN)
SAMPAI, SELAMA = "kumulatif", "triwulan"  # last part of the ids to date, and of a quarter's own money
KERTAS = (297.0, 420.0)  # A3: ten pairs of columns do not fit on A4
TEPI = 15.0
HURUF = 9.5  # points of the body text; the table is smaller
KINERJA, UANG, SEMPIT = 11.0, 21.0, 6.0  # widths of K, of Rp, and of an Rp that is never filled
PASANGAN = 10  # columns 5 to 14 hold K and Rp
ANALISIS = (
    ("Faktor pendorong keberhasilan kinerja:", (JenisAnalisis.PENYEBAB_KEBERHASILAN,)),
    ("Faktor penghambat pencapaian kinerja:", (JenisAnalisis.PENYEBAB_KEGAGALAN, JenisAnalisis.HAMBATAN)),
    ("Tindak lanjut yang diperlukan pada Renja berikutnya:", (JenisAnalisis.SOLUSI,)),
)


@dataclass(frozen=True, slots=True)
class Butir:
    """One item of the form: its sasaran or name, its indicators, its code of money, its unit."""

    sasaran: str
    program: str
    indikator: tuple[Indikator, ...]
    kode: str | None
    unit: str | None
    kind: RowKind = RowKind.ISI


def build(bahan: Bahan, pilihan: str | None = None) -> Document:
    """The form on A3 landscape. Raises PanggilanError for any choice."""
    refuse_choice(pilihan, NAMA)
    plan = plan_of(bahan) or plan_of(bahan, JenisRencana.RPJMD)
    blocks: tuple[Block, ...] = (
        judul_dokumen(NAMA, PERIHAL, bahan.nama, f"Tahun {bahan.tahun}"),
        *_table(bahan, plan),
        *_mean(bahan),
        *_factors(bahan),
        signed_by_head(bahan, as_report=True),
    )
    made = assemble(bahan, f"{NAMA} {PERIHAL}", (Section(blocks, Orientation.LEBAR),))
    return replace(made, page=_paper(made.page))


def _paper(page: PageSetup) -> PageSetup:
    width, height = KERTAS
    made = replace(page, width_mm=width, height_mm=height, font_size_pt=HURUF)
    return replace(made, top_mm=TEPI, right_mm=TEPI, bottom_mm=TEPI, left_mm=TEPI)


def _table(bahan: Bahan, plan: DokumenRencana | None) -> list[Block]:
    if plan is None:
        return [kurang("Renstra yang berlaku pada tahun evaluasi.", perencana(bahan))]
    items = [*_plan_items(bahan, plan), *_other_programs(bahan, plan)]
    if not items:
        return [kurang("Sasaran, program, dan indikator Renja.", perencana(bahan))]
    rows = [row for n, item in enumerate(items, 1) for row in _rows(bahan, plan, n, item)]
    rows.append(_total(bahan))
    return [
        tabel(
            f"{PERIHAL} {bahan.nama} terhadap {plan.nama}",
            "tabel-e81",
            _columns(),
            (*_head(bahan, plan), _numbers()),
            rows,
            source=_origin(bahan, plan, items),
            notes=(*_notes(), *recorded_totals(bahan), *policy_notes(bahan)),
            small=True,
        ),
        *_gaps(bahan, items),
    ]


def _gaps(bahan: Bahan, items: list[Butir]) -> list[Block]:
    """One notice for what the columns of the form lack: indicators of programmes, and values of quarters."""
    work = [item for item in items if item.program]
    bare = [item.program for item in work if not item.indikator]
    own = [i for item in items for i in item.indikator]
    codes = [item.kode for item in items if item.kode]
    measured = {q for q in TRIWULAN for i in own if _of_quarter(bahan, i, q) in bahan.figures}
    spent = {q for q in TRIWULAN for kode in codes if _spent_in(bahan, kode, q)}
    what = []
    if bare:
        of = "" if len(bare) == len(work) else f" berikut: {'; '.join(bare)}"
        what.append(f"Indikator, target, dan realisasi kinerja program dan kegiatan{of}.")
    for word, known in (("kinerja", measured), ("anggaran", spent)):
        blank = [romawi(n) for n, q in enumerate(TRIWULAN, 1) if q not in known]
        if blank:
            what.append(f"Realisasi {word} triwulan {join_list(blank)}.")
    return [kurang(" ".join(what), perencana(bahan))] if what else []


def _origin(bahan: Bahan, plan: DokumenRencana, items: Iterable[Butir]) -> str:
    """The plan, the documents of the year's targets, and where the realised values come from."""
    own = [i for item in items for i in item.indikator]
    promised = [k for i in own if (k := dokumen_terukur(bahan, i))]
    return sumber_nilai(bahan, own, documents=(plan.kode, *promised))


def _columns() -> tuple[tuple[float, Align], ...]:
    rupiah = (SEMPIT, *(UANG for _ in range(PASANGAN - 2)), SEMPIT)  # the outer two are never filled
    pairs = tuple(c for width in rupiah for c in ((KINERJA, KANAN), (width, KANAN)))
    return ((7.0, TENGAH), (26.0, KIRI), (29.0, KIRI), (26.0, KIRI), *pairs, (22.0, KIRI), (8.0, KIRI))


def _head(bahan: Bahan, plan: DokumenRencana) -> tuple[Row, ...]:
    """Titles; K and Rp below each pair."""
    t = bahan.tahun
    pairs = [
        f"Target Renstra sampai tahun {plan.tahun_akhir}",
        f"Realisasi Renstra sampai tahun {t - 1}",
        f"Target dan anggaran Renja tahun {t}",
        *(f"Realisasi triwulan {romawi(n)}" for n in range(1, len(TRIWULAN) + 1)),
        f"Realisasi dan anggaran Renja tahun {t}",
        f"Realisasi Renstra sampai tahun {t}",
        f"Tingkat capaian Renstra sampai tahun {t} (%)",
    ]
    left = [(w, 1, 2) for w in ("No.", "Sasaran", "Program/Kegiatan", "Indikator kinerja")]
    right = [(w, 1, 2) for w in ("Unit penanggung jawab", "Ket.")]
    return kepala_bertingkat([*left, *((p, 2, 1) for p in pairs), *right], [("K", 1, 1), ("Rp", 1, 1)] * len(pairs))


def _numbers() -> Row:
    """The row of column numbers: one number over each pair."""
    spans = (*(1,) * 4, *(2,) * PASANGAN, 1, 1)
    cells = (Cell((Text(f"({n})"),), colspan=span, align=TENGAH) for n, span in enumerate(spans, 1))
    return Row(tuple(cells), RowKind.NOMOR_KOLOM)


def _notes() -> tuple[str, ...]:
    return (
        "Kolom K memuat kinerja, kolom Rp memuat anggaran. Realisasi Renstra dijumlahkan atau mengambil posisi akhir "
        "menurut cara agregasi tahunan indikator; tingkat capaiannya dihitung menurut arah indikator.",
        "Realisasi triwulan pada kolom Rp adalah belanja selama triwulan itu. Pagu indikatif Renstra tidak termuat "
        "dalam data, sehingga target Renstra dan tingkat capaiannya pada kolom Rp tidak diisi.",
    )


# --- items ---


def _plan_items(bahan: Bahan, plan: DokumenRencana) -> list[Butir]:
    """Tujuan and sasaran of the plan; below each sasaran its programmes with their activities, each programme once."""
    made: list[Butir] = []
    seen: set[str] = set()
    for tujuan in sorted(
        (t for t in bahan.paket.tujuan if t.dokumen == plan.kode), key=lambda t: (t.urutan or 0, t.kode)
    ):
        made += _objective(bahan, Tingkatan.TUJUAN, tujuan.kode, tujuan.teks, None)
        own = [s for s in bahan.paket.sasaran if s.tujuan == tujuan.kode]
        for sasaran in sorted(own, key=lambda s: (s.urutan or 0, s.kode)):
            made += _objective(bahan, Tingkatan.SASARAN, sasaran.kode, sasaran.teks, f"sasaran:{sasaran.kode}")
            fresh = [p for p in programs_of(bahan, sasaran.kode) if p.kode not in seen]
            seen |= {p.kode for p in fresh}
            made += [item for p in fresh for item in _program(bahan, p)]
    return made


def _objective(bahan: Bahan, tingkat: Tingkatan, kode: str, text: str, money: str | None) -> list[Butir]:
    own = _indikator(bahan, tingkat, kode)
    return [Butir(f"{SEBUTAN[tingkat]}: {text}", "", own, money, None)] if own or money else []


def _program(bahan: Bahan, program: Program) -> list[Butir]:
    made = [
        Butir("", program.nama, _indikator(bahan, Tingkatan.PROGRAM, program.kode), program.kode, program.unit,
              RowKind.KELOMPOK)
    ]  # fmt: skip
    for k in funded(bahan, bahan.paket.kegiatan, program.kode):
        made.append(Butir("", k.nama, _indikator(bahan, Tingkatan.KEGIATAN, k.kode), k.kode, k.unit or program.unit))
    return made


def _other_programs(bahan: Bahan, plan: DokumenRencana) -> list[Butir]:
    """Budgeted programmes that no sasaran of the plan claims."""
    tujuan = {t.kode for t in bahan.paket.tujuan if t.dokumen == plan.kode}
    sasaran = {s.kode for s in bahan.paket.sasaran if s.tujuan in tujuan}
    claimed = {x.program for x in bahan.paket.program_sasaran if x.sasaran in sasaran}
    return [item for p in programs(bahan) if p.kode not in claimed for item in _program(bahan, p)]


def _indikator(bahan: Bahan, tingkat: Tingkatan, kode: str) -> tuple[Indikator, ...]:
    own = [i for i in bahan.paket.indikator if i.tingkat is tingkat and i.induk == kode]
    return tuple(sorted(own, key=lambda i: (i.urutan or 0, i.kode)))


# --- rows ---


def _rows(bahan: Bahan, plan: DokumenRencana, n: int, item: Butir) -> list[Row]:
    """One row per indicator; what belongs to the whole item spans them."""
    span = max(len(item.indikator), 1)
    bold = item.kind is RowKind.KELOMPOK
    money = _money(bahan, item.kode)
    made = []
    for at in range(span):
        ind = item.indikator[at] if item.indikator else None
        first = at == 0
        lead = (
            Cell(teks(n), rowspan=span, align=TENGAH),
            Cell(teks(item.sasaran), rowspan=span),
            Cell((Text(item.program or "–", bold=bold),), rowspan=span),
        )
        name = Cell(teks(f"{ind.nama} ({ind.satuan})" if ind else None))
        pairs = zip(_performance(bahan, plan, ind), money, strict=True)
        cells = (c for k, rp in pairs for c in (Cell(k), *((Cell(rp, rowspan=span),) if first else ())))
        unit = item.unit or (ind.penanggung_jawab if ind else None)
        tail = (Cell(teks(nama_unit(bahan, unit) if unit else None)), Cell(teks(None)))
        made.append(Row((*(lead if first else ()), name, *cells, *tail), item.kind))
    return made


def _performance(bahan: Bahan, plan: DokumenRencana, ind: Indikator | None) -> list[Inlines]:
    """Columns 5 to 14, K."""
    if ind is None:
        return [teks(None)] * PASANGAN
    t = bahan.tahun
    summed = ind.agregasi_tahunan is AgregasiTahunan.JUMLAH
    return [
        _target(bahan, ind, bahan.fid("target_renstra", ind.kode, plan.tahun_akhir), plan),
        bahan.cell(bahan.fid("realisasi_renstra", ind.kode, t - 1), "angka"),
        _promised(bahan, ind),
        *(bahan.cell(_of_quarter(bahan, ind, q), "angka") for q in TRIWULAN),
        bahan.cell(bahan.fid("realisasi", ind.kode), "angka"),
        bahan.cell(bahan.fid("realisasi_renstra", ind.kode), "angka"),
        bahan.cell(bahan.fid("kemajuan", ind.kode, dokumen="kumulatif" if summed else "terhadap_target"), "angka"),
    ]


def _of_quarter(bahan: Bahan, ind: Indikator, q: str) -> FigureId:
    """A quarter's own value; of a value that stands where the quarter ends, else the one to date."""
    own = bahan.fid("realisasi", ind.kode, periode=q)
    stands = ind.agregasi_triwulan in (None, AgregasiTriwulan.POSISI_AKHIR) or ind.kumulatif
    return replace(own, dokumen=SAMPAI) if stands and own not in bahan.figures else own


def _target(bahan: Bahan, ind: Indikator, fid: FigureId, plan: DokumenRencana) -> Inlines:
    """The plan's final target; one that is no number, or a range, stands as the plan writes it."""
    final = bahan.fid("target", ind.kode, plan.tahun_akhir, dokumen=plan.kode)
    return _bounds(bahan, ind, final if fid not in bahan.figures or ind.arah is Arah.RENTANG else fid)


def _bounds(bahan: Bahan, ind: Indikator, low: FigureId) -> Inlines:
    """A target without its unit; a range shows both bounds."""
    high = replace(low, besaran="target_atas")
    if ind.arah is not Arah.RENTANG or high not in bahan.figures:
        return bahan.cell(low, "angka")
    return (*bahan.cell(low, "angka"), Text("–"), *bahan.cell(high, "angka"))


def _promised(bahan: Bahan, ind: Indikator) -> Inlines:
    """The target of the Renja where the data keep one, else the measured one."""
    renja = plan_of(bahan, JenisRencana.RENJA)
    own = bahan.fid("target", ind.kode, dokumen=renja.kode if renja else None)
    return _bounds(bahan, ind, own if own in bahan.figures else bahan.fid("target", ind.kode))


def _money(bahan: Bahan, kode: str | None) -> list[Inlines]:
    """Columns 5 to 14, Rp."""
    if kode is None:
        return [teks(None)] * PASANGAN
    ids: Iterable[FigureId | None] = (
        None,
        bahan.fid("realisasi_renstra", kode, bahan.tahun - 1),
        bahan.fid("pagu", kode),
        *(_spent_in(bahan, kode, q) for q in TRIWULAN),
        bahan.fid("realisasi_anggaran", kode),
        bahan.fid("realisasi_renstra", kode),
        None,
    )
    return [bahan.cell(i, "uang") if i is not None else teks(None) for i in ids]


def _spent_in(bahan: Bahan, kode: str, q: str) -> FigureId | None:
    """The spending of a quarter alone, where that of any code is known."""
    known = any(bahan.has("realisasi_anggaran", k, periode=q, dokumen=SELAMA) for k in ("total", kode))
    return bahan.fid("realisasi_anggaran", kode, periode=q, dokumen=SELAMA) if known else None


def _total(bahan: Bahan) -> Row:
    title = Cell((Text("Jumlah anggaran", bold=True),), colspan=4, align=TENGAH)
    cells = (c for rp in _money(bahan, "total") for c in (Cell(teks(None)), Cell(rp)))
    return Row((title, *cells, Cell(()), Cell(())), RowKind.JUMLAH)


# --- below the table ---


def _mean(bahan: Bahan) -> list[Block]:
    if not bahan.has("capaian", "instansi"):
        return [kurang("Realisasi indikator, sehingga rata-rata capaian belum dapat dihitung.", perencana(bahan))]
    mean = bahan.figures[bahan.fid("capaian", "instansi")]
    averaged = [i for i in bahan.paket.indikator if any(f.kode == i.kode for f in mean.trace.inputs)]
    documents = dict.fromkeys(nama_dokumen(bahan, k) for i in averaged if (k := dokumen_terukur(bahan, i)))
    return [
        paragraf(
            "Rata-rata capaian indikator yang diukur tahun {tahun}, terhadap target menurut {dokumen}, adalah {rata}"
            "{lemah}, dengan predikat kinerja {predikat}. {dasar}{catatan}.",
            tahun=str(bahan.tahun),
            dokumen=join_list(documents),
            rata=bahan.ref(mean.id),
            lemah=weak(bahan, mean.id),
            predikat=bahan.ref(bahan.fid("predikat", "instansi")),
            dasar=averaged_words(bahan),
            catatan=f"; {mean.trace.catatan}" if mean.trace.catatan else "",
        ),
        *contrary_targets(bahan, kelompok_list(bahan)),
    ]


def _factors(bahan: Bahan) -> list[Block]:
    """Supporting and hindering factors and what must follow, as the agency wrote them."""
    made: list[Block] = []
    for title, kinds in ANALISIS:
        rows = [a for a in bahan.paket.analisis if a.tahun == bahan.tahun and a.jenis in kinds]
        if not rows:
            made.append(kurang(f"{title.rstrip(':')}.", perencana(bahan)))
            continue
        rows.sort(key=lambda a: (a.indikator, a.jenis.value, a.urutan))
        items = (inline_text(bahan, a.teks, f"analisis {a.kunci}") for a in rows)
        made += [paragraf(title), butir(ListKind.ANGKA, items)]
    return made
