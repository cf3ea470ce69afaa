"""Proof: one figure shows the same digits everywhere, nothing in the tables is typed, an edit moves only its own."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from shutil import copytree
from typing import Any

import pypdfium2
import pytest
from lxml import etree, html
from typer.testing import CliRunner

from akuntabel.domain.figure import Figure, FigureId, Keadaan
from akuntabel.pipelines.dokumen import build
from akuntabel.pipelines.hitungan import Terhitung, compute_paket
from akuntabel.reports.cetak import FORMATS, TERCATAT, print_figure, print_state
from akuntabel.writers.docx import read_figures, write_docx
from akuntabel.writers.html import write_html
from akuntabel.writers.json_writer import write_json
from akuntabel_cli.main import app

Printings = Counter[tuple[str, str]]


def from_json(data: bytes) -> Printings:
    return Counter((a["id"], a["teks"]) for a in json.loads(data)["angka"] if a["teks"] is not None)


def from_docx(data: bytes) -> Printings:
    return Counter((f.figure_id, f.now or "") for f in read_figures(data))


def from_html(data: bytes) -> Printings:
    page = html.fromstring(data.decode())
    return Counter((a.get("data-figure"), a.text_content()) for a in page.xpath("//a[@data-figure]"))


def pdf_text(data: bytes) -> str:
    """The text of all pages without spaces and soft hyphens: a line may break inside a cell."""
    pages = pypdfium2.PdfDocument(data)
    found = "".join(page.get_textpage().get_text_bounded() for page in pages)
    return re.sub(r"[\s\u00ad\ufffe\u0002-]", "", found)


@pytest.mark.lambat
def test_docx_prints_what_json_says(laporan: Any) -> None:
    printed = from_json(laporan.berkas("json"))
    assert len(printed) > 150
    assert from_docx(laporan.berkas("docx")) == printed


def drawn(data: bytes) -> Counter[str]:
    """Figures that are only drawn in a picture, by id."""
    return Counter(a["id"] for a in json.loads(data)["angka"] if a["teks"] is None)


def assert_html_agrees(page: bytes, data: bytes) -> None:
    """HTML prints what JSON says, and below each chart once more what is drawn in it."""
    there, said = from_html(page), from_json(data)
    assert said - there == Counter()
    extra: Counter[str] = Counter()
    for (fid, _), n in (there - said).items():
        extra[fid] += n
    assert extra == drawn(data)
    texts: dict[str, set[str]] = {}
    for fid, text in said:
        texts.setdefault(fid, set()).add(text)
    # a chart's table prints in the short form of tables; where the report prints the figure too, digits agree
    strange = [(f, t) for f, t in there - said if f in texts and _digits(t) not in {_digits(x) for x in texts[f]}]
    assert strange == []


@pytest.mark.lambat
def test_html_prints_what_json_says(laporan: Any) -> None:
    assert_html_agrees(laporan.berkas("html"), laporan.berkas("json"))


@pytest.mark.lambat
def test_pdf_holds_every_printed_figure(laporan: Any) -> None:
    text = pdf_text(laporan.berkas("pdf"))
    printed = {t for _, t in from_json(laporan.berkas("json"))}
    assert sorted(t for t in printed if re.sub(r"[\s-]", "", t) not in text) == []


@pytest.mark.lambat
def test_terminal_shows_the_digits_of_the_report(laporan: Any) -> None:
    result = CliRunner().invoke(app, ["hitung", str(laporan.folder), "--format", "json", "--semua"])
    rows = json.loads(result.stdout)["besaran"]
    on_terminal = {b["besaran"]: b["teks"] for b in rows}
    recorded = {b["besaran"]: Decimal(b["tercatat"]) for b in rows if b["tercatat"]}
    wrong = []
    for fid, text in from_json(laporan.berkas("json")):
        figure = laporan.terhitung.bahan.figures[FigureId.parse(fid)]
        allowed = {on_terminal[fid], *(print_figure(figure, f) for f in FORMATS)}
        if figure.keadaan is not Keadaan.ADA:
            allowed = {print_state(figure), print_state(figure, short=True)}
        # money worked out from a printed percentage is rounded to whole rupiah, and only that
        rounded = [print_figure(figure, f) for f in ("rupiah_bulat", "uang_bulat")]
        whole = figure.trace.rumus != "data" and text in rounded
        if fid in recorded and text == print_figure(replace(figure, tercatat=recorded[fid]), TERCATAT):
            continue  # what is recorded of a sum that lacks parts, in its note
        same = whole or not _digits(text) or _digits(text) == _digits(on_terminal[fid])
        if text not in allowed or not same:
            wrong.append((fid, text, on_terminal[fid]))
    assert wrong == []


def _digits(text: str) -> str:
    """The first number of a text, bare: no sign, no thousands, no zeros after the comma."""
    found = re.search(r"\d[\d.]*(,\d+)?", text)
    if found is None:
        return ""
    bare = found[0].replace(".", "")
    return bare.rstrip("0").rstrip(",") if "," in bare else bare


# ---- no figure is typed ------------------------------------------------------------------------------------------

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# caption of a table | columns (from 0) whose numbers are data and must be figures
TABEL_ANGKA = """
Pegawai Menurut Jabatan | 2-
Pegawai Menurut Golongan | 3-
Pegawai Menurut Pendidikan | 2-
Sarana dan Prasarana | 2-
Pengukuran Kinerja | 4-
Target dan Realisasi, | 4-
Perbandingan Realisasi dengan Tahun Sebelumnya | 2-
Perbandingan Realisasi dengan Target Akhir | 1-
Capaian dan Serapan Anggaran | 1-
Program dan Kegiatan Pendukung | 1-
Realisasi Anggaran | 1-
Anggaran dan Realisasi | 1-
Indeks Kepuasan Masyarakat | 1-
Nilai Unsur Pelayanan | 3-
Target dan Realisasi Pendapatan | 1-
"""


def table_rules() -> list[tuple[str, int]]:
    lines = [line.split("|") for line in TABEL_ANGKA.strip().splitlines()]
    return [(caption.strip(), int(first.strip().rstrip("-"))) for caption, first in lines]


def typed_numbers(docx: bytes) -> tuple[Counter[str], list[str]]:
    """How many body cells were read under each caption, and the digits that stand outside a figure's bookmark."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    seen: Counter[str] = Counter()
    typed: list[str] = []
    for table in body.iter(f"{W}tbl"):
        caption = _caption(table)
        rule = next((r for r in table_rules() if re.match(rf"Tabel \S+ {re.escape(r[0])}", caption)), None)
        if rule is None:
            continue
        for row in table.iter(f"{W}tr"):
            if row.find(f"{W}trPr/{W}tblHeader") is not None:
                continue
            for place, cell in _cells(row):
                if place >= rule[1]:
                    seen[rule[0]] += 1
                    typed += [f"{caption}: {t}" for t in _outside(cell) if re.search(r"\d", t)]
    return seen, typed


