"""The documents beside the yearly report on an invented agency: text dumps, figures by reference, counts, refusals.

After a wanted change, run once with AKUNTABEL_TULIS_GOLDEN=1 and read the diff of the dumps.
"""

import os
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from akuntabel.doctree.dump import dump
from akuntabel.doctree.nodes import Box, BoxKind, Document, Row, RowKind, SignatureBlock, Table, Text
from akuntabel.doctree.walk import figure_refs, walk_blocks, walk_inlines
from akuntabel.domain.paket import Paket
from akuntabel.errors import PanggilanError
from akuntabel.pipelines.dokumen import build
from akuntabel.pipelines.hitungan import compute_paket
from akuntabel.reports.bahan import Bahan
from akuntabel.reports.daftar import DOKUMEN
from akuntabel.reports.salinan_publik import public_copy

TESTS = Path(__file__).resolve().parents[2]
PAKET = TESTS / "paket" / "uji-dokumen"
CONTOH = TESTS.parent / "contoh" / "disnaker-kota-bekasi-2025"
GOLDEN = TESTS / "golden" / "dokumen"
# kind -> choices that make a document each
PILIHAN: dict[str, tuple[str | None, ...]] = {
    "pk": (None, "pk-p"),
    "pengukuran": (None,),
    "iku": (None,),
    "rencana_aksi": (None,),
    "triwulan": ("tw1", "tw2", "tw4"),
    "rkt": (None,),
    "e81": (None,),
    "tl_lhe": (None,),
    "skm": (None,),
    "poster_skm": (None,),
}
SEMUA = [(jenis, pilihan) for jenis, choices in PILIHAN.items() for pilihan in choices]
# Columns whose cells hold a figure or a named absence, never a typed number.
KOLOM_ANGKA = re.compile(r"target|realisasi|capaian|serapan|\(Rp\)|^K$|^Rp$|^TW |^sisa", re.IGNORECASE)
BUKAN_ANGKA = re.compile(r"Sumber target|Sasaran|^Target (Renstra|dan)|^Realisasi (Renstra|triwulan|dan)")


@cache
def bahan_of(path: Path) -> Bahan:
    return compute_paket(path).bahan


def made(jenis: str, pilihan: str | None, path: Path = PAKET) -> Document:
    return build(bahan_of(path), jenis, pilihan)


def golden_of(jenis: str, pilihan: str | None) -> Path:
    return GOLDEN / f"{jenis}{f'-{pilihan}' if pilihan else ''}.txt"


def tables(document: Document) -> list[Table]:
    return [b for b in walk_blocks(document) if isinstance(b, Table)]


def text_of(document: Document) -> str:
    return " ".join(i.value for i in walk_inlines(document) if isinstance(i, Text))


def body(document: Document, label: str) -> list[Row]:
    return [r for t in tables(document) if t.label == label for r in t.rows]


def missing(document: Document) -> list[str]:
    boxes = [b for b in walk_blocks(document) if isinstance(b, Box) and b.kind is BoxKind.KURANG]
    return ["".join(getattr(i, "value", "") for p in b.blocks for i in getattr(p, "inlines", ())) for b in boxes]


def test_every_document_of_the_table_is_tried_here() -> None:
    assert {"lkip", *PILIHAN} == set(DOKUMEN)


@pytest.mark.parametrize(("jenis", "pilihan"), SEMUA)
def test_document_reads_as_written_down(jenis: str, pilihan: str | None) -> None:
    path = golden_of(jenis, pilihan)
    if os.environ.get("AKUNTABEL_TULIS_GOLDEN"):
        path.write_text(dump(made(jenis, pilihan)), encoding="utf-8")
    assert dump(made(jenis, pilihan)) == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "jenis", "pilihan"),
    [(PAKET, *one) for one in SEMUA] + [(CONTOH, *one) for one in SEMUA if one != ("pk", "pk-p")],
)
def test_every_figure_answers_where_it_comes_from(path: Path, jenis: str, pilihan: str | None) -> None:
    document = made(jenis, pilihan, path)
    assert [r.figure_id for r in figure_refs(document) if r.figure_id not in document.origins] == []


def titles(table: Table) -> list[str]:
    """The title of each column: of the lowest head row that has a cell of its own for it."""
    found = [""] * len(table.columns)
    free = [0] * len(table.columns)  # first head row in which a column is not covered from above
    for n, row in enumerate(table.head):
        at = 0
        for cell in row.cells:
            while free[at] > n:
                at += 1
            for column in range(at, at + cell.colspan):
                found[column] = "".join(getattr(i, "value", "") for i in cell.inlines)
                free[column] = n + cell.rowspan
            at += cell.colspan
    return found


