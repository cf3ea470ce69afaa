"""Whether the document itself explains a difference that a rule sees."""

from __future__ import annotations

import re

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.subjek import mentions

_EXPLAINS = re.compile(
    r"\b(berbeda|perbedaan|perubahan target|target\w* (?:di|ber)ubah|disesuaikan|diperketat|diperlonggar"
    r"|dinaikkan|diturunkan|diukur terhadap|alasan|menurut renstra"
    r"|menurut rencana|bila target itu|memuat target|refocusing|rasionalisasi)\b",
    re.IGNORECASE,
)


def explains(fakta: Fakta, name: str) -> bool:
    """A sentence that names the thing and speaks of a difference, its reason, or the document that was measured."""
    return any(_EXPLAINS.search(a.teks) and mentions(a.teks, name) for a in fakta.struktur.alinea)
