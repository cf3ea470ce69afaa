"""Bab IV: strengths and weaknesses, trend, what the last plan brought, remarks, and the plan that follows."""

from __future__ import annotations

from akuntabel.calculation.skm_rinci import ordered, period_before
from akuntabel.doctree.nodes import Block, Heading, Row, Text
from akuntabel.domain.skm import SkmPeriode
from akuntabel.reports.bagian.responden import PENGELOLA
from akuntabel.reports.bagian.rtl_survei import earlier_blocks, plan_blocks
from akuntabel.reports.bagian.saran import remarks_blocks
from akuntabel.reports.bagian.skm import (
    analysis_lines,
    rekap_unsur,
    trend_words,
    year_chart,
    year_table,
    years_known,
)
from akuntabel.reports.bagian.survei import SETAHUN, Survei, periods, waktu
from akuntabel.reports.bahan import kalimat, kurang, paragraf
from akuntabel.reports.cetak import print_figure
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, sumber, tabel, teks

SELISIH_TEPAT = (
    "Perubahan dihitung dari angka tanpa pembulatan, sehingga angka terakhirnya dapat berbeda dari selisih angka yang "
    "tercetak."
)


def blocks(survei: Survei) -> list[Block]:
    """The chapter; a copy for citizens has no remarks."""
    remarks = [Heading(2, (Text("Saran dan Masukan Responden"),), "saran"), *remarks_blocks(survei)]
    return [
        Heading(2, (Text("Kekuatan dan Kelemahan Pelayanan"),), "analisis-unsur"),
        *_analysis(survei),
        Heading(2, (Text("Tren Indeks"),), "tren"),
        *_periods(survei),
        *_years(survei),
        Heading(2, (Text("Hasil Tindak Lanjut Periode Sebelumnya"),), "rtl-sebelumnya"),
        *earlier_blocks(survei),
        *(remarks if survei.bahan.internal else ()),
        Heading(2, (Text("Rencana Tindak Lanjut"),), "rtl"),
        *plan_blocks(survei),
    ]


def _analysis(survei: Survei) -> list[Block]:
    """The unsur on either side of the mean, then what is recorded of each, lowest first."""
    made: list[Block] = [*_sides(survei)]
    rows = list(reversed(rekap_unsur(survei.bahan, survei.periode)))
    names = survei.bahan.regulations.unsur_skm(survei.periode.tahun)
    told = {a.unsur for a in survei.bahan.paket.analisis_unsur if a.periode == survei.periode.kode}
    if not told:
        return [*made, kurang(f"Analisis unsur survei {survei.waktu} (tabel analisis_unsur).", PENGELOLA)]
    made.append(paragraf("Uraian setiap unsur disusun dari nilai terendah."))
    for row in rows:
        unsur = row.unsur or ""
        own = [a for a in survei.bahan.paket.analisis_unsur if (a.periode, a.unsur) == (survei.periode.kode, unsur)]
        if own:
            title = kalimat("{nama} ({nilai})", nama=names.get(unsur, unsur), nilai=survei.ref("nilai_unsur", unsur))
            made += [Heading(3, title, f"unsur-{survei.periode.kode}-{unsur}"), *analysis_lines(survei.bahan, own)]
    silent = [names.get(r.unsur or "", r.unsur or "") for r in rows if r.unsur not in told]
    return [*made, *([kurang(f"Analisis unsur: {'; '.join(silent)}.", PENGELOLA)] if silent else [])]


def _sides(survei: Survei) -> list[Block]:
    made: list[Block] = []
    for side, text in (
        (
            "di-bawah-rata-rata",
            "Kelemahan, yaitu unsur yang nilainya di bawah rata-rata seluruh unsur dan diutamakan perbaikannya, mulai "
            "dari yang terendah ialah {unsur}.",
        ),
        (
            "di-atas-rata-rata",
            "Kekuatan, yaitu unsur yang nilainya di atas rata-rata seluruh unsur, mulai dari yang tertinggi ialah "
            "{unsur}.",
        ),
    ):
        if survei.has("unsur", side):
            made.append(paragraf(text, unsur=survei.ref("unsur", side)))
    return made


