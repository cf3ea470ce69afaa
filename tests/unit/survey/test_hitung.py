"""What an engine counts: answers as people write them, sheets that stand twice, the same digits in whatever order."""

from __future__ import annotations

import csv
import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akuntabel.pipelines.skm import PermintaanSkm, gabung_berkas, hasil_of, hitung_berkas, write_rekap
from akuntabel.survey.bahan import AturanIndeks, CaraTahun
from akuntabel.survey.cacah import Cacah
from akuntabel.survey.hasil import Tingkat
from akuntabel.survey.hitung import periode_of
from akuntabel.survey.rekap import Kunci, Rekap

CODES = [f"U{n}" for n in range(1, 10)]
HEAD = ["nomor responden", "layanan", "periode", *CODES]


def write(
    path: Path, rows: list[list[str]], head: list[str] = HEAD, delimiter: str = ";", encoding: str = "utf-8"
) -> Path:
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows([head, *rows])
    return path


def count(path: Path, **order: object) -> Rekap:
    return hitung_berkas([path], PermintaanSkm(**order)).rekap  # type: ignore[arg-type]


def sheet(number: str, answer: str, others: str = "3", service: str = "A", period: str = "2025-tw1") -> list[str]:
    return [number, service, period, answer, *([others] * 8)]


ANSWERS = {
    "1": Cacah((1, 0, 0, 0)), " 3 ": Cacah((0, 0, 1, 0)), "4.0": Cacah((0, 0, 0, 1)), "4,0": Cacah((0, 0, 0, 1)),
    "Sangat Sesuai": Cacah((0, 0, 0, 1)), "tidak sesuai": Cacah((1, 0, 0, 0)), "": Cacah(kosong=1),
    "  ": Cacah(kosong=1),
    "0": Cacah(luar=1), "5": Cacah(luar=1), "2,5": Cacah(luar=1), "-1": Cacah(luar=1), "3,4": Cacah(ganda=1),
    "3;4": Cacah(ganda=1), "2, 3": Cacah(ganda=1), "1 dan 2": Cacah(ganda=1), "puas": Cacah(teks=1),
    "#REF!": Cacah(teks=1),
    "'; DROP TABLE jawaban; --": Cacah(teks=1),
}  # fmt: skip


@pytest.mark.parametrize(("answer", "counted"), ANSWERS.items(), ids=ANSWERS)
def test_an_answer_as_people_write_it(answer: str, counted: Cacah, tmp_path: Path) -> None:
    (content,) = count(write(tmp_path / "a.csv", [sheet("1", answer)])).kelompok.values()
    assert content.unsur["U1"] == counted
    assert content.unsur["U2"] == Cacah((0, 0, 1, 0))


def test_a_sheet_that_stands_twice_counts_once_and_not_at_all_where_it_differs(tmp_path: Path) -> None:
    rows = [
        sheet("1", "4"),
        sheet("1", "4"),
        sheet("2", "4"),
        sheet("2", "1"),
        sheet("3", "2"),
        sheet("", "3"),
        sheet("", "3"),
    ]
    counted = count(write(tmp_path / "a.csv", rows))
    (content,) = counted.kelompok.values()
    assert content.unsur["U1"].skor == (0, 1, 2, 1)
    assert (counted.berkas[0].baris, counted.berkas[0].ganda_sama, counted.berkas[0].ganda_beda) == (7, 1, 2)


def test_only_whole_sheets_where_the_rule_says_so(tmp_path: Path) -> None:
    rows = [sheet("1", "4"), sheet("2", ""), sheet("3", "5")]
    (content,) = count(write(tmp_path / "a.csv", rows), lembar_utuh=True).kelompok.values()
    assert (content.lembar, content.lengkap) == (3, 1)
    assert content.unsur["U1"] == Cacah((0, 0, 0, 1), kosong=1, luar=1)
    assert content.unsur["U2"].skor == (0, 0, 1, 0)


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(";", "utf-8"), (",", "utf-8-sig"), ("\t", "utf-8"), (";", "cp1252"), (",", "utf-16"), ("|", "utf-8")],
)
def test_files_of_office_programs(delimiter: str, encoding: str, tmp_path: Path) -> None:
    path = write(
        tmp_path / "é.csv", [sheet("1", "4", service="Kartu Kuning – é")], delimiter=delimiter, encoding=encoding
    )
    (key,) = count(path).kelompok
    assert key == Kunci(layanan="Kartu Kuning – é", periode="2025-tw1")


