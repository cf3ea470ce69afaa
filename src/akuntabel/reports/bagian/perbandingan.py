"""Comparisons of an indicator: with earlier years, with the end of the plan, with other areas."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from akuntabel.bahasa.kalimat import join_list
from akuntabel.bahasa.tanggal import BULAN
from akuntabel.charts.picture import to_picture
from akuntabel.charts.specs import BarChart, LineChart, Series
from akuntabel.doctree.nodes import Block, Inlines, Text
from akuntabel.domain.figure import Figure, FigureId, slug
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.kinerja import Pembanding, Realisasi
from akuntabel.domain.pilihan import Arah, Wilayah
from akuntabel.domain.rencana import DokumenRencana
from akuntabel.reports.bagian.kelompok import Kelompok, satuan_kalimat, satuan_selisih
from akuntabel.reports.bagian.pengukuran import target_inlines
from akuntabel.reports.bagian.sumber import dokumen_terukur, sumber_nilai
from akuntabel.reports.bahan import Bahan, kalimat, kurang, paragraf
from akuntabel.reports.cetak import print_figure
from akuntabel.reports.penanggung import perencana
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, tabel, teks, unrounded

ANGGAPAN = "anggapan"
PASANGAN = 2  # years that are compared as a pair: bars from zero; more of them are a line
TUJUAN_ARAH = {Arah.RENTANG: "rentang target", Arah.TETAP: "target"}
SAMBUNG = {"lebih baik": " daripada", "sama": " dengan"}  # 'belum sebaik' needs no word before the area
SEBUTAN_WILAYAH = {Wilayah.NASIONAL: "Nasional", Wilayah.PROVINSI: "Provinsi", Wilayah.DAERAH_LAIN: "Daerah lain"}


def years_of(bahan: Bahan, ind: Indikator) -> list[int]:
    """Years up to the report's that have a realised value, oldest first."""
    found = {f.tahun for f in bahan.figures if f.besaran == "realisasi" and f.kode == ind.kode and f.periode is None}
    return sorted(t for t in found if t <= bahan.tahun and bahan.has("realisasi", ind.kode, t))


def _shown_years(bahan: Bahan, ind: Indikator) -> list[int]:
    """The years of the table: those with a value, and the report's own, whose value may not be out yet."""
    years = years_of(bahan, ind)
    return years if not years or years[-1] == bahan.tahun else [*years, bahan.tahun]


def years_blocks(bahan: Bahan, group: Kelompok) -> tuple[Block, ...]:
    """Target, realisasi and capaian over the years, with direction and meaning in words."""
    made: list[Block] = []
    rows = [
        baris(
            teks(ind.nama),
            teks(tahun),
            target_inlines(bahan, ind, tahun),
            *(bahan.cell(bahan.fid(b, ind.kode, tahun)) for b in ("realisasi", "capaian")),
        )
        for ind in group.indikator
        for tahun in _shown_years(bahan, ind)
    ]
    if rows:
        made.append(
            tabel(
                f"Perbandingan Realisasi dengan Tahun Sebelumnya, {group.judul}",
                f"tabel-tahun-{group.kode}",
                ((40, KIRI), (12, TENGAH), (16, KANAN), (16, KANAN), (16, KANAN)),
                kepala("Indikator", "Tahun", "Target", "Realisasi", "Capaian"),
                rows,
                source=_years_origin(bahan, group),
                notes=_short_series(bahan, group),
            )
        )
    for ind in group.indikator:
        made.extend(_years_of_one(bahan, ind))
    return tuple(made)


def _short_series(bahan: Bahan, group: Kelompok) -> tuple[str, ...]:
    """Which indicators have no earlier value than last year's: no row of years can be shown for them."""
    before = [i.nama for i in group.indikator if years_of(bahan, i)[:1] == [bahan.tahun - 1]]
    if not before:
        return ()
    return (f"Realisasi sebelum tahun {bahan.tahun - 1} belum tercatat untuk {join_list(before)}.",)


def _years_origin(bahan: Bahan, group: Kelompok) -> str:
    years = sorted({t for i in group.indikator for t in _shown_years(bahan, i)})
    promised = [k for i in group.indikator for t in years if (k := dokumen_terukur(bahan, i, t))]
    return sumber_nilai(bahan, group.indikator, years, promised)


