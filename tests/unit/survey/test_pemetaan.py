"""What the headings of columns mean: codes, places in the sample form, whole questions, and what is none of them."""

from __future__ import annotations

import pytest

from akuntabel.errors import BerkasError
from akuntabel.regulations import load
from akuntabel.survey.pemetaan import petakan

GUIDE = load().pedoman_skm(2025)
FORM = (
    "Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?",
    "Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?",
    "Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?",
    "Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara standar pelayanan dengan hasilnya?",
    "Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?",
    "Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?",
    "Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?",
    "Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?",
)
CODES = tuple(f"U{n}" for n in range(1, 10))


def meanings(*columns: str) -> dict[str, str]:
    found = petakan(columns, GUIDE, {}, "a.csv")
    return {**dict(found.unsur), **{c: m for m, c in found.lain.items()}}


def test_codes_are_elements_wherever_they_stand() -> None:
    assert meanings(*reversed(CODES)) == {c: c for c in CODES}
    assert meanings(*(f"{c}. Persyaratan" for c in CODES))["U9. Persyaratan"] == "U9"


def test_places_of_the_sample_form_swap_the_last_two() -> None:
    found = meanings(*(f"Q{n}" for n in range(1, 10)))
    assert (found["Q8"], found["Q9"]) == ("U9", "U8")
    assert meanings(*(f"Pertanyaan {n}" for n in range(1, 10)))["Pertanyaan 8"] == "U9"


def test_whole_questions_are_told_by_their_words() -> None:
    assert meanings(*FORM) == dict(zip(FORM, ("U1", "U2", "U3", "U4", "U5", "U6", "U7", "U9", "U8"), strict=True))


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Jenis Layanan", "layanan"), ("Layanan yang diterima", "layanan"), ("Unit Pelayanan", "unit"),
        ("Perangkat Daerah", "instansi"), ("Tanggal", "tanggal"), ("Timestamp", "tanggal"), ("Triwulan", "periode"),
        ("Jenis Kelamin", "jenis_kelamin"), ("Umur", "usia"), ("Pendidikan Terakhir", "pendidikan"),
        ("Nomor Responden", "lembar"), ("Saran dan masukan", None), ("No", None), ("Nama", None), ("Email", None),
    ],
)  # fmt: skip
def test_other_columns(heading: str, meaning: str | None) -> None:
    assert meanings(heading, *CODES).get(heading) == meaning


def test_several_questions_of_one_element() -> None:
    found = petakan((*CODES, "U3b", "U9 kebersihan"), GUIDE, {}, "a.csv")
    assert [u for _, u in found.unsur] == ["U1", "U2", "U3", "U3", "U4", "U5", "U6", "U7", "U8", "U9", "U9"]


def test_what_the_user_says_wins() -> None:
    found = petakan((*CODES[:8], "Kenyamanan"), GUIDE, {"Kenyamanan": "U9"}, "a.csv")
    assert dict(found.unsur)["Kenyamanan"] == "U9"
    assert "Kenyamanan" not in found.ditebak


@pytest.mark.parametrize(
    ("columns", "given", "told"),
    [
        (CODES[:8], {}, "tidak ada kolom untuk unsur U9"),
        (CODES, {"Kenyamanan": "U9"}, "tidak ada kolom 'Kenyamanan'"),
        (CODES, {"U1": "rasa"}, "'rasa' bukan arti kolom"),
    ],
)
def test_what_cannot_be_told_is_refused(columns: tuple[str, ...], given: dict[str, str], told: str) -> None:
    with pytest.raises(BerkasError, match=told):
        petakan(columns, GUIDE, given, "a.csv")
