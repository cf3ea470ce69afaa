"""The menu says where one is: this page, or the place below which it lies."""

from __future__ import annotations

import re

import pytest
from dunia import TAHUN, Dunia

BASIS = f"/disnaker/{TAHUN}/"


@pytest.mark.parametrize(
    ("halaman", "tanda"),
    [
        ("", {"": "page"}),
        ("dasbor/", {"dasbor/": "page"}),
        ("tabel/target/", {"": "true"}),
        ("rencana/", {"rencana/": "page"}),
        ("rencana/pohon-kinerja/", {"rencana/": "true", "rencana/pohon-kinerja/": "page"}),
        ("perjanjian/buat/", {"perjanjian/": "true"}),
        ("ukur/", {"ukur/": "page"}),
        ("ukur/tempel/", {"ukur/": "true", "ukur/tempel/": "page"}),
        ("ukur/rapat/tw2/", {"ukur/": "true", "ukur/rapat/": "true", "ukur/rapat/tw2/": "page"}),
        ("tahun/buka/", {"tahun/buka/": "page"}),
        ("papan/tenggat/", {"papan/": "true"}),  # denied, and still told where
    ],
)
def test_where_one_is(dunia: Dunia, halaman: str, tanda: dict[str, str]) -> None:
    page = dunia.klien("penyusun@disnaker.test").get(BASIS + halaman).content.decode()
    found = re.findall(r'<a href="([^"]*)" aria-current="(page|true)"', page)
    assert {url.removeprefix(BASIS): mark for url, mark in found} == tanda
