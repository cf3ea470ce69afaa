"""What the documents beside the yearly report say of the example, and whether they are drafts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from akuntabel.doctree.dump import dump
from akuntabel.doctree.nodes import Document
from akuntabel.domain.catatan import CatatanData
from akuntabel.pipelines.dokumen import build

# kind or kind:choice : a whole line of the document
KALIMAT = """
e81 : Rata-rata capaian indikator yang diukur tahun 2025, terhadap target menurut Rencana Strategis Dinas Tenaga Kerja Kota Bekasi Tahun 2025–2029, adalah 102,26% menurut data sementara, dengan predikat kinerja Sangat Tinggi. Capaian di bawah 0% atau di atas 120% dihitung sebesar batas itu bila dirata-ratakan.
e81 : Terhadap target 7,32% menurut Perjanjian Kinerja Tahun 2025, realisasi Tingkat Pengangguran Terbuka tidak mencapai target dengan capaian 99,86%.
e81 : Data belum ada. Indikator, target, dan realisasi kinerja program dan kegiatan. Realisasi kinerja triwulan I, II, dan III. Realisasi anggaran triwulan I, II, III, dan IV. Yang melengkapi: unit yang menangani perencanaan.
rkt : Data belum ada. Indikator dan target program dan kegiatan tahun 2025. Yang melengkapi: unit yang menangani perencanaan.
triwulan:tw4 : Sampai dengan Triwulan IV (keadaan 31 Desember 2025), dari 2 (dua) indikator yang mempunyai target sampai saat itu, 1 (satu) mencapai atau melampaui target dan 1 (satu) tidak mencapai target, menurut data sementara.
triwulan:tw4 : Terhadap target 7,32% menurut Perjanjian Kinerja Tahun 2025, realisasi Tingkat Pengangguran Terbuka tidak mencapai target dengan capaian 99,86%.
triwulan:tw4 : Realisasi anggaran sampai dengan Triwulan IV sebesar Rp17.745.401.889 atau 97,97% dari pagu Rp18.113.302.758 menurut data sementara.
triwulan:tw4 : 1 | Meningkatnya Tingkat Penyerapan Tenaga Kerja | Tingkat Pengangguran Terbuka | persen | 7,73% | 7,73% | 7,33% | 105,17% | Sangat Tinggi
triwulan:tw4 : Jumlah | 18.113.302.758 | 17.745.401.889* | 97,97%* | 367.900.869*
triwulan:tw4 : Data belum ada. Realisasi anggaran selama Triwulan IV menurut program. Yang melengkapi: Sub Bagian Keuangan.
rkt : Anggaran menurut APBD murni (versi ini masih harus dikonfirmasi).
"""  # noqa: E501

DRAF = {
    "pk": True,
    "triwulan:tw4": True,
    "triwulan:tw1": False,
    "pengukuran": True,
    "rkt": True,
    "e81": True,
    "iku": False,
    "tl_lhe": False,
}


def pairs(text: str) -> list[tuple[str, str]]:
    return [(a, b) for a, _, b in (line.partition(" : ") for line in text.strip().splitlines())]


def made(bahan: Any, kind: str) -> Document:
    jenis, _, pilihan = kind.partition(":")
    return build(bahan, jenis, pilihan or None)


def printed_lines(bahan: Any, kind: str) -> list[str]:
    """Every line of a document as a reader sees it: no ids of figures, no bold."""
    text = re.sub(r"\{[^={}]*=([^{}]*)\}", r"\1", dump(made(bahan, kind))).replace("**", "")
    return [re.sub(r"^\s*(- )?[a-z]+(?: ikut)?: ", "", line) for line in text.splitlines()]


@pytest.mark.parametrize(("kind", "kalimat"), pairs(KALIMAT))
def test_the_document_says(susun: Callable[[str], Any], kind: str, kalimat: str) -> None:
    assert kalimat in printed_lines(susun("contoh").terhitung.bahan, kind)


@pytest.mark.parametrize(("kind", "draf"), DRAF.items())
def test_a_document_is_a_draft_by_what_it_prints(susun: Callable[[str], Any], kind: str, draf: bool) -> None:
    assert made(susun("contoh").terhitung.bahan, kind).draft is draf


def test_a_budget_is_certain_once_no_note_doubts_its_version(susun: Callable[[str], Any]) -> None:
    bahan = susun("contoh").terhitung.bahan
    doubts: tuple[CatatanData, ...] = bahan.paket.catatan_data
    settled = replace(bahan.paket, catatan_data=tuple(c for c in doubts if c.besaran != "pagu/total/2025/murni"))
    firm = replace(bahan, paket=settled)
    assert "Anggaran menurut APBD murni." in printed_lines(firm, "rkt")
    assert build(firm, "rkt").draft is False
