"""List grammar and parts of sentences."""

from __future__ import annotations

import pytest

from akuntabel.bahasa.kalimat import capitalise, join_list, jumlah, sentence


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a dan b"),
        (["a", "b", "c"], "a, b, dan c"),
        (["a", "b", "c", "d"], "a, b, c, dan d"),
        (["sarana, prasarana", "biaya"], "sarana, prasarana; dan biaya"),
        (["sarana, prasarana", "biaya", "waktu"], "sarana, prasarana; biaya; dan waktu"),
        (["7,73%", "8,5%", "9%"], "7,73%, 8,5%, dan 9%"),
    ],
)
def test_join_list(items: list[str], text: str) -> None:
    assert join_list(items) == text


def test_join_list_with_another_conjunction() -> None:
    assert join_list(["docx", "PDF", "HTML"], "atau") == "docx, PDF, atau HTML"


@pytest.mark.parametrize(
    ("number", "text"),
    [(4, "4 (empat) program"), (0, "0 (nol) program"), (1250, "1.250 (seribu dua ratus lima puluh) program")],
)
def test_jumlah(number: int, text: str) -> None:
    assert jumlah(number, "program") == text


def test_capitalise_keeps_the_rest() -> None:
    assert capitalise("capaian TPT") == "Capaian TPT"
    assert capitalise("") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [("target  tercapai", "Target tercapai."), ("selesai.", "Selesai."), ("yaitu:", "Yaitu:"), ("", "")],
)
def test_sentence(text: str, expected: str) -> None:
    assert sentence(text) == expected