def _years_of_one(bahan: Bahan, ind: Indikator) -> tuple[Block, ...]:
    years = years_of(bahan, ind)
    if years and years[-1] != bahan.tahun:
        text = "Realisasi {nama} tahun {tahun} {keadaan}; realisasi tahun {lalu} ({nilai}) belum ada bandingannya."
        last = bahan.ref(bahan.fid("realisasi", ind.kode, years[-1]))
        state = bahan.ref(bahan.fid("realisasi", ind.kode))
        return (paragraf(text, nama=ind.nama, tahun=str(bahan.tahun), keadaan=state, lalu=str(years[-1]), nilai=last),)
    if len(years) < 2:
        text = "{nama} belum mempunyai realisasi tahun sebelumnya yang dapat dibandingkan.{pendahulu}"
        return (paragraf(text, nama=ind.nama, pendahulu=_predecessor(bahan, ind)),)
    made: list[Block] = []
    if bahan.has("arah", ind.kode):
        made.append(direction(bahan, ind))
    return (*made, *_years_chart(bahan, ind, years))


def _years_chart(bahan: Bahan, ind: Indikator, years: list[int]) -> tuple[Block, ...]:
    """Target and realisasi per year: bars for two years, lines for more. None for values that are no numbers."""
    real = _values_of(bahan, ind, "realisasi", years)
    if None in real:
        return ()
    rows = [(name, _values_of(bahan, ind, b, years)) for name, b in _target_names(ind)]
    promised = [(name, found) for name, found in rows if any(found)]
    shown = (*promised, ("Realisasi", real))
    series = tuple(_series(name, found) for name, found in shown)
    what = "Target dan Realisasi" if promised else "Realisasi"
    chart = LineChart if len(years) > PASANGAN else BarChart
    spec = chart(f"{what} {ind.nama}", tuple(map(str, years)), series, ind.satuan)
    documents = [k for t in years if promised and (k := dokumen_terukur(bahan, ind, t))]
    picture = to_picture(
        spec,
        caption=(Text(f"{what} Menurut Tahun, {ind.nama}"),),
        label=f"gambar-tahun-{ind.kode}",
        figures=tuple(str(f.id) for _, found in shown for f in found if f is not None),
        source=(Text(sumber_nilai(bahan, (ind,), years, documents)),),
    )
    return (picture,)


def _target_names(ind: Indikator) -> tuple[tuple[str, str], ...]:
    """The series of targets with their besaran; a range has two."""
    if ind.arah is not Arah.RENTANG:
        return (("Target", "target"),)
    return (("Target, batas bawah", "target"), ("Target, batas atas", "target_atas"))


def _values_of(bahan: Bahan, ind: Indikator, besaran: str, years: list[int]) -> list[Figure | None]:
    """The figures of the years that are numbers; None for a year without."""
    found = (bahan.figure(besaran, ind.kode, t) for t in years)
    return [f if f is not None and f.number is not None else None for f in found]


def _series(name: str, figures: list[Figure | None]) -> Series:
    values = tuple(f.number if f is not None else None for f in figures)
    return Series(name, values, tuple(print_figure(f) if f is not None else "" for f in figures))


def direction(bahan: Bahan, ind: Indikator) -> Block:
    """The change from last year in words: direction, size and meaning."""
    before, now = bahan.fid("realisasi", ind.kode, bahan.tahun - 1), bahan.fid("realisasi", ind.kode)
    change = bahan.figure("perubahan", ind.kode)
    meaning: Inlines = ()
    if bahan.text("makna", ind.kode) not in (None, "tetap"):
        word = bahan.ref(bahan.fid("makna", ind.kode))
        meaning = kalimat(", yang berarti {makna}{sebab}", makna=word, sebab=_because(bahan, ind))
    if (way := bahan.figure("arah", ind.kode)) is not None and way.sementara:
        meaning = (*meaning, Text(", menurut data sementara"))
    if change is None or change.number is None:  # ranks have no difference
        return _direction_of_ranks(bahan, ind, meaning)
    if change.number == Decimal():
        return paragraf(
            "{nama} {arah} dibandingkan dengan tahun {lalu}, yaitu {kini}.",
            nama=ind.nama, arah=bahan.ref(bahan.fid("arah", ind.kode)), lalu=str(bahan.tahun - 1), kini=bahan.ref(now),
        )  # fmt: skip
    return paragraf(
        "Dibandingkan dengan tahun {lalu}, {nama} {arah} {selisih} {satuan}, dari {sebelum} menjadi {kini}{makna}.",
        lalu=str(bahan.tahun - 1),
        nama=ind.nama,
        arah=bahan.ref(bahan.fid("arah", ind.kode)),
        selisih=bahan.ref(bahan.fid("perubahan", ind.kode), "mutlak"),
        satuan=satuan_selisih(ind),
        sebelum=bahan.ref(before),
        kini=bahan.ref(now),
        makna=meaning,
    )


