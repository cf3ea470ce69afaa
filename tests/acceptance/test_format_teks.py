"""Hostile text comes out whole, or named, in every format; a broken reference is one line with its place."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

import pypdfium2
import pytest
from lxml import etree, html
from typer.testing import CliRunner

from akuntabel.doctree.dump import dump
from akuntabel.pipelines.dokumen import build
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.writers.docx import write_docx
from akuntabel.writers.html import write_html
from akuntabel.writers.pdf import write_pdf
from akuntabel_cli.main import app

INSPEKTORAT = Path(__file__).resolve().parents[1] / "paket" / "inspektorat"
PANJANG = "pertanggungjawaban" * 9

# name | text as pasted | what must stand in every format (spaces and soft hyphens apart)
TEKS = [
    ("tanda XML", "Bina & Awasi <tegas> \"adil\" 'jujur' ]]> &amp; &#65;", "Bina & Awasi <tegas> \"adil\" 'jujur' ]]>"),
    ("tag HTML", "<script>alert(1)</script><b>tebal</b>", "<script>alert(1)</script>"),
    ("markah typst", "#import \"a.typ\" $x^2$ #set text(red) @lampiran <label> = Judul", '#import "a.typ"'),
    ("makro", "=HYPERLINK(1) \\input{x} %d %s {0} ${jndi}", "=HYPERLINK(1)"),
    ("emoji", "Layanan cepat \U0001f600 siap \U0001f1ee\U0001f1e9 ok", "Layanan cepat"),
    ("butir Wingdings", "\uf0b7 Reviu\n\uf0d8 Audit\n\uf0fc Selesai", "Reviu"),
    ("karakter kendali", "Reviu\x02 la\x07poran\x1b[31m ke\u200buangan\ufeff", "laporan"),
    ("kanan ke kiri", "Nama \u202egnabmik\u202c \u200fakhir\u200e", "akhir"),
    ("kata panjang", f"Kata {PANJANG} selesai", PANJANG),
    ("tanda baca Word", "\u201cMutu\u201d \u2013 \u2018APIP\u2019\u2026 50\u00a0% \u2265 2\u00b2", "APIP"),
    ("aksara lain", "Kantor \u0905\u092a\u0928\u093e dan \u4e2d\u6587", "Kantor"),
    ("huruf gabungan", "e\u0301 dan \ufb01nal", "\u00e9 dan final"),
    ("garis tabel", "a | b || c ; d , e", "a | b || c"),
    ("rujukan silang", "[[tabel]] ![gambar](http://x/y.png) [situs](javascript:alert(1))", "[[tabel]]"),
]  # fmt: skip
# place | table | row | column; narrative is Markdown, the others are plain text
TEMPAT = {
    "nama unit": ("unit", {"kode": "IRBAN-2"}, "nama"),
    "nama indikator": ("indikator", {"kode": "IKU-5"}, "nama"),
    "analisis": ("analisis", {"indikator": "IKU-1", "jenis": "tindakan"}, "teks"),
    "nama barang": ("sarana", {"kode": "SAR-02"}, "nama"),
    "nama program": ("program", {"kode": "6.01.02"}, "nama"),
}
BEBAS = {"nama unit", "nama barang", "nama program", "nama indikator"}  # no Markdown there: every mark stays


def put(folder: Path, place: str, text: str) -> None:
    table, wanted, column = TEMPAT[place]
    path = folder / f"{table}.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text()), delimiter=";"))
    row = next(r for r in rows if all(r[k] == v for k, v in wanted.items()))
    row[column] = text
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), newline="")


@dataclass(frozen=True)
class Hasil:
    docx: str
    html: str
    pdf: str
    raw_html: str
    said: str


def squeeze(text: str) -> str:
    """Without what line breaking and hyphenation add."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufffe\u0002]", "", text)


def render(folder: Path) -> Hasil:
    computed = compute_paket(folder)
    document = build(computed.bahan, "lkip")
    with zipfile.ZipFile(io.BytesIO(write_docx(document))) as archive:
        parts = [archive.read(n) for n in archive.namelist() if n.endswith((".xml", ".rels"))]
        body = archive.read("word/document.xml")
    for part in parts:
        etree.fromstring(part)  # every part stays well-formed
    page = write_html(document).decode()
    pdf = pypdfium2.PdfDocument(write_pdf(document))
    text = "".join(p.get_textpage().get_text_bounded() for p in pdf)
    words = "".join(etree.fromstring(body).itertext("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"))
    found = " ".join(t.pesan for t in computed.temuan)
    pages = re.sub(rf"\d*{re.escape(squeeze(document.header))}", "", squeeze(text))  # a word may go on overleaf
    return Hasil(squeeze(words), squeeze(html.fromstring(page).text_content()), pages, page, found)


def assert_printable(text: str) -> None:
    """Nothing that no font shows: no control, private-use, surrogate or direction character."""
    bad = {c for c in text if unicodedata.category(c) in ("Cc", "Co", "Cs", "Cn") and c not in "\n\t\r"}
    assert not bad, [f"U+{ord(c):04X}" for c in bad]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", text)


