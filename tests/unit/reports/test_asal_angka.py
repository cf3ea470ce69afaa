"""How the origin of a figure is printed: rounded sums, states in the same words everywhere, columns a file lacks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from akuntabel.domain.figure import CellRef, Figure, FigureId, Keadaan, Trace
from akuntabel.pipelines.contoh import example_path
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.reports.asal import asal_of
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.cetak import print_figure, print_sum
from akuntabel_cli.tampilan import show_figures, show_trace

UJI = Path(__file__).parents[2] / "paket" / "uji-dokumen"


@pytest.fixture(scope="module")
def bahan() -> Bahan:
    return compute_paket(example_path()).bahan


@pytest.mark.parametrize(
    ("exact", "printed"),
    [
        ("65,36 / 65,79 × 100", "65,36 / 65,79 × 100"),
        ("9,097836 − 8,5", "9,097836 − 8,5"),  # six decimals are printed as they are
        ("(8,5 − (9,0978360256 − 8,5))", "(8,5 − (≈9,097836 − 8,5))"),
        ("1.234.567,00000050 / 1", "≈1.234.567,000001 / 1"),  # half up
        ("−0,33333333333", "≈−0,333333"),
        ("5,0000000001", "≈5"),
        ("18.113.302.758 × 0,897", "18.113.302.758 × 0,897"),
        ("jumlah dari 10 nilai", "jumlah dari 10 nilai"),
    ],
)
def test_a_sum_prints_at_most_six_decimals(exact: str, printed: str) -> None:
    assert print_sum(exact) == printed


def test_the_figure_itself_stays_exact(bahan: Bahan) -> None:
    figure = bahan.figures[FigureId("capaian", "S1", 2025)]
    assert len(figure.trace.hitungan) > 30
    assert asal_of(bahan).origin(figure).hitungan == "(≈99,346405) / 1 = 99,35%"


def test_a_judgement_that_cannot_be_made_has_the_words_of_the_report(
    bahan: Bahan, capsys: pytest.CaptureFixture[str]
) -> None:
    fid = FigureId("efisiensi", "S1", 2025)
    words = "tidak dinilai"
    show_trace(bahan, fid)
    assert capsys.readouterr().out.startswith(f"{fid}  Penilaian efisiensi, S1, tahun 2025 = {words}")
    assert [i.text for i in bahan.cell(fid) if hasattr(i, "text")] == [words]
    other = replace(bahan.figures[fid], id=FigureId("serapan", "S1", 2025))
    assert print_figure(other) == "tidak berlaku"
    assert print_figure(Figure(fid, None, "", Trace("data"), Keadaan.KOSONG)) == "belum ada data"


def test_a_column_that_the_file_lacks_is_not_called_blank(bahan: Bahan) -> None:
    asal = asal_of(bahan)
    places = [asal.place(CellRef("indikator", "TPT", kolom)) for kolom in ("toleransi", "arah")]
    assert places == [
        "indikator.csv baris 2, kolom toleransi: kolom tidak ada pada berkas",
        "indikator.csv baris 2, kolom arah: turun",
    ]
    row = next(r for r in bahan.paket.target if r.status is None)
    assert asal.place(CellRef("target", row.kunci, "status")).endswith("kolom status: kosong")


def test_no_origin_names_a_column_that_its_file_lacks_as_blank() -> None:
    for path in (example_path(), UJI):
        bahan = compute_paket(path).bahan
        asal = asal_of(bahan)
        heads = {p.name: p.read_text(encoding="utf-8").partition("\n")[0].split(";") for p in path.glob("*.csv")}
        refs = {ref for figure in bahan.figures.values() for ref in figure.trace.cells}
        shown = {(f"{ref.tabel}.csv", ref.kolom): asal.place(ref).endswith("tidak ada pada berkas") for ref in refs}
        known = {key: lacking for key, lacking in shown.items() if key[0] in heads}
        assert known == {(name, column): column not in heads[name] for name, column in known}


def test_all_figures_in_the_terminal_are_for_people(bahan: Bahan, capsys: pytest.CaptureFixture[str]) -> None:
    show_figures(bahan, "tabel", everything=True)
    lines = capsys.readouterr().out.splitlines()
    cells = [[c.strip() for c in line.split("│")[1:-1]] for line in lines if line.startswith("│")]
    found = {row[0]: row[2:] for row in cells if row[0]}
    assert found["capaian/TPT/2025"] == ["105,17%*", "persen"]
    assert found["efisiensi/S1/2025"] == ["tidak dinilai", ""]
    assert lines[-1] == "*) angka sementara, menunggu konfirmasi"


def test_csv_of_all_figures_is_exact(bahan: Bahan, capsys: pytest.CaptureFixture[str]) -> None:
    show_figures(bahan, "csv", everything=True)
    (row,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("capaian/S1/2025;"))
    assert row.split(";")[2] == str(bahan.figures[FigureId("capaian", "S1", 2025)].value)
