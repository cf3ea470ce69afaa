"""Target, realisasi and capaian that one sentence states together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from akuntabel.facts.angka import Angka
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.peran_angka import AngkaBerperan, PeranAngka, is_money, roles_of
from akuntabel.facts.pernyataan import Pernyataan


@dataclass(frozen=True, slots=True)
class CapaianKalimat:
    """What a sentence says of one indicator and year. `nama` is empty where it names none that the tables know."""

    kalimat: Kalimat
    target: Angka | None
    realisasi: Angka | None
    capaian: Angka | None
    nama: str = ""
    tahun: int | None = None


_ALL = 100
_LINK = re.compile(r"\batau\b|\bsetara\b|\b(?:di ?)?persen\w*|\(|→|=|\byakni\b|\byaitu\b")
_NOT_CAPAIAN = re.compile(
    r"\b(?:naik|turun|meningkat|menurun|selisih|lebih|kurang|sisa|anggaran|serapan|penyerapan|bobot)\b"
)


# A target that is a range is no number to divide by.
_TARGET_RANGE = re.compile(r"\btarget\w*\b[^.;]{0,40}?\d[\d.,]*\s*%?\s*(?:sampai(?: dengan)?|s\.?d\.?|hingga|–|-)\s*\d")


def read_stated(sentences: Sequence[Kalimat], claims: Iterable[Pernyataan]) -> tuple[CapaianKalimat, ...]:
    """Every sentence with a target or a realisasi and a capaian; named claims first."""
    by_sentence: dict[Kalimat, list[Pernyataan]] = defaultdict(list)
    for claim in claims:
        by_sentence[claim.kalimat].append(claim)
    return tuple(c for s in sentences if s.angka for c in _sentence(s, by_sentence.get(s, [])))


def _sentence(sentence: Kalimat, claims: Sequence[Pernyataan]) -> Iterator[CapaianKalimat]:
    if _TARGET_RANGE.search(sentence.kecil):
        return
    years = dict.fromkeys(c.tahun for c in claims)
    found = [c for year in years if (c := _named(sentence, [x for x in claims if x.tahun == year]))]
    plain = _by_roles(sentence)
    if len(found) == 1 and plain and found[0].target == plain.target:
        only = found[0]
        yield replace(only, realisasi=only.realisasi or plain.realisasi, capaian=only.capaian or plain.capaian)
    elif found:
        yield from found
    elif plain:
        yield plain


def _named(sentence: Kalimat, claims: Sequence[Pernyataan]) -> CapaianKalimat | None:
    values = {p: [c.angka for c in claims if c.besaran is p] for p in (Peran.TARGET, Peran.REALISASI, Peran.CAPAIAN)}
    if any(len({n.nilai for n in v}) > 1 for v in values.values()) or not values[Peran.TARGET]:
        return None
    target, realised, share = (v[0] if v else None for v in values.values())
    share = share or _linked_share(roles_of(sentence), (target, realised))
    unsure = any(c.atau is Peran.CAPAIAN and c.angka is realised for c in claims)
    if (realised is None and share is None) or (unsure and share is None and not _both_tell(realised, target)):
        return None
    return CapaianKalimat(sentence, target, realised, share, claims[0].indikator, claims[0].tahun)


def _both_tell(number: Angka | None, target: Angka | None) -> bool:
    """Whether a number that is a realisasi or a capaian stands on one side of the target either way."""
    if number is None or target is None or number.nilai is None or target.nilai is None:
        return False
    return (number.nilai > target.nilai) is (number.nilai > _ALL) and number.nilai != target.nilai


def _by_roles(sentence: Kalimat) -> CapaianKalimat | None:
    """One target, one realisasi and one percentage that is called capaian or follows "atau"."""
    numbers = [n for n in roles_of(sentence) if n.angka.nilai is not None]
    if any(is_money(n.angka) for n in numbers):
        return None
    targets = _of(numbers, PeranAngka.TARGET)
    numbers = [_against_target(numbers, at) for at in range(len(numbers))]
    shares = [n for n in _of(numbers, PeranAngka.CAPAIAN) if n.angka.persen]
    results = [
        *_of(numbers, PeranAngka.REALISASI),
        *(n for n in _of(numbers, PeranAngka.CAPAIAN) if not n.angka.persen),
    ]
    if len(targets) != 1 or len(results) != 1 or len(shares) > 1:
        return None
    target, realised = targets[0].angka, results[0].angka
    share = shares[0].angka if shares else _linked_share(numbers, (target, realised))
    return CapaianKalimat(sentence, target, realised, share)


def _against_target(numbers: Sequence[AngkaBerperan], at: int) -> AngkaBerperan:
    """X dari target Y: X is the realisasi, whatever word stands before it."""
    number = numbers[at]
    behind = numbers[at + 1] if at + 1 < len(numbers) else None
    against = behind and behind.peran is PeranAngka.TARGET and _FROM_TARGET.search(behind.sebelum)
    free = number.peran in (PeranAngka.LAIN, PeranAngka.CAPAIAN)
    return replace(number, peran=PeranAngka.REALISASI) if against and free else number


_FROM_TARGET = re.compile(
    r"\b(?:dari(?:pada)?|terhadap|melampaui|melebihi|mencapai|memenuhi|di ?atas|di ?bawah|dibanding(?:kan)?)"
    r"\s+(?:\w+\s+)?target\b(?:(?!\b(?:dan|serta|sedangkan|namun|tetapi)\b)[^,;()])*$"
)


def _of(numbers: Sequence[AngkaBerperan], role: PeranAngka) -> list[AngkaBerperan]:
    return [n for n in numbers if n.peran is role]


def _linked_share(numbers: Sequence[AngkaBerperan], used: tuple[Angka | None, ...]) -> Angka | None:
    """A percentage right behind the target or the realisasi, joined by "atau" or a bracket."""
    for before, number in pairwise(numbers):
        joined = _LINK.search(number.sebelum) and not _NOT_CAPAIAN.search(number.sebelum)
        if number.angka.persen and before.angka in used and number.angka not in used and joined:
            return number.angka
    return None
