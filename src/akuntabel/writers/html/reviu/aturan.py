"""What each rule answered: found, passed, or not applicable and why."""

from __future__ import annotations

from collections.abc import Iterable

from akuntabel.doctree.kata_reviu import NAMA_HASIL, TANPA_KELOMPOK
from akuntabel.findings import Hasil, HasilAturan
from akuntabel.writers.html.builder import Html, tag

_HEAD = ("Kode", "Aturan", "Kelompok", "Hasil", "Diterapkan", "Lolos", "Keterangan")


def outcomes(rules: Iterable[HasilAturan]) -> Html:
    """A table of all rules, those with findings first."""
    order = {kind: n for n, kind in enumerate(Hasil)}
    listed = sorted(rules, key=lambda a: order[a.hasil])
    head = tag("tr", *(tag("th", name, scope="col") for name in _HEAD))
    caption = tag("caption", f"Hasil {len(listed)} aturan: {_counts(listed)}.")
    table = tag("table", caption, tag("thead", head), tag("tbody", *map(_row, listed)), class_="bergaris sedang")
    return tag("div", table, class_="gulir", tabindex=0, role="region", aria_label="Hasil setiap aturan")


def _counts(rules: list[HasilAturan]) -> str:
    return ", ".join(f"{sum(a.hasil is kind for a in rules)} {name}" for kind, name in NAMA_HASIL.items())


def _row(rule: HasilAturan) -> Html:
    cells = (
        rule.nama, rule.kelompok or TANPA_KELOMPOK, NAMA_HASIL[rule.hasil], str(rule.diperiksa), str(rule.lolos),
        rule.alasan or "–",
    )  # fmt: skip
    return tag("tr", tag("th", rule.kode, scope="row"), *(tag("td", cell) for cell in cells))
