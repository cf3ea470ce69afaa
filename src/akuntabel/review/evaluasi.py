"""Values of the evaluation of accountability in the report, beside those of a given LHE."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from akuntabel.facts.akip_nilai import JUMLAH, NilaiEvaluasi, read_evaluation
from akuntabel.facts.angka import same_value
from akuntabel.facts.fakta import Fakta
from akuntabel.findings import Terkait
from akuntabel.review.aturan import Konteks, Pembanding
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import of_kinds


@dataclass(frozen=True, slots=True)
class Evaluasi:
    """A given LHE with its values, and those of the report."""

    pembanding: Pembanding
    laporan: tuple[NilaiEvaluasi, ...]
    lhe: tuple[NilaiEvaluasi, ...]

    @property
    def tahun(self) -> int | None:
        """The year in the title of the LHE: of the evaluation, or of what was evaluated."""
        return self.pembanding.fakta.tahun

    def totals(self) -> list[tuple[NilaiEvaluasi, NilaiEvaluasi]]:
        """Pairs of totals that are the same value."""
        return [(a, b) for a in of(JUMLAH, self.laporan) for b in of(JUMLAH, self.lhe) if same_value(a.angka, b.angka)]


def evaluations(fakta: Fakta, konteks: Konteks) -> Iterator[Evaluasi]:
    """Every given LHE. Its values of earlier years, which it repeats, are left out."""
    own = values_of(fakta)
    for other in of_kinds(fakta, konteks, "lhe"):
        yield Evaluasi(other, own, _latest(values_of(other.fakta), other.fakta.tahun))


def _latest(values: tuple[NilaiEvaluasi, ...], tahun: int | None) -> tuple[NilaiEvaluasi, ...]:
    """The values of the year in the title; where those bear another year, which is the evaluated one, of the last."""
    named = tuple(v for v in values if v.tahun in (tahun, None))
    last = max((v.tahun for v in of(JUMLAH, values) if v.tahun), default=None)
    return named if of(JUMLAH, named) else tuple(v for v in values if v.tahun == last)


def values_of(fakta: Fakta) -> tuple[NilaiEvaluasi, ...]:
    """The values of a document; what its table of components leaves open is of its own year."""
    return read_evaluation(fakta.kalimat, fakta.tabel, fakta.nilai, fakta.tahun)


def of(komponen: str, values: Iterable[NilaiEvaluasi]) -> list[NilaiEvaluasi]:
    """The values of one component."""
    return [v for v in values if v.komponen == komponen]


def proof_here(value: NilaiEvaluasi) -> Terkait:
    """Where the report gives a value."""
    return proof(value.fakta, value.tabel, value.baris.teks() if value.baris else None)


def proof_there(other: Pembanding, value: NilaiEvaluasi) -> Terkait:
    """Where the LHE gives it."""
    return proof_of_other(other.fakta, value.baris or value.fakta, value.tabel)


def place_there(other: Pembanding, value: NilaiEvaluasi) -> str:
    """The same as messages write it."""
    return other_place(other.fakta, value.fakta, value.tabel)
