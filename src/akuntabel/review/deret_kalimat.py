"""The series that a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from akuntabel.facts.deret import Deret
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.pernyataan import IKM
from akuntabel.facts.subjek import mentions

_BEFORE = 3  # paragraphs
_IKM = re.compile(r"\b(ikm|skm|kepuasan masyarakat)\b", re.IGNORECASE)


def series_of(sentence: Kalimat, fakta: Fakta, series: Sequence[Deret]) -> Deret | None:
    """The series that the sentence names or, failing that, the headings above it or the paragraphs before it."""
    near = range(sentence.alinea.blok - _BEFORE, sentence.alinea.blok)
    before = [k.teks for k in fakta.kalimat if k.alinea.blok in near]
    for text in (sentence.teks, *reversed(sentence.alinea.bagian), *reversed(before)):
        named = [d for d in series if mentions(text, d.subjek) or (d.subjek == IKM and _IKM.search(text))]
        if len(named) == 1:
            return named[0]
    return None
