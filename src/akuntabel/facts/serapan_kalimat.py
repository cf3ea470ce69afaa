"""What sentences say of the spending of the whole year: the share that was spent, and what was left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat

_SHARE = re.compile(
    r"\b(?:terserap|(?:tingkat |persentase )?(?:penyerapan|serapan)(?: anggaran)?|daya serap)\b[^.;%\d]{0,40}$"
)
_REST = re.compile(r"\bsisa(?: anggaran| pagu)?(?:\s+(?:adalah|sebesar|senilai|sejumlah|yaitu))*$")
_PART = re.compile(
    r"\b(?:program|kegiatan|subkegiatan|sub kegiatan|bidang|triwulan|tw|semester|belanja|sasaran|bagian|uptd?"
    r"|dau|dak)\b"
)


@dataclass(frozen=True, slots=True)
class KlaimSerapan:
    """A percentage that was spent, or the money that was left (`sisa`), of the budget as a whole."""

    angka: Angka
    kalimat: Kalimat
    sisa: bool


def read_spent(sentences: Iterable[Kalimat]) -> Iterator[KlaimSerapan]:
    """Claims of sentences that name no part of the budget and no part of the year."""
    for sentence in sentences:
        if _PART.search(sentence.kecil):
            continue
        for number in sentence.angka:
            before = sentence.kecil[: number.awal].rstrip()
            if number.nilai is None:
                continue
            if number.persen and _SHARE.search(before):
                yield KlaimSerapan(number, sentence, sisa=False)
            elif number.rupiah and _REST.search(before):
                yield KlaimSerapan(number, sentence, sisa=True)
