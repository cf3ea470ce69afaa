"""Lists: the definitions of numbering.xml, and the mark of each paragraph as Word computes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from akuntabel.readers.docx.bilangan import format_number
from akuntabel.readers.docx.gaya import DaftarGaya, Gaya
from akuntabel.readers.docx.nama import ALTERNATE, VAL, Element, W, chosen, flag, value, whole

LEVELS = 9
_MOST_LINKS = 10
_LONGEST = 255  # characters of a w:lvlText
_PLACE = re.compile(r"%([1-9])")
_DASHES = frozenset("-‐‑‒–—―−\uf02d\uf0be")
_UNCOUNTED = ("none", "bullet")
_GAPS = {"nothing": "", "space": " "}


@dataclass(frozen=True, slots=True)
class Tingkat:
    """A level of a list. `ulang` is the level (from 1) after which it starts anew, 0 for never."""

    mulai: int
    bentuk: str
    pola: str
    jarak: str
    ulang: int
    desimal: bool
    gaya: str | None


@dataclass(frozen=True, slots=True)
class Nomor:
    """A w:num: levels with its own overrides, and where it starts anew. Counts belong to the abstract list."""

    abstrak: str
    tingkat: Mapping[int, Tingkat]
    mulai: Mapping[int, int]


@dataclass(slots=True)
class Penghitung:
    """The lists of a document with the counts of one story. All w:num over one abstract list count together."""

    nomor: Mapping[str, Nomor] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def new_story(self) -> Penghitung:
        """The same lists, not counted yet: every story counts on its own."""
        return Penghitung(self.nomor)

    def level_of(self, ident: str, style: Gaya) -> int:
        """The level of a paragraph whose style brings the list: the one linked to the style, else the style's."""
        one = self.nomor.get(ident)
        linked = (n for n, level in one.tingkat.items() if level.gaya == style.id) if one else iter(())
        return next(linked, style.tingkat_daftar or 0)

    def mark(self, ident: str, level: int) -> str:
        """Count a paragraph and give its mark with the gap behind it; empty where the list has none."""
        one = self.nomor.get(ident)
        level = min(max(level, 0), LEVELS - 1)
        if one is None or level not in one.tingkat:
            return ""
        counts = self._counts.setdefault(one.abstrak, [None] * LEVELS)
        for upper in range(level):  # a level that was left out counts as if its first paragraph had been there
            if counts[upper] is None and upper in one.tingkat:
                counts[upper] = one.tingkat[upper].mulai
        counts[level] = self._next(ident, one, level, counts[level])
        for lower in range(level + 1, LEVELS):
            if lower in one.tingkat and level < one.tingkat[lower].ulang:
                counts[lower] = None
        mark = _written(one, level, counts)
        return mark + _GAPS.get(one.tingkat[level].jarak, " ") if mark else ""

    def _next(self, ident: str, one: Nomor, level: int, count: int | None) -> int:
        anew = level in one.mulai and (ident, level) not in self._started
        self._started.add((ident, level))
        return one.mulai.get(level, one.tingkat[level].mulai) if anew or count is None else count + 1


def _written(one: Nomor, level: int, counts: list[int | None]) -> str:
    shown = one.tingkat[level]
    if shown.bentuk == "bullet":
        mark = shown.pola.strip()
        return "-" if mark and set(mark) <= _DASHES else "•" if mark else ""

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        form, count = one.tingkat.get(at), counts[at]
        if form is None or count is None:
            return ""
        legal = shown.desimal and at < level and form.bentuk not in _UNCOUNTED
        return format_number(count, "decimal" if legal else form.bentuk)

    return _PLACE.sub(number, shown.pola).strip()


# --- numbering.xml ---


def read_numbering(root: Element | None, styles: DaftarGaya) -> Penghitung:
    """The lists of numbering.xml."""
    if root is None:
        return Penghitung()
    abstract = {a.get(f"{W}abstractNumId", ""): a for a in root.iterfind(f"{W}abstractNum")}
    nums = {n.get(f"{W}numId", ""): n for n in root.iterfind(f"{W}num")}
    levels = {ident: _levels(_followed(ident, abstract, nums, styles)) for ident in abstract}
    return Penghitung({ident: _num(num, levels) for ident, num in nums.items() if ident != "0"})


def _followed(
    ident: str, abstract: Mapping[str, Element], nums: Mapping[str, Element], styles: DaftarGaya
) -> Element | None:
    """The definition that holds the levels: a w:numStyleLink leads to another one."""
    for _ in range(_MOST_LINKS):
        link = value(abstract.get(ident), f"{W}numStyleLink")
        num = nums.get(styles.numbering(link).nomor or "") if link else None
        if num is None:
            break
        ident = value(num, f"{W}abstractNumId") or ""
    return abstract.get(ident)


def _levels(definition: Element | None) -> dict[int, Tingkat]:
    if definition is None:
        return {}
    return {at: _level(lvl, at) for lvl in definition.iterfind(f"{W}lvl") if 0 <= (at := _ilvl(lvl)) < LEVELS}


def _num(num: Element, levels: Mapping[str, Mapping[int, Tingkat]]) -> Nomor:
    abstract = value(num, f"{W}abstractNumId") or ""
    own = dict(levels.get(abstract, {}))
    starts: dict[int, int] = {}
    for override in num.iterfind(f"{W}lvlOverride"):
        at = _ilvl(override)
        if (lvl := override.find(f"{W}lvl")) is not None and 0 <= at < LEVELS:
            own[at] = _level(lvl, at)
        if (start := value(override, f"{W}startOverride")) is not None:
            starts[at] = whole(start)
    return Nomor(abstract, own, starts)


def _ilvl(element: Element) -> int:
    return whole(element.get(f"{W}ilvl"), -1)


def _level(lvl: Element, at: int) -> Tingkat:
    restart = value(lvl, f"{W}lvlRestart")
    return Tingkat(
        whole(value(lvl, f"{W}start")),
        _number_format(lvl),
        "•" if lvl.find(f"{W}lvlPicBulletId") is not None else (value(lvl, f"{W}lvlText") or "")[:_LONGEST],
        value(lvl, f"{W}suff") or "tab",
        at if restart is None else min(whole(restart, at), at),
        bool(flag(lvl, f"{W}isLgl")),
        value(lvl, f"{W}pStyle"),
    )


def _number_format(lvl: Element) -> str:
    """The w:numFmt; a format of its own ("01, 02") stands in alternate content."""
    alternate = lvl.find(ALTERNATE)
    branch = lvl if alternate is None else chosen(alternate)
    form = branch.find(f"{W}numFmt") if branch is not None else None
    if form is None:
        return "decimal"
    return "decimalZero" if form.get(f"{W}format", "").startswith("01") else form.get(VAL, "decimal")
