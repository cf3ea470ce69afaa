"""Hostile and wrong files: each ends in one clear line, whatever is inside."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from akuntabel.errors import BerkasError
from akuntabel.grid.batas import Batas
from akuntabel.readers.docx import parse_docx, read_docx
from akuntabel.readers.terbatas import run_limited

AGAIN = "buka di Word atau LibreOffice, simpan ulang, lalu coba lagi"
SAVE = "simpan sebagai .docx, lalu coba lagi"
UNLOCK = "hapus kata sandinya, lalu coba lagi"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def line(data: bytes, batas: Batas | None = None) -> str:
    with pytest.raises(BerkasError) as error:
        parse_docx(data, "a.docx", batas or Batas())
    return str(error.value)


def archive(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out.getvalue()


def office(main: str, root: bytes) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    rels = f'<Relationships xmlns="{space}"><Relationship Id="r1" Type="{kind}" Target="{main}"/></Relationships>'
    return archive({"_rels/.rels": rels.encode(), main: root})


def document(body: str) -> bytes:
    return office("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'.encode())


def changed(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return archive({n: change(old.read(n)) if n == name else old.read(n) for n in old.namelist()})


XLSX = b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
PPTX = b'<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'
ODT = archive({"mimetype": b"application/vnd.oasis.opendocument.text"})
KINDS = {
    "bukan apa-apa": (b"laporan", f"bukan dokumen Word; {SAVE}"),
    "word lama": (OLE + bytes(512), f"berkas Office lama (misalnya .doc); {SAVE}"),
    "terkunci": (OLE + "EncryptedPackage".encode("utf-16-le"), f"dikunci dengan kata sandi; {UNLOCK}"),
    "pdf": (b"%PDF-1.7", "isinya PDF, bukan dokumen Word; beri nama yang berakhiran .pdf, lalu coba lagi"),
    "rtf": (b"{\\rtf1 teks}", f"isinya RTF, bukan dokumen Word; {SAVE}"),
    "html": (b"<html>", "isinya halaman web atau XML, bukan dokumen Word; buka di Word, simpan sebagai .docx"),
    "zip kosong": (archive({}), f"bukan dokumen Word; {SAVE}"),
    "zip lain": (archive({"foto.jpg": b"x"}), f"bukan dokumen Word; {SAVE}"),
    "excel": (office("xl/workbook.xml", XLSX), f"isinya buku kerja Excel, bukan dokumen Word; {SAVE}"),
    "powerpoint": (office("ppt/p.xml", PPTX), f"isinya presentasi PowerPoint, bukan dokumen Word; {SAVE}"),
    "opendocument": (ODT, f"berkas OpenDocument (.odt); {SAVE}"),
    "xml lain": (office("word/document.xml", b"<a/>"), f"bukan dokumen Word; {SAVE}"),
    "tanpa badan": (
        office("word/document.xml", f'<d:document xmlns:d="{W}"/>'.encode()),
        f"bukan dokumen Word; {SAVE}",
    ),
    "nul": (document("<w:p>\0</w:p>"), f"berkas rusak atau tidak lengkap; {AGAIN}"),
    "karakter terlarang": (document("<w:p>&#1;</w:p>"), f"berkas rusak atau tidak lengkap; {AGAIN}"),
    "xml terpotong": (office("word/document.xml", b"<w:document"), f"berkas rusak atau tidak lengkap; {AGAIN}"),
}


@pytest.mark.parametrize(("data", "said"), KINDS.values(), ids=KINDS)
def test_what_is_no_word_document_is_named(data: bytes, said: str) -> None:
    assert line(data) == f"a.docx: {said}."


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.99])
def test_truncated(build: Any, kept: float) -> None:
    whole = build(badan="p: isi")
    assert line(whole[: int(len(whole) * kept)]) == f"a.docx: berkas rusak atau tidak lengkap; {AGAIN}."


DECLARATIONS = {
    "berkas": '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "jaringan": '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">',
    "miliaran": '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
}
PARTS = (
    "_rels/.rels",
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/header1.xml",
)


@pytest.mark.parametrize("declaration", DECLARATIONS.values(), ids=DECLARATIONS)
@pytest.mark.parametrize("part", PARTS)
def test_entities(build: Any, part: str, declaration: str) -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    whole = build(badan=section, gaya="a a", daftar="num 1: 0", footnotes="", tepi={"header1": "p: x"})

    def declare(data: bytes) -> bytes:
        head, mark, rest = data.rpartition(b"?>")
        return head + mark + declaration.encode() + rest

    said = line(changed(whole, part, declare))
    assert said == f"a.docx: memuat jenis dokumen XML yang tidak diizinkan; {AGAIN}."


def test_zip_bomb(build: Any) -> None:
    bomb = changed(build(badan="p: x"), "word/document.xml", lambda data: data + b" " * 30 * 1024 * 1024)
    assert line(bomb) == f"a.docx: isinya mengembang melebihi batas; {AGAIN}."


def nested(before: str, after: str, levels: int, inner: str = "") -> bytes:
    return document(before * levels + inner + after * levels)


TABLE = ("<w:tbl><w:tr><w:tc/><w:tc>", "</w:tc></w:tr></w:tbl>")
FRAME = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")
BOX = ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>")
DEEP = {
    "tabel 10.000": nested(*TABLE, 10_000),
    "tabel 600": nested(*TABLE, 600),
    "bingkai 10.000": nested(*FRAME, 10_000),
    "bingkai 600": nested(*FRAME, 600),
    "kotak 10.000": nested(*BOX, 10_000),
    "kotak 450": nested(*BOX, 450),
    "kendali 10.000": nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 10_000, "<w:p/>"),
    "kendali 900": nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 900, "<w:p/>"),
    "sisipan 2.000": document("<w:p>" + "<w:ins>" * 2_000 + "<w:r/>" + "</w:ins>" * 2_000 + "</w:p>"),
}


@pytest.mark.parametrize("data", DEEP.values(), ids=DEEP)
def test_deep_nesting(data: bytes) -> None:
    assert line(data) == f"a.docx: susunannya bersarang terlalu dalam; {AGAIN}."


def test_usual_nesting_is_read() -> None:
    naskah = parse_docx(nested(*TABLE, 25, "<w:p><w:r><w:t>x</w:t></w:r></w:p>"), "a.docx")
    assert [t.baris[0].sel[1].teks for t in naskah.tabel] == [""] * 24 + ["x"]


TEXT = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
ROW = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 4 + "</w:tr>"
WIDE = '<w:tbl><w:tr><w:tc/><w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr></w:tc></w:tr></w:tbl>'
SHAPES = {
    "baris": (f"<w:tbl>{ROW * 4}</w:tbl>", Batas(baris=3), "lebih dari 3 baris; hapus baris yang tidak diperlukan"),
    "kolom": (f"<w:tbl>{ROW}</w:tbl>", Batas(kolom=3), "lebih dari 3 kolom; hapus kolom di sebelah kanan data"),
    "sel": (
        f"<w:tbl>{ROW * 2}</w:tbl>" * 2, Batas(sel=15),
        "lebih dari 15 sel; hapus baris dan kolom yang tidak diperlukan",
    ),
    "alinea": (TEXT * 4, Batas(baris=3), "lebih dari 3 baris; hapus baris yang tidak diperlukan"),
    "kolom besar": (WIDE.format(10**8), Batas(), "lebih dari 500 kolom; hapus kolom di sebelah kanan data"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "batas", "said"), SHAPES.values(), ids=SHAPES)
def test_shape(body: str, batas: Batas, said: str) -> None:
    assert line(document(body), batas) == f"a.docx: {said}."


def test_an_absurd_number_counts_as_none() -> None:
    naskah = parse_docx(document(WIDE.format("9" * 5_000)), "a.docx")
    assert next(naskah.tabel).banyak_kolom == 2


@pytest.mark.parametrize("part", ["word/styles.xml", "word/numbering.xml"])
def test_a_broken_part_is_told(build: Any, part: str) -> None:
    broken = changed(build(badan="p: x", gaya="a a", daftar="num 1: 0"), part, lambda data: data[:-9])
    assert line(broken) == f"a.docx: berkas rusak atau tidak lengkap; {AGAIN}."


def test_a_long_pattern_does_not_multiply(build: Any) -> None:
    """A pattern of a megabyte before each of many paragraphs would be more than memory holds."""
    naskah = parse_docx(
        build(daftar=f"abstrak 0: 1 decimal {'x' * 1_000_000}\nnum 1: 0", badan="p 1.0: a\n" * 500), "a.docx"
    )
    assert {len(a.teks) for a in naskah.alinea} == {257}


def test_notes_that_refer_to_each_other_end(build: Any) -> None:
    note = '<w:footnote w:id="{}"><w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="{}"/></w:r></w:p></w:footnote>'
    badan = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>' * 3
    naskah = parse_docx(build(badan=badan, footnotes=note.format(1, 2) + note.format(2, 1)), "a.docx")
    assert [a.teks for a in naskah.alinea] == ["¹", "x"]


@pytest.mark.panjang
@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (30_000, None),
        (99_000, "tidak dapat dibaca dalam batas memori; buka dengan program pembuatnya, simpan ulang, lalu coba lagi"),
        (100_001, "lebih dari 1000000 sel; hapus baris dan kolom yang tidak diperlukan"),
    ],
)
def test_a_million_cells_end_in_the_child(rows: int, said: str | None, tmp_path: Path) -> None:
    """Read, or refused with one line, within the limits of the child process."""
    properties = '<w:tcPr><w:tcW w:w="900"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>'
    look = '<w:rPr><w:sz w:val="20"/></w:rPr>'
    cells = "".join(f"<w:tc>{properties}<w:r>{look}<w:t>{{0:x}}-{n}</w:t></w:r></w:p></w:tc>" for n in range(10))
    row = f"<w:tr>{cells}</w:tr>"
    file = tmp_path / "a.docx"
    file.write_bytes(document(f"<w:tbl>{''.join(row.format(n * 2_654_435_761 % 2**64) for n in range(rows))}</w:tbl>"))
    begin = time.monotonic()
    if said is None:
        (table,) = run_limited(read_docx, "a.docx", file).tabel
        assert (len(table.baris), table.banyak_kolom) == (rows, 10)
    else:
        with pytest.raises(BerkasError) as error:
            run_limited(read_docx, "a.docx", file)
        assert str(error.value) == f"a.docx: {said}."
    assert time.monotonic() - begin < Batas().detik