def _caption(table: Any) -> str:
    before = table.getprevious()
    while before is not None and not "".join(before.itertext(f"{W}t")).strip():
        before = before.getprevious()
    return "" if before is None else " ".join("".join(before.itertext(f"{W}t")).replace("\u00a0", " ").split())


def _cells(row: Any) -> list[tuple[int, Any]]:
    found, place = [], 0
    for cell in row.findall(f"{W}tc"):
        found.append((place, cell))
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        place += 1 if span is None else int(span.get(f"{W}val"))
    return found


def _outside(cell: Any) -> list[str]:
    inside: set[str] = set()
    found = []
    for node in cell.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        if node.tag == f"{W}bookmarkStart" and node.get(f"{W}name", "").startswith("_akt_"):
            inside.add(node.get(f"{W}id"))
        elif node.tag == f"{W}bookmarkEnd":
            inside.discard(node.get(f"{W}id"))
        elif node.tag == f"{W}t" and not inside:
            found.append(node.text or "")
    return found


@pytest.mark.lambat
def test_no_number_of_the_tables_is_typed(laporan: Any) -> None:
    seen, typed = typed_numbers(laporan.berkas("docx"))
    assert typed == []
    assert {"Pengukuran Kinerja", "Pegawai Menurut Jabatan", "Realisasi Anggaran"} <= set(seen)
    assert sum(seen.values()) > 200


