"""Broken at random: a document is read or refused with one line, never anything else, and soon."""

from __future__ import annotations

import io
import time
import tomllib
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from akuntabel.doctree.dump_naskah import dump_naskah
from akuntabel.doctree.naskah import lines_of
from akuntabel.errors import BerkasError
from akuntabel.readers.docx import parse_docx

HERE = Path(__file__).parent / "kasus"
SECONDS = 5.0
VALUES = [
    "",
    "0",
    "1",
    "-1",
    "9",
    "99999999999999999999",
    "true",
    "off",
    "continue",
    "restart",
    "begin",
    "separate",
    "end",
]
SOME = settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
MANY = settings(SOME, max_examples=5_000)


@cache
def tables() -> dict[str, dict[str, Any]]:
    paths = sorted(HERE.glob("*.toml"))
    return {f"{p.stem}-{n}": case for p in paths for n, case in tomllib.loads(p.read_text("utf-8")).items()}


NAMES = st.sampled_from(sorted(tables()))


def outcome(data: bytes) -> list[str]:
    """The text, or the one line that says why there is none."""
    try:
        naskah = parse_docx(data, "a.docx")
    except BerkasError as error:
        return [str(error)]
    assert dump_naskah(naskah).startswith("naskah docx")
    return lines_of(naskah)


def check(data: bytes) -> None:
    begin = time.monotonic()
    lines = outcome(data)
    assert not any(ord(char) < ord(" ") and char != "\t" for line in lines for char in line)
    assert time.monotonic() - begin < SECONDS


def unpacked(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def flip_file(build: Any, draw: st.DataObject) -> None:
    data = bytearray(build(**tables()[draw.draw(NAMES)]))
    for _ in range(draw.draw(st.integers(1, 8))):
        data[draw.draw(st.integers(0, len(data) - 1))] = draw.draw(st.integers(0, 255))
    cut = draw.draw(st.integers(0, len(data)))
    check(bytes(data if draw.draw(st.booleans()) else data[:cut]))


def flip_part(build: Any, draw: st.DataObject) -> None:
    parts = unpacked(build(**tables()[draw.draw(NAMES)]))
    name = draw.draw(st.sampled_from(sorted(parts)))
    data = bytearray(parts[name])
    at = draw.draw(st.integers(0, len(data) - 1))
    data[at : at + draw.draw(st.integers(0, 30))] = draw.draw(st.binary(max_size=6))
    check(packed(parts | {name: bytes(data)}))


def change_tree(build: Any, draw: st.DataObject) -> None:
    """Elements of a part lost, doubled, moved into others, their attributes set to what should not be there."""
    parts = unpacked(build(**tables()[draw.draw(NAMES)]))
    name = draw.draw(st.sampled_from(sorted(n for n in parts if n.startswith("word/") and n.endswith(".xml"))))
    root = etree.fromstring(parts[name])
    for _ in range(draw.draw(st.integers(1, 5))):
        elements = list(root.iter())
        one, other = (elements[draw.draw(st.integers(0, len(elements) - 1))] for _ in range(2))
        _mutate(one, other, draw)
    check(packed(parts | {name: etree.tostring(root)}))


def _mutate(one: Any, other: Any, draw: st.DataObject) -> None:
    kind = draw.draw(st.sampled_from(["buang", "salin", "pindah", "nilai", "nama"]))
    inside = any(ancestor is one for ancestor in other.iterancestors()) or one is other
    if kind == "buang" and one.getparent() is not None:
        one.getparent().remove(one)
    elif kind == "salin" and one.getparent() is not None:
        one.addnext(etree.fromstring(etree.tostring(one)))
    elif kind == "pindah" and not inside and one.getparent() is not None:
        other.append(one)
    elif kind == "nilai" and one.attrib:
        one.set(draw.draw(st.sampled_from(sorted(map(str, one.attrib)))), draw.draw(st.sampled_from(VALUES)))
    elif kind == "nama":
        one.tag = other.tag


@pytest.mark.parametrize("broken", [flip_file, flip_part, change_tree])
def test_a_broken_document_is_one_line(broken: Any, build: Any) -> None:
    @SOME
    @given(st.data())
    def run(draw: st.DataObject) -> None:
        broken(build, draw)

    run()


@pytest.mark.panjang
@pytest.mark.parametrize("broken", [flip_file, flip_part, change_tree])
def test_many_broken_documents(broken: Any, build: Any) -> None:
    @MANY
    @given(st.data())
    def run(draw: st.DataObject) -> None:
        broken(build, draw)

    run()
