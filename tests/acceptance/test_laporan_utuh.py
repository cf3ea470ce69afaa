"""The whole report on every package: same digits in every format, nothing local, nothing lost without a word."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from akuntabel.calculation.compute import compute_figures
from akuntabel.doctree.dump import dump
from akuntabel.domain.paket import TABEL
from akuntabel.errors import PanggilanError
from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.dokumen import Pesanan, build, gaps, write
from akuntabel.pipelines.hitungan import Terhitung, compute_paket
from akuntabel.reports.daftar import DOKUMEN
from akuntabel.writers.docx import read_figures, write_docx
from akuntabel.writers.html import write_html
from akuntabel.writers.json_writer import write_json
from akuntabel.writers.pdf import write_pdf

PAKET = {
    "contoh": example_path(),
    "inspektorat": Path(__file__).parents[1] / "paket" / "inspektorat",
    "rsud": Path(__file__).parents[1] / "paket" / "rsud",
    "uji-dokumen": Path(__file__).parents[1] / "paket" / "uji-dokumen",
}
LOKAL = re.compile(r"bekasi|disnaker|dinas tenaga kerja", re.IGNORECASE)


@pytest.fixture(scope="module", params=PAKET)
def computed(request: pytest.FixtureRequest) -> Terhitung:
    return compute_paket(PAKET[request.param])


@pytest.mark.lambat
def test_a_figure_shows_the_same_digits_in_docx_html_and_json(computed: Terhitung) -> None:
    document = build(computed.bahan, "lkip")
    in_docx = {f.figure_id: f.printed for f in read_figures(write_docx(document))}
    page = html.fromstring(write_html(document).decode())
    in_html = {a.get("data-figure"): a.text_content() for a in page.xpath("//a[@data-figure]")}
    in_json = {a["id"]: a["teks"] for a in json.loads(write_json(document))["angka"] if a["teks"]}
    assert len(in_docx) > 30
    assert in_docx.keys() == in_json.keys()
    assert set(in_docx) <= set(in_html)


@pytest.mark.lambat
def test_two_runs_give_the_same_bytes(computed: Terhitung) -> None:
    for write_one in (write_docx, write_pdf, write_html, write_json):
        assert write_one(build(computed.bahan, "lkip")) == write_one(build(computed.bahan, "lkip"))


def test_nothing_of_the_first_agency_is_in_the_code(computed: Terhitung) -> None:
    text = write_json(build(computed.bahan, "lkip")).decode() + write_html(build(computed.bahan, "lkip")).decode()
    assert bool(LOKAL.search(text)) == (computed.bahan.instansi.daerah == "Kota Bekasi")


@pytest.mark.parametrize("jenis", [d for d in DOKUMEN if d != "triwulan"])
def test_every_kind_of_document_is_written_for_every_agency(computed: Terhitung, jenis: str) -> None:
    assert write_docx(build(computed.bahan, jenis)).startswith(b"PK")


# what the report says when a table is gone (other tables are missed by figures that print "belum ada data")
HILANG = {
    "sarana": "Sarana dan prasarana.",
    "pegawai_rekap": "Rekap pegawai.",
    "visi_misi": "Visi dan misi daerah.",
    "anggaran": "Anggaran dan realisasi anggaran tahun 2025.",
    "perjanjian_kinerja": "Perjanjian kinerja tahun 2025.",
    "perjanjian_indikator": "Sasaran dan indikator Perjanjian Kinerja Tahun 2025.",
    "tugas_fungsi": "Kedudukan, tugas, dan fungsi.",
    "unit": "Susunan organisasi.",
    "permasalahan": "Pemetaan permasalahan.",
    "uraian": "Permasalahan yang masih dihadapi.",
    "analisis": "Analisis Tingkat Pengangguran Terbuka",
    "program_sasaran": "Program pendukung",
    "target": "Belum ada indikator dengan target pada tahun laporan.",
    "indikator": "Belum ada indikator dengan target pada tahun laporan.",
    "rtl": "Rencana tindak lanjut survei.",
    "dokumen_rencana": "Renstra yang berlaku pada tahun laporan.",
}


@pytest.mark.parametrize("tabel", [t for t in TABEL if t not in ("instansi", "laporan")])
def test_without_a_table_the_report_still_builds_and_says_what_is_missing(tabel: str) -> None:
    bahan = compute_paket(PAKET["contoh"]).bahan
    paket = replace(bahan.paket, **{tabel: ()})
    figures = compute_figures(paket, bahan.policy, bahan.regulations, bahan.tahun)
    document = build(replace(bahan, paket=paket, figures=figures), "lkip")
    said = dump(document)
    assert HILANG.get(tabel, "") in said
    assert gaps(document)


def test_final_is_refused_while_values_are_provisional(tmp_path: Path) -> None:
    with pytest.raises(PanggilanError, match="masih ada angka sementara"):
        write(compute_paket(PAKET["contoh"]), Pesanan("lkip", ("json",), final=True), tmp_path)
    assert list(tmp_path.iterdir()) == []
    final = write(compute_paket(PAKET["inspektorat"]), Pesanan("lkip", ("json",), final=True), tmp_path)
    assert not final.draf
