"""What the documents beside the yearly report say of the example, and whether they are drafts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from akuntabel.doctree.dump import dump
from akuntabel.domain.catatan import CatatanData
from akuntabel.pipelines.dokumen import build

# kind or kind:choice : a whole line of the document
KALIMAT = """
e81 : Rata-rata capaian indikator yang diukur tahun 2025, terhadap target menurut Rencana Strategis Dinas Tenaga Kerja Kota Bekasi Tahun 2025–2029, adalah 102,26% menurut data sementara, dengan predikat kinerja Sangat Tinggi. Capaian di bawah 0% atau di atas 120% dihitung sebesar batas itu bila dirata-ratakan.
e81 : Terhadap target 7,32% menurut Perjanjian Kinerja Tahun 2025, realisasi Tingkat Pengangguran Terbuka tidak mencapai target dengan capaian 99,86%.
rkt : Anggaran menurut APBD murni (versi ini masih harus dikonfirmasi).
"""  # noqa: E501

DRAF = {"pk": True, "pengukuran": True, "rkt": True, "e81": True, "iku": False, "tl_lhe": False}


def pairs(text: str) -> list[tuple[str, str]]:
    return [(a, b) for a, _, b in (line.partition(" : ") for line in text.strip().splitlines())]


def printed_lines(bahan: Any, kind: str) -> list[str]:
    """Every line of a document as a reader sees it: no ids of figures, no bold."""
    jenis, _, pilihan = kind.partition(":")
    text = re.sub(r"\{[^={}]*=([^{}]*)\}", r"\1", dump(build(bahan, jenis, pilihan or None))).replace("**", "")
    return [re.sub(r"^\s*(- )?[a-z]+(?: ikut)?: ", "", line) for line in text.splitlines()]


@pytest.mark.parametrize(("kind", "kalimat"), pairs(KALIMAT))
def test_the_document_says(susun: Callable[[str], Any], kind: str, kalimat: str) -> None:
    assert kalimat in printed_lines(susun("contoh").terhitung.bahan, kind)


@pytest.mark.parametrize(("jenis", "draf"), DRAF.items())
def test_a_document_is_a_draft_by_what_it_prints(susun: Callable[[str], Any], jenis: str, draf: bool) -> None:
    assert build(susun("contoh").terhitung.bahan, jenis).draft is draf


def test_a_budget_is_certain_once_no_note_doubts_its_version(susun: Callable[[str], Any]) -> None:
    bahan = susun("contoh").terhitung.bahan
    doubts: tuple[CatatanData, ...] = bahan.paket.catatan_data
    settled = replace(bahan.paket, catatan_data=tuple(c for c in doubts if c.besaran != "pagu/total/2025/murni"))
    firm = replace(bahan, paket=settled)
    assert "Anggaran menurut APBD murni." in printed_lines(firm, "rkt")
    assert build(firm, "rkt").draft is False
