"""Totals in the documents: equal to the sum of their rows, or said to be incomplete; never a part as the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from akuntabel.calculation.compute import compute_figures
from akuntabel.calculation.perjanjian import SELURUHNYA
from akuntabel.doctree.nodes import (
    Box,
    BoxKind,
    Document,
    FigureRef,
    Paragraph,
    Row,
    RowKind,
    SignatureBlock,
    Table,
    Text,
)
from akuntabel.doctree.walk import walk_blocks
from akuntabel.domain.anggaran import JumlahRealisasi
from akuntabel.domain.figure import FigureId
from akuntabel.pipelines.dokumen import build
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.reports.bahan import Bahan

TESTS = Path(__file__).resolve().parents[2]
PAKET = {
    "contoh": TESTS.parent / "contoh" / "disnaker-kota-bekasi-2025",
    **{name: TESTS / "paket" / name for name in ("inspektorat", "rsud", "uji-dokumen")},
}


@cache
def bahan_of(name: str) -> Bahan:
    return compute_paket(PAKET[name]).bahan


def changed(bahan: Bahan, **tables: Iterable[Any]) -> Bahan:
    """The same package with other rows in some tables, computed again."""
    paket = replace(bahan.paket, **{name: tuple(rows) for name, rows in tables.items()})
    return replace(bahan, paket=paket, figures=compute_figures(paket, bahan.policy, bahan.regulations, bahan.tahun))


def tables(document: Document, prefix: str) -> list[Table]:
    return [b for b in walk_blocks(document) if isinstance(b, Table) and (b.label or "").startswith(prefix)]


def plain(inlines: Iterable[object]) -> str:
    return "".join(i.text if isinstance(i, FigureRef) else getattr(i, "value", "") for i in inlines)


def paragraphs(document: Document) -> list[str]:
    return [plain(b.inlines) for b in walk_blocks(document) if isinstance(b, Paragraph)]


def notes(table: Table) -> list[str]:
    return [plain(n) for n in table.notes]


def names(table: Table) -> list[str]:
    return [plain(r.cells[0].inlines) for r in table.rows]


def ids(row: Row) -> list[FigureId]:
    return [FigureId.parse(i.figure_id) for c in row.cells for i in c.inlines if isinstance(i, FigureRef)]


def amount(bahan: Bahan, row: Row, besaran: str) -> Decimal:
    return sum((bahan.figures[i].number or Decimal() for i in ids(row) if i.besaran == besaran), Decimal())


@pytest.mark.parametrize("name", PAKET)
@pytest.mark.parametrize("label", ["tabel-anggaran-dana", "tabel-anggaran-belanja", "tabel-anggaran-sasaran"])
def test_money_by_group_adds_up_to_the_agency(name: str, label: str) -> None:
    bahan = bahan_of(name)
    for table in tables(build(bahan, "lkip"), label):
        *rows, last = table.rows
        assert last.kind is RowKind.JUMLAH
        assert [i.kode for i in ids(last)] == ["total"] * 4
        shared = any("dihitung satu kali" in n for n in notes(table))
        for besaran in ("pagu", "realisasi_anggaran"):
            parts = sum((amount(bahan, r, besaran) for r in rows), Decimal())
            assert (parts == amount(bahan, last, besaran)) != shared


def test_a_programme_of_two_sasaran_is_named_below_the_table() -> None:
    bahan = bahan_of("inspektorat")
    table = tables(build(bahan, "lkip"), "tabel-anggaran-sasaran")[0]
    assert [n for n in notes(table) if "dihitung satu kali" in n] == [
        "Anggaran program berikut dicantumkan utuh pada setiap sasaran yang didukungnya dan dihitung satu kali dalam "
        "Jumlah: Program Penyelenggaraan Pengawasan."
    ]


def test_what_supports_no_sasaran_has_its_row() -> None:
    table = tables(build(bahan_of("contoh"), "lkip"), "tabel-anggaran-sasaran")[0]
    assert names(table) == [
        "Meningkatnya Tingkat Partisipasi Tenaga Kerja",
        "Program penunjang (tidak dipetakan ke sasaran)",
        "Jumlah",
    ]
    few = changed(bahan_of("contoh"), program_sasaran=bahan_of("contoh").paket.program_sasaran[:1])
    assert names(tables(build(few, "lkip"), "tabel-anggaran-sasaran")[0])[1:] == [
        "Program penunjang (tidak dipetakan ke sasaran)",
        "Program urusan yang belum dipetakan ke sasaran",
        "Jumlah",
    ]


@pytest.mark.parametrize("name", PAKET)
def test_supporting_programmes_add_up_to_their_total(name: str) -> None:
    bahan = bahan_of(name)
    found = tables(build(bahan, "lkip"), "tabel-program-")
    assert found
    for table in found:
        programs = [r for r in table.rows if r.kind is RowKind.KELOMPOK]
        for besaran in ("pagu", "realisasi_anggaran"):
            parts = sum((amount(bahan, r, besaran) for r in programs), Decimal())
            assert parts == amount(bahan, table.rows[-1], besaran)


def test_money_without_a_source_has_its_row() -> None:
    bahan = bahan_of("contoh")
    rows = [r.model_copy(update={"sumber_dana": None}) if n % 2 else r for n, r in enumerate(bahan.paket.anggaran)]
    blurred = changed(bahan, anggaran=rows)
    *parts, last = tables(build(blurred, "lkip"), "tabel-anggaran-dana")[0].rows
    assert plain(parts[-1].cells[0].inlines) == "Sumber dana tidak disebut"
    assert sum((amount(blurred, r, "pagu") for r in parts), Decimal()) == amount(blurred, last, "pagu")


def without_one_budget(bahan: Bahan) -> Bahan:
    """The example without the amount of one budget row of the report year."""
    rows = [
        r.model_copy(update={"pagu": None}) if (r.kode, r.tahun) == ("2.07.03.2.01", bahan.tahun) else r
        for r in bahan.paket.anggaran
    ]
    return changed(bahan, anggaran=rows)


@pytest.mark.parametrize("jenis", ["lkip", "pengukuran", "rkt", "e81"])
def test_a_part_is_never_printed_as_the_total(jenis: str) -> None:
    bahan = without_one_budget(bahan_of("contoh"))
    figure = bahan.figures[FigureId("pagu", "total", bahan.tahun)]
    assert figure.number is None
    printed = f"{figure.tercatat:,}".replace(",", ".")
    document = build(bahan, jenis)
    lines = [*paragraphs(document), *(n for t in tables(document, "") for n in notes(t))]
    cells = [plain(c.inlines) for t in tables(document, "") for r in t.rows for c in r.cells]
    assert [c for c in cells if printed in c] == []
    told = [line for line in lines if printed in line]
    assert told
    assert [line for line in told if "belum lengkap: baru tercatat" not in line] == []


def test_a_year_that_lacks_a_budget_says_so_in_words_and_asks_for_it() -> None:
    document = build(without_one_budget(bahan_of("contoh")), "lkip")
    line = (
        "Pagu anggaran tahun 2025 belum lengkap: baru tercatat Rp16.943.052.758, belum termasuk 1 nilai yang belum ada."
    )
    assert paragraphs(document).count(line) == 3  # summary, budget, conclusion
    boxes = [b for b in walk_blocks(document) if isinstance(b, Box) and b.kind is BoxKind.KURANG]
    asked = [plain(p.inlines) for b in boxes for p in b.blocks if isinstance(p, Paragraph)]
    assert [t for t in asked if "serapan tahun 2025 belum dapat dihitung" in t] != []


def test_spending_that_no_row_tells_makes_the_total_incomplete() -> None:
    bahan = bahan_of("contoh")
    rows = [r for r in bahan.paket.realisasi_anggaran if r.kode != "2.07.04.2.03"]
    figures = changed(bahan, realisasi_anggaran=rows).figures
    total = figures[FigureId("realisasi_anggaran", "total", bahan.tahun)]
    assert (total.number, total.tercatat) == (None, Decimal(17595401889))


def test_last_year_is_told_below_the_table_of_two_years() -> None:
    table = next(t for t in tables(build(bahan_of("contoh"), "lkip"), "") if t.label == "tabel-anggaran")
    assert [plain(c.inlines) for c in table.rows[-1].cells][:3] == ["Jumlah", "belum lengkap", "belum lengkap"]
    assert notes(table)[:2] == [
        "Jumlah anggaran tahun 2024 belum lengkap: baru tercatat Rp6.022.929.440, belum termasuk 2 nilai yang belum "
        "ada.",
        "Jumlah realisasi tahun 2024 belum lengkap: baru tercatat Rp14.419.615.503, belum termasuk 1 nilai yang belum "
        "ada.",
    ]


def test_plans_without_money_are_named_by_programme_and_activity() -> None:
    lines = [p for p in paragraphs(build(bahan_of("contoh"), "lkip")) if "tidak dianggarkan" in p]
    assert lines == [
        "Program yang tercantum dalam rencana tetapi tidak dianggarkan pada tahun 2025: Program Perencanaan Tenaga "
        "Kerja.",
        "Kegiatan yang tercantum dalam rencana tetapi tidak dianggarkan pada tahun 2025: Pembinaan Lembaga Pelatihan "
        "Kerja Swasta; Perizinan dan Pendaftaran Lembaga Pelatihan Kerja; Konsultansi Produktivitas pada Perusahaan "
        "Kecil.",
    ]


def test_a_budget_that_is_not_known_yet_is_not_called_unfunded() -> None:
    lines = paragraphs(build(without_one_budget(bahan_of("contoh")), "lkip"))
    assert [p for p in lines if "belum diketahui anggarannya" in p] == [
        "Kegiatan yang tercantum dalam rencana tetapi belum diketahui anggarannya pada tahun 2025: Pelaksanaan "
        "Pelatihan berdasarkan Unit Kompetensi."
    ]


def test_goods_in_good_condition_are_told_as_recorded_while_one_is_unknown() -> None:
    lines = [p for p in paragraphs(build(bahan_of("contoh"), "lkip")) if "unit barang" in p]
    assert lines == ["Pelaksanaan tugas didukung 249 unit barang; yang tercatat dalam keadaan baik baru 234 unit."]


# --- the budget annex of an agreement ---


def annexes(document: Document) -> list[Table]:
    """The tables that end in the sum of an agreement's budget lines."""
    last = [(t, ids(t.rows[-1])) for t in tables(document, "") if t.rows]
    return [t for t, found in last if [i.besaran for i in found] == ["anggaran_pk"] and found[0].kode == "total"]