def test_titles_above_the_heading_and_a_heading_with_quotes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    head = ["layanan", "per\"iode'; DROP", *CODES]
    row = ["A", "x", *(["4"] * 9)]
    text = (
        "REKAP SURVEI\n\n"
        + "\n".join(";".join('"' + c.replace('"', '""') + '"' for c in r) for r in (head, row))
        + "\n"
    )
    path.write_text(text, encoding="utf-8")
    assert count(path).seluruhnya.unsur["U9"].skor == (0, 0, 0, 1)


@pytest.mark.parametrize(
    ("month", "kind", "code"),
    [
        ("2025-10", "triwulan", "2025-tw4"), ("202510", "triwulan", "2025-tw4"), ("10/2025", "semester", "2025-sm2"),
        ("2025-06", "semester", "2025-sm1"), ("2025-06", "bulan", "2025-bl06"), ("2025-06", "tahun", "2025"),
        ("2025-13", "triwulan", ""), ("kemarin", "triwulan", ""), ("", "tahun", ""),
    ],
)  # fmt: skip
def test_periods_of_months(month: str, kind: str, code: str) -> None:
    assert periode_of(month, kind) == code


def test_days_are_put_into_periods(tmp_path: Path) -> None:
    days = (
        "2025-01-31",
        "31/03/2025",
        "1/3/2025",
        "2025/02/09 1:45:12 PM GMT+7",
        "12-02-2025",
        "2025-04-01 09:30",
        "1 Mei 2025",
        "1 Mei",
        "",
    )
    rows = [[day, *(["4"] * 9)] for day in days]
    counted = count(write(tmp_path / "a.csv", rows, ["tanggal", *CODES]))
    assert {k.periode: i.lembar for k, i in counted.kelompok.items()} == {"2025-tw1": 5, "2025-tw2": 2, "": 2}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "berkas kosong"), (b"\x00" * 40, "berkas kosong"), (b"a;b\n1;2\n", "tidak ada baris judul"),
        (b"%PDF-1.7", "isinya PDF"), (b"PAR1 rusak", "Parquet rusak"), (b"PK\x03\x04 rusak", "rusak|zip|Excel"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_answers_is_one_line(content: bytes, told: str, tmp_path: Path) -> None:
    from akuntabel.errors import AkuntabelError  # noqa: PLC0415

    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(AkuntabelError, match=told) as error:
        count(path)
    assert "\n" not in str(error.value)


def test_a_broken_file_is_left_out_only_if_asked(tmp_path: Path) -> None:
    good = write(tmp_path / "a.csv", [sheet("1", "4")])
    (tmp_path / "b.csv").write_bytes(b"rusak")
    done = hitung_berkas([tmp_path], PermintaanSkm(lewati_rusak=True))
    assert [f.nama for f in done.rekap.berkas] == [good.name]
    assert "b.csv" in done.ditinggalkan[0]


scores = st.sampled_from(["1", "2", "3", "4", "", "0", "5", "x", "3,4"])
rows_of = st.lists(
    st.tuples(
        st.sampled_from("AB"), st.sampled_from(["2025-tw1", "2025-tw2"]), st.lists(scores, min_size=9, max_size=9)
    ),
    min_size=1, max_size=30,
)  # fmt: skip
Answers = list[tuple[str, str, list[str]]]


def reference(rows: Answers) -> dict[tuple[str, str, str], tuple[int, ...]]:
    """Scores by group and element, counted one by one."""
    found: Counter[tuple[str, str, str, str]] = Counter()
    for service, period, answers in rows:
        for code, answer in zip(CODES, answers, strict=True):
            found[service, period, code, answer] += 1
    groups = {(s, p) for s, p, _ in rows}
    return {(s, p, c): tuple(found[s, p, c, str(v)] for v in (1, 2, 3, 4)) for s, p in groups for c in CODES}


def as_counted(rekap: Rekap) -> dict[tuple[str, str, str], tuple[int, ...]]:
    return {(k.layanan, k.periode, u): c.skor for k, i in rekap.kelompok.items() for u, c in i.unsur.items()}


@given(rows=rows_of, seed=st.integers(0, 9), threads=st.integers(1, 2))
def test_order_files_and_threads_change_no_digit(
    rows: Answers, seed: int, threads: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("skm")
    table = [["", s, p, *a] for s, p, a in rows]
    whole = count(write(folder / "semua.csv", table), utas=threads)
    assert as_counted(whole) == reference(rows)
    random.Random(seed).shuffle(table)
    cut = seed % (len(table) + 1)
    parts = [p for p in (table[:cut], table[cut:]) if p]
    kept = []
    for n, part in enumerate(parts):
        counted = count(write(folder / f"{n}.csv", part, delimiter=",;"[n]))
        write_rekap(counted, folder / f"{n}.json")
        kept.append(folder / f"{n}.json")
    assert gabung_berkas(kept).kelompok == whole.kelompok


def test_the_same_file_twice_is_refused(tmp_path: Path) -> None:
    from akuntabel.errors import BerkasError  # noqa: PLC0415

    path = write(tmp_path / "a.csv", [sheet("1", "4")])
    write_rekap(count(path), tmp_path / "a.json")
    with pytest.raises(BerkasError, match="sudah dihitung"):
        gabung_berkas([tmp_path / "a.json", tmp_path / "a.json"])


def test_what_is_kept_is_not_counted_again(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", [sheet("1", "4")])
    first = hitung_berkas([path], PermintaanSkm(simpan=tmp_path / "rekap"))
    again = hitung_berkas([path], PermintaanSkm(simpan=tmp_path / "rekap"))
    assert again.rekap == first.rekap
    assert again.peta == (("a.csv", ("dari rekap yang tersimpan",)),)
    assert len(list((tmp_path / "rekap").iterdir())) == 1


def test_results_by_level_and_of_the_year(tmp_path: Path) -> None:
    rows = [sheet(str(n), "4", "4", "A", "2025-tw1") for n in range(3)] + [sheet("9", "2", "2", "B", "2025-tw2")]
    rekap = count(write(tmp_path / "a.csv", rows))
    found, _ = hasil_of(rekap, AturanIndeks(), {"A": 3}, None)
    told = {(r.tingkat, r.nama, r.periode): (r.nilai and str(r.nilai), r.responden) for r in found}
    assert told[Tingkat.LAYANAN, "A", "2025-tw1"] == ("100", 3)
    assert told[Tingkat.LAYANAN, "B", "2025-tw2"] == ("50", 1)
    assert told[Tingkat.PEMERINTAH, "Semua", ""] == ("87.5", 4)
    mean, _ = hasil_of(rekap, AturanIndeks(tahun=CaraTahun.RATA_RATA), {}, None)
    assert str(mean[-1].nilai) == "75"
    last, _ = hasil_of(rekap, AturanIndeks(tahun=CaraTahun.TERAKHIR), {}, None)
    assert str(last[-1].nilai) == "50"
    own = next(r for r in found if r.nama == "A")
    assert own.sampel is not None
    assert (own.sampel.diminta, own.sampel.tercapai) == (3, True)


def test_without_a_valid_answer_to_an_element_there_is_no_index(tmp_path: Path) -> None:
    rekap = count(write(tmp_path / "a.csv", [sheet("1", "")]))
    found, _ = hasil_of(rekap, AturanIndeks(), {}, None)
    assert found[0].nilai is None
    assert found[0].alasan == "tidak ada jawaban sah untuk U1: indeks tidak dihitung"
