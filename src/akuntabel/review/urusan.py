"""Fields of government: which one a document's agency serves, and which one a text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.identitas import JenisDokumen
from akuntabel.regulations import Regulations
from akuntabel.regulations.entri import Urusan

_DUTIES = re.compile(r"mempunyai tugas|berkedudukan sebagai|menyelenggarakan fungsi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bidang:
    """The fields that an agency serves and those that it does not."""

    sendiri: tuple[Urusan, ...]
    lain: tuple[Urusan, ...]

    def speaks_of_own(self, text: str) -> bool:
        """Whether a text uses a word of the agency's own fields."""
        return any(_has(text, (*u.bidang, *u.khas, *u.umum, *u.instansi)) for u in self.sendiri)

    def foreign_phrases(self, text: str) -> Iterator[tuple[Urusan, str]]:
        """Phrases of a text that speak of another field alone."""
        for field in self.lain if text else ():
            for phrase in field.khas:
                if _pattern(phrase).search(text):
                    yield field, phrase

    def foreign_field(self, name: str) -> tuple[Urusan, str] | None:
        """The other field that a name after "bidang" begins with, and its words."""
        found = ((u, name[: len(b)]) for u in self.lain for b in u.bidang if name.lower().startswith(b.lower()))
        return next(found, None)


def fields_of(fakta: Fakta, regulations: Regulations) -> Bidang | None:
    """The fields of the document's agency by its name; None where its name names none."""
    identity = fakta.identitas
    if not identity.instansi or identity.jenis is JenisDokumen.LKJ_PEMDA:
        return None
    own = [u for u in regulations.urusan if _has(identity.instansi, u.instansi)]
    if not own:
        return None
    duties, all_said = _stated(fakta, formal=True), _stated(fakta, formal=False)
    own += [u for u in regulations.urusan if u not in own and _is_stated(u, duties if u.penunjang else all_said)]
    return Bidang(tuple(own), tuple(u for u in regulations.urusan if u not in own))


def _stated(fakta: Fakta, *, formal: bool) -> str:
    """Sentences that say what the agency does. Of a field that every agency has inside, only its formal duties count;
    of any other, each sentence that names the agency, and the names of its divisions."""
    own = [k for k in fakta.kalimat if fakta.identitas.instansi in k.teks]
    if formal:
        return " ".join(k.kecil for k in own if _DUTIES.search(k.teks))
    divisions = (f.isi.lower() for f in fakta.struktur.alinea if f.isi.startswith(("Bidang ", "Seksi ")))
    return " ".join((*(k.kecil for k in own), *divisions))


def _is_stated(field: Urusan, stated: str) -> bool:
    return any(f"bidang {name.lower()}" in stated for name in field.bidang)


def _has(text: str, words: Iterable[str]) -> bool:
    return any(_pattern(w).search(text) for w in words)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    flags = 0 if phrase.isupper() else re.IGNORECASE
    return re.compile(rf"\b{re.escape(phrase)}", flags)
