"""Titles of headings and captions compared: the agency's own name and the year make no difference."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.identitas import Identitas
from akuntabel.facts.subjek import normal_name
from akuntabel.review.aturan import Konteks

_YEAR = re.compile(r"\b(?:tahun(?: anggaran)?|ta)? ?(?:19|20)\d{2}(?: ?(?:sd|sampai dengan|dan)? ?(?:19|20)\d{2})?\b")
_FILLER = re.compile(r"\b(?:pada|di|dari|untuk|lingkungan)\b")
_SHORTEST = 12  # letters of a title that may be the first line of a longer one


@dataclass(frozen=True, slots=True)
class TitleMatcher:
    """Compares titles of one document. `terpotong`: a title may be the first line of a longer one (PDF)."""

    identitas: Identitas
    batas: float
    dekat: float
    terpotong: bool

    def plain(self, title: str) -> str:
        """A title without the agency's name, its region, years and small words."""
        return _plain(title, (self.identitas.lengkap, self.identitas.instansi, self.identitas.daerah))

    def likeness(self, first: str, second: str, least: float = 0.0) -> float:
        """From 0 to 100, words in any order; 0 below `least`. The agency's name alone is like itself only."""
        whole = sorted((normal_name(first), normal_name(second)), key=len)
        if self.terpotong and len(whole[0]) >= _SHORTEST and whole[1].startswith(whole[0]):
            return 100.0
        a, b = self.plain(first), self.plain(second)
        if not a or not b:
            return 100.0 if whole[0] == whole[1] else 0.0
        return float(fuzz.token_sort_ratio(a, b, score_cutoff=least))

    def same(self, first: str, second: str) -> bool:
        """Whether two titles mean one."""
        return self.likeness(first, second, self.batas) >= self.batas

    def is_near(self, first: str, second: str) -> bool:
        """Whether two titles are alike enough to name the one beside the other."""
        return self.likeness(first, second) >= self.dekat


@lru_cache(maxsize=10_000)
def _plain(title: str, names: tuple[str, ...]) -> str:
    text = normal_name(title)
    for name in filter(None, names):
        text = text.replace(normal_name(name), " ")
    return " ".join(_FILLER.sub(" ", _YEAR.sub(" ", text)).split())


def title_matcher(fakta: Fakta, konteks: Konteks) -> TitleMatcher:
    """The comparison of titles for a document."""
    same, near = (float(konteks.regulations.ambang(k)) for k in ("reviu.judul_sama", "reviu.judul_mirip"))
    return TitleMatcher(fakta.identitas, same, near, fakta.naskah.format is FormatNaskah.PDF)