@pytest.mark.parametrize("name", PAKET)
@pytest.mark.parametrize("jenis", ["pk", "lkip"])
def test_the_total_of_an_agreement_is_that_of_a_budget_or_no_number(name: str, jenis: str) -> None:
    bahan = bahan_of(name)
    heads = {pk.kode for pk in bahan.paket.perjanjian_kinerja if pk.jenjang in SELURUHNYA}
    found = [t for t in annexes(build(bahan, jenis)) if ids(t.rows[-1])[0].dokumen in heads]
    assert found
    for table in found:
        fid = ids(table.rows[-1])[0]
        budgets = {
            f.number for i, f in bahan.figures.items() if (i.besaran, i.kode, i.tahun) == ("pagu", "total", fid.tahun)
        }
        shown = plain(table.rows[-1].cells[1].inlines)
        assert (bahan.figures[fid].number in budgets) == (shown != "belum lengkap")


def test_missing_lines_are_told_above_the_signatures() -> None:
    blocks = list(build(bahan_of("contoh"), "pk").sections[0].blocks)
    kinds = [type(b).__name__ for b in blocks if isinstance(b, (Box, SignatureBlock, Table))]
    assert kinds == ["Table", "Table", "Box", "SignatureBlock", "Table", "Table", "Box", "SignatureBlock"]
    assert isinstance(blocks[-1], SignatureBlock)
    gap = next(
        plain(p.inlines) for b in reversed(blocks) if isinstance(b, Box) for p in b.blocks if isinstance(p, Paragraph)
    )
    assert gap == (
        "Data belum ada. Baris anggaran Perjanjian Kinerja Tahun 2025 yang tercatat baru berjumlah Rp12.528.332.200, "
        "sedangkan pagunya Rp18.113.302.758. Baris yang belum ada atau belum lengkap: Administrasi Umum Perangkat "
        "Daerah (baru Rp497.330.000 dari pagu Rp597.330.000); Pengadaan Barang Milik Daerah Penunjang Urusan "
        "Pemerintah Daerah; Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah; Pemeliharaan Barang Milik Daerah "
        "Penunjang Urusan Pemerintahan Daerah; Program Pelatihan Kerja dan Produktivitas Tenaga Kerja; Program "
        "Penempatan Tenaga Kerja; Program Hubungan Industrial. Nomor urut 11 tidak ada pada daftar yang tercatat. "
        "Yang melengkapi: penyusun perjanjian kinerja."
    )


