"""The page over several reviewed documents: a row for each, with a link to its own page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from akuntabel.doctree.kata_reviu import banyak_temuan
from akuntabel.findings import HasilPemeriksaan
from akuntabel.writers.html.builder import Html, tag
from akuntabel.writers.html.kerangka import frame
from akuntabel.writers.html.reviu.halaman import limits, review_style

_COUNTS = ("tinggi", "sedang", "rendah", "pasti", "mungkin", "dikesampingkan")


@dataclass(frozen=True, slots=True)
class BarisRekap:
    """One document: its name, its outcome or why it could not be read, and the file of its own page."""

    berkas: str
    hasil: HasilPemeriksaan | None
    halaman: str | None = None
    gagal: str | None = None


def write_rekap(rows: Iterable[BarisRekap]) -> bytes:
    """The page as UTF-8."""
    listed = list(rows)
    failed = sum(r.hasil is None for r in listed)
    title = f"Rekapitulasi reviu {len(listed)} dokumen"
    said = f"{failed} dokumen tidak dapat direviu." if failed else "Semua dokumen dapat direviu."
    head = ("Berkas", "Instansi", "Tahun", *(name.capitalize() for name in _COUNTS))
    columns = tag("tr", *(tag("th", name, scope="col") for name in head))
    table = tag(
        "table", tag("caption", "Banyak temuan pada setiap dokumen"), tag("thead", columns),
        tag("tbody", *map(_row, listed)), class_="bergaris sedang",
    )  # fmt: skip
    frame_ = tag("div", table, class_="gulir", tabindex=0, role="region", aria_label=title)
    main = tag("main", frame_, limits(), id="akt-isi")
    banner = tag("header", tag("h1", title), tag("p", said, class_="ringkas"))
    skip = tag("a", "Lewati ke isi", href="#akt-isi", class_="lewati")
    return frame(title, review_style(), "", skip, banner, main).encode("utf-8")


def _row(row: BarisRekap) -> Html:
    name = tag("a", row.berkas, href=quote(row.halaman)) if row.halaman else Html(tag("span", row.berkas))
    head = tag("th", name, scope="row")
    if row.hasil is None:
        return tag("tr", head, tag("td", row.gagal or "", colspan=len(_COUNTS) + 2))
    about: dict[str, Any] = row.hasil.dokumen
    counts = banyak_temuan(row.hasil.temuan)
    cells = (about.get("instansi") or "–", str(about.get("tahun") or "–"))
    numbers = (tag("td", str(counts[name]), class_="kanan") for name in _COUNTS)
    return tag("tr", head, *(tag("td", c) for c in cells), *numbers)
