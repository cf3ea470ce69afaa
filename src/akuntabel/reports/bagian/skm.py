"""The satisfaction survey in a report: years, unsur and services."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from akuntabel.bahasa.angka import format_number
from akuntabel.bahasa.kalimat import sentence
from akuntabel.calculation.jawaban_skm import rekap_periode
from akuntabel.charts.picture import to_picture
from akuntabel.charts.specs import BarChart, Series, TargetLine
from akuntabel.doctree.nodes import Block, Gaya, Heading, Inlines, ListKind, Paragraph, Row, RowKind, Text
from akuntabel.domain.figure import Figure
from akuntabel.domain.pilihan import JenisAnalisisUnsur, SubjekRegulasi
from akuntabel.domain.skm import AnalisisUnsur, SkmLayanan, SkmPeriode, SkmRekap
from akuntabel.reports.bagian.hukum import basis, cite
from akuntabel.reports.bagian.survei import SETAHUN, index_limits, periods, periods_of, waktu
from akuntabel.reports.bahan import Bahan, join, kalimat, kurang, paragraf
from akuntabel.reports.butir import butir
from akuntabel.reports.cetak import print_figure
from akuntabel.reports.narasi import inline_text, passage
from akuntabel.reports.tabel import KANAN, KIRI, TENGAH, baris, kepala, sumber, tabel, teks

NILAI = ("ikm", "nilai_unsur")  # what a service is withheld by
DATA_SEMENTARA = " (data sementara)"
JENIS_ANALISIS = {
    JenisAnalisisUnsur.PENDUKUNG: "Faktor pendukung",
    JenisAnalisisUnsur.PENGHAMBAT: "Faktor penghambat",
    JenisAnalisisUnsur.TINDAKAN: "Tindakan yang telah dilakukan",
    JenisAnalisisUnsur.SOLUSI: "Rencana perbaikan",
}


def years_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """Target, index, capaian and mutu over the years, with the trend in words."""
    years = years_known(bahan)
    if not years:
        return ()
    words = (*trend_words(bahan), *year_chart(bahan, years), *_weights(bahan), *_goals(bahan))
    return (*passage(bahan, "skm_pengantar"), *guide(bahan), year_table(bahan, years), *words)


def years_known(bahan: Bahan) -> list[int]:
    """The years up to the report year that have an index or a target."""
    found = {r.tahun for r in bahan.paket.skm_tahunan if r.tahun <= bahan.tahun}
    return sorted(found | ({bahan.tahun} if bahan.has("ikm", SETAHUN) else set()))


def year_table(bahan: Bahan, years: list[int]) -> Block:
    """Target, index, capaian and mutu of each year, with where they come from."""
    rows = [
        baris(
            teks(t),
            *(
                bahan.cell(bahan.fid(b, SETAHUN, t))
                for b in ("target_ikm", "ikm", "capaian_ikm", "mutu", "kinerja_layanan")
            ),
        )
        for t in years
    ]
    return tabel(
        f"Indeks Kepuasan Masyarakat {bahan.nama}",
        "tabel-ikm-tahun",
        ((14, TENGAH), (16, KANAN), (16, KANAN), (16, KANAN), (12, TENGAH), (26, TENGAH)),
        kepala("Tahun", "Target", "Indeks", "Capaian", "Mutu", "Kinerja pelayanan"),
        rows,
        source=sumber(bahan),
        notes=_origin_notes(bahan),
    )


def guide(bahan: Bahan) -> tuple[Block, ...]:
    """The regulation that the survey follows, and the intervals of mutu with theirs."""
    scale = bahan.regulations.skala_pada("mutu_skm", bahan.tahun)
    named = basis(bahan, SubjekRegulasi.PELAYANAN)
    rows = [paragraf("Dasar hukum survei: {dasar}.", dasar="; ".join(cite(r) for r in named))] if named else []
    opening = paragraf("Mutu pelayanan ditetapkan menurut {dasar}:", dasar=scale.dasar.label())
    classes = ((Text(f"{k.rentang_teks}: {k.kode} ({k.nama})"),) for k in reversed(scale.kelas))
    return (*rows, opening, butir(ListKind.BUTIR, classes, names=True))


def _origin_notes(bahan: Bahan) -> list[str]:
    """Where the targets come from, as the data say."""
    rows = [r for r in bahan.paket.skm_tahunan if r.dipakai and r.tahun <= bahan.tahun]
    found = [f"Target tahun {r.tahun}: {r.asal_target}." for r in rows if r.asal_target]
    return found + [f"Indeks tahun {r.tahun}: {r.keterangan.rstrip('.')}." for r in rows if r.keterangan]


def trend_words(bahan: Bahan, *, basis: bool = True) -> list[Block]:
    """What the year's index stands on, the year against its target, then the change from each year to the next."""
    made: list[Block] = _basis(bahan) if basis else []
    if bahan.has("status_ikm", SETAHUN):
        made.append(
            paragraf(
                "Indeks tahun {tahun} sebesar {ikm}{batas} {status} {target}, dengan capaian {capaian}, mutu pelayanan "
                "{mutu} ({kinerja}).",
                tahun=str(bahan.tahun),
                batas=index_limits(bahan),
                ikm=bahan.ref(bahan.fid("ikm", SETAHUN)),
                status=bahan.ref(bahan.fid("status_ikm", SETAHUN)),
                target=bahan.ref(bahan.fid("target_ikm", SETAHUN)),
                capaian=bahan.ref(bahan.fid("capaian_ikm", SETAHUN)),
                mutu=bahan.ref(bahan.fid("mutu", SETAHUN)),
                kinerja=bahan.ref(bahan.fid("kinerja_layanan", SETAHUN)),
            )
        )
    years = sorted({r.tahun for r in bahan.paket.skm_tahunan if r.tahun < bahan.tahun}, reverse=True)
    return made + [_change(bahan, t) for t in (bahan.tahun, *years) if bahan.has("arah_ikm", SETAHUN, t)]


