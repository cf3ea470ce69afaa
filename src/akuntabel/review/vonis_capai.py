"""Whether a target is reached, from what the document itself states, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.arah import ArahBaik, ArahIndikator, DasarArah
from akuntabel.facts.klaim_capai import KlaimCapai
from akuntabel.review.arah_capaian import reason
from akuntabel.review.rumus_capaian import SERATUS, is_fraction, times_hundred


@dataclass(frozen=True, slots=True)
class Vonis:
    """What a claim should say. `alasan` in words; `pasti` where no reader would dispute it."""

    benar: KlaimCapai
    alasan: str
    pasti: bool


def contradiction(
    claim: KlaimCapai, target: Angka | None, realised: Angka | None, share: Angka | None, way: ArahIndikator
) -> Vonis | None:
    """What the numbers say where they contradict a claim; None where they do not, or do not tell."""
    by_values = _by_values(target, realised, way)
    by_share = _by_share(share)
    if by_values and way.kuat:
        return by_values if not _allows(claim, by_values.benar) else None
    if by_share and not _allows(claim, by_share.benar):
        agrees = by_values is None or by_values.benar is by_share.benar or way.dasar is DasarArah.BIASA
        return by_share if agrees else None
    if by_share or by_values is None or _allows(claim, by_values.benar):
        return None
    return by_values


def verdict(target: Angka | None, realised: Angka | None, share: Angka | None, way: ArahIndikator) -> Vonis | None:
    """What became of a target: by its values where the direction is sure, else by its capaian; None where untold."""
    by_values, by_share = _by_values(target, realised, way), _by_share(share)
    if by_values and way.kuat:
        return by_values
    return by_share if by_share and (by_values is None or by_values.benar is not by_share.benar) else by_values


def _allows(claim: KlaimCapai, truth: KlaimCapai) -> bool:
    """A target that is exceeded is also reached; one that is just reached is not exceeded."""
    return claim is truth or (claim is KlaimCapai.CAPAI and truth is KlaimCapai.LAMPAU)


def _by_values(target: Angka | None, realised: Angka | None, way: ArahIndikator) -> Vonis | None:
    if not target or not realised or target.nilai is None or realised.nilai is None:
        return None
    better = realised.nilai - target.nilai if way.arah is ArahBaik.NAIK else target.nilai - realised.nilai
    truth = KlaimCapai.LAMPAU if better > 0 else KlaimCapai.CAPAI if better == 0 else KlaimCapai.BELUM
    word = "makin rendah makin baik" if way.arah is ArahBaik.TURUN else "makin tinggi makin baik"
    return Vonis(truth, f"realisasi {realised.teks} terhadap target {target.teks}, {word} ({reason(way)})", way.kuat)


def _by_share(share: Angka | None) -> Vonis | None:
    number = times_hundred(share) if share and is_fraction(share) else share
    if not number or number.nilai is None or not share:
        return None
    truth = KlaimCapai.LAMPAU if number.nilai > SERATUS else KlaimCapai.CAPAI
    if number.nilai < SERATUS:
        truth = KlaimCapai.BELUM
    if number.nilai == SERATUS:
        return None  # a capped capaian may hide more
    return Vonis(truth, f"capaian {share.teks}", True)
