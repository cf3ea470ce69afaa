"""One rule of punctuation for every list, and for what closes a line."""

import pytest

from akuntabel.doctree.nodes import FigureRef, Inlines, ListBlock, ListKind, Paragraph, Text
from akuntabel.doctree.walk import child_blocks, plain_text
from akuntabel.reports.butir import berbutir, butir, sisip, tutup

NILAI = FigureRef("capaian/IKU-1/2025", "98,5%")


def lines(block: ListBlock) -> list[str]:
    """The lines of a list and of the lists inside it, in reading order."""
    found: list[str] = []
    for child in child_blocks(block):
        found += [plain_text(child.inlines)] if isinstance(child, Paragraph) else []
        found += lines(child) if isinstance(child, ListBlock) else []
    return found


def item(text: str, *below: str) -> tuple[Paragraph | ListBlock, ...]:
    inner = ListBlock(ListKind.ANGKA, tuple((Paragraph((Text(t),)),) for t in below))
    return (Paragraph((Text(text),)), inner) if below else (Paragraph((Text(text),)),)


@pytest.mark.parametrize(
    ("names", "given", "expected"),
    [
        (False, ["perumusan kebijakan"], ["perumusan kebijakan."]),
        (False, ["perumusan", "pembinaan"], ["perumusan; dan", "pembinaan."]),
        (False, ["perumusan;", "pembinaan,", "pelaporan;"], ["perumusan;", "pembinaan; dan", "pelaporan."]),
        (False, ["Menambah pegawai", "Menyusun pedoman."], ["Menambah pegawai.", "Menyusun pedoman."]),
        (False, ["Sudahkah diukur?", "Belum; "], ["Sudahkah diukur?", "Belum."]),
        (False, ["Pembinaan", "pelaporan"], ["Pembinaan; dan", "pelaporan."]),  # mixed: parts of one sentence
        (True, ["Sekretariat", "Bidang Usaha"], ["Sekretariat; dan", "Bidang Usaha."]),
    ],
)
def test_items_close_by_one_rule(names: bool, given: list[str], expected: list[str]) -> None:
    made = butir(ListKind.HURUF, ((Text(t),) for t in given), names=names)
    assert lines(made) == expected


def test_a_list_inside_a_list_closes_with_the_sign_of_its_item() -> None:
    items = (item("Kepala"), item("Sekretariat, terdiri atas:", "Umum", "Keuangan"), item("Bidang Usaha", "Kelompok"))
    assert lines(berbutir(ListBlock(ListKind.HURUF, items), names=True)) == [
        "Kepala;",
        "Sekretariat, terdiri atas:",
        "Umum; dan",
        "Keuangan; dan",
        "Bidang Usaha:",
        "Kelompok.",
    ]


@pytest.mark.parametrize(
    ("line", "sign", "expected"),
    [
        ((), ".", ""),
        ((Text("target menunggu konfirmasi"),), ".", "target menunggu konfirmasi."),
        ((Text("target menunggu; "),), ".", "target menunggu."),
        ((Text("target sudah pasti."),), ".", "target sudah pasti."),
        ((Text("target sudah pasti."),), ";", "target sudah pasti;"),
        ((Text("sebesar "), NILAI), ".", "sebesar 98,5%."),
        ((Text("Tugas:"),), ":", "Tugas:"),
    ],
)
def test_a_line_is_closed_once(line: Inlines, sign: str, expected: str) -> None:
    assert plain_text(tutup(line, sign)) == expected


@pytest.mark.parametrize(
    ("text", "tail", "expected"),
    [
        ("Menambah pegawai.", "tenggat: 30 Juni 2026", "Menambah pegawai (tenggat: 30 Juni 2026)."),
        ("Menambah pegawai", "", "Menambah pegawai"),
    ],
)
def test_a_remark_stands_before_the_full_stop(text: str, tail: str, expected: str) -> None:
    assert plain_text(sisip((Text(text),), tail)) == expected