def _change(bahan: Bahan, tahun: int) -> Block:
    """The change of the index from one year to the next."""
    before = bahan.fid("ikm", SETAHUN, tahun - 1)
    now = bahan.fid("ikm", SETAHUN, tahun)
    parts = {
        "arah": bahan.ref(bahan.fid("arah_ikm", SETAHUN, tahun)),
        "selisih": bahan.ref(bahan.fid("perubahan_ikm", SETAHUN, tahun), "mutlak"),
        "sebelum": bahan.ref(before),
        "lemah": _weak(bahan.figures.get(before), DATA_SEMENTARA),
        "kini": bahan.ref(now),
    }
    latest = tahun == bahan.tahun
    quality = bahan.fid("mutu", SETAHUN, tahun)
    known = quality in bahan.figures and not latest  # the latest is told with its target
    return paragraf(
        "{awal}, indeks {arah} {selisih} poin dari {sebelum}{lemah} menjadi {kini}{batas}{mutu}.",
        awal=f"Dibandingkan dengan tahun {tahun - 1}" if latest else f"Dari tahun {tahun - 1} ke tahun {tahun}",
        batas=index_limits(bahan) if latest else _weak(bahan.figures.get(now), DATA_SEMENTARA),
        mutu=kalimat(", mutu pelayanan {mutu}", mutu=bahan.ref(quality)) if known else (),
        **parts,
    )


def _weak(figure: Figure | None, words: str = " menurut data sementara") -> str:
    """The words behind a value that is provisional."""
    return words if figure is not None and figure.sementara else ""


def _goals(bahan: Bahan) -> list[Block]:
    """The targets recorded for years to come, and where they come from."""
    rows = [r for r in bahan.paket.skm_tahunan if r.dipakai and r.tahun > bahan.tahun and r.target is not None]
    return [
        paragraf(
            "Target indeks tahun {tahun} yang tercatat ialah {target}.{asal}",
            tahun=str(r.tahun),
            target=bahan.ref(bahan.fid("target_ikm", SETAHUN, r.tahun)),
            asal=f" Asal target: {sentence(r.asal_target)}" if r.asal_target else "",
        )
        for r in sorted(rows, key=lambda r: r.tahun)
    ]