def typed_cells(table: Table) -> list[str]:
    """Cells of figure columns that hold a digit outside of a figure reference."""
    heads = titles(replace(table, head=tuple(r for r in table.head if r.kind is RowKind.KEPALA)))
    watched = {n for n, t in enumerate(heads) if KOLOM_ANGKA.search(t) and not BUKAN_ANGKA.search(t)}
    found, free = [], [0] * len(table.columns)
    for n, row in enumerate(table.rows):
        at = 0
        for cell in row.cells:
            while at < len(free) and free[at] > n:
                at += 1
            typed = [i.value for i in cell.inlines if isinstance(i, Text) and re.search(r"\d", i.value)]
            found += typed if at in watched else []
            for column in range(at, at + cell.colspan):
                free[column] = n + cell.rowspan
            at += cell.colspan
    return found


@pytest.mark.parametrize(("jenis", "pilihan"), SEMUA)
def test_figure_columns_hold_no_typed_digit(jenis: str, pilihan: str | None) -> None:
    assert [cell for t in tables(made(jenis, pilihan)) if t.rules for cell in typed_cells(t)] == []


def test_a_typed_digit_in_a_figure_column_is_seen() -> None:
    table = next(t for t in tables(made("pengukuran", None)) if t.label == "tabel-pengukuran-anggaran")
    row = table.rows[0]
    forged = replace(row, cells=(row.cells[0], replace(row.cells[1], inlines=(Text("12.000"),)), *row.cells[2:]))
    assert typed_cells(replace(table, rows=(forged,))) == ["12.000"]


# --- counts and contents ---


def test_each_agreement_of_the_year_has_its_pages_and_two_signature_blocks() -> None:
    document = made("pk", None)
    agreements = [p for p in bahan_of(PAKET).paket.perjanjian_kinerja if p.tahun == 2025]
    assert len(document.sections) == len(agreements) == 3
    for section in document.sections:
        blocks = [b for b in section.blocks if isinstance(b, SignatureBlock)]
        assert [b.left is not None and b.right is not None for b in blocks] == [True, True]


def test_pihak_kedua_signs_on_the_left_and_pihak_pertama_on_the_right() -> None:
    block = next(b for b in walk_blocks(made("pk", "pk")) if isinstance(b, SignatureBlock))
    assert block.left is not None
    assert block.right is not None
    assert (block.left.name, block.right.name) == ("Raden Jaya Waskita, S.IP.", "Drs. Lukman Pradipta")
    assert block.left.below == ()  # a kepala daerah has neither rank nor NIP


def test_a_changed_agreement_names_what_it_replaces_and_why() -> None:
    text = text_of(made("pk", "pk-p"))
    assert "menggantikan Perjanjian Kinerja Tahun 2025 tanggal 28 Januari 2025 karena pergantian" in text
    assert "menggantikan" not in text_of(made("pk", "pk"))


def test_a_head_promises_money_per_program_and_lower_levels_per_activity() -> None:
    heads = {
        pilihan: [titles(t)[1] for t in tables(made("pk", pilihan)) if t.rules] for pilihan in ("pk-p", "pk-usaha")
    }
    assert heads == {"pk-p": ["(2)", "Program"], "pk-usaha": ["(2)", "Kegiatan"]}
    ids = [r.figure_id for r in figure_refs(made("pk", "pk-p")) if r.figure_id.startswith("anggaran_pk")]
    assert ids == [f"anggaran_pk/{k}/2025/pk-p" for k in ("2.17.01", "2.17.03", "2.17.07", "total")]


def test_text_to_be_signed_has_no_mark_and_says_draf() -> None:
    document = made("pk", "pk-usaha")
    assert document.draft
    assert "*" not in text_of(document)
    assert not made("pk", "pk").draft


def test_draft_follows_what_is_printed() -> None:
    drafts = {(j, p) for j, p in SEMUA if made(j, p).draft}
    assert drafts == {("pk", None), ("pengukuran", None), ("rencana_aksi", None), ("e81", None), ("triwulan", "tw4")}


def test_quarter_figures_to_date_follow_the_way_of_each_indicator() -> None:
    shown = {r.figure_id: r.text for r in figure_refs(made("triwulan", "tw2"))}
    expected = {
        "target/NAIK/2025/tw2/kumulatif": "60",  # sum: 20 + 40
        "realisasi/NAIK/2025/tw2/kumulatif": "61",  # sum: 25 + 36
        "capaian/NAIK/2025/tw2/kumulatif": "101,67%",
        "capaian/NAIK/2025/tw2": "90,00%",
        "realisasi/SEHAT/2025/tw2/kumulatif": "33,00%",  # written cumulatively
        "realisasi/KREDIT/2025/tw2/kumulatif": "5,70%",  # mean of 5,90 and 5,50
        "realisasi_anggaran/total/2025/tw2/triwulan": "1.710.000.000",  # 2.850.000.000 less 1.140.000.000
        "serapan/total/2025/tw2": "44,67%",
    }
    assert {k: shown[k] for k in expected} == expected


