"""The survey report and its publication: text dumps on an agency with answer sheets, what is said where data lack.

After a wanted change, run once with AKUNTABEL_TULIS_GOLDEN=1 and read the diff of the dumps.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from akuntabel.calculation.compute import figures_of
from akuntabel.calculation.tindak_lanjut import KINI, SEBELUMNYA, plans_at
from akuntabel.doctree.dump import dump
from akuntabel.doctree.nodes import Document, FigureRef, Heading, Table
from akuntabel.doctree.walk import figure_refs, plain_text, walk_blocks
from akuntabel.domain.catatan import Kebijakan
from akuntabel.domain.pilihan import StatusTindak, Unsur
from akuntabel.domain.skm import SkmRekap
from akuntabel.errors import PanggilanError
from akuntabel.pipelines.dokumen import build, gaps
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.reports.bagian.saran import masked, unsur_of
from akuntabel.reports.bahan import DISAMARKAN, Bahan
from akuntabel.reports.salinan_publik import public_copy

TESTS = Path(__file__).resolve().parents[2]
GOLDEN = TESTS / "golden" / "dokumen"
UJI = TESTS / "paket" / "uji-survei"
RSUD = TESTS / "paket" / "rsud"
CONTOH = TESTS.parent / "contoh" / "disnaker-kota-bekasi-2025"


@cache
def bahan_of(path: Path) -> Bahan:
    return compute_paket(path).bahan


def changed(bahan: Bahan, **tables: Iterable[Any]) -> Bahan:
    """The same package with other rows in some tables, computed again."""
    paket = replace(bahan.paket, **{name: tuple(rows) for name, rows in tables.items()})
    policy, figures = figures_of(paket, bahan.regulations)
    return replace(bahan, paket=paket, figures=figures, policy=policy)


def lines(document: Document) -> list[str]:
    """Every line as a reader sees it: no ids of figures, no bold."""
    text = re.sub(r"\{[^={}]*=([^{}]*)\}", r"\1", dump(document)).replace("**", "")
    return [re.sub(r"^\s*(- )?[a-z]+(?: ikut)?: ", "", line).strip() for line in text.splitlines()]


def table(document: Document, label: str) -> list[list[str]]:
    found = next(t for t in walk_blocks(document) if isinstance(t, Table) and t.label == label)
    return [
        ["".join(i.text if isinstance(i, FigureRef) else getattr(i, "value", "") for i in c.inlines) for c in r.cells]
        for r in found.rows
    ]


def headings(document: Document) -> list[str]:
    return [plain_text(b.inlines) for b in walk_blocks(document) if isinstance(b, Heading)]


DUMPS = [
    ("survei-skm", UJI, "skm", None, False),
    ("survei-skm-publik", UJI, "skm", None, True),
    ("survei-skm-s1", UJI, "skm", "2025-s1", False),
    ("survei-poster", UJI, "poster_skm", None, False),
    ("survei-skm-rsud", RSUD, "skm", None, False),
]


@pytest.mark.parametrize(("name", "path", "jenis", "pilihan", "publik"), DUMPS, ids=[d[0] for d in DUMPS])
def test_document_reads_as_written_down(name: str, path: Path, jenis: str, pilihan: str | None, publik: bool) -> None:
    bahan = public_copy(bahan_of(path)) if publik else bahan_of(path)
    found = dump(build(bahan, jenis, pilihan))
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("AKUNTABEL_TULIS_GOLDEN"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [UJI, RSUD, CONTOH])
@pytest.mark.parametrize("jenis", ["skm", "poster_skm"])
def test_every_figure_answers_where_it_comes_from(path: Path, jenis: str) -> None:
    document = build(bahan_of(path), jenis)
    refs = list(figure_refs(document))
    assert refs
    assert [r.figure_id for r in refs if r.figure_id not in document.origins] == []


# --- which period ---


def test_without_a_choice_the_last_period_with_data_is_told() -> None:
    bahan = bahan_of(UJI)
    assert "Semester II" in build(bahan, "skm").title
    assert "Semester I Tahun" in build(bahan, "skm", "2025-s1").title
    rows = [r for r in bahan.paket.skm_rekap if r.periode == "2025-s1"]
    bare = changed(bahan, skm_rekap=rows, skm_responden=())
    assert "Semester I Tahun" in build(bare, "skm").title


@pytest.mark.parametrize("jenis", ["skm", "poster_skm"])
def test_an_unknown_period_is_one_clear_line(jenis: str) -> None:
    with pytest.raises(PanggilanError, match=r"'tw4' bukan periode survei tahun 2025; pilih dari: 2025-s1, 2025-s2\."):
        build(bahan_of(UJI), jenis, "tw4")


# --- what is said ---

KALIMAT = """
Banyak responden belum memenuhi sampel yang diperlukan, kurang 3 orang. Karena itu, hasil survei ini perlu dibaca sebagai gambaran, bukan ukuran yang mewakili.
Di antara layanan yang respondennya sedikitnya 30 orang, indeks tertinggi diperoleh Perekaman KTP elektronik dan indeks terendah diperoleh Penerbitan kartu keluarga.
Dibandingkan dengan survei Januari sampai Juni 2025, indeks naik 0,01 poin dari 87,13 menjadi 87,14.
Rencana tindak lanjut survei dari periode sebelumnya memuat 2 butir; 1 di antaranya tercatat selesai.
Setelah tindak lanjut itu, nilai unsur Sarana dan prasarana turun 2,62 poin dari 75,83 menjadi 73,21.
“Pak (nama disamarkan) di loket ramah, waktu tunggu masih lama”.
“Syarat akta mohon ditempel di loket. Hubungi saya di (kontak disamarkan)”.
Indeks tahun 2025 dihitung dari gabungan jawaban semua periode.
"""  # noqa: E501


@pytest.mark.parametrize("kalimat", KALIMAT.strip().splitlines())
def test_the_report_says(kalimat: str) -> None:
    assert kalimat in lines(build(bahan_of(UJI), "skm"))


def test_sample_wanted_stands_against_sample_reached() -> None:
    rows = [["90"], ["73"], ["70"], ["−3"]]
    assert [r[1:] for r in table(build(bahan_of(UJI), "skm"), "tabel-sampel")] == rows


def test_without_users_the_sample_cannot_be_judged_and_the_report_says_why() -> None:
    document = build(bahan_of(CONTOH), "skm")
    said = [t for t in lines(document) if t.startswith("Kecukupan sampel tidak dapat dinilai karena banyak pengguna")]
    assert len(said) == 2  # where it is told, and in the conclusions
    assert [g for g in gaps(document) if "kolom pengguna, tabel skm_periode" in g]


def test_the_plan_goes_from_the_lowest_unsur_upward_with_its_quarter() -> None:
    rows = [[r[1], *r[3:8]] for r in table(build(bahan_of(UJI), "skm"), "tabel-rtl")]
    assert rows == [
        ["Sarana dan prasarana", "2026", "", "√", "", ""],
        ["Waktu penyelesaian", "2026", "√", "", "", ""],
        ["–", "2026", "", "", "", ""],
    ]


def test_the_plan_of_each_period_is_its_own_and_the_next_looks_back_at_it() -> None:
    paket = bahan_of(UJI).paket
    found = {p.kode: {k: [r.kode for r in rows] for k, rows in plans_at(paket, p).items()} for p in paket.skm_periode}
    assert found == {
        "2025-s1": {KINI: ["R1", "R2"], SEBELUMNYA: []},
        "2025-s2": {KINI: ["R3", "R4", "R5"], SEBELUMNYA: ["R1", "R2"]},
    }


def test_a_rounded_weight_shows_what_it_costs() -> None:
    bahan = bahan_of(UJI)
    full = [r.model_copy(update={"jumlah_skor": (r.responden or 0) * 4}) for r in bahan.paket.skm_rekap]
    policy = [Kebijakan(kunci_kebijakan="bobot_skm", nilai="0,11")]
    document = build(changed(bahan, skm_rekap=full, kebijakan=policy), "skm")
    assert [r[1:] for r in table(document, "tabel-bobot")] == [["100,00"] * 2, ["99,00"] * 2, ["99,90"] * 2]
    assert table(document, "tabel-unsur-2025-s2")[-1][5:] == ["3,960", "99,00", "A"]


def test_services_with_few_answers_are_called_neither_best_nor_weakest() -> None:
    bahan = bahan_of(UJI)
    assert ["Penerbitan akta kelahiran", "4"] in [r[:2] for r in table(build(bahan, "skm"), "tabel-layanan-2025-s2")]
    words = [t for t in lines(build(bahan, "skm")) if "indeks tertinggi diperoleh" in t]
    assert words
    assert all("akta" not in t for t in words)
    few = [r for r in bahan.paket.skm_rekap if r.layanan != "KTP"]
    said = "Tidak ada layanan yang disebut terbaik atau terlemah karena banyak respondennya belum cukup"
    sheets = [r for r in bahan.paket.skm_responden if r.layanan != "KTP"]
    document = build(changed(bahan, skm_rekap=few, skm_responden=sheets), "skm")
    assert [t for t in lines(document) if t.startswith(said)]


def test_frequencies_add_up_to_the_sheets() -> None:
    rows = table(build(bahan_of(UJI), "skm"), "tabel-frekuensi")
    assert len(rows) == 9
    assert {sum(int(n) for n in r[2:]) for r in rows} == {70}


def test_answers_alone_give_the_same_tables_as_their_recap() -> None:
    bahan = bahan_of(UJI)
    sheets = [r for r in bahan.paket.skm_responden if r.periode == "2025-s2"]
    alone = changed(bahan, skm_rekap=[r for r in bahan.paket.skm_rekap if r.periode == "2025-s1"])
    recap = [
        SkmRekap(
            periode="2025-s2", unsur=unsur.value, jumlah_skor=sum(s for s in scores if s),
            responden=sum(s is not None for s in scores),
        )
        for unsur in Unsur
        if (scores := [getattr(r, unsur.value.lower()) for r in sheets])
    ]  # fmt: skip
    written = changed(bahan, skm_rekap=[*alone.paket.skm_rekap, *recap], skm_responden=())
    documents = [build(b, "skm") for b in (alone, written)]
    for label in ("tabel-unsur-2025-s2", "tabel-bobot", "tabel-ikm-periode"):
        first, second = (table(d, label) for d in documents)
        assert first == second
    blank = [c for r in table(documents[0], "tabel-unsur-2025-s2")[:-1] for c in r if c in ("", "–")]
    assert blank == []


def test_what_does_not_count_is_told_and_every_sheet_stands_in_the_frequencies() -> None:
    bahan = bahan_of(UJI)
    sheets = list(bahan.paket.skm_responden)
    alone = [r for r in bahan.paket.skm_rekap if r.periode == "2025-s1"]
    sheets[0] = sheets[0].model_copy(update={"u1": 5, "u2": 0, "u3": None})
    sheets[1] = sheets[1].model_copy(update={u.value.lower(): None for u in Unsur})
    document = build(changed(bahan, skm_rekap=alone, skm_responden=sheets), "skm")
    rows = table(document, "tabel-frekuensi")
    assert {sum(int(n) for n in r[2:]) for r in rows} == {70}
    assert [r[2:][-2:] for r in rows[:3]] == [["1", "1"], ["1", "1"], ["2", "0"]]
    noted = "Tidak dihitung: 10 jawaban kosong, 2 jawaban di luar skala, dan 1 lembar tanpa satu pun jawaban sah."
    assert noted in lines(document)


@pytest.mark.parametrize(
    ("statuses", "opening"),
    [
        (("selesai", "selesai"), "Setelah tindak lanjut itu, nilai unsur Sarana dan prasarana turun"),
        (("selesai", "batal"), "Setelah tindak lanjut itu, nilai unsur Sarana dan prasarana turun"),
        (("selesai", "belum"), "Tindak lanjut atas unsur Sarana dan prasarana belum selesai; nilainya turun"),
        (("belum", None), "Tindak lanjut atas unsur Sarana dan prasarana belum dilaksanakan; nilainya turun"),
        (("batal", "batal"), "Tindak lanjut atas unsur Sarana dan prasarana dibatalkan; nilainya turun"),
        ((None, None), "Pelaksanaan tindak lanjut atas unsur Sarana dan prasarana belum dicatat; nilainya turun"),
    ],
)
def test_a_value_is_said_to_follow_a_plan_only_where_the_plan_was_done(
    statuses: tuple[str | None, str | None], opening: str
) -> None:
    bahan = bahan_of(UJI)
    states = [StatusTindak(s) if s else None for s in statuses]
    plans = [
        r.model_copy(update={"unsur": "U9", "status": s})
        for r, s in zip((r for r in bahan.paket.rtl if r.periode == "2025-s1"), states, strict=True)
    ]
    document = build(changed(bahan, rtl=plans), "skm")
    said = f"{opening} 2,62 poin dari 75,83 menjadi 73,21."
    assert [t for t in lines(document) if t.endswith("dari 75,83 menjadi 73,21.")] == [said]
    cancelled = statuses.count("batal")
    assert [t for t in lines(document) if f"; {cancelled} dibatalkan." in t] != [] or not cancelled


def test_a_plan_that_leaves_out_the_lowest_unsur_says_so() -> None:
    bahan = bahan_of(UJI)
    said = "Rencana tindak lanjut untuk unsur dengan nilai terendah: Sarana dan prasarana (tabel rtl)."
    assert [g for g in gaps(build(bahan, "skm")) if said in g] == []
    plans = [r.model_copy(update={"status": StatusTindak.BATAL}) if r.kode == "R4" else r for r in bahan.paket.rtl]
    document = build(changed(bahan, rtl=plans), "skm")
    assert len([g for g in gaps(document) if said in g]) == 1
    assert "Rencana tindak lanjut memuat 3 kegiatan (1 dibatalkan), diurutkan dari unsur dengan nilai terendah." in (
        lines(document)
    )


def test_what_the_table_of_respondents_hides_no_other_table_shows() -> None:
    """Sheets that name a service are fewer than the recap says: the smaller count decides for every table."""
    bahan = bahan_of(UJI)
    kept = [r for r in bahan.paket.skm_responden if r.layanan != "KK"][:40]
    named = [r for r in bahan.paket.skm_responden if r.layanan == "KK"][:3]
    document = build(public_copy(changed(bahan, skm_responden=[*kept, *named])), "skm")
    shown = " ".join(c for label in ("tabel-layanan-2025-s2",) for r in table(document, label) for c in r)
    assert "Penerbitan kartu keluarga" not in shown
    hidden = [r for r in table(document, "tabel-responden-layanan") if r[0] == "Penerbitan kartu keluarga"]
    assert hidden == [["Penerbitan kartu keluarga", "tidak ditampilkan", "tidak ditampilkan"]]


def test_the_questionnaire_keeps_the_codes_where_the_form_swaps_questions() -> None:
    rows = table(build(bahan_of(UJI), "skm"), "tabel-kuesioner")
    assert [r[:2] for r in rows[-2:]] == [["8", "U9"], ["9", "U8"]]


def test_without_sheets_the_report_says_who_completes_it() -> None:
    found = gaps(build(changed(bahan_of(UJI), skm_responden=()), "skm"))
    assert len([g for g in found if "tabel skm_responden" in g]) == 3
    assert all("Yang melengkapi: " in g for g in found)


def test_a_provisional_index_makes_a_draft() -> None:
    kinds = ("skm", "poster_skm")
    assert {build(bahan_of(CONTOH), j).draft for j in kinds} == {True}
    assert {build(bahan_of(UJI), j).draft for j in kinds} == {False}


# --- the copy for citizens ---


def test_a_public_copy_has_no_remarks_and_no_small_group() -> None:
    internal, public = build(bahan_of(UJI), "skm"), build(public_copy(bahan_of(UJI)), "skm")
    assert "Saran dan Masukan Responden" in headings(internal)
    assert "Saran dan Masukan Responden" not in headings(public)
    assert "“" not in dump(public)
    sizes = {r[0]: r[1] for r in table(public, "tabel-responden-pendidikan")}
    assert sizes["S2"] == DISAMARKAN  # three persons
    assert sizes["D-III"] == DISAMARKAN  # the next one: otherwise the total would give the three away
    assert sizes["SMA"] == "27"


def test_the_poster_is_public_even_when_nobody_asks_for_it() -> None:
    document = build(bahan_of(UJI), "poster_skm")
    assert dump(document) == dump(build(public_copy(bahan_of(UJI)), "poster_skm"))
    rows = {r[0]: r[-1] for r in table(document, "tabel-responden")}
    assert (rows["Jumlah responden"], rows["Perempuan"], rows["S2"]) == ("70", "42", DISAMARKAN)


def test_no_sheet_is_listed_where_a_figure_comes_from() -> None:
    for bahan in (bahan_of(UJI), public_copy(bahan_of(UJI))):
        cells = [c for o in build(bahan, "skm").origins.values() for c in o.cells if "skm_responden" in c]
        assert cells
        assert [c for c in cells if not c.endswith(": 70 baris")] == []


# --- remarks ---


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pak Budi Santoso ramah.", "Pak (nama disamarkan) ramah"),
        ("ibu  Dewi cepat", "ibu (nama disamarkan) cepat"),
        ("Bu petugas ramah", "Bu petugas ramah"),
        ("dewi kartasasmita, s.sos. baik", "(nama disamarkan) baik"),
        ("hubungi 0812-3456-7890", "hubungi (kontak disamarkan)"),
        ("tulis ke a.b@c.example", "tulis ke (kontak disamarkan)"),
        ("antre 45 menit", "antre 45 menit"),
    ],
)
def test_names_and_contacts_are_masked(text: str, expected: str) -> None:
    assert masked(bahan_of(UJI), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Waktu lama dan fasilitas kurang", "U3"),
        ("Fasilitas kurang dan waktu lama", "U9"),
        ("Bertarif", None),
        ("Terima kasih", None),
    ],
)
def test_a_remark_belongs_to_the_unsur_whose_word_stands_first(text: str, expected: str | None) -> None:
    assert unsur_of(text, bahan_of(UJI).regulations.pedoman_skm(2025).unsur) == expected
