"""The series that a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from akuntabel.facts.deret import Deret
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.pernyataan import short_names
from akuntabel.facts.subjek import mentions

_BEFORE = 3  # paragraphs
_IKM = re.compile(r"\b(ikm|skm|kepuasan masyarakat)\b", re.IGNORECASE)


def series_of(sentence: Kalimat, fakta: Fakta, series: Sequence[Deret]) -> Deret | None:
    """The series that the sentence names or, failing that, the headings above it or the paragraphs before it."""
    near = range(sentence.alinea.blok - _BEFORE, sentence.alinea.blok)
    before = [k.teks for k in fakta.kalimat if k.alinea.blok in near]
    texts = (sentence.teks, *reversed(sentence.alinea.bagian), *reversed(before))
    return next((d for text in texts if (d := named_series(text, series))), None)


def named_series(text: str, series: Sequence[Deret]) -> Deret | None:
    """The one series that a text names, in full or by its short name."""
    short = short_names([d.subjek for d in series])
    called = {name for word, name in short.items() if re.search(rf"\b{word}\b", text)}
    named = [
        d for d in series
        if mentions(text, d.subjek) or d.subjek in called or (_IKM.search(d.subjek) and _IKM.search(text))
    ]  # fmt: skip
    return named[0] if len(named) == 1 else None