def _basis(bahan: Bahan) -> list[Block]:
    """What a computed index of the year stands on: the policy, the months and the answers of each period."""
    index = bahan.figures.get(bahan.fid("ikm", SETAHUN))
    if index is None or index.number is None or index.trace.kebijakan is None:
        return []
    parts = [
        kalimat("{waktu} ({n} responden)", waktu=waktu(p), n=bahan.ref(bahan.fid("skm_responden", p.kode)))
        for p in periods_of(bahan, index)
    ]
    return [
        paragraf(
            "Indeks tahun {tahun} dihitung dari survei {survei}. Cara menghitung: {kebijakan}.",
            tahun=str(bahan.tahun), survei=join(parts), kebijakan=bahan.policy.label("ikm_tahun"),
        )
    ]  # fmt: skip


def year_chart(bahan: Bahan, years: list[int]) -> list[Block]:
    """Target and index over the years; nothing for a single year."""
    if len(years) < 2:
        return []
    series = []
    ids: list[str] = []
    for name, besaran in (("Target", "target_ikm"), ("Indeks", "ikm")):
        figures = [bahan.figures.get(bahan.fid(besaran, SETAHUN, t)) for t in years]
        values = tuple(f.number if f else None for f in figures)
        labels = tuple(print_figure(f) if f and f.number is not None else "" for f in figures)
        series.append(Series(name, values, labels))
        ids += [str(f.id) for f in figures if f]
    spec = BarChart(f"Indeks kepuasan masyarakat {bahan.nama}", tuple(map(str, years)), tuple(series), "indeks")
    caption: Inlines = (Text("Target dan Indeks Kepuasan Masyarakat Menurut Tahun"),)
    return [
        to_picture(spec, caption=caption, label="gambar-ikm-tahun", figures=tuple(ids), source=(Text(sumber(bahan)),))
    ]


def _weights(bahan: Bahan) -> list[Block]:
    """What each survey weight in use gives for the periods of the year, so that nobody mixes them."""
    made: list[Block] = []
    printed = any(r.tahun == bahan.tahun and r.dipakai and r.indeks is not None for r in bahan.paket.skm_tahunan)
    quoted = " Indeks setahun pada tabel di atas dikutip dari dokumen sumbernya." if printed else ""
    for periode in periods(bahan):
        exact = bahan.fid("ikm", periode.kode, dokumen="bobot-tepat")
        three = bahan.fid("ikm", periode.kode, dokumen="bobot-0111")
        two = bahan.fid("ikm", periode.kode, dokumen="bobot-011")
        if exact in bahan.figures:
            made.append(
                paragraf(
                    "Survei {waktu} dengan {n} responden menghasilkan indeks {tepat} bila bobot setiap unsur tepat "
                    "sama, {tiga} bila bobot dibulatkan menjadi tiga desimal, dan {dua} bila dibulatkan menjadi dua "
                    "desimal{lemah}. Nilai per periode dalam laporan ini memakai {kebijakan}.{setahun}",
                    waktu=waktu(periode),
                    n=bahan.ref(bahan.fid("skm_responden", periode.kode)),
                    tepat=bahan.ref(exact),
                    tiga=bahan.ref(three),
                    dua=bahan.ref(two),
                    lemah=_weak(bahan.figures[exact], ", menurut data sementara"),
                    kebijakan=bahan.policy.label("bobot_skm"),
                    setahun=quoted,
                )
            )
    return made


def rekap_unsur(bahan: Bahan, periode: SkmPeriode) -> list[SkmRekap]:
    """The recap rows of all services by unsur, highest value first."""
    rows = [r for r in rekap_periode(bahan.paket, periode.kode).semua if r.unsur and not r.layanan]
    value = {r.unsur: bahan.figure("nilai_unsur", f"{periode.kode}:{r.unsur}") for r in rows}

    def rank(row: SkmRekap) -> tuple[object, ...]:
        figure = value[row.unsur]
        number = figure.number if figure else None
        return (number is None, -(number or 0), row.unsur or "")

    return sorted(rows, key=rank)