def _because(bahan: Bahan, ind: Indikator) -> str:
    """Why a change is good or bad where the goal is not simply up or down: ' karena mendekati rentang target'."""
    goal = TUJUAN_ARAH.get(ind.arah)
    if goal is None:
        return ""
    if bahan.text("makna", ind.kode) == "memburuk":
        return f" karena menjauhi {goal}"
    outside = bahan.text("status", ind.kode) == "tidak mencapai target"
    return f" karena mendekati {goal}" if outside else f" karena mencapai {goal}"


def _direction_of_ranks(bahan: Bahan, ind: Indikator, meaning: Inlines) -> Block:
    parts = {
        "nama": ind.nama,
        "arah": bahan.ref(bahan.fid("arah", ind.kode)),
        "lalu": str(bahan.tahun - 1),
        "kini": bahan.ref(bahan.fid("realisasi", ind.kode)),
        "makna": meaning,
    }
    if bahan.text("arah", ind.kode) == "tetap":
        return paragraf("{nama} {arah} dibandingkan dengan tahun {lalu}, yaitu {kini}.", **parts)
    before = bahan.ref(bahan.fid("realisasi", ind.kode, bahan.tahun - 1))
    return paragraf(
        "Dibandingkan dengan tahun {lalu}, {nama} {arah} dari {sebelum} menjadi {kini}{makna}.", sebelum=before, **parts
    )


def _predecessor(bahan: Bahan, ind: Indikator) -> Inlines:
    """A predecessor of another definition is shown apart, never joined in one line."""
    old = next((i for i in bahan.paket.indikator if i.kode == ind.menggantikan), None)
    if old is None:
        return ()
    fid = bahan.fid("realisasi", old.kode, bahan.tahun - 1)
    if fid not in bahan.figures:
        return ()
    note = " (definisi berbeda)" if ind.definisi_berbeda else ""
    return kalimat(
        " Indikator yang digantikannya{catatan}, {nama}, tahun {lalu} sebesar {nilai}.",
        catatan=note, nama=old.nama, lalu=str(bahan.tahun - 1), nilai=bahan.ref(fid),
    )  # fmt: skip


def plan_end_blocks(bahan: Bahan, group: Kelompok, plan: DokumenRencana | None) -> tuple[Block, ...]:
    """Realisasi against the final target of the plan, by every method that applies."""
    shown = [i for i in group.indikator if bahan.has("target_akhir", i.kode)]
    if plan is None or not shown:
        return (paragraf("Target akhir periode rencana belum tercatat pada data, sehingga belum dapat dibandingkan."),)
    rows = [
        baris(
            teks(i.nama),
            bahan.cell(bahan.fid("realisasi", i.kode)),
            _final(bahan, i, plan),
            bahan.cell(bahan.fid("kemajuan", i.kode)),
            bahan.cell(bahan.fid("kemajuan", i.kode, dokumen="dari_dasar")),
        )
        for i in shown
    ]
    table = tabel(
        f"Perbandingan Realisasi dengan Target Akhir {plan.nama}, {group.judul}",
        f"tabel-akhir-{group.kode}",
        ((36, KIRI), (16, KANAN), (16, KANAN), (16, KANAN), (16, KANAN)),
        kepala(
            "Indikator", f"Realisasi {bahan.tahun}", f"Target {plan.tahun_akhir}", "Tingkat kemajuan",
            "Kemajuan dari data dasar",
        ),
        rows,
        source=sumber_nilai(bahan, shown, documents=[plan.kode]),
        notes=(f"Kemajuan dihitung menurut {bahan.policy.label('kemajuan')}.",),
    )  # fmt: skip
    return (table, *(_progress_sentence(bahan, i, plan) for i in shown if bahan.has("kemajuan", i.kode)))


