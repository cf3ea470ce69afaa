"""The page of a review: every finding leads to its passage and back, nothing of it runs, nothing comes from outside."""

from __future__ import annotations

import re
from datetime import date

import pytest
from lxml import html

from akuntabel.doctree.kata_reviu import PembandingDibaca
from akuntabel.doctree.naskah import Alinea, BarisNaskah, FormatNaskah, Naskah, SelNaskah, TabelNaskah, Tempat
from akuntabel.findings import (
    DIKESAMPINGKAN,
    Hasil,
    HasilAturan,
    HasilPemeriksaan,
    Kesampingan,
    Keyakinan,
    Lokasi,
    Temuan,
    Terkait,
    Tingkat,
)
from akuntabel.writers.html.reviu import BarisRekap, write_rekap, write_reviu
from akuntabel.writers.html.reviu.tanda import marked

LINES = "//*[starts-with(@id, 'b')]"
HOSTILE = '</script><script>alert(1)</script> & "kutip"'


def row(line: int, *cells: tuple[str, int, int, int]) -> BarisNaskah:
    return BarisNaskah(tuple(SelNaskah(*cell) for cell in cells), Tempat(line))


TABLE = TabelNaskah(
    (
        row(4, ("Bidang", 0, 1, 2), ("Pegawai", 1, 2, 1)),
        row(5, ("PNS", 1, 1, 1), ("PPPK", 2, 1, 1)),
        row(6, ("Jumlah", 0, 1, 1), ("8", 2, 1, 1)),
    ),
    3,
)
NASKAH = Naskah(
    "laporan.docx",
    FormatNaskah.DOCX,
    (
        Alinea("BAB I", Tempat(1), level=1),
        Alinea(f"Jumlah pegawai 6 orang, bukan 16. {HOSTILE}", Tempat(2)),
        TABLE,
    ),
)
SUM = Temuan(
    "JML-01",
    "Jumlah sesuai dengan rinciannya",
    Tingkat.TINGGI,
    "baris 6: tertulis 8, hitungannya 6.",
    Lokasi(baris=(6,), tabel="Tabel 1.1"),
    "Jumlah\t\t8",
    sebab="s",
    terkait=(Terkait("Jumlah pegawai 6 orang", Lokasi(baris=(2,))), Terkait("8", Lokasi("pk.pdf", baris=(1,)))),
    tertulis="8",
    seharusnya="6",
    hitungan="1 + 5",
    saran="hitung ulang",
    dasar="Aritmetika",
)
ASIDE = Temuan(
    "STR-01", "Nomor berurutan", Tingkat.RENDAH, HOSTILE, Lokasi(baris=(2,)), tertulis="6 orang",
    keyakinan=Keyakinan.MUNGKIN, status=DIKESAMPINGKAN, sebab="s",
    kesampingan=Kesampingan("Sari", date(2026, 2, 5), "sudah dijelaskan"),
)  # fmt: skip
RESULT = HasilPemeriksaan(
    (
        HasilAturan("STR-01", "Nomor berurutan", Hasil.DITEMUKAN, 2, 1, kelompok="Struktur"),
        HasilAturan("SKM-01", "Mutu sesuai skala", Hasil.TIDAK_BERLAKU, alasan="tidak ada survei", kelompok="Survei"),
        HasilAturan("JML-01", "Jumlah sesuai", Hasil.DITEMUKAN, 1, 0, kelompok="Aritmetika"),
        HasilAturan("JML-02", "Baris sesuai", Hasil.LOLOS, 3, 3, kelompok="Aritmetika"),
    ),
    (SUM, ASIDE),
    {"jenis": "lkj_opd", "instansi": "Dinas X", "tahun": 2025, "catatan": ["halaman 3 pindaian"]},
)


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    return html.fromstring(write_reviu(NASKAH, RESULT, [PembandingDibaca("pk.pdf", "perjanjian_kinerja")]))


def texts(nodes: list[html.HtmlElement]) -> list[str]:
    return [" ".join(node.text_content().split()) for node in nodes]


def test_every_link_leads_somewhere_and_no_id_is_twice(page: html.HtmlElement) -> None:
    ids = [node.get("id") for node in page.iter() if node.get("id")]
    assert sorted(ids) == sorted(set(ids))
    assert {a.get("href") for a in page.iter("a")} <= {f"#{ident}" for ident in ids}


def test_a_finding_leads_to_its_lines_and_the_lines_back(page: html.HtmlElement) -> None:
    listed = page.xpath("//ol[@id='akt-daftar-temuan']/li")
    forth = {li.get("id"): [a.get("href") for a in li.xpath(".//a[@class='ke-baris']")] for li in listed}
    badges = {line.get("id"): line.xpath(".//a[starts-with(@class, 'ke-temuan')]") for line in page.xpath(LINES)}
    back = {ident: [(a.get("href"), "terkait" in a.get("class")) for a in links] for ident, links in badges.items()}
    assert forth == {"t1": ["#b6", "#b2"], "t2": ["#b2"]}
    assert back == {
        "b1": [],
        "b2": [("#t2", False), ("#t1", True)],
        "b4": [],
        "b5": [],
        "b6": [("#t1", False)],
    }