def unsur_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """Values by unsur of each period, with chart, highest and lowest."""
    made: list[Block] = []
    names = bahan.regulations.unsur_skm(bahan.tahun)
    for periode in periods(bahan):
        rows = rekap_unsur(bahan, periode)
        if not rows:
            made.append(kurang(f"Rekap unsur survei {waktu(periode)}.", "pengelola survei"))
            continue
        made += [
            _unsur_table(bahan, periode, rows, names),
            *_unsur_words(bahan, periode),
            unsur_chart(bahan, periode, rows, names),
        ]
    return tuple(made)


def _unsur_table(bahan: Bahan, periode: SkmPeriode, rows: list[SkmRekap], names: Mapping[str, str]) -> Block:
    def row(n: int, r: SkmRekap) -> Row:
        kode = f"{periode.kode}:{r.unsur}"
        values = (bahan.cell(bahan.fid(b, kode)) for b in ("skm_responden", "skm_skor", "nilai_unsur"))
        return baris(teks(n), teks(r.unsur), teks(names.get(r.unsur or "", r.unsur)), *values)

    total = baris(
        teks(""), teks(""), (Text("Indeks kepuasan masyarakat", bold=True),),
        bahan.cell(bahan.fid("skm_responden", periode.kode)),
        teks(""), bahan.cell(bahan.fid("ikm", periode.kode), bold=True), kind=RowKind.JUMLAH,
    )  # fmt: skip
    return tabel(
        f"Nilai Unsur Pelayanan, Survei {waktu(periode)}",
        f"tabel-unsur-{periode.kode}",
        ((7, TENGAH), (10, TENGAH), (44, KIRI), (14, KANAN), (14, KANAN), (14, KANAN)),
        kepala("Urutan", "Kode", "Unsur", "Responden", "Jumlah skor", "Nilai"),
        [*(row(n, r) for n, r in enumerate(rows, 1)), total],
        source=sumber(bahan),
        notes=period_notes(bahan, periode),
    )


def period_notes(bahan: Bahan, periode: SkmPeriode) -> list[str]:
    """How the answers were collected, and what the data say of the period."""
    method = f"Cara pengumpulan: {periode.metode}. " if periode.metode else ""
    return [f"{method}{periode.keterangan or ''}".strip()] if method or periode.keterangan else []


def _unsur_words(bahan: Bahan, periode: SkmPeriode) -> list[Block]:
    if not bahan.has("unsur", f"{periode.kode}:tertinggi"):
        return []
    return [
        paragraf(
            "Nilai tertinggi diperoleh unsur {tinggi} dan nilai terendah unsur {rendah}{lemah}. Banyak responden {n} "
            "orang; angka ini menggambarkan survei {waktu}.",
            lemah=_weak(bahan.figure("unsur", f"{periode.kode}:tertinggi")),
            tinggi=bahan.ref(bahan.fid("unsur", f"{periode.kode}:tertinggi")),
            rendah=bahan.ref(bahan.fid("unsur", f"{periode.kode}:terendah")),
            n=bahan.ref(bahan.fid("skm_responden", periode.kode)),
            waktu=waktu(periode),
        )
    ]


def unsur_chart(bahan: Bahan, periode: SkmPeriode, rows: list[SkmRekap], names: Mapping[str, str]) -> Block:
    """The values by unsur as bars, with the index as a line."""
    figures = [bahan.figures[bahan.fid("nilai_unsur", f"{periode.kode}:{r.unsur}")] for r in rows]
    labels = tuple(print_figure(f) for f in figures)
    series = Series("Nilai unsur", tuple(f.number for f in figures), labels)
    index = bahan.figures.get(bahan.fid("ikm", periode.kode))
    line = TargetLine(index.number, f"Indeks {print_figure(index)}") if index and index.number is not None else None
    categories = tuple(names.get(r.unsur or "", r.unsur or "") for r in rows)
    spec = BarChart(
        f"Nilai unsur pelayanan, survei {waktu(periode)}", categories, (series,), "nilai", horizontal=True, target=line
    )
    return to_picture(
        spec, caption=(Text(f"Nilai Unsur Pelayanan, Survei {waktu(periode)}"),), label=f"gambar-unsur-{periode.kode}",
        figures=tuple(str(f.id) for f in figures), source=(Text(sumber(bahan)),),
    )  # fmt: skip