def _final(bahan: Bahan, ind: Indikator, plan: DokumenRencana) -> Inlines:
    """The final target; a range shows both bounds."""
    high = bahan.fid("target_atas", ind.kode, plan.tahun_akhir, dokumen=plan.kode)
    low = bahan.ref(bahan.fid("target_akhir", ind.kode))
    return (low, Text(" sampai "), bahan.ref(high)) if high in bahan.figures else (low,)


def _progress_sentence(bahan: Bahan, ind: Indikator, plan: DokumenRencana) -> Block:
    base: Inlines = ()
    if bahan.has("kemajuan", ind.kode, dokumen="dari_dasar"):
        fid = bahan.fid("kemajuan", ind.kode, dokumen="dari_dasar")
        away = (bahan.figures[fid].number or 0) < 0
        text = " Dihitung dari data dasar, kemajuannya {nilai}{arah}."
        base = kalimat(text, nilai=bahan.ref(fid), arah="; realisasi menjauh dari target" if away else "")
    return paragraf(
        "Target {nama} pada akhir periode, tahun {akhir}, adalah {target}{satuan}. Realisasi tahun {tahun}, yaitu "
        "{realisasi}{satuan}, menunjukkan tingkat kemajuan {kemajuan}.{dasar}",
        nama=ind.nama,
        akhir=str(plan.tahun_akhir),
        target=_final(bahan, ind, plan),
        satuan=satuan_kalimat(ind),
        tahun=str(bahan.tahun),
        realisasi=bahan.ref(bahan.fid("realisasi", ind.kode)),
        kemajuan=bahan.ref(bahan.fid("kemajuan", ind.kode)),
        dasar=base,
    )


def others_blocks(bahan: Bahan, group: Kelompok) -> tuple[Block, ...]:
    """National and provincial figures of the same month beside ours."""
    compared = {p.indikator for p in bahan.paket.pembanding if p.tahun == bahan.tahun}
    made = [b for i in group.indikator if i.kode in compared for b in _others_of_one(bahan, i)]
    alone = [i.nama for i in group.indikator if i.kode not in compared]
    if alone:
        text = "Angka nasional atau provinsi tahun {tahun} sebagai pembanding belum tercatat untuk {nama}."
        made.append(paragraf(text, tahun=str(bahan.tahun), nama=join_list(alone)))
    return (*made, *_half_compared(bahan, (i for i in group.indikator if i.kode in compared)))


def _half_compared(bahan: Bahan, rows: Iterable[Indikator]) -> tuple[Block, ...]:
    """One notice for the indicators that are compared with the nation alone, or with the province alone."""
    own = bahan.instansi
    areas = {Wilayah.NASIONAL: "nasional"}
    if own.provinsi and own.provinsi not in own.daerah:
        areas[Wilayah.PROVINSI] = f"provinsi ({own.provinsi})"
    lacking = []
    for ind in rows:
        held = {p.wilayah for p in bahan.paket.pembanding if (p.indikator, p.tahun) == (ind.kode, bahan.tahun)}
        lacking += [f"{word} untuk {ind.nama}" for area, word in areas.items() if area not in held]
    what = f"Angka pembanding tahun {bahan.tahun}: {'; '.join(lacking)}."
    return (kurang(what, perencana(bahan)),) if lacking else ()


