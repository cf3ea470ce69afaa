"""What runs in the child: a package -> its figures with their origins, and what the dashboard shows. No Django here."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from typing import Any

from akuntabel.charts.describe import describe
from akuntabel.charts.render import begin as begin_drawing
from akuntabel.charts.render import render
from akuntabel.charts.specs import BarChart, ChartSpec, LineChart, Series
from akuntabel.domain.figure import Figure, FigureId
from akuntabel.domain.indikator import Indikator
from akuntabel.domain.paket import Paket
from akuntabel.errors import AkuntabelError
from akuntabel.paket.letak_buku import book_places
from akuntabel.pipelines.hitungan import material
from akuntabel.pipelines.start import collect_seldom
from akuntabel.provenance import SourceMap
from akuntabel.readers.terbatas import run_limited
from akuntabel.reports.asal import Asal, asal_of
from akuntabel.reports.bagian.kelompok import SEBUTAN, Kelompok, kelompok_list
from akuntabel.reports.bagian.perbandingan import years_of
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.cetak import print_figure
from akuntabel_web.dasbor.simpanan import encode_figure, pack
from akuntabel_web.inti.anak import begin, limits

DASBOR, BESARAN = "dasbor", "besaran"  # what is computed apart: a dashboard must not wait for thousands of origins
GALAT = b'{"galat": '  # what the answer begins with where nothing could be computed
GRAFIK_TREN = 12  # charts of single indicators on one page; the table behind them holds all
LAMPU = ("merah", "kuning", "hijau")
HASIL = {
    "semua": "Indikator yang diukur",
    "semua:melampaui": "Melampaui target",
    "semua:mencapai": "Tepat mencapai target",
    "semua:tidak_tercapai": "Tidak mencapai target",
    "semua:tanpa_nilai": "Belum dapat dinilai",
}
UANG = {"pagu": "Pagu", "realisasi_anggaran": "Realisasi anggaran", "serapan": "Serapan anggaran"}


def compute_dashboard(nama: str, paket: Paket) -> bytes:
    """What the dashboard of a package shows, as JSON: its texts, charts, and the figures on it as they are printed."""
    begin()
    try:
        bahan = material(paket, SourceMap(), nama)
    except AkuntabelError as error:  # a state of the data that gives no figures is an answer too
        return _failed(error)
    groups = kelompok_list(bahan)
    content = {
        "tahun": bahan.tahun,
        "kebijakan": bahan.policy.nama,
        "ringkasan": [(t, _known(bahan, "jumlah_indikator", h)) for h, t in HASIL.items()],
        "uang": [(t, _known(bahan, kind, "total")) for kind, t in UANG.items()],
        "skala": _scale(bahan),
        "kelompok": [_group(bahan, g) for g in groups],
        "grafik": list(_charts(bahan, groups)),
    }
    by_name = {str(fid): figure for fid, figure in bahan.figures.items()}
    shown = {n: by_name[n] for n in _texts(content) if n in by_name}
    printed = {n: {"cetak": print_figure(f), "sementara": f.sementara} for n, f in shown.items()}
    return _json(content | {"besaran": printed})


def compute_figures(nama: str, paket: Paket) -> bytes:
    """All figures of a package with their origins, packed. Cells stand where the workbook `nama` has them."""
    collect_seldom()
    try:
        bahan = material(paket, book_places(paket, nama), nama)
    except AkuntabelError as error:
        return _failed(error)
    asal = asal_of(bahan)
    return pack((str(fid), _figure(asal, figure)) for fid, figure in bahan.figures.items())


def compute_limited(bagian: str, nama: str, paket: Paket) -> bytes:
    """The part of that name, computed in a child. Raises AkuntabelError when it was beyond its limits."""
    compute = {DASBOR: compute_dashboard, BESARAN: compute_figures}[bagian]
    return run_limited(compute, nama, nama, paket, batas=limits(gambar=bagian == DASBOR))


def _failed(error: AkuntabelError) -> bytes:
    return _json({"galat": str(error)})


def _json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def _texts(content: object) -> Iterator[str]:
    """Every text of the dashboard; those that name a figure are found by their names."""
    match content:
        case str():
            yield content
        case dict():
            yield from (text for part in content.values() for text in _texts(part))
        case list() | tuple():
            yield from (text for part in content for text in _texts(part))


def _figure(asal: Asal, figure: Figure) -> dict[str, Any]:
    origin = asal.origin(figure)
    cells = [[c.tabel, c.kunci, c.kolom, text] for c, text in zip(figure.trace.cells, origin.cells, strict=True)]
    return {
        "nama": origin.nama,
        "nilai": origin.nilai,
        "cetak": print_figure(figure),
        "rumus": origin.rumus,
        "hitungan": origin.hitungan,
        "masukan": list(origin.inputs),
        "sel": cells,
        "dasar": list(origin.dasar),
        "kebijakan": origin.kebijakan,
        "catatan": origin.catatan,
        "sementara": figure.sementara,
        "isi": encode_figure(figure),
    }


def _scale(bahan: Bahan) -> list[dict[str, str]]:
    """The classes of the agency's scale from the lowest to the highest, each with its light."""
    classes = bahan.regulations.skala(bahan.policy.skala).kelas
    step = len(classes) / len(LAMPU)
    return [{"nama": k.nama, "rentang": k.rentang_teks, "lampu": LAMPU[int(n / step)]} for n, k in enumerate(classes)]


