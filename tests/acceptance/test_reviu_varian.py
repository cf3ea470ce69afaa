"""Honest reports stay silent: nothing certain, at most one question, however a reviewer might cry wolf."""

from __future__ import annotations

import pytest
from skor import HERE, findings_of

# what honest people write -> in place of what
VARIAN = {
    "dua anggaran": (
        "Pagu anggaran tahun 2024 sebesar Rp6.000.000.000 (enam miliar rupiah)",
        "Anggaran murni tahun 2024 sebesar Rp7.250.000.000; pagu perubahan sebesar Rp6.000.000.000 "
        "(enam miliar rupiah)",
    ),
    "tercapai sebesar": ("dengan capaian 103,00%.", "tercapai sebesar 103,00%."),
    "persen dan pembulatan": (
        "terealisasi Rp5.778.000.000 atau 96,30%.",
        "terealisasi Rp5.778.000.000 atau 96,3 persen.",
    ),
    "daftar terbuka": (
        "antara lain rendahnya produksi dan mutu hasil perikanan.",
        "4 (empat) hal, antara lain:\n1. rendahnya produksi;\n2. rendahnya mutu hasil perikanan.",
    ),
    "instansi lain sebagai sumber": (
        "hambatannya cuaca,",
        "hambatannya cuaca menurut data Badan Penanggulangan Bencana Daerah Kabupaten Wanasari,",
    ),
    "tahun dalam rekomendasi": (
        "Anggaran terserap 96,30%.",
        "Anggaran terserap 96,30%. Pada tahun 2025 benih ditambah.",
    ),
    "singkatan": (
        "Produksi perikanan budidaya tahun 2024 sebesar",
        "Produksi Perikanan Budidaya (PPB) tahun 2024 sebesar",
    ),
}


def counts(text: str) -> list[tuple[str, str, str]]:
    return [(f["keyakinan"], f["kode"], f["pesan"]) for f in findings_of("jujur.txt", text.encode())]


@pytest.mark.parametrize("name", VARIAN)
def test_an_honest_variant(name: str) -> None:
    text = (HERE / "jujur" / "kabupaten.txt").read_text(encoding="utf-8")
    old, new = VARIAN[name]
    assert text.count(old) == 1
    found = counts(text.replace(old, new))
    assert [f for f in found if f[0] == "pasti"] == []
    assert len(found) <= 1


def test_a_dishonest_one_is_caught() -> None:
    """The wall works: one digit, and the report is no longer silent."""
    text = (HERE / "jujur" / "kabupaten.txt").read_text(encoding="utf-8")
    found = counts(text.replace("1.995.000.000\t95,00", "1.959.000.000\t95,00"))
    assert {f[1][:3] for f in found if f[0] == "pasti"} == {"JML"}