def test_a_programme_that_lacks_lines_shows_those_it_has() -> None:
    bahan = bahan_of("contoh")
    table = annexes(build(bahan, "pk"))[0]
    first, *lines, last = table.rows
    assert plain(first.cells[2].inlines) == plain(last.cells[1].inlines) == "belum lengkap"
    kept = [i for r in lines for i in ids(r)]
    signed = sorted(bahan.paket.perjanjian_anggaran, key=lambda a: a.urutan)
    assert [i.kode for i in kept] == [a.kode for a in signed]
    assert [len(annexes(build(bahan_of(n), "pk"))[0].rows) for n in ("inspektorat", "rsud")] == [4, 4]


@pytest.mark.parametrize("name", ["inspektorat", "rsud", "uji-dokumen"])
def test_whole_agreements_ask_for_no_line(name: str) -> None:
    boxes = [b for b in walk_blocks(build(bahan_of(name), "pk")) if isinstance(b, Box)]
    assert [
        b for b in boxes for p in b.blocks if isinstance(p, Paragraph) and "Baris anggaran" in plain(p.inlines)
    ] == []


def test_an_amount_that_is_no_budget_is_named_below_the_table() -> None:
    bahan = bahan_of("inspektorat")
    rows = [
        r.model_copy(update={"anggaran": Decimal(2400000000)})
        if (r.perjanjian, r.kode) == ("pkp-2026", "6.01.02")
        else r
        for r in bahan.paket.perjanjian_anggaran
    ]
    tables_of = annexes(build(changed(bahan, perjanjian_anggaran=rows), "pk"))
    assert [notes(t) for t in tables_of] == [
        [],
        [
            "Berbeda dari pagunya: Program Penyelenggaraan Pengawasan (pagu Rp2.381.250.000); Jumlah (pagu "
            "Rp10.087.000.000)."
        ],
    ]