def _light(bahan: Bahan, predikat: str | None) -> str:
    return next((k["lampu"] for k in _scale(bahan) if k["nama"] == predikat), "")


def _group(bahan: Bahan, group: Kelompok) -> dict[str, Any]:
    share = bahan.fid("serapan", f"{group.tingkat.value}:{group.kode}")
    return {
        "sebutan": SEBUTAN[group.tingkat],
        "kode": group.kode,
        "teks": group.teks,
        "capaian": _known(bahan, "capaian", group.kode),
        "predikat": _known(bahan, "predikat", group.kode),
        "lampu": _light(bahan, bahan.text("predikat", group.kode)),
        "serapan": str(share) if share in bahan.figures else "",
        "indikator": [_indicator(bahan, i) for i in group.indikator],
    }


def _indicator(bahan: Bahan, ind: Indikator) -> dict[str, Any]:
    kinds = ("target", "target_atas", "realisasi", "capaian", "predikat", "status")
    return {
        "nama": ind.nama,
        "kode": ind.kode,
        "satuan": ind.satuan,
        "lampu": _light(bahan, bahan.text("predikat", ind.kode)),
        **{kind: _known(bahan, kind, ind.kode) for kind in kinds},
    }


def _known(bahan: Bahan, besaran: str, kode: str, tahun: int | None = None) -> str:
    fid = bahan.fid(besaran, kode, tahun)
    return str(fid) if fid in bahan.figures else ""


def _charts(bahan: Bahan, groups: Iterable[Kelompok]) -> Iterator[dict[str, Any]]:
    """Every chart with the table behind it; all are begun before the first is awaited."""
    made = [*_achievement(bahan, groups), *_trends(bahan, groups)]
    for _, spec, _ in made:
        begin_drawing(spec)
    for title, spec, table in made:
        svg = b64encode(render(spec).encode()).decode("ascii")
        yield {"judul": title, "gambar": f"data:image/svg+xml;base64,{svg}", "alt": describe(spec), "tabel": table}


def _achievement(bahan: Bahan, groups: Iterable[Kelompok]) -> Iterator[tuple[str, ChartSpec, dict[str, Any]]]:
    """Achievement of each tujuan and sasaran beside the absorption of its money."""
    shown = [g for g in groups if bahan.has("capaian", g.kode)]
    if not shown:
        return
    names = tuple(f"{SEBUTAN[g.tingkat]} {g.kode}" for g in shown)
    rows = [("Capaian", [bahan.fid("capaian", g.kode) for g in shown])]
    money = [bahan.fid("serapan", f"{g.tingkat.value}:{g.kode}") for g in shown]
    if any(m in bahan.figures for m in money):
        rows.append(("Serapan anggaran", money))
    title = "Capaian tujuan dan sasaran beserta serapan anggarannya"
    series = tuple(_series(bahan, name, ids) for name, ids in rows)
    yield title, BarChart(title, names, series, "persen", horizontal=True), _table("Tujuan atau sasaran", names, rows)


def _trends(bahan: Bahan, groups: Iterable[Kelompok]) -> Iterator[tuple[str, ChartSpec, dict[str, Any]]]:
    """Target and realisasi of an indicator over the years, where at least two years are numbers."""
    drawn = 0
    for ind in {i.kode: i for g in groups for i in g.indikator}.values():
        years = [t for t in years_of(bahan, ind) if _number(bahan, bahan.fid("realisasi", ind.kode, t))]
        if len(years) < 2 or drawn == GRAFIK_TREN:
            continue
        drawn += 1
        rows = [
            (name, [bahan.fid(kind, ind.kode, t) for t in years])
            for name, kind in (("Target", "target"), ("Realisasi", "realisasi"))
        ]
        rows = [r for r in rows if any(_number(bahan, i) for i in r[1])]
        names = tuple(map(str, years))
        title = f"Tren {ind.nama}"
        series = tuple(_series(bahan, name, ids) for name, ids in rows)
        chart = LineChart if len(years) > 2 else BarChart
        yield title, chart(title, names, series, ind.satuan), _table("Tahun", names, rows)


def _number(bahan: Bahan, fid: FigureId) -> bool:
    figure = bahan.figures.get(fid)
    return figure is not None and figure.number is not None


def _series(bahan: Bahan, name: str, ids: Iterable[FigureId]) -> Series:
    figures = [bahan.figures.get(i) for i in ids]
    values = tuple(f.number if f else None for f in figures)
    return Series(name, values, tuple(print_figure(f) if f else "" for f in figures))


def _table(first: str, names: Iterable[str], rows: list[tuple[str, list[FigureId]]]) -> dict[str, Any]:
    """The table behind a chart: headings, and rows of a name and figure ids."""
    lines = [[name, *(str(ids[n]) for _, ids in rows)] for n, name in enumerate(names)]
    return {"kepala": [first, *(name for name, _ in rows)], "baris": lines}
