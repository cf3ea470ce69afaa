"""The file as a whole: whole XML, whole relations, the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from akuntabel.doctree.nodes import Document, Paragraph, Raster, Section, Text
from akuntabel.writers.docx import write_docx
from akuntabel.writers.docx.document import document_parts
from akuntabel.writers.docx.oxml import NAMESPACES

W = f"{{{NAMESPACES['w']}}}"
R = f"{{{NAMESPACES['r']}}}"


def plain(*blocks: object) -> Document:
    return Document("Judul", "Dinas", date(2026, 1, 30), (Section(blocks),))  # type: ignore[arg-type]


def body(document: Document) -> etree._Element:
    return etree.fromstring(document_parts(document)["word/document.xml"])


def test_two_runs_give_the_same_bytes(rich: Document) -> None:
    assert write_docx(rich) == write_docx(rich)


def test_the_date_comes_from_the_document_only(rich: Document) -> None:
    before, after = document_parts(rich), document_parts(replace(rich, dated=date(2027, 2, 3)))
    assert {name for name in before if before[name] != after[name]} == {"docProps/core.xml"}
    assert b"2027-02-03T00:00:00Z" in after["docProps/core.xml"]


def test_zip_is_sorted_behind_the_content_types_and_undated(rich: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(rich))) as archive:
        names = archive.namelist()
        assert names == ["[Content_Types].xml", *sorted(names[1:])]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_has_a_content_type_and_every_relation_an_end(rich: Document) -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(rich))) as archive:
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        names = set(archive.namelist()) - {"[Content_Types].xml"}
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    defaults = {one.get("Extension") for one in types if one.get("Extension")}
    overrides = {str(one.get("PartName"))[1:] for one in types if one.get("PartName")}
    assert overrides <= names
    assert {name for name in names if name.rsplit(".", 1)[1] not in defaults} == set()
    inside = {str(one.get("Target")) for one in relations if one.get("TargetMode") != "External"}
    assert {target for target in inside if f"word/{target}" not in names} == {"../customXml/item1.xml"}


def test_every_relationship_id_in_the_body_is_known(rich: Document) -> None:
    parts = document_parts(rich)
    known = set(re.findall(rb'Id="(rId\d+)"', parts["word/_rels/document.xml.rels"]))
    used = set(re.findall(rb'r:(?:id|embed)="(rId\d+)"', parts["word/document.xml"]))
    assert used <= known
    assert len(used) > 5


def test_ids_of_bookmarks_and_drawings_are_unique(rich: Document) -> None:
    root = body(rich)
    starts = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkStart")]
    names = [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")]
    ends = [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkEnd")]
    drawings = [one.get("id") for one in root.iter(f"{{{NAMESPACES['wp']}}}docPr")]
    assert sorted(starts) == sorted(ends)
    assert {key for counted in (starts, names, drawings) for key, n in Counter(counted).items() if n > 1} == set()
    assert max(len(str(name)) for name in names) <= 40


def test_every_jump_has_a_bookmark_and_every_field_an_end(rich: Document) -> None:
    root = body(rich)
    names = {one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")}
    anchors = {one.get(f"{W}anchor") for one in root.iter(f"{W}hyperlink") if one.get(f"{W}anchor")}
    codes = " ".join(one.text or "" for one in root.iter(f"{W}instrText"))
    assert anchors - names == set()
    assert set(re.findall(r"REF (\S+)", codes)) - names == set()
    kinds = Counter(one.get(f"{W}fldCharType") for one in root.iter(f"{W}fldChar"))
    assert kinds["begin"] == kinds["separate"] == kinds["end"] > 10


def test_styles_in_use_are_defined(rich: Document) -> None:
    parts = document_parts(rich)
    defined = set(re.findall(rb'w:styleId="(\w+)"', parts["word/styles.xml"]))
    written = b"".join(data for name, data in parts.items() if name.startswith("word/") and name.endswith(".xml"))
    assert set(re.findall(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="(\w+)"', written)) - defined == set()


@given(st.text())
def test_any_text_comes_through_or_is_replaced(value: str) -> None:
    root = body(plain(Paragraph((Text(value),))))
    run = root.find(f"{W}body/{W}p/{W}r")
    assert run is not None
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    read = "".join(marks.get(str(node.tag), node.text or "") for node in run)
    expected = re.sub(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", value.replace("\r\n", "\n").replace("\r", "\n")
    )
    assert read == expected


def test_a_picture_is_stored_once_however_often_it_is_shown() -> None:
    raster = Raster(b"\x89PNG", "image/png", "Foto", 10, 10)
    parts = document_parts(plain(raster, raster))
    assert [data for name, data in parts.items() if name.startswith("word/media/")] == [b"\x89PNG"]


def test_a_media_type_that_word_cannot_show_is_refused() -> None:
    with pytest.raises(ValueError, match="image/webp"):
        document_parts(plain(Raster(b"x", "image/webp", "Foto", 10, 10)))


def test_a_picture_is_never_wider_than_the_text() -> None:
    root = body(plain(Raster(b"\x89PNG", "image/png", "Foto", 500, 100)))
    extent = next(root.iter(f"{{{NAMESPACES['wp']}}}extent"))
    assert (extent.get("cx"), extent.get("cy")) == (str(8787 * 635), str(round(8787 * 635 / 5)))