def test_the_words_are_marked_in_the_passage(page: html.HtmlElement) -> None:
    assert texts(page.xpath("//*[@id='akt-teks']//mark")) == ["6 orang", "8"]


def test_a_table_keeps_its_columns(page: html.HtmlElement) -> None:
    rows = [
        [(c.text_content(), c.get("colspan"), c.get("rowspan")) for c in tr.iterchildren("td")]
        for tr in page.xpath("//*[@id='akt-teks']//tr")
    ]
    assert rows == [
        [("Bidang", None, "2"), ("Pegawai", "2", None)],
        [("PNS", None, None), ("PPPK", None, None)],
        [("Jumlah", None, None), ("", None, None), ("8", None, None)],
    ]


def test_pages_are_shown_where_they_begin() -> None:
    blocks = (Alinea("A", Tempat(1, 1)), Alinea("B", Tempat(2, 1)), Alinea("C", Tempat(3, 2)))
    made = html.fromstring(write_reviu(Naskah("a.pdf", FormatNaskah.PDF, blocks, 2), HasilPemeriksaan()))
    lines = made.xpath("//*[@id='akt-teks']/p")
    assert texts(lines) == ["halaman 1", "1A", "2B", "halaman 2", "3C"]


def test_both_values_the_sum_and_the_basis_are_printed(page: html.HtmlElement) -> None:
    pairs = [dict(zip(texts(list(dl.iter("dt"))), texts(list(dl.iter("dd"))), strict=True)) for dl in page.iter("dl")]
    assert pairs == [
        {
            "Tertulis": "8",
            "Seharusnya": "6",
            "Hitungan": "1 + 5",
            "Saran": "hitung ulang",
            "Dasar": "Aritmetika",
            "Sidik": SUM.sidik,
            "Sebab yang sama": "temuan 2",
        },
        {
            "Tertulis": "6 orang",
            "Dikesampingkan": "oleh Sari, 5 Februari 2026: sudah dijelaskan",
            "Sidik": ASIDE.sidik,
            "Sebab yang sama": "temuan 1",
        },
    ]


def test_filters_offer_what_there_is(page: html.HtmlElement) -> None:
    assert {s.get("data-saring"): texts(list(s.iter("option"))) for s in page.iter("select")} == {
        "tingkat": ["semua", "tinggi (1)", "rendah (1)"],
        "keyakinan": ["semua", "pasti (1)", "mungkin (1)"],
        "kelompok": ["semua", "Aritmetika (1)", "Struktur (1)"],
        "status": ["semua", "terbuka (1)", "dikesampingkan (1)"],
    }
    assert [box.get("hidden") for box in page.xpath("//*[@id='akt-saring']")] == [""]  # shown by the script


def test_the_rules_give_three_answers_with_reasons(page: html.HtmlElement) -> None:
    rows = [texts(list(tr)) for tr in page.xpath("//*[@id='akt-aturan']//tbody/tr")]
    assert rows == [
        ["STR-01", "Nomor berurutan", "Struktur", "ada temuan", "2", "1", "–"],
        ["JML-01", "Jumlah sesuai", "Aritmetika", "ada temuan", "1", "0", "–"],
        ["JML-02", "Baris sesuai", "Aritmetika", "lolos", "3", "3", "–"],
        ["SKM-01", "Mutu sesuai skala", "Survei", "tidak berlaku", "0", "0", "tidak ada survei"],
    ]


def test_nothing_comes_from_outside_and_nothing_of_the_document_runs() -> None:
    made = write_reviu(NASKAH, RESULT).decode()
    assert made.count("<script>") == 1
    assert re.findall(r'(?:src|href)="(?!#)[^"]*"', made) == []
    assert "default-src &#x27;none&#x27;" in made
    assert write_reviu(NASKAH, RESULT).decode() == made


def test_a_document_without_findings_has_no_filters() -> None:
    made = html.fromstring(write_reviu(NASKAH, HasilPemeriksaan(dokumen={"jenis": "lain"})))
    assert (list(made.iter("select")), texts(made.xpath("//*[@id='akt-temuan']/p"))) == (
        [],
        ["0 temuan ditampilkan.", "Tidak ada temuan."],
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["8"], "18 dan <mark>8</mark>, 88"),
        (["18", "18 dan"], "<mark>18 dan</mark> 8, 88"),
        (["9"], "18 dan 8, 88"),
        ([", 88", "8"], "18 dan <mark>8, 88</mark>"),
    ],
)
def test_whole_words_are_marked_once(words: list[str], expected: str) -> None:
    assert marked("18 dan 8, 88", words) == expected


def test_the_summary_names_what_failed() -> None:
    rows = [BarisRekap("a b.docx", RESULT, "a b-reviu.html"), BarisRekap("c.pdf", None, gagal="rusak")]
    made = html.fromstring(write_rekap(rows))
    assert [texts(list(tr)) for tr in made.xpath("//tbody/tr")] == [
        ["a b.docx", "Dinas X", "2025", "1", "0", "1", "1", "1", "1"],
        ["c.pdf", "rusak"],
    ]
    assert [a.get("href") for a in made.xpath("//tbody//a")] == ["a%20b-reviu.html"]
