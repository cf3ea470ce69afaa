"""The indexes that the printed values of elements give, under the weights that people use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from akuntabel.facts.angka import Angka
from akuntabel.facts.konversi_unsur import read_conversions
from akuntabel.facts.survei import NilaiUnsur
from akuntabel.facts.tabel import Sel
from akuntabel.regulations import Regulations


def indexes(values: Sequence[Decimal], regulations: Regulations, tahun: int | None) -> dict[str, Decimal]:
    """The index under each weight, by the weight as people write it: exactly one n-th first, then the printed ones."""
    guide = regulations.pedoman_skm(tahun) if tahun is not None else None
    total = sum(values, Decimal())
    printed = {str(w).replace(".", ","): total * w for w in (guide.bobot_tercetak if guide else ())}
    return {f"1/{len(values)}": total / len(values), **printed}


def is_one_of(printed: Angka, candidates: Iterable[Decimal], regulations: Regulations) -> bool:
    """Whether a printed index is one of them, within the rounding of the elements and of itself."""
    allowed = regulations.ambang("reviu.indeks_dibulatkan") + printed.ketelitian / 2
    return printed.nilai is not None and any(abs(printed.nilai - c) <= allowed for c in candidates)


def mended(values: Sequence[NilaiUnsur]) -> list[Decimal]:
    """The values of elements; where the row prints a mean score too, and it gives another value, that one."""
    tables = tuple({v.tabel.blok: v.tabel for v in values if v.tabel is not None}.values())
    right = {r.nilai: r.tepat for rows in read_conversions(tables) for r in rows if not r.cocok}
    read = [v.angka.nilai or Decimal() for v in values]
    return [right.get(v.sumber, n) if isinstance(v.sumber, Sel) else n for v, n in zip(values, read, strict=True)]
