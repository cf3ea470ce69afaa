"""The filters above the findings. Without a script they stay hidden, and every finding is shown."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.findings import Temuan
from akuntabel.writers.html.builder import Html, tag


def filters(findings: list[Temuan], groups: dict[str, str]) -> Html:
    """One list for each property by which findings differ, and a search."""
    choices = (
        ("tingkat", "Tingkat", [f.tingkat.value for f in findings]),
        ("keyakinan", "Keyakinan", [f.keyakinan.value for f in findings]),
        ("kelompok", "Kelompok", [groups.get(f.kode, "") for f in findings]),
        ("status", "Status", [f.status for f in findings]),
    )
    search = tag(
        "p",
        tag("label", "Cari dalam temuan", for_="akt-cari"),
        tag("input", type="search", id="akt-cari", autocomplete="off"),
    )
    again = tag("button", "Tampilkan semua", type="button", id="akt-semua")
    lists = (_choice(*one) for one in choices)
    boxes = tag("div", *lists, search, again, class_="kotak-saring")
    summary = tag("summary", "Saring temuan")
    return tag("details", summary, boxes, id="akt-saring", hidden=True, open=True)


def _choice(name: str, label: str, values: Iterable[str]) -> Html:
    known = list(dict.fromkeys(values))
    options = (tag("option", f"{value} ({list(values).count(value)})", value=value) for value in known if value)
    box = tag("select", tag("option", "semua", value=""), *options, id=f"akt-{name}", data_saring=name)
    return tag("p", tag("label", label, for_=f"akt-{name}"), box)