def _periods(survei: Survei) -> list[Block]:
    """The recorded periods up to this one, with the change from each to the next."""
    found = ordered(survei.bahan.paket)
    own = found[: found.index(survei.periode) + 1]
    before = period_before(survei.bahan.paket, survei.periode)
    if before is None:
        text = "Baru satu periode survei yang tercatat, sehingga tren antarperiode belum dapat disajikan."
        return [paragraf(text)]
    table = tabel(
        "Indeks Kepuasan Masyarakat Menurut Periode Survei",
        "tabel-ikm-periode",
        ((46, KIRI), (20, KANAN), (16, KANAN), (12, TENGAH), (18, KANAN)),
        kepala("Periode survei", "Responden (n)", "Indeks", "Mutu", "Perubahan"),
        [_period_row(survei, p) for p in own],
        source=sumber(survei.bahan),
        notes=[SELISIH_TEPAT],
    )
    return [table, *_change(survei, before)]


def _period_row(survei: Survei, periode: SkmPeriode) -> Row:
    kinds = ("skm_responden", "ikm", "mutu", "perubahan_ikm")
    cells = (survei.bahan.cell(survei.bahan.fid(b, periode.kode, periode.tahun)) for b in kinds)
    return baris(teks(waktu(periode)), *cells)


def _change(survei: Survei, before: SkmPeriode) -> list[Block]:
    if not survei.has("arah_ikm"):
        return []
    old = survei.bahan.ref(survei.bahan.fid("ikm", before.kode, before.tahun))
    parts = {"dulu": waktu(before), "sebelum": old, "kini": survei.ref("ikm")}
    if survei.text("arah_ikm") == "tetap":
        return [paragraf("Dibandingkan dengan survei {dulu}, indeks tetap {kini}.", **parts)]
    return [
        paragraf(
            "Dibandingkan dengan survei {dulu}, indeks {arah} {selisih} poin dari {sebelum} menjadi {kini}.",
            arah=survei.ref("arah_ikm"),
            selisih=survei.ref("perubahan_ikm", format_name="mutlak"),
            **parts,
        )
    ]


def _years(survei: Survei) -> list[Block]:
    """The yearly index, where more than one year is known; of this year only when the period closes it."""
    bahan = survei.bahan
    closes = periods(bahan)[-1] == survei.periode
    years = [t for t in years_known(bahan) if closes or t < survei.periode.tahun]
    if len(years) < 2:
        return [kurang("Indeks kepuasan masyarakat tahun-tahun sebelumnya (tabel skm_tahunan).", PENGELOLA)]
    words = (*_quoted(survei), *_computed(survei), *trend_words(bahan, basis=False)) if closes else ()
    return [year_table(bahan, years), *words, *year_chart(bahan, years)]


def _computed(survei: Survei) -> list[Block]:
    """How the year's index comes from its periods, where it was computed; their answers stand in the table above."""
    year = survei.bahan.figure("ikm", SETAHUN)
    if year is None or year.number is None or year.trace.kebijakan is None:
        return []
    way = survei.bahan.policy.value_text("ikm_tahun")
    return [paragraf("Indeks tahun {tahun} dihitung dari {cara}.", tahun=str(year.id.tahun), cara=way)]


def _quoted(survei: Survei) -> list[Block]:
    """That the year's index is quoted, where it is and differs from that of the only period of the year."""
    year = survei.bahan.figure("ikm", SETAHUN)
    own = survei.bahan.figures.get(survei.fid("ikm"))
    if year is None or own is None or year.trace.kebijakan is not None or len(periods(survei.bahan)) > 1:
        return []
    if year.number is None or own.number is None or print_figure(year) == print_figure(own):
        return []
    return [
        paragraf(
            "Indeks tahun {tahun} pada tabel itu, {dikutip}, dikutip dari dokumen sumbernya dan tidak sama dengan "
            "indeks survei periode ini, {dihitung}; keterangannya tercantum di bawah tabel.",
            tahun=str(year.id.tahun),
            dikutip=survei.bahan.ref(year.id),
            dihitung=survei.ref("ikm"),
        )
    ]
