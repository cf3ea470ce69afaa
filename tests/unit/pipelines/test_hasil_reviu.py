"""Waivers and what is written of reviews: names, summaries, what is told."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from akuntabel.doctree.nodes import Document, Paragraph, Section, Text
from akuntabel.errors import BerkasError, PanggilanError
from akuntabel.findings import Kesampingan
from akuntabel.pipelines.aturan import page_of
from akuntabel.pipelines.hasil_reviu import parse_formats, plan
from akuntabel.pipelines.kesampingan import read_waivers
from akuntabel.pipelines.reviu import Permintaan, review_here
from akuntabel.writers.docx import write_docx
from akuntabel_cli.main import app

WRONG = "Peserta pelatihan berjumlah 5 (enam) orang.\n"
HEAD = "sidik;oleh;tanggal;alasan\n"


def status(*words: str) -> int:
    result = app(["reviu", *words], standalone_mode=False)
    return int(result or 0)


def sidik_of(path: Path) -> str:
    (finding,) = review_here(path, Permintaan(pilih=("KAT-01",))).hasil.temuan
    return finding.sidik


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "masuk" / "salah.txt"
    path.parent.mkdir()
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{s};Sari;5 Februari 2026;tabel dicabut", None),
        ("{s};;5 Februari 2026;tabel dicabut", "kolom oleh kosong"),
        ("{s};Sari;5 Februari 2026;", "kolom alasan kosong"),
        ("{s};Sari;kemarin;tabel dicabut", "tanggal 'kemarin' tidak terbaca"),
        ("ffff;Sari;5 Februari 2026;tabel dicabut", "sidik ffff tidak ada di antara temuan"),
    ],
)
def test_a_waiver_needs_who_when_and_why(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str, told: str | None
) -> None:
    waivers = tmp_path / "kesampingkan.csv"
    waivers.write_text(HEAD + row.format(s=sidik_of(wrong)), encoding="utf-8")
    code = status(str(wrong), "--format", "json", "--pilih", "KAT-01", "--kesampingkan", str(waivers))
    shown = capsys.readouterr()
    (finding,) = json.loads(shown.out)["temuan"]
    if told is None:
        aside = {"oleh": "Sari", "tanggal": "2026-02-05", "alasan": "tabel dicabut"}
        assert (code, finding["status"], finding["kesampingan"], shown.err) == (0, "dikesampingkan", aside, "")
    else:
        assert (code, finding["status"], finding["kesampingan"]) == (1, "terbuka", None)
        assert told in shown.err
        assert shown.err.startswith("akuntabel: kesampingkan.csv baris 2: ")


def test_a_waiver_holds_in_every_file(wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (wrong.parent / "lagi.txt").write_text(WRONG, encoding="utf-8")
    waivers = tmp_path / "w.csv"
    waivers.write_text(f"{HEAD}{sidik_of(wrong)};Sari;5-2-2026;dicabut\n", encoding="utf-8")
    code = status(str(wrong.parent), "--format", "json", "--pilih", "KAT-01", "--kesampingkan", str(waivers))
    shown = capsys.readouterr()
    states = [t["status"] for one in json.loads(shown.out)["hasil"] for t in one["temuan"]]
    assert (code, states, shown.err) == (0, ["dikesampingkan", "dikesampingkan"], "")


def test_the_first_of_two_waivers_of_one_finding_holds(tmp_path: Path) -> None:
    path = tmp_path / "w.csv"
    path.write_text(f"{HEAD}a1;Sari;5-2-2026;satu\na1;Budi;6-2-2026;dua\n", encoding="utf-8")
    read = read_waivers(path)
    assert read.isi == {"a1": Kesampingan("Sari", date(2026, 2, 5), "satu")}
    assert read.catatan == ("w.csv baris 3: sidik a1 sudah ada pada baris di atasnya.",)


@pytest.mark.parametrize("text", ["sidik\n", "sidik;oleh;alasan\n"])
def test_a_file_without_the_columns_is_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "w.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BerkasError, match=r"sidik;oleh;tanggal;alasan"):
        read_waivers(path)


def test_files_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    paths = [tmp_path / "a" / "x.txt", tmp_path / "b" / "X.pdf", tmp_path / "c" / "x.txt", tmp_path / "y.txt"]
    paths += [tmp_path / "d" / "x.txt"]
    assert list(plan(paths, tmp_path / "keluar", ("html",), []).nama.values()) == ["x", "X-pdf", "x-txt", "y", "x-2"]


def test_results_never_stand_among_what_is_reviewed(tmp_path: Path) -> None:
    with pytest.raises(PanggilanError, match="di dalam folder yang direviu"):
        plan([tmp_path / "x.txt"], tmp_path / "keluar", ("html",), [tmp_path])
    assert plan([tmp_path / "x.txt"], tmp_path / "keluar", ("teks",), [tmp_path]).formats == ()


@pytest.mark.parametrize("text", ["odt", "", "teks,json"])
def test_a_format_that_cannot_be_is_one_line(text: str) -> None:
    with pytest.raises(PanggilanError):
        parse_formats(text)


def test_a_folder_gives_a_page_for_each_and_a_summary(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (wrong.parent / "rusak.pdf").write_bytes(b"%PDF-1.7 rusak")
    out = tmp_path / "keluar"
    code = status(str(wrong.parent), "--format", "html", "--keluar", str(out), "--pilih", "KAT-01")
    shown = capsys.readouterr()
    names = ["salah-reviu.html", "rekap-reviu.html"]
    assert (code, shown.out.splitlines()) == (2, [str(out / name) for name in names])
    assert shown.err.startswith("akuntabel: rusak.pdf: ")
    summary = html.fromstring((out / "rekap-reviu.html").read_bytes())
    rows = [[c.text_content() for c in row] for row in summary.iter("tr")]
    assert [row[0] for row in rows] == ["Berkas", "rusak.pdf", "salah.txt"]
    assert rows[2][3:] == ["0", "1", "0", "1", "0", "0"]
    assert [a.get("href") for a in summary.iter("a")][1:] == ["salah-reviu.html"]


def test_docx_writes_the_documents_of_each_and_a_summary(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (wrong.parent / "rusak.pdf").write_bytes(b"%PDF-1.7 rusak")
    out = tmp_path / "keluar"
    status(str(wrong.parent), "--format", "docx", "--keluar", str(out), "--pilih", "KAT-01")
    names = [Path(line).name for line in capsys.readouterr().out.splitlines()]
    kinds = ["kertas-kerja-reviu", "catatan-hasil-reviu", "laporan-hasil-reviu"]
    assert names == [*(f"salah-{kind}.docx" for kind in kinds), "rekap-reviu.docx"]
    first = [(out / name).read_bytes() for name in names]
    status(str(wrong.parent), "--format", "docx", "--keluar", str(out), "--pilih", "KAT-01")
    assert [(out / name).read_bytes() for name in names] == first


def test_a_word_file_also_gets_its_findings_as_comments(
    wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paragraph = Paragraph((Text(wrong.read_text(encoding="utf-8").strip()),))
    path = wrong.with_suffix(".docx")
    path.write_bytes(write_docx(Document("Judul", "", date(2026, 1, 30), (Section((paragraph,)),))))
    out = tmp_path / "keluar"
    assert status(str(path), "--format", "docx", "--keluar", str(out), "--pilih", "KAT-01") == 1
    assert Path(capsys.readouterr().out.splitlines()[-1]) == out / "salah-berkomentar.docx"
    with zipfile.ZipFile(out / "salah-berkomentar.docx") as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "angka 5 ditulis dengan kata 'enam'" in comments
    assert status(str(path), "--format", "docx", "--keluar", str(tmp_path / "lain"), "--pilih", "STR-01") == 0
    assert not (tmp_path / "lain" / "salah-berkomentar.docx").exists()


@pytest.mark.parametrize("kode", ["DTA-01", "dta-06"])
def test_rules_of_data_have_a_page(kode: str) -> None:
    assert page_of(kode).startswith(f"# {kode.upper()} ")
