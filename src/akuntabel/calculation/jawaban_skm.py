"""Recaps of the survey: those that are recorded, and where none is, those that the answer sheets give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Unsur
from akuntabel.domain.skm import SkmRekap, SkmResponden
from akuntabel.survey.cacah import SKOR, Cacah
from akuntabel.survey.rekap import Isi

KOLOM: Mapping[str, str] = {u.value: u.value.lower() for u in Unsur}  # the column of each unsur in skm_responden
TANPA_LAYANAN = ""


@dataclass(frozen=True, slots=True)
class RekapPeriode:
    """The recaps of a period. `jawaban` is what answers give where no recap is recorded.

    `isi` holds the counts of the answers by service (None: all sheets together), of services that have an answer.
    """

    tercatat: tuple[SkmRekap, ...]
    jawaban: tuple[SkmRekap, ...] = ()
    isi: Mapping[str | None, Isi] = field(default_factory=dict)

    @property
    def semua(self) -> tuple[SkmRekap, ...]:
        """Recorded rows, then those from answers."""
        return (*self.tercatat, *self.jawaban)

    @property
    def layanan(self) -> tuple[str, ...]:
        """The services that have a recap."""
        return tuple(sorted({r.layanan for r in self.semua if r.layanan}))


def rekap_periode(paket: Paket, periode: str) -> RekapPeriode:
    """The recaps of a period. A recorded row wins over answers unless it is wholly blank."""
    recorded = tuple(r for r in paket.skm_rekap if r.periode == periode)
    content = isi_jawaban(paket, periode)
    filled = {(r.layanan, r.unsur) for r in recorded if not _is_blank(r)}
    made = tuple(
        SkmRekap(periode=periode, layanan=layanan, unsur=unsur, responden=c.banyak, jumlah_skor=c.jumlah)
        for layanan, isi in content.items()
        if layanan != TANPA_LAYANAN
        for unsur, c in isi.unsur.items()
        if (layanan, unsur) not in filled
    )
    answered = {(r.layanan, r.unsur) for r in made}
    return RekapPeriode(tuple(r for r in recorded if (r.layanan, r.unsur) not in answered), made, content)


def _is_blank(row: SkmRekap) -> bool:
    return row.responden is None and row.jumlah_skor is None and row.nilai_tercetak is None and row.status is None


def isi_jawaban(paket: Paket, periode: str) -> dict[str | None, Isi]:
    """Counts of the sheets of a period by service; None is all of them, "" those that name no service."""
    groups: dict[str | None, list[SkmResponden]] = {}
    for sheet in paket.skm_responden:
        if sheet.periode == periode:
            groups.setdefault(None, []).append(sheet)
            groups.setdefault(sheet.layanan or TANPA_LAYANAN, []).append(sheet)
    counted = {k: _isi(groups[k]) for k in sorted(groups, key=lambda k: (k is not None, k or ""))}
    return {k: isi for k, isi in counted.items() if isi.berisi}


def _isi(sheets: Iterable[SkmResponden]) -> Isi:
    answers = [tuple(getattr(s, column) for column in KOLOM.values()) for s in sheets]
    filled = sum(any(a in SKOR for a in sheet) for sheet in answers)
    whole = sum(all(a in SKOR for a in sheet) for sheet in answers)
    columns = zip(*answers, strict=True)
    return Isi(len(answers), filled, whole, unsur={u: _cacah(c) for u, c in zip(KOLOM, columns, strict=True)})


def _cacah(answers: Iterable[int | None]) -> Cacah:
    """A valid answer is 1 to 4; what is blank or outside is counted apart."""
    found = Counter(answers)
    blank = found.pop(None, 0)
    one, two, three, four = (found.pop(s, 0) for s in SKOR)
    return Cacah((one, two, three, four), kosong=blank, luar=found.total())