def analysis_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """Support, obstacles, actions and solutions of each unsur, highest value first."""
    made: list[Block] = []
    names = bahan.regulations.unsur_skm(bahan.tahun)
    for periode in periods(bahan):
        if bahan.has("skm_responden", periode.kode) and any(
            a.periode == periode.kode for a in bahan.paket.analisis_unsur
        ):
            text = "Nilai setiap unsur di bawah ini berasal dari {n} responden survei {waktu}."
            made.append(paragraf(text, n=bahan.ref(bahan.fid("skm_responden", periode.kode)), waktu=waktu(periode)))
        for row in rekap_unsur(bahan, periode):
            own = [a for a in bahan.paket.analisis_unsur if (a.periode, a.unsur) == (periode.kode, row.unsur)]
            if not own:
                continue
            value = bahan.ref(bahan.fid("nilai_unsur", f"{periode.kode}:{row.unsur}"))
            title = kalimat("{nama} ({nilai})", nama=names.get(row.unsur or "", row.unsur or ""), nilai=value)
            made.append(Heading(4, title, f"unsur-{periode.kode}-{row.unsur}", in_toc=False))
            made += analysis_lines(bahan, own)
    return tuple(made)


def analysis_lines(bahan: Bahan, rows: Iterable[AnalisisUnsur]) -> list[Block]:
    """What is recorded of one unsur, by kind."""
    made: list[Block] = []
    own = list(rows)
    for jenis, word in JENIS_ANALISIS.items():
        lines = sorted((a for a in own if a.jenis is jenis), key=lambda a: a.urutan)
        if lines:
            made.append(Paragraph((Text(f"{word}:", bold=True),), keep_with_next=True))
            items = (inline_text(bahan, a.teks, f"analisis_unsur {a.kunci}") for a in lines)
            made.append(butir(ListKind.BUTIR, items))
    return made


def services_blocks(bahan: Bahan) -> tuple[Block, ...]:
    """Index by service with n beside it; best and weakest only among services with enough answers."""
    made = [b for periode in periods(bahan) for b in services_of(bahan, periode)]
    return (*made, *withheld_line(bahan))


def services_of(bahan: Bahan, periode: SkmPeriode) -> list[Block]:
    """The services of one period, then what is known of single unsur of them."""
    return [*services_index(bahan, periode), *service_details(bahan, periode)]


def services_shown(bahan: Bahan, periode: SkmPeriode) -> list[str]:
    """The codes of the services of a period that a copy shows, in the order of the package."""
    services = [s.kode for s in bahan.paket.skm_layanan]
    present = {r.layanan for r in shown_rekap(bahan, periode) if r.layanan}
    return [k for k in (*services, *sorted(present - set(services))) if k in present]


def services_index(bahan: Bahan, periode: SkmPeriode) -> list[Block]:
    """The table of services by index; none without an index."""
    services = {s.kode: s for s in bahan.paket.skm_layanan}
    codes = services_shown(bahan, periode)
    shown = [k for k in codes if bahan.fid("ikm", f"{periode.kode}:{k}") in bahan.figures]
    return [_services_table(bahan, periode, services, shown)] if shown else []


def withheld_line(bahan: Bahan) -> list[Block]:
    """That a public copy leaves groups out, where it does."""
    if not any(i.tahun == bahan.tahun and i.besaran in NILAI for i in bahan.withheld):
        return []
    fewest = format_number(bahan.regulations.ambang("skm.responden_publik"))
    line = (
        "Layanan yang banyak respondennya kurang dari {batas} atau tidak diketahui tidak ditampilkan pada salinan "
        "untuk umum agar jawaban perorangan tidak dapat dikenali."
    )
    return [Paragraph(kalimat(line, batas=fewest), Gaya.KECIL)]