# --- what the documents say was spent ---

JUMLAH = "tabel-jumlah-realisasi"
# document | how the total comes about | total, as the table of the example prints them
JUMLAH_CONTOH = """
Naskah sebelumnya, Tabel 3.9 (dipakai dalam laporan ini) | jumlah rinciannya | 17.745.401.889
Naskah sebelumnya, Bab III, alinea realisasi anggaran | jumlah yang tercetak | 18.113.302.758
Naskah sebelumnya, Bab III, alinea realisasi anggaran | persentase yang tercetak dikalikan pagu | 16.193.292.666
Naskah sebelumnya, Bab III, alinea realisasi anggaran | pagu dikurangi sisa yang tercetak | 16.127.595.079
Naskah sebelumnya, Bab IV, kesimpulan umum | jumlah yang tercetak | 18.113.302.758
Naskah sebelumnya, Bab IV, kesimpulan umum | persentase yang tercetak dikalikan pagu | 16.193.292.666
Naskah sebelumnya, Tabel 3.6 | persentase setiap baris dikalikan pagunya | 17.172.984.778
Naskah sebelumnya, Tabel 3.9, kolom persentase | persentase setiap baris dikalikan pagunya | belum lengkap
"""
RUPIAH = re.compile(r"\d{1,3}(?:\.\d{3}){3}")


def totals(document: Document) -> list[str]:
    rows = [r for t in tables(document, JUMLAH) for r in t.rows]
    return [" | ".join(plain(i for i in c.inlines if i != Text("*")) for c in r.cells) for r in rows]