def _others_of_one(bahan: Bahan, ind: Indikator) -> tuple[Block, ...]:
    rows = [p for p in bahan.paket.pembanding if p.indikator == ind.kode and p.tahun == bahan.tahun]
    real = bahan.fid("realisasi", ind.kode)
    own = next(
        (r for r in bahan.paket.realisasi if r.indikator == ind.kode and r.tahun == bahan.tahun and r.dipakai), None
    )
    when = _own_month(bahan, own)
    assumed = own is not None and bool(own.bulan_anggapan)
    body = [baris(teks(bahan.instansi.daerah), teks(when), bahan.cell(real), teks(None), teks(None))]
    sentences: list[Block] = []
    for row in rows:
        kode = f"{ind.kode}:{slug(row.nama_wilayah)}"
        other, gap, verdict = (FigureId(b, kode, row.tahun) for b in ("pembanding", "selisih_pembanding", "banding"))
        name = f"{SEBUTAN_WILAYAH[row.wilayah]}: {row.nama_wilayah}"
        cells = (bahan.cell(other), bahan.cell(gap, "angka"), bahan.cell(verdict))
        body.append(baris(teks(name), teks(_month(row.bulan, row.tahun)), *cells))
        if bahan.has("selisih_pembanding", kode) and bahan.has("banding", kode):
            sentences.append(_verdict_sentence(bahan, ind, row.nama_wilayah, kode, assumed=assumed))
    theirs = [p.sumber for p in rows if p.sumber]
    sources = dict.fromkeys((*([own.sumber] if own and own.sumber else []), *theirs)) or {bahan.nama: None}
    table = tabel(
        f"Perbandingan dengan Angka Nasional dan Provinsi Tahun {bahan.tahun}, {ind.nama}",
        f"tabel-banding-{ind.kode}",
        ((38, KIRI), (20, TENGAH), (14, KANAN), (14, KANAN), (16, TENGAH)),
        kepala("Wilayah", "Waktu survei", "Nilai", "Selisih", f"{bahan.instansi.daerah} terhadap wilayah itu"),
        body,
        source=f"Sumber: {'; '.join(sources)}",
        notes=(
            f"Selisih dalam {satuan_selisih(ind)}.",
            *unrounded(bahan, [(real, *_gap_ids(ind, r)) for r in rows]),
            *_month_note(bahan, own),
        ),
    )
    return (table, *sentences)


def _gap_ids(ind: Indikator, row: Pembanding) -> tuple[FigureId, FigureId]:
    """The ids of another area's value and of our distance from it."""
    kode = f"{ind.kode}:{slug(row.nama_wilayah)}"
    return FigureId("pembanding", kode, row.tahun), FigureId("selisih_pembanding", kode, row.tahun)


def _month(bulan: int | None, tahun: int) -> str:
    return f"{BULAN[bulan - 1]} {tahun}" if bulan else str(tahun)


def _own_month(bahan: Bahan, row: Realisasi | None) -> str:
    """The survey month of our own value; an assumed one is printed as such."""
    when = _month(row.bulan_survei if row else None, bahan.tahun)
    return f"{when} ({ANGGAPAN})" if row and row.bulan_survei and row.bulan_anggapan else when


def _month_note(bahan: Bahan, row: Realisasi | None) -> tuple[str, ...]:
    if row is None or not row.bulan_anggapan:
        return ()
    return (f"Bulan survei {bahan.instansi.daerah} tidak disebut pada sumbernya; bulan yang tercetak ialah anggapan.",)


def _verdict_sentence(bahan: Bahan, ind: Indikator, wilayah: str, kode: str, *, assumed: bool) -> Block:
    same = bahan.text("banding", kode) == "sama"
    tail = kalimat(
        ", dengan selisih {selisih} {satuan}",
        selisih=bahan.ref(bahan.fid("selisih_pembanding", kode), "mutlak"),
        satuan=satuan_selisih(ind),
    )
    return paragraf(
        "{nama} {daerah} ({kini}) {hasil}{kata} {wilayah} ({lain}){selisih}{anggapan}.",
        wilayah=wilayah,
        lain=bahan.ref(bahan.fid("pembanding", kode)),
        nama=ind.nama,
        daerah=bahan.instansi.daerah,
        kini=bahan.ref(bahan.fid("realisasi", ind.kode)),
        hasil=bahan.ref(bahan.fid("banding", kode)),
        kata=SAMBUNG.get(bahan.text("banding", kode) or "", ""),
        selisih=() if same else tail,
        anggapan=", bila bulan surveinya sama" if assumed else "",
    )