@pytest.mark.lambat
@pytest.mark.parametrize("place", TEMPAT)
def test_hostile_text_comes_out_whole_in_every_format(place: str, tmp_path: Path) -> None:
    """All texts in turn in one place; one report each would say no more."""
    folder = tmp_path / "paket"
    copytree(INSPEKTORAT, folder)
    wanted = [(name, text, keep) for name, text, keep in TEKS if place in BEBAS or name not in ("rujukan silang",)]
    put(folder, place, " ~~ ".join(text for _, text, _ in wanted))
    made = render(folder)
    for form, text in (("docx", made.docx), ("html", made.html), ("pdf", made.pdf)):
        assert_printable(text)
        lost = [name for name, _, keep in wanted if squeeze(keep) not in text]
        if place not in BEBAS:  # Markdown reads &amp; and the marks of emphasis its own way, never the words
            lost = [n for n in lost if n not in ("tanda XML", "markah typst")]
        if form == "pdf":  # a PDF may hyphenate a long word at a line's end
            lost = [n for n in lost if n != "kata panjang" or squeeze(PANJANG) not in text.replace("-", "")]
        assert lost == [], (form, lost)
    page = html.fromstring(made.raw_html)
    assert not [s for s in page.iter("script") if "alert(1)" in (s.text or "")]
    assert not page.xpath("//a[starts-with(@href, 'javascript:')]")
    assert "[bendera ID]" in dump(build(compute_paket(folder).bahan, "lkip"))
    assert "U+" in made.said  # what was replaced is said, with its code


@pytest.mark.lambat
def test_hostile_narrative_comes_out_whole_in_every_format(tmp_path: Path) -> None:
    folder = tmp_path / "paket"
    copytree(INSPEKTORAT, folder)
    narrative = (
        "\n\n".join(text for _, text, _ in TEKS)
        + "\n\n# Judul\n\n> kutipan\n\n```\nkode <b>\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    (folder / "narasi" / "latar_belakang.md").write_text(narrative, encoding="utf-8", newline="")
    made = render(folder)
    for text in (made.docx, made.html, made.pdf):
        assert_printable(text)
        for words in ("<script>alert(1)</script>", "kode<b>", "kutipan", "Layanancepat", "APIP", "akhir", "Judul"):
            assert words in text
    page = html.fromstring(made.raw_html)
    assert not [s for s in page.iter("script") if "alert(1)" in (s.text or "")]
    assert not page.xpath("//a[starts-with(@href, 'javascript:')]")
    assert not page.xpath("//img[starts-with(@src, 'http')]")


# Markdown as typed | the lines that the report must hold, in order
MARKDOWN = [
    ("> kutipan\n\nsesudah", ["kutipan", "sesudah"]),
    ("- satu\n  > dua\n\n  tiga\n- empat\n\nlima", ["satu", "dua", "tiga", "empat", "lima"]),
    ("1. satu\n   - dua\n     1. tiga\n2. empat\n\nlima", ["satu", "dua", "tiga", "empat", "lima"]),
    ("```\nkode\n```\n\nsesudah", ["kode", "sesudah"]),
    ("    menjorok\n\nsesudah", ["menjorok", "sesudah"]),
    ("Judul\n=====\n\nisi\n\n---\n\nakhir", ["Judul", "isi", "akhir"]),
    ("<div>blok</div>\n\n<!-- catatan -->\n\nakhir", ["<div>blok</div>", "<!-- catatan -->", "akhir"]),
    ("satu `dua` **tiga** *empat* ~~lima~~", ["satu dua", "tiga", "empat", "~~lima~~"]),
    ("| a | b |\n|---|---|\n| 1 | 2 |\n\nakhir", ["| a | b |", "| 1 | 2 |", "akhir"]),
    ("[situs](https://a.example) ![denah](denah.png) akhir", ["situs", "denah", "akhir"]),
]


@pytest.mark.parametrize(("text", "lines"), MARKDOWN)
def test_no_markdown_is_lost(text: str, lines: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "paket"
    copytree(INSPEKTORAT, folder)
    (folder / "narasi" / "penutup.md").write_text(text)
    said = dump(build(compute_paket(folder).bahan, "lkip"))
    said = said[said.index("PENUTUP") :]
    place = -1
    for line in lines:
        place = said.find(line, place + 1)
        assert place >= 0, line


# ---- references in narrative ----------------------------------------------------------------------------------------

# what stands in the narrative | what the one line must say
RUJUKAN = """
{{ capain/IKU-1 }} | capain/IKU-1
{{ capaian/IKU-99 }} | capaian/IKU-99
{{ capaian/IKU-1/2031 }} | capaian/IKU-1/2031
{{ capaian/IKU-1 \\| romawi }} | format 'romawi' tidak dikenal
{{ }} | bukan nama besaran
{{ capaian }} | bukan nama besaran
{{ capaian/IKU-1/2026/tw9/x/y }} | berlebih
{{ 7*7 }} | bukan nama besaran
{{ __class__/x }} | __class__/x
"""


@pytest.mark.parametrize("line", RUJUKAN.strip().splitlines())
def test_a_broken_reference_is_one_line_with_its_place(line: str, tmp_path: Path) -> None:
    text, _, said = (p.strip() for p in re.split(r"(?<!\\)(\|)", line, maxsplit=1))
    folder = tmp_path / "paket"
    copytree(INSPEKTORAT, folder)
    (folder / "narasi" / "penutup.md").write_text(f"Capaian {text.replace(chr(92), '')} pada tahun ini.")
    result = CliRunner().invoke(app, ["lkip", str(folder), "--keluar", str(tmp_path / "x"), "--format", "json"])
    assert result.exit_code == 2
    assert said in result.stderr
    assert "narasi penutup" in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    "text", ["{% for x in y %}", "{{ terbuka", "tutup }}", "{ {capaian/IKU-1} }", "${capaian/IKU-1}"]
)
def test_other_braces_are_text(text: str, tmp_path: Path) -> None:
    folder = tmp_path / "paket"
    copytree(INSPEKTORAT, folder)
    (folder / "narasi" / "penutup.md").write_text(f"Nilai {text} saja.")
    assert f"Nilai {text} saja." in dump(build(compute_paket(folder).bahan, "lkip"))