def test_the_first_quarter_has_no_earlier_decision_and_a_later_one_lists_all() -> None:
    assert body(made("triwulan", "tw1"), "tabel-tindak-lanjut-monev") == []
    assert len(body(made("triwulan", "tw2"), "tabel-tindak-lanjut-monev")) == 2
    assert len(body(made("triwulan", "tw4"), "tabel-tindak-lanjut-monev")) == 4


def test_value_not_yet_released_is_no_missing_value() -> None:
    document = made("triwulan", "tw4")
    assert [t for t in missing(document) if "Pertumbuhan" in t] == []
    cells = [r for r in figure_refs(document) if r.figure_id == "realisasi/PDRB/2025/tw4"]
    assert [r.text for r in cells] == ["belum rilis"]


def test_e81_has_sixteen_numbered_columns_and_sums_the_plan_years() -> None:
    document = made("e81", None)
    table = next(t for t in tables(document) if t.label == "tabel-e81")
    assert len(table.head[-1].cells) == 16
    shown = {r.figure_id: r.text for r in figure_refs(document)}
    assert shown["target_renstra/NAIK/2028"] == "700"  # 100 + 120 + 140 + 160 + 180
    assert shown["realisasi_renstra/NAIK/2025"] == "250"  # 110 + 140
    assert shown["realisasi_renstra/SEHAT/2025"] == "62,00"  # position, not a sum
    assert shown["realisasi_renstra/total/2025"] == "11.943.750.500"


def test_every_step_and_action_stands_in_the_plan_once() -> None:
    paket = bahan_of(PAKET).paket
    rows = [r for r in body(made("rencana_aksi", None), "tabel-rencana-aksi") if r.kind is RowKind.ISI]
    assert len(rows) == len(paket.rencana_aksi) + len(paket.langkah)


def test_only_recommendations_of_the_evaluation_are_in_its_matrix() -> None:
    assert len(body(made("tl_lhe", None), "tabel-tl-lhe")) == 3


def test_the_year_plan_takes_the_renja_before_the_renstra_and_the_first_budget() -> None:
    ids = [r.figure_id for r in figure_refs(made("rkt", None))]
    assert "target/SEHAT/2025/renja" in ids
    assert "target/KREDIT/2025/renstra" in ids
    assert "pagu/total/2025/murni" in ids


@pytest.mark.parametrize("jenis", [j for j in PILIHAN if j != "triwulan"])
def test_empty_tables_are_named_and_nothing_is_invented(jenis: str) -> None:
    full = bahan_of(PAKET)
    bare = Bahan(
        Paket(instansi=full.paket.instansi, laporan=full.paket.laporan), type(full.figures)({}), full.sumber,
        full.policy, full.regulations, full.tahun,
    )  # fmt: skip
    document = build(bare, jenis)
    assert missing(document)
    assert list(figure_refs(document)) == []


@pytest.mark.parametrize("quarter", ["tw1", "tw2", "tw3", "tw4"])
def test_a_package_without_quarters_says_who_brings_what(quarter: str) -> None:
    found = missing(made("triwulan", quarter, CONTOH))
    assert len(found) >= 3
    assert all("Yang melengkapi" in text for text in found)


@pytest.mark.parametrize(
    ("jenis", "pilihan", "needle"),
    [
        ("triwulan", None, "tw1, tw2, tw3, tw4"),
        ("triwulan", "tw5", "'tw5' bukan triwulan"),
        ("pk", "pk-x", "pk, pk-p, pk-usaha"),
        ("iku", "tw1", "tanpa --pilihan"),
        ("e81", "pk", "tanpa --pilihan"),
    ],
)
def test_a_wrong_choice_is_one_clear_line(jenis: str, pilihan: str | None, needle: str) -> None:
    with pytest.raises(PanggilanError) as caught:
        made(jenis, pilihan)
    assert needle in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("jenis", "pilihan", "periode"), [("pengukuran", None, "tahun"), ("triwulan", "tw1", "tw1")])
def test_evidence_of_a_period_is_shown_but_not_to_citizens(jenis: str, pilihan: str | None, periode: str) -> None:
    whole = bahan_of(PAKET)
    rows = tuple(
        r.model_copy(update={"bukti": f"{r.periode}-{r.indikator}.pdf" if r.dipakai else "tidak dipakai.pdf"})
        for r in whole.paket.realisasi
    )
    shown = replace(whole, paket=replace(whole.paket, realisasi=rows))
    files = {r.bukti for r in rows if r.dipakai and (r.tahun, r.periode) == (whole.tahun, periode)}
    found = [text for row in body(build(shown, jenis, pilihan), "tabel-bukti-dukung") for text in _last_cell(row)]
    assert found
    assert set(found) <= files
    assert body(build(public_copy(shown), jenis, pilihan), "tabel-bukti-dukung") == []
    assert body(made(jenis, pilihan), "tabel-bukti-dukung") == []


def _last_cell(row: Row) -> list[str]:
    return [i.value for i in row.cells[-1].inlines if isinstance(i, Text)]
