"""Whole reports, built once per session and shared by the tests that read them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from akuntabel.doctree.nodes import Document
from akuntabel.pipelines.dokumen import build, writer_of
from akuntabel.pipelines.hitungan import Terhitung, compute_paket

AKAR = Path(__file__).resolve().parents[2]
PAKET = {
    "contoh": AKAR / "contoh" / "disnaker-kota-bekasi-2025",
    "inspektorat": AKAR / "tests" / "paket" / "inspektorat",
    "rsud": AKAR / "tests" / "paket" / "rsud",
}


@dataclass(frozen=True)
class Laporan:
    """A package, its report as a tree, and the report's bytes by format."""

    folder: Path
    terhitung: Terhitung
    document: Document
    berkas: Callable[[str], bytes]


@pytest.fixture(scope="session")
def susun() -> Callable[[str], Laporan]:
    """The report of a package of the tests, by name; every format is written at most once."""

    @cache
    def of(name: str) -> Laporan:
        computed = compute_paket(PAKET[name])
        document = build(computed.bahan, "lkip")
        return Laporan(PAKET[name], computed, document, cache(lambda f: writer_of(f)(document)))

    return of


@pytest.fixture(scope="session", params=PAKET)
def laporan(request: pytest.FixtureRequest, susun: Callable[[str], Laporan]) -> Laporan:
    """The report of each agency in turn."""
    return susun(request.param)
