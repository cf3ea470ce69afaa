"""CSV as office programs write it: the same table from every encoding, delimiter and line end."""

from __future__ import annotations

import codecs

import pytest

from akuntabel.readers.csv import parse_csv

TEXT = 'kode;nama\nS1;Meja – "kerja"\n\nS2;"Kursi; putar\nbaris dua"\n'
EXPECTED = [(1, ["kode", "nama"]), (2, ["S1", 'Meja – "kerja"']), (4, ["S2", "Kursi; putar\nbaris dua"])]


def table(data: bytes) -> list[tuple[int, list[str]]]:
    return [(row[0].baris, [c.text for c in row]) for row in parse_csv(data, "sarana", "sarana.csv").rows]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.rstrip().encode(),
    ],
    ids=["utf8", "bom", "utf16", "utf16le", "utf16be", "cp1252", "crlf", "cr", "tanpa-baris-akhir"],
)
def test_encodings_and_line_ends(data: bytes) -> None:
    assert table(data) == EXPECTED


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_delimiters(mark: str) -> None:
    assert table(f"kode{mark}nama{mark}jumlah\nS1{mark}Meja{mark}\n".encode()) == [
        (1, ["kode", "nama", "jumlah"]),
        (2, ["S1", "Meja"]),
    ]


def test_declared_delimiter() -> None:
    assert table(b"sep=,\nkode,nama;x\nS1,Meja\n") == [(2, ["kode", "nama;x"]), (3, ["S1", "Meja"])]


def test_one_column() -> None:
    assert table(b"kode\nS1\n") == [(1, ["kode"]), (2, ["S1"])]


def test_guessed_encoding_is_said_and_certain_ones_are_not() -> None:
    def codes(data: bytes) -> list[str]:
        return [t.kode for t in parse_csv(data, "sarana", "sarana.csv").temuan]

    assert codes("kode\nCafé\n".encode("cp1252")) == ["DATA-18"]
    assert codes("kode\nCafé\n".encode()) == []
    assert codes("kode\nCafé\n".encode("utf-16")) == []


def test_stray_quotes_are_text() -> None:
    assert table(b'kode;nama\nS1;layar 14" baru\n') == [(1, ["kode", "nama"]), (2, ["S1", 'layar 14" baru'])]
