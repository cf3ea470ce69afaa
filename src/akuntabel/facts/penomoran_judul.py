"""Headings with dotted numbers, each with its chapter: what number stands there, and which one is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from akuntabel.facts.struktur import JenisJudul, Judul, Struktur
from akuntabel.facts.urutan import read_number

_MOST = 30  # a part above this belongs to a code, not to a heading


class SalahNomor(StrEnum):
    """What is wrong with the number of a heading."""

    TIADA = ""
    BAB_LAIN = "bab_lain"
    TANPA_BAB = "tanpa_bab"  # "5" where 1.5 is due
    TERPAKAI = "terpakai"
    LONCAT = "loncat"
    MUNDUR = "mundur"


@dataclass(frozen=True, slots=True)
class NomorJudul:
    """A heading, its chapter, the number that is due, what is wrong, and the heading before it on its level."""

    judul: Judul
    bab: int
    seharusnya: str
    salah: SalahNomor = SalahNomor.TIADA
    sebelum: Judul | None = None


def chapter_value(bab: str) -> int:
    """The number of a chapter from "III" or "3"; 0 for parts that are none."""
    numbers = read_number(bab) if bab not in ("depan", "lampiran") else ()
    return numbers[-1].nilai if numbers else 0


def read_heading_numbers(struktur: Struktur) -> tuple[NomorJudul, ...]:
    """Headings of chapters with dotted numbers, in order; none where the document does not number by chapter."""
    chapter_of = {fact.blok: chapter_value(fact.bab) for fact in struktur.alinea}
    listed = [(j, chapter_of.get(j.blok, 0), _parts(j)) for j in struktur.judul]
    inside = [(j, c, p) for j, c, p in listed if c and p]
    dotted = [(c, p) for _, c, p in inside if len(p) > 1]
    if len(dotted) < 2 or 2 * sum(p[0] == c for c, p in dotted) < len(dotted):
        return ()
    return tuple(_follow(inside))


def _parts(heading: Judul) -> tuple[int, ...]:
    """The number as integers; empty for codes and for other kinds of numbers."""
    if heading.jenis is JenisJudul.BERTINGKAT:
        parts = heading.nomor.split(".")
        whole = all(p.isdecimal() and not p.startswith("0") and int(p) <= _MOST for p in parts)
        return tuple(map(int, parts)) if whole else ()
    bare = heading.jenis is JenisJudul.TANPA and heading.nomor.isdecimal()
    return (int(heading.nomor),) if bare else ()


def _follow(headings: list[tuple[Judul, int, tuple[int, ...]]]) -> Iterator[NomorJudul]:
    last: dict[int, tuple[tuple[int, ...], Judul]] = {}  # by depth: the number that counts, and its heading
    chapter = 0
    for heading, own, parts in headings:
        if own != chapter:
            chapter, last = own, {}
        depth = max(2, len(parts))
        before = last.get(depth)
        parent = last[depth - 1][0] if depth - 1 in last else parts[: depth - 1]
        due = _due(chapter, depth, before[0] if before else None, parent)
        fault = _fault(parts, due, chapter, before[0] if before else None)
        if len(parts) == 1 and fault is not SalahNomor.TANPA_BAB:
            continue
        counts = parts if fault in (SalahNomor.TIADA, SalahNomor.LONCAT) else due
        last = {d: v for d, v in last.items() if d < depth} | {depth: (counts, heading)}
        yield NomorJudul(heading, chapter, ".".join(map(str, due)), fault, before[1] if before else None)


def _due(chapter: int, depth: int, before: tuple[int, ...] | None, parent: tuple[int, ...]) -> tuple[int, ...]:
    if before:
        return (*before[:-1], before[-1] + 1)
    return (chapter, 1) if depth == 2 else (*parent, 1)


def _fault(parts: tuple[int, ...], due: tuple[int, ...], chapter: int, before: tuple[int, ...] | None) -> SalahNomor:
    if len(parts) == 1:
        return SalahNomor.TANPA_BAB if parts[0] == due[-1] else SalahNomor.TIADA
    if parts == due:
        return SalahNomor.TIADA
    if parts[0] != chapter:
        return SalahNomor.BAB_LAIN
    if parts[:-1] != due[:-1]:
        return SalahNomor.LONCAT if parts[:-1] > due[:-1] else SalahNomor.MUNDUR
    if before is None or parts[-1] > due[-1]:
        return SalahNomor.LONCAT
    return SalahNomor.TERPAKAI