def test_every_total_of_the_year_stands_side_by_side() -> None:
    assert totals(build(bahan_of("contoh"), "lkip")) == JUMLAH_CONTOH.strip().splitlines()


def test_the_annex_lists_the_totals_of_the_body() -> None:
    document = build(bahan_of("contoh"), "lkip")
    annex = next(t for t in tables(document, "tabel-konfirmasi"))
    heads = [plain(r.cells[0].inlines) for r in annex.rows]
    at = next(n for n, h in enumerate(heads) if "Jumlah realisasi anggaran tahun laporan" in h)
    seen = plain(annex.rows[at + 1].cells[0].inlines)
    assert set(RUPIAH.findall(seen)) == set(RUPIAH.findall(" ".join(totals(document))))
    figures = {str(i) for i in ids(annex.rows[at + 1]) if i.besaran == "realisasi_anggaran"}
    body = {str(i) for t in tables(document, JUMLAH) for r in t.rows for i in ids(r)}
    printed = {f"realisasi_anggaran/tercetak/2025/naskah-bab-{n}" for n in (3, 4)}  # stand there word for word
    own = {"realisasi_anggaran/total/2025"}  # the row of the document that is used
    assert body - printed - own == figures - own - {"realisasi_anggaran/total/2025/naskah-tabel-3.9"}


@pytest.mark.parametrize("name", ["inspektorat", "rsud", "uji-dokumen"])
def test_one_document_has_no_rival(name: str) -> None:
    assert totals(build(bahan_of(name), "lkip")) == []


def printed_total(bahan: Bahan, **given: Decimal) -> Bahan:
    row = JumlahRealisasi(dokumen="lra", tahun=bahan.tahun, **given)
    return changed(bahan, jumlah_realisasi=[row])


def test_a_document_that_contradicts_its_own_lines_is_its_own_rival() -> None:
    bahan = bahan_of("uji-dokumen")
    whole = bahan.figures[FigureId("realisasi_anggaran", "total", bahan.tahun)].number
    assert whole is not None
    assert totals(build(printed_total(bahan, realisasi=whole), "lkip")) == []
    assert totals(build(printed_total(bahan, realisasi=whole + 1), "lkip")) == [
        "Laporan Realisasi Anggaran (dipakai dalam laporan ini) | jumlah rinciannya | 6.253.750.500",
        "Laporan Realisasi Anggaran | jumlah yang tercetak | 6.253.750.501",
    ]


def test_a_share_of_a_budget_that_is_not_whole_gives_no_total() -> None:
    bahan = without_one_budget(bahan_of("contoh"))
    ways = [line.split(" | ")[1] for line in totals(build(bahan, "lkip"))]
    assert [w for w in ways if "dikalikan pagu" in w and "setiap baris" not in w] == []


def test_what_was_seen_is_printed_as_it_stands() -> None:
    bahan = bahan_of("contoh")
    odd = "- *1.* 2) # <b>"
    rows = [r.model_copy(update={"nilai": odd}) if r.kunci == "CD-01|1" else r for r in bahan.paket.catatan_nilai]
    annex = next(t for t in tables(build(changed(bahan, catatan_nilai=rows), "lkip"), "tabel-konfirmasi"))
    assert plain(annex.rows[1].cells[0].inlines).startswith(f"1) {odd} (naskah sebelumnya, Tabel 2.3")


def test_the_annex_marks_each_value_and_tells_the_choice_from_its_reason() -> None:
    bahan = bahan_of("contoh")
    annex = next(t for t in tables(build(bahan, "lkip"), "tabel-konfirmasi"))
    notes = sorted(bahan.paket.catatan_data, key=lambda c: (c.urutan or 0, c.kode))
    for note, row in zip(notes, annex.rows[1::2], strict=True):
        count = sum(v.catatan == note.kode for v in bahan.paket.catatan_nilai)
        marks = [plain((i,)).partition(") ")[0] for i in row.cells[0].inlines if isinstance(i, Text)]
        assert count < 2 or [m for m in marks if m.isdecimal()] == [f"{n}" for n in range(1, count + 1)]
        assert [i.value for i in row.cells[1].inlines if isinstance(i, Text) and i.bold] == ["Dipakai: ", "Alasan: "]