# ---- an edit ------------------------------------------------------------------------------------------------------

# package | table | row (column=value, ...) | column | new value | kind
SUNTINGAN = """
contoh | realisasi_anggaran | kode=2.07.01.2.02 tahun=2025 dipakai=ya | realisasi | 11000000001 | uang
contoh | target | indikator=TPAK tahun=2025 | nilai | 60,11 | target
contoh | skm_rekap | periode=2025-tw4 layanan= unsur=U3 | jumlah_skor | 201 | nilai survei
inspektorat | target | indikator=IKU-5 periode=tahun dokumen=pkp-2026 | nilai | 8 | target
inspektorat | nilai_komponen | indikator=IKU-2 komponen=OPD_BB tahun=2026 | nilai | 31 | komponen
rsud | skm_rekap | periode=2025-s2 layanan= unsur=U7 | jumlah_skor | 601 | nilai survei
rsud | pendapatan | kode=4.1.04.18 tahun=2025 | realisasi | 700000000 | uang
"""


def edits() -> list[tuple[str, ...]]:
    return [tuple(part.strip() for part in line.split("|")) for line in SUNTINGAN.strip().splitlines()]


def change(folder: Path, table: str, wanted: dict[str, str], column: str, value: str) -> None:
    """Write one cell of a CSV anew. Exactly one row must fit."""
    path = folder / f"{table}.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text()), delimiter=";"))
    fitting = [r for r in rows if all(r.get(k, "") == v for k, v in wanted.items())]
    assert len(fitting) == 1, fitting
    assert fitting[0][column] != value
    fitting[0][column] = value
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue())


def holders(computed: Terhitung, table: str, key: str, column: str) -> set[FigureId]:
    """Every figure whose trace holds a cell."""
    figures = computed.bahan.figures
    return {f for f in figures if any((c.tabel, c.kunci, c.kolom) == (table, key, column) for c in figures.cells(f))}


def told(figure: Figure) -> tuple[object, ...]:
    """What a reader is told of a figure: its value, or why it has none."""
    return figure.value, figure.keadaan, print_figure(figure)


@pytest.mark.lambat
@pytest.mark.parametrize("edit", edits(), ids=lambda e: f"{e[0]}-{e[1]}-{e[5].replace(' ', '-')}")
def test_an_edited_cell_changes_its_figures_and_no_other(
    edit: tuple[str, ...], tmp_path: Path, susun: Callable[[str], Any]
) -> None:
    name, table, where, column, value, _ = edit
    before = susun(name)
    folder = tmp_path / name
    copytree(before.folder, folder)
    wanted = dict(pair.split("=") for pair in where.split(" "))
    change(folder, table, wanted, column, value)
    after = compute_paket(folder)

    rows = zip(before.terhitung.bahan.paket.rows(table), after.bahan.paket.rows(table), strict=True)
    key = next(a.kunci for a, b in rows if a != b)
    old, new = before.terhitung.bahan.figures, after.bahan.figures
    assert set(old) == set(new)
    changed = {f for f in old if told(old[f]) != told(new[f])}
    touched = holders(before.terhitung, table, key, column) | holders(after, table, key, column)
    assert changed
    assert changed <= touched
    # what holds the cell and stays is a word, a class or a bound that the new value does not move
    words = {"predikat", "status", "makna", "arah", "banding", "mutu", "kinerja_layanan", "unsur", "efisiensi"}
    words |= {"arah_ikm", "status_ikm", "capaian_dibatasi", "jumlah_indikator", "predikat_akip"}
    assert {f.besaran for f in touched - changed} <= words

    document = build(after.bahan, "lkip")
    was, now = from_json(before.berkas("json")), from_json(write_json(document))
    moved = {FigureId.parse(fid) for fid, _ in (was - now) + (now - was)}
    assert moved & changed
    # where an outcome turns, the sentence on the targets that would turn it comes or goes with figures that stay
    turned = {f.kode for f in changed if f.besaran == "status"}
    assert {f for f in moved - changed if f.kode not in turned} == set()
    assert from_docx(write_docx(document)) == now
    assert_html_agrees(write_html(document), write_json(document))
