"""Formulas of capaian that a document declares itself, in words, in letters or in LaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.facts.struktur import AlineaFakta
from akuntabel.facts.tabel import Tabel


class BentukRumus(StrEnum):
    """The shape of a formula, named as the formulas of the calculation."""

    NAIK = "realisasi_per_target"
    TURUN_DUA_TARGET = "dua_target_kurang_realisasi"
    TURUN_TARGET_PER_REALISASI = "target_per_realisasi"


@dataclass(frozen=True, slots=True)
class RumusTertulis:
    """A declared formula and where it stands: a paragraph, or a table whose head declares it."""

    bentuk: BentukRumus
    tempat: AlineaFakta | Tabel


_COMMAND = re.compile(r"\\(?:text|mathrm|mathit|textbf|operatorname)\s*\{([^{}]*)\}")
_FRACTION = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_FILLER = re.compile(
    r"\b(?:kinerja|indikator|capaian|nilai|tingkat|tahun|jumlah|hasil|yang|dicapai|ditetapkan|besaran)\b|(?<!\d)(?:19|20)\d{2}(?!\d)"
)
_SAME = (
    (re.compile(r"\b(?:rencana|ditargetkan)\b"), "target"),
    (re.compile(r"\bdibagi(?: dengan)?\b|÷|(?:(?<=\s):\s*|(?<=[\w)]):)(?=[(\[{]*(?:target|realisasi))"), "/"),
    (re.compile(r"\b(?:dikurangi?|minus)\b|[−–—]"), "-"),
    (re.compile(r"[×*]|\bdikali(?:kan)?\b|\\times"), "x"),
)
_TWICE = r"target[)\]}]*-[(\[{]*realisasi-[(\[{]*target|\b2[)\]}]*x?[(\[{]*target[)\]}]*-[(\[{]*realisasi"
_SHAPES: tuple[tuple[BentukRumus, str], ...] = (
    (BentukRumus.TURUN_DUA_TARGET, _TWICE),
    (BentukRumus.NAIK, r"realisasi[)\]}]*/[(\[{]*target"),
    (BentukRumus.TURUN_TARGET_PER_REALISASI, r"target[)\]}]*/[(\[{]*realisasi"),
    (BentukRumus.TURUN_DUA_TARGET, r"2t-r[)\]}]*/[(\[{]*t(?![a-wyz])|t-[(\[{]*r-t[)\]}]*/t(?![a-wyz])"),
    (BentukRumus.NAIK, r"(?<![a-z])r/t(?![a-wyz])"),
    (BentukRumus.TURUN_TARGET_PER_REALISASI, r"(?<![a-z])t/r(?![a-wyz])"),
)
_COMPILED = tuple((shape, re.compile(pattern)) for shape, pattern in _SHAPES)
_SAYS_FORMULA = re.compile(r"100|=|rumus|dihitung|formula|%|persen")
_DIVIDES = re.compile(r"/|frac|dibagi|÷|:")


def read_formulas(paragraphs: Iterable[AlineaFakta], tables: Iterable[Tabel]) -> tuple[RumusTertulis, ...]:
    """Every declared formula of capaian, in order. A head of a table declares the formula of that table."""
    told = [RumusTertulis(shape, p) for p in paragraphs for shape in shapes_of(p.teks)]
    heads = [RumusTertulis(shape, t) for t in tables for k in t.kolom for shape in shapes_of(k.teks)]
    rows = [RumusTertulis(shape, t) for t in tables for text in _cells(t) for shape in shapes_of(text)]
    return (*told, *heads, *rows)


def _cells(table: Tabel) -> Iterator[str]:
    return (c.teks for row in table.baris for c in row.sel if not c.lanjutan and "/" in c.teks and len(c.teks) < 300)


def shapes_of(text: str) -> tuple[BentukRumus, ...]:
    """The formulas that a text writes out, in words, in letters or in LaTeX."""
    if not _DIVIDES.search(text) or not _SAYS_FORMULA.search(text.lower()):
        return ()
    body = _normal(text)
    found = [shape for shape, pattern in _COMPILED if pattern.search(body)]
    if BentukRumus.TURUN_DUA_TARGET in found:
        found = [BentukRumus.TURUN_DUA_TARGET]
    return tuple(dict.fromkeys(found))


def _normal(text: str) -> str:
    """Lower case without spaces and filler words, fractions as a slash, rencana as target."""
    body = text.lower()
    for _ in range(3):
        body = _FRACTION.sub(r"(\1)/(\2)", _COMMAND.sub(r"\1", body))
    for pattern, word in _SAME:
        body = pattern.sub(word, body)
    body = _FILLER.sub(" ", body)
    return re.sub(r"[\s$\\|.,%]+", "", body)
