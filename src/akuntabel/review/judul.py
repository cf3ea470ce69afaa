"""Titles of headings and captions compared: the agency's own name and the year make no difference."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.subjek import normal_name
from akuntabel.review.aturan import Konteks

_YEAR = re.compile(r"\b(?:tahun(?: anggaran)?|ta)? ?(?:19|20)\d{2}(?: ?(?:sd|sampai dengan|dan)? ?(?:19|20)\d{2})?\b")
_FILLER = re.compile(r"\b(?:pada|di|dari|untuk|lingkungan)\b")
_SHORTEST = 12  # letters of a title that may be the first line of a longer one


@dataclass(frozen=True, slots=True)
class TitleMatcher:
    """Compares titles of one document. `nama` are the agency's names, normal.

    `terpotong`: a title may be the first line of a longer one (PDF).
    """

    nama: tuple[str, ...]
    batas: float
    dekat: float
    terpotong: bool

    def plain(self, title: str) -> str:
        """A title without the agency's name, its region, years and small words."""
        return _plain(title, self.nama)

    def likeness(self, first: str, second: str, least: float = 0.0) -> float:
        """From 0 to 100, words in any order; 0 below `least`. The agency's name alone is like itself only."""
        a, b = _sorted_words(first, self.nama), _sorted_words(second, self.nama)
        if self.terpotong and _begins(normal_name(first), normal_name(second)):
            return 100.0
        if not a or not b:
            return 100.0 if normal_name(first) == normal_name(second) else 0.0
        return float(fuzz.ratio(a, b, score_cutoff=least))

    def same(self, first: str, second: str) -> bool:
        """Whether two titles mean one."""
        return self.likeness(first, second, self.batas) >= self.batas

    def is_near(self, first: str, second: str) -> bool:
        """Whether two titles are alike enough to name the one beside the other."""
        return self.likeness(first, second) >= self.dekat


def _begins(first: str, second: str) -> bool:
    """Whether the shorter of two titles, where it is long enough, is the beginning of the other."""
    short, long = sorted((first, second), key=len)
    return len(short) >= _SHORTEST and long.startswith(short)


@lru_cache(maxsize=10_000)
def _plain(title: str, names: tuple[str, ...]) -> str:
    text = normal_name(title)
    for name in names:
        text = text.replace(name, " ")
    return " ".join(_FILLER.sub(" ", _YEAR.sub(" ", text)).split())


@lru_cache(maxsize=10_000)
def _sorted_words(title: str, names: tuple[str, ...]) -> str:
    return " ".join(sorted(_plain(title, names).split()))


def title_matcher(fakta: Fakta, konteks: Konteks) -> TitleMatcher:
    """The comparison of titles for a document."""
    same, near = (float(konteks.regulations.ambang(k)) for k in ("reviu.judul_sama", "reviu.judul_mirip"))
    own = fakta.identitas
    names = tuple(normal_name(n) for n in (own.lengkap, own.instansi, own.daerah) if n)
    return TitleMatcher(names, same, near, fakta.naskah.format is FormatNaskah.PDF)
