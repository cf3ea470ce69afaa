"""Comments in a document that others wrote: at their places, and nothing else changes."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from akuntabel.doctree.naskah import lines_of
from akuntabel.pipelines.dokumen import build
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.readers.docx import element_lines, parse_docx
from akuntabel.writers.docx import write_docx
from akuntabel.writers.docx.komentar import Komentar, add_comments

ROOT = Path(__file__).resolve().parents[3]
VALIDATOR = ROOT / "alat/npm/node_modules/.bin/ooxml-validator"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def p(text: str) -> str:
    return f"<w:p><w:pPr><w:jc w:val='left'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


_INSIDE = f"<v:shape><v:textbox><w:txbxContent>{p('Kotak')}</w:txbxContent></v:textbox></v:shape>"
BOX = f"<w:p><w:r><w:pict>{_INSIDE}</w:pict></w:r></w:p>"
BODY = (
    p("Satu")
    + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>"
    + p("Jumlah 8")
    + "</w:tc><w:tc>"
    + p("8")
    + "</w:tc></w:tr><w:tr><w:tc>"
    + p("Baris dua")
    + "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    + "<w:p/>"
    + BOX
    + p("Tiga")
)


def tiny(body: str = BODY, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        named = {"[Content_Types].xml": TYPES, "_rels/.rels": RELS}
        named["word/document.xml"] = f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"
        for name, text in (named | parts).items():
            out.writestr(name, text)
    return buffer.getvalue()


def parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def enclosed(docx: bytes) -> dict[str, str]:
    """By comment: the text between its marks."""
    root = etree.fromstring(parts_of(docx)["word/document.xml"])
    found: dict[str, str] = {}
    inside: set[str] = set()
    for node in root.iter():
        ident = node.get(f"{W}id", "")
        if node.tag == f"{W}commentRangeStart":
            inside.add(ident)
            found[ident] = ""
        elif node.tag == f"{W}commentRangeEnd":
            inside.discard(ident)
        elif node.tag in (f"{W}t", f"{W}br"):
            found |= {one: found[one] + (node.text or " ") for one in inside}
    return found


def without_marks(document: bytes) -> bytes:
    root = etree.fromstring(document)
    for node in list(root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")):
        parent = node.getparent()
        gone = parent if node.tag == f"{W}commentReference" else node
        gone.getparent().remove(gone)
    return etree.tostring(root, method="c14n")


# line | words | what the comment stands around
PLACES = [
    (1, None, "Satu"),
    (3, "8", "8"),
    (3, "Jumlah", "Jumlah 8"),
    (3, "tidak ada", "Jumlah 8"),
    (4, None, "Baris dua"),
    (6, None, "Kotak"),
    (7, None, "Tiga"),
    (99, None, "Satu"),
]


@pytest.mark.parametrize(("line", "words", "expected"), PLACES)
def test_a_comment_stands_at_its_line(line: int, words: str | None, expected: str) -> None:
    data = tiny()
    lines = element_lines(data, "a.docx")
    made = add_comments(data, [Komentar(lines.get(line), words, ("Isi",))], "a.docx")
    assert enclosed(made) == {"0": expected}


def test_a_comment_never_stands_inside_a_text_box() -> None:
    data = tiny()
    lines = element_lines(data, "a.docx")
    root = etree.fromstring(parts_of(add_comments(data, [Komentar(lines[6], None, ("x",))], "a"))["word/document.xml"])
    (mark,) = root.iter(f"{W}commentRangeStart")
    assert list(mark.iterancestors(f"{W}txbxContent")) == []


def test_lines_of_headers_and_notes_have_no_element() -> None:
    assert sorted(element_lines(tiny(), "a.docx")) == [1, 3, 4, 6, 7]


def test_comments_that_were_there_stay() -> None:
    held = f'<w:comments {SPACES}><w:comment w:id="4" w:author="Budi">{p("lama")}</w:comment></w:comments>'
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/comments" Target="catatan.xml"/></Relationships>'
    )
    data = tiny(**{"word/_rels/document.xml.rels": rels, "word/catatan.xml": held})
    parts = parts_of(add_comments(data, [Komentar(0, None, ("Baru & <b>",))], "a"))
    comments = [(c.get(f"{W}id"), "".join(c.itertext())) for c in etree.fromstring(parts["word/catatan.xml"])]
    assert comments == [("4", "lama"), ("5", "Baru & <b>")]
    assert parts["[Content_Types].xml"] == parts_of(data)["[Content_Types].xml"]


@cache
def report() -> bytes:
    return write_docx(build(compute_paket(ROOT / "tests" / "paket" / "uji-dokumen").bahan, "pengukuran"))


@cache
def commented_report() -> bytes:
    data = report()
    lines = element_lines(data, "a.docx")
    return add_comments(data, [Komentar(n, None, (f"Temuan {n}", "Isi")) for n in lines.values()], "a.docx")


def test_the_text_and_all_other_parts_stay_as_they_were() -> None:
    before, after = parts_of(report()), parts_of(commented_report())
    same = {name for name in before if before[name] == after[name]}
    assert set(before) - same == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert set(after) - set(before) == {"word/comments.xml"}
    document = etree.tostring(etree.fromstring(before["word/document.xml"]), method="c14n")
    assert without_marks(after["word/document.xml"]) == document
    assert lines_of(parse_docx(commented_report(), "a")) == lines_of(parse_docx(report(), "a"))


def test_every_paragraph_line_is_enclosed_by_its_own_comment() -> None:
    lines = element_lines(report(), "a.docx")
    text = dict(enumerate(lines_of(parse_docx(report(), "a.docx")), 1))
    found = list(enclosed(commented_report()).values())
    missing = [
        (text[line], around)
        for line, around in zip(lines, found, strict=True)
        if " ".join(around.split()) not in " ".join(text[line].split())
    ]
    assert missing == []


@pytest.mark.lambat
@pytest.mark.skipif(shutil.which("node") is None, reason="node tidak terpasang")
def test_microsofts_validator_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(commented_report())
    answered = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False, timeout=120)
    assert json.loads(answered.stdout)["errors"] == []


@pytest.mark.lambat
def test_libreoffice_opens_it_and_keeps_the_comments(tmp_path: Path) -> None:
    (tmp_path / "asal.docx").write_bytes(commented_report())
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "odt", "--outdir", tmp_path, tmp_path / "asal.docx"]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(tmp_path / "asal.odt") as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<office:annotation ") == len(element_lines(report(), "a.docx"))
