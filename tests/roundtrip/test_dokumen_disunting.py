"""Our own docx after people edited it: every edit is found against the data, and nothing else is."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from akuntabel.findings import Hasil, Temuan
from akuntabel.pipelines.dokumen import build
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.pipelines.reviu import Permintaan, review_here
from akuntabel.reports.daftar import DOKUMEN
from akuntabel.reports.salinan_publik import public_copy
from akuntabel.writers.docx import read_figures, write_docx

ROOT = Path(__file__).resolve().parents[2]
CONTOH = ROOT / "contoh" / "disnaker-kota-bekasi-2025"
UJI = ROOT / "tests" / "paket" / "uji-dokumen"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ADDED = "Kalimat sisipan yang tidak ada pada data sama sekali."
CLEAN = dict.fromkeys(("DTA-01", "DTA-02", "DTA-03", "DTA-04", "DTA-05", "DTA-06"), Hasil.LOLOS)


@cache
def written(package: Path, kind: str) -> bytes:
    return write_docx(build(compute_paket(package).bahan, kind, "tw1" if kind == "triwulan" else None))


def edited(docx: bytes, change: Callable[[etree._Element], None]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(data)
                change(root)
                data = etree.tostring(root)
            target.writestr(name, data)
    return buffer.getvalue()


def reviewed(folder: Path, docx: bytes, package: Path) -> tuple[dict[str, Hasil], list[Temuan]]:
    path = folder / "laporan.docx"
    path.write_bytes(docx)
    result = review_here(path, Permintaan(pilih=("DTA",), data=package)).hasil
    return {a.kode: a.hasil for a in result.aturan}, list(result.temuan)


def another(text: str) -> str:
    """A text with its first digit changed, or with a word added where there is none."""
    return re.sub(r"\d", lambda m: str((int(m[0]) + 1) % 10), text, count=1) if re.search(r"\d", text) else text + " x"


def change_figures(every: int) -> Callable[[etree._Element], None]:
    """Edit each n-th figure by hand."""

    def change(root: etree._Element) -> None:
        starts = [s for s in root.iter(f"{W}bookmarkStart") if s.get(f"{W}name", "").startswith("_akt_")]
        for start in starts[::every]:
            node = next(t for t in start.itersiblings(f"{W}r")).find(f"{W}t")
            node.text = another(node.text)

    return change


def paragraphs(root: etree._Element) -> list[etree._Element]:
    """Paragraphs of the body with running text and without figures."""
    body = root.find(f"{W}body")
    return [
        p
        for p in body.iterchildren(f"{W}p")
        if len("".join(t.text or "" for t in p.iter(f"{W}t")).split()) > 8
        and not any(b.get(f"{W}name", "").startswith("_akt_") for b in p.iter(f"{W}bookmarkStart"))
    ]


def clean(docx: bytes) -> dict[str, Hasil]:
    """The outcome for an untouched document; without figures there is nothing that the rules of figures apply to."""
    figures = {} if read_figures(docx) else dict.fromkeys(("DTA-01", "DTA-02", "DTA-03"), Hasil.TIDAK_BERLAKU)
    return CLEAN | figures


@pytest.mark.parametrize("kind", ["pengukuran", "pk", "iku", "triwulan", "tl_lhe"])
def test_an_untouched_document_has_no_finding(tmp_path: Path, kind: str) -> None:
    assert reviewed(tmp_path, written(UJI, kind), UJI) == (clean(written(UJI, kind)), [])


def test_one_agreement_is_not_taken_for_all(tmp_path: Path) -> None:
    one = write_docx(build(compute_paket(UJI).bahan, "pk", "pk-p"))
    assert reviewed(tmp_path, one, UJI) == (CLEAN, [])


@pytest.mark.lambat
def test_a_public_copy_is_compared_with_a_public_copy(tmp_path: Path) -> None:
    public = write_docx(build(public_copy(compute_paket(CONTOH).bahan), "lkip"))
    assert reviewed(tmp_path, public, CONTOH) == (CLEAN, [])


@pytest.mark.lambat
@pytest.mark.parametrize("kind", DOKUMEN)
def test_an_untouched_document_of_the_example_has_no_finding(tmp_path: Path, kind: str) -> None:
    assert reviewed(tmp_path, written(CONTOH, kind), CONTOH) == (clean(written(CONTOH, kind)), [])


@pytest.mark.parametrize("every", [1, 3])
def test_every_figure_that_was_changed_is_found_and_no_other(tmp_path: Path, every: int) -> None:
    before = written(UJI, "pengukuran")
    printed = [(f.figure_id, f.printed) for f in read_figures(before)]
    outcomes, found = reviewed(tmp_path, edited(before, change_figures(every)), UJI)
    expected = [(text, another(text)) for _, text in printed[::every]]
    assert sorted((t.seharusnya, t.tertulis) for t in found) == sorted(expected)
    assert outcomes == CLEAN | {"DTA-01": Hasil.DITEMUKAN}


@pytest.mark.panjang
def test_every_changed_figure_of_a_whole_report_is_found(tmp_path: Path) -> None:
    before = written(CONTOH, "lkip")
    printed = [f.printed for f in read_figures(before)]
    outcomes, found = reviewed(tmp_path, edited(before, change_figures(1)), CONTOH)
    assert sorted((str(t.seharusnya), str(t.tertulis)) for t in found) == sorted((p, another(p)) for p in printed)
    assert outcomes == CLEAN | {"DTA-01": Hasil.DITEMUKAN}


def test_a_changed_figure_is_shown_where_it_stands(tmp_path: Path) -> None:
    _, found = reviewed(tmp_path, edited(written(UJI, "pengukuran"), change_figures(1)), UJI)
    assert [t.pesan for t in found if t.tertulis not in t.kutipan or f"baris {t.lokasi.baris[0]}" not in t.pesan] == []


def change_word(root: etree._Element) -> None:
    node = next(t for t in paragraphs(root)[0].iter(f"{W}t") if len((t.text or "").split()) > 3)
    words = node.text.split(" ")
    node.text = " ".join([*words[:2], "tidak", *words[2:]])


def remove_paragraph(root: etree._Element) -> None:
    gone = paragraphs(root)[0]
    gone.getparent().remove(gone)


def add_paragraph(root: etree._Element) -> None:
    made = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(made, f"{W}r"), f"{W}t").text = ADDED
    paragraphs(root)[0].addnext(made)


def lose_mark(root: etree._Element) -> None:
    start = next(s for s in root.iter(f"{W}bookmarkStart") if s.get(f"{W}name", "").startswith("_akt_"))
    start.set(f"{W}name", "lain")


def first_mark(root: etree._Element) -> etree._Element:
    """The bookmark of the first figure inside running text."""
    return next(
        s
        for s in root.iter(f"{W}bookmarkStart")
        if s.get(f"{W}name", "").startswith("_akt_") and not list(s.iterancestors(f"{W}tbl"))
    )


def type_beside(root: etree._Element) -> None:
    made = etree.Element(f"{W}r")
    etree.SubElement(made, f"{W}t").text = "1"
    first_mark(root).addprevious(made)


def remove_figures_with_their_paragraph(root: etree._Element) -> None:
    gone = first_mark(root).getparent()
    gone.getparent().remove(gone)


def retype_without_mark(root: etree._Element) -> None:
    start = first_mark(root)
    for node in list(start.itersiblings())[:2]:
        if node.tag == f"{W}bookmarkEnd":
            node.getparent().remove(node)
    start.getparent().remove(start)


EDITS = [
    (remove_figures_with_their_paragraph, "DTA-05", None),
    (retype_without_mark, "DTA-02", None),
    (change_word, "DTA-04", "tidak"),
    (remove_paragraph, "DTA-05", None),
    (add_paragraph, "DTA-06", ADDED),
    (lose_mark, "DTA-02", None),
]


def test_a_digit_typed_beside_a_figure_is_found(tmp_path: Path) -> None:
    outcomes, found = reviewed(tmp_path, edited(written(UJI, "e81"), type_beside), UJI)
    assert [(t.kode, (t.tertulis or "").startswith("1[")) for t in found] == [("DTA-04", True)]
    assert outcomes == CLEAN | {"DTA-04": Hasil.DITEMUKAN}


@pytest.mark.parametrize(("change", "kode", "written_now"), EDITS, ids=[change.__name__ for change, _, _ in EDITS])
def test_each_edit_of_text_is_found_once(
    tmp_path: Path, change: Callable[[etree._Element], None], kode: str, written_now: str | None
) -> None:
    outcomes, found = reviewed(tmp_path, edited(written(UJI, "e81"), change), UJI)
    assert [(t.kode, t.tertulis) for t in found] == [(kode, written_now)]
    assert outcomes == CLEAN | {kode: Hasil.DITEMUKAN}


def test_data_that_changed_since_are_told_apart_from_edits(tmp_path: Path) -> None:
    package = tmp_path / "paket"
    shutil.copytree(UJI, package)
    table = package / "realisasi.csv"
    text = table.read_text(encoding="utf-8")
    assert text.count("SEHAT;2025;tw4;laporan;62;") == 1
    table.write_text(text.replace("SEHAT;2025;tw4;laporan;62;", "SEHAT;2025;tw4;laporan;61;"), encoding="utf-8")
    outcomes, found = reviewed(tmp_path, written(UJI, "pengukuran"), package)
    changed = {(t.tertulis, t.seharusnya) for t in found if t.kode == "DTA-03"}
    assert changed == {
        ("62,00%", "61,00%"),
        ("101,64%", "100,00%"),
        ("103,33%", "101,67%"),
        ("melampaui target", "mencapai target"),
    }
    assert outcomes["DTA-01"] is Hasil.LOLOS
    assert {t.keyakinan.value for t in found if t.kode in ("DTA-04", "DTA-05", "DTA-06")} <= {"mungkin"}


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.txt", b"Laporan\n", "hanya dokumen Word buatan program yang dapat dibandingkan dengan datanya"),
        ("a.docx", None, "dokumen ini tidak memuat peta angka dari program"),
    ],
)
def test_what_cannot_be_compared_says_why(tmp_path: Path, name: str, data: bytes | None, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(without_map(written(UJI, "pengukuran")) if data is None else data)
    result = review_here(path, Permintaan(pilih=("DTA",), data=UJI)).hasil
    assert {(a.hasil, a.alasan) for a in result.aturan} == {(Hasil.TIDAK_BERLAKU, why)}


def test_a_document_of_another_package_is_not_compared(tmp_path: Path) -> None:
    outcomes, found = reviewed(tmp_path, written(UJI, "triwulan"), CONTOH)
    assert (set(outcomes.values()), found) == ({Hasil.TIDAK_BERLAKU}, [])


def without_map(docx: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            if not name.startswith("customXml/"):
                target.writestr(name, source.read(name))
    return buffer.getvalue()


@pytest.mark.lambat
def test_edits_survive_libreoffice(tmp_path: Path) -> None:
    before = written(CONTOH, "lkip")
    printed = [f.printed for f in read_figures(before)]
    (tmp_path / "asal.docx").write_bytes(edited(before, change_figures(20)))
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    out = tmp_path / "keluar"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", out]
    subprocess.run([*command, tmp_path / "asal.docx"], check=True, capture_output=True, timeout=180)
    outcomes, found = reviewed(tmp_path, (out / "asal.docx").read_bytes(), CONTOH)
    assert sorted(str(t.tertulis) for t in found) == sorted(another(text) for text in printed[::20])
    assert outcomes == CLEAN | {"DTA-01": Hasil.DITEMUKAN}
