"""Means to sasaran, tujuan and agency, and counts of indicators and of the plan's parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from akuntabel.calculation.capaian import PERSEN
from akuntabel.calculation.formulas import agregasi, selisih
from akuntabel.calculation.formulas.rumus import HasilRumus
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.policy import RataRata
from akuntabel.calculation.target import agreement_cells, figure_id, latest_first
from akuntabel.domain.figure import CellRef, FigureId, slug
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kolom import Baris
from akuntabel.domain.pilihan import Tingkatan
from akuntabel.regulations.scale import classify

TERTINGGI = (Tingkatan.TUJUAN, Tingkatan.SASARAN)


def measured(book: Ledger) -> list[Indikator]:
    """The indicators of the year: those of tujuan and sasaran with a target, and those promised in the latest PK."""
    promised = promised_codes(book)
    return [
        i
        for i in book.paket.indikator
        if (i.tingkat in TERTINGGI or i.kode in promised) and figure_id("target", i.kode, book.tahun) in book.figures
    ]


def choice_cells(book: Ledger, indikator_list: list[Indikator]) -> list[CellRef]:
    """The cells that say which indicators are counted: their level, and which agreement is the latest."""
    refs = [c for i in indikator_list for c in cell("indikator", i.kunci, "kode", "tingkat")]
    return refs + [c for pk in latest_first(book, book.tahun)[:1] for c in agreement_cells(pk)]


def promised_codes(book: Ledger) -> frozenset[str]:
    """Codes of the indicators in the latest agreement of the year."""
    latest = next(iter(latest_first(book, book.tahun)), None)
    if latest is None:
        return frozenset()
    return frozenset(p.indikator for p in book.paket.perjanjian_indikator if p.perjanjian == latest.kode)


def compute(book: Ledger) -> None:
    """Enter means and counts of the report year."""
    indikator_list = measured(book)
    for parent, rows in (("sasaran", book.paket.sasaran), ("tujuan", book.paket.tujuan)):
        for row in rows:
            own = [i for i in indikator_list if i.tingkat.value == parent and i.induk == row.kunci]
            _mean(book, row.kunci, own)
    _mean(book, "instansi", indikator_list)
    _counts(book, "semua", indikator_list)
    promised = promised_codes(book)
    _counts(book, "pk", [i for i in indikator_list if i.kode in promised])
    _plan_counts(book)


def _mean(book: Ledger, kode: str, indikator_list: list[Indikator]) -> None:
    which = "capaian_dibatasi" if book.policy.rata_rata is RataRata.DIBATASI else "capaian"
    ids = [figure_id(which, i.kode, book.tahun) for i in indikator_list]
    parts = [
        (fid, value, Decimal(1) if ind.bobot is None else ind.bobot)
        for fid, ind in zip(ids, indikator_list, strict=True)
        if (value := book.number(fid)) is not None
    ]
    refs = [c for i in indikator_list for c in cell("indikator", i.kunci, "tingkat", "induk", "bobot")]
    if not parts:
        _no_mean(book, kode, indikator_list, refs)
        return
    result = agregasi.compute_mean(tuple((v, w) for _, v, w in parts))
    left_out = len(ids) - len(parts)
    note = f"{left_out} indikator tanpa capaian tidak ikut dirata-ratakan" if left_out else None
    fid = FigureId("capaian", kode, book.tahun)
    figure = book.computed(
        fid, result, agregasi.RUMUS_RATA, "persen", [p[0] for p in parts], desimal=PERSEN, cells=refs,
        kebijakan=("rata_rata",), catatan=note,
    )  # fmt: skip
    if figure.number is not None:
        scale = book.regulations.skala(book.policy.skala)
        kelas = classify(scale, figure.number)
        word = FigureId("predikat", kode, book.tahun)
        book.word(word, kelas.nama, [fid], dasar=[scale.dasar.label()], kebijakan=("skala",))


def _no_mean(book: Ledger, kode: str, indikator_list: list[Indikator], refs: list[CellRef]) -> None:
    """A mean of indicators none of which has a capaian: the state that they share, with the reason."""
    ids = [i for k in indikator_list if (i := figure_id("capaian", k.kode, book.tahun)) in book.figures]
    if ids:
        state, reason = book.state_of(ids)
        book.absent(FigureId("capaian", kode, book.tahun), state, reason, ids, "persen", refs)


def _counts(book: Ledger, group: str, indikator_list: list[Indikator]) -> None:
    """How many indicators exceed, reach and miss their target, have no value, and bear each predikat."""
    refs = choice_cells(book, indikator_list)
    total = FigureId("jumlah_indikator", group, book.tahun)
    result = HasilRumus(Decimal(len(indikator_list)), f"cacah {len(indikator_list)} indikator")
    book.computed(total, result, selisih.RUMUS_JUMLAH, "indikator", [], desimal=0, cells=refs)
    status = {i.kode: figure_id("status", i.kode, book.tahun) for i in indikator_list}
    words = {k: f.value if (f := book.get(v)) else None for k, v in status.items()}
    tests: dict[str, Callable[[object], bool]] = {
        "melampaui": lambda w: w == "melampaui target",
        "mencapai": lambda w: w == "mencapai target",
        "tercapai": lambda w: w in ("melampaui target", "mencapai target"),
        "tidak_tercapai": lambda w: w == "tidak mencapai target",
        "tanpa_nilai": lambda w: w is None,
    }
    capaian = [figure_id("capaian", i.kode, book.tahun) for i in indikator_list]
    for name, test in tests.items():
        n = sum(test(w) for w in words.values())
        fid = FigureId("jumlah_indikator", f"{group}:{name}", book.tahun)
        inputs = [i for i in (*status.values(), *capaian) if i in book.figures]
        book.computed(
            fid, HasilRumus(Decimal(n), f"cacah {n} indikator"), selisih.RUMUS_JUMLAH, "indikator", inputs, desimal=0,
            cells=refs,
        )  # fmt: skip
    predikat = [figure_id("predikat", i.kode, book.tahun) for i in indikator_list]
    for kelas in book.regulations.skala(book.policy.skala).kelas:
        n = sum((f := book.get(p)) is not None and f.value == kelas.nama for p in predikat)
        fid = FigureId("jumlah_indikator", f"{group}:predikat-{slug(kelas.nama)}", book.tahun)
        inputs = [p for p in predikat if p in book.figures]
        book.computed(
            fid, HasilRumus(Decimal(n), f"cacah {n} indikator"), selisih.RUMUS_JUMLAH, "indikator", inputs, desimal=0,
            cells=refs, kebijakan=("skala",),
        )  # fmt: skip


def _plan_counts(book: Ledger) -> None:
    """Counts of tujuan, sasaran, IKU, and of programmes and activities with a budget in the year."""
    paket = book.paket
    funded = {
        f.id.kode
        for f in book.figures.values()
        if f.id.besaran == "pagu" and f.id.tahun == book.tahun and (f.number or f.tercatat or 0) > 0
    }
    now = [d for d in paket.dokumen_rencana if d.tahun_awal <= book.tahun <= d.tahun_akhir]
    replaced = {d.menggantikan for d in now} | {d.kode for d in paket.dokumen_rencana if d not in now}
    old = {t.kode for t in paket.tujuan if t.dokumen in replaced}
    counts: dict[str, Iterable[Baris]] = {
        "tujuan": [t for t in paket.tujuan if t.dokumen not in replaced],
        "sasaran": [s for s in paket.sasaran if s.tujuan not in old],
        "iku": [i for i in paket.indikator if i.iku and (i.berlaku_sampai or book.tahun) >= book.tahun],
        "program": [p for p in paket.program if p.kode in funded],
        "kegiatan": [k for k in paket.kegiatan if k.kode in funded],
        "subkegiatan": [s for s in paket.subkegiatan if s.kode in funded],
    }
    plans = [
        c for d in paket.dokumen_rencana for c in cell(d.TABEL, d.kunci, "tahun_awal", "tahun_akhir", "menggantikan")
    ]
    goals = [*plans, *(c for t in paket.tujuan for c in cell(t.TABEL, t.kunci, "dokumen"))]
    links = {
        "tujuan": goals,
        "sasaran": [*goals, *(c for s in paket.sasaran for c in cell(s.TABEL, s.kunci, "tujuan"))],
        "iku": [c for i in paket.indikator for c in cell(i.TABEL, i.kunci, "iku", "berlaku_sampai")],
    }
    for name, rows in counts.items():
        _count(book, FigureId("jumlah", name, book.tahun), list(rows), links.get(name, []))
    for program in paket.program:
        own = [k for k in paket.kegiatan if k.program == program.kode and k.kode in funded]
        held = [c for k in own for c in cell(k.TABEL, k.kunci, "program")]
        _count(book, FigureId("jumlah", f"kegiatan:{program.kode}", book.tahun), list(own), held)


def _count(book: Ledger, fid: FigureId, rows: list[Baris], links: list[CellRef]) -> None:
    """Enter a count of rows; `links` are the cells that put a row among them, beside its being there."""
    refs = [*(c for r in rows for c in cell(r.TABEL, r.kunci, r.KUNCI[0])), *links]
    inputs = [p for r in rows if (p := FigureId("pagu", r.kunci, book.tahun)) in book.figures] if rows else []
    result = HasilRumus(Decimal(len(rows)), f"cacah {len(rows)} baris")
    book.computed(fid, result, selisih.RUMUS_JUMLAH, "", inputs, desimal=0, cells=refs)