def _services_table(bahan: Bahan, periode: SkmPeriode, services: dict[str, SkmLayanan], codes: list[str]) -> Block:
    """Index and class of each service; without n there is no class, and the table says so."""
    ids = {k: f"{periode.kode}:{k}" for k in codes}
    unknown = [k for k in codes if not bahan.has("skm_responden", ids[k])]
    fewest = format_number(bahan.regulations.ambang("skm.responden_diperingkat"))
    notes = [f"Layanan dengan responden kurang dari {fewest} orang tidak disebut terbaik atau terlemah."]
    if any(_is_least(bahan, ids[k]) for k in codes):
        notes.append(
            "Responden layanan yang rekapnya hanya menurut unsur ialah banyak jawaban pada unsur yang paling sedikit "
            "dijawab, sehingga jumlah semua layanan dapat kurang dari responden seluruhnya."
        )
    if unknown:
        notes.append("Mutu tidak ditetapkan untuk layanan yang banyak respondennya (n) tidak diketahui.")
    body = [
        baris(
            teks(services[k].nama if k in services else k),
            _answers(bahan, ids[k]),
            *(bahan.cell(bahan.fid(b, ids[k])) for b in ("ikm", "mutu", "kinerja_layanan")),
        )
        for k in codes
    ]
    return tabel(
        f"Indeks Menurut Jenis Layanan, Survei {waktu(periode)}",
        f"tabel-layanan-{periode.kode}",
        ((42, KIRI), (18, KANAN), (12, KANAN), (12, TENGAH), (20, TENGAH)),
        kepala("Layanan", "Responden (n)", "Indeks", "Mutu", "Kinerja pelayanan"),
        body,
        source=sumber(bahan),
        notes=notes,
    )


def _is_least(bahan: Bahan, kode: str) -> bool:
    """Whether the n of a service is that of its least answered unsur."""
    figure = bahan.figures.get(bahan.fid("skm_responden", kode))
    return figure is not None and len([i for i in figure.trace.cells if i.tabel == "skm_rekap"]) > 1


def _answers(bahan: Bahan, *codes: str) -> Inlines:
    """n as it stands beside a score: that of the first code which has one."""
    known = next((k for k in codes if bahan.has("skm_responden", k)), None)
    return bahan.cell(bahan.fid("skm_responden", known)) if known else teks("n tidak diketahui")


def shown_rekap(bahan: Bahan, periode: SkmPeriode) -> list[SkmRekap]:
    """The recap rows of a period; in a public copy without groups so small that a person could be recognised."""
    rows = rekap_periode(bahan.paket, periode.kode).semua
    return [r for r in rows if not _is_withheld(bahan, r)]


def _is_withheld(bahan: Bahan, row: SkmRekap) -> bool:
    kode = ":".join(p for p in (row.periode, row.layanan, row.unsur) if p)
    return bahan.fid("nilai_unsur" if row.unsur else "ikm", kode) in bahan.withheld


def service_details(bahan: Bahan, periode: SkmPeriode) -> list[Block]:
    """Unsur values that are known for single services, each with its n."""
    services = {s.kode: s for s in bahan.paket.skm_layanan}
    names = bahan.regulations.unsur_skm(bahan.tahun)
    rows = [r for r in shown_rekap(bahan, periode) if r.layanan and r.unsur]
    if not rows:
        return []
    body = []
    for r in rows:
        service = services.get(r.layanan or "")
        title = service.nama if service else r.layanan
        whole, kode = f"{periode.kode}:{r.layanan}", f"{periode.kode}:{r.layanan}:{r.unsur}"
        value = bahan.cell(bahan.fid("nilai_unsur", kode))
        body.append(baris(teks(title), teks(names.get(r.unsur or "", r.unsur)), _answers(bahan, kode, whole), value))
    return [
        tabel(
            f"Nilai Unsur pada Layanan Tertentu, Survei {waktu(periode)}",
            f"tabel-layanan-unsur-{periode.kode}",
            ((40, KIRI), (32, KIRI), (18, KANAN), (12, KANAN)),
            kepala("Layanan", "Unsur", "Responden (n)", "Nilai"),
            body,
            source=sumber(bahan),
        )
    ]
