"""What the rules share that compare a document with its data package: when they apply, and the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.findings import Keyakinan, Lewat, Terkait
from akuntabel.review.aturan import Jawaban, Konteks
from akuntabel.review.bandingan import Bandingan

DASAR = "Perbandingan dokumen dengan paket datanya"
TANPA_TANDA = "tanda angkanya hilang"
NOWHERE = Terkait("")


def with_data(check: Callable[[Bandingan], Iterator[Jawaban]]) -> Callable[[Fakta, Konteks], Iterable[Jawaban]]:
    """A rule that runs over the comparison with the data, and says why where there is none."""

    def run(_: Fakta, konteks: Konteks) -> Iterable[Jawaban]:
        if isinstance(konteks.data, Bandingan):
            return check(konteks.data)
        return () if konteks.data is None else (Lewat(konteks.data, seluruhnya=True),)

    return run


def certainty(side: Bandingan) -> Keyakinan:
    """Where the data changed since, wording may differ for that reason."""
    return Keyakinan.MUNGKIN if side.berubah else Keyakinan.PASTI
