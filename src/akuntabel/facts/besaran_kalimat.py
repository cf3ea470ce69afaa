"""Whether a number that a sentence gives for an indicator is its target, its realisasi or its capaian.

The number right behind "target" is a target, whatever verb stands before it. "Tercapai Z% dari target Y" gives a
realisasi or a capaian; the words do not tell which. A target of somebody else, or of part of a year, is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from akuntabel.facts.angka import Angka
from akuntabel.facts.kolom import Peran


@dataclass(frozen=True, slots=True)
class Besaran:
    """What a number is; `atau` is the other reading that the words allow."""

    peran: Peran
    atau: Peran | None = None


_YEAR_LABEL = re.compile(r"^\s*tahun\s*(?:19|20)\d{2}\s*[:=]\s*$", re.IGNORECASE)
_KEYWORDS: tuple[tuple[Peran, str], ...] = (
    (Peran.TARGET, r"\btarget(?:nya)?\b|\bditargetkan\b"),
    (Peran.REALISASI, r"\brealisasi(?:nya)?\b|\bterealisasi\b|\btercapai\b|\bmencapai\b|\bdiperoleh\b|\bnilai\b"),
    (Peran.KEMAJUAN, r"\bkemajuan(?:nya)?\b"),
    (Peran.CAPAIAN, r"\bcapaian(?:nya)?\b|\bpersentase capaian\b|\bdi ?persentas[ei]kan\b|\bsetara dengan\b"),
)
_HOLD_TARGET = re.compile(r"\b(?:mencapai|memenuhi|tercapai)\s+(?:\w+\s+)?target\b", re.IGNORECASE)
_IN_BRACKET = re.compile(r"\b(?:melampaui|melebihi|terlampaui|mencapai|memenuhi)\s+target\s*\($", re.IGNORECASE)
_OF_TARGET = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:(?:masih|telah|sudah|belum|tidak)\s+)*"
    r"(?:dari(?:pada)?|terhadap|di ?atas|di ?bawah|melampaui|melebihi|mencapai|memenuhi)\s+(?:\w+\s+){0,2}?"
    r"target(?:nya)?\b[^.;,\d]{0,40}\d",
    re.IGNORECASE,
)
_OF_OTHER_TARGET = re.compile(
    r"\s*(?:dari|terhadap)\s+(?:\w+\s+){0,2}?target(?:nya)?\s+(?:\w+\s+){0,2}?"
    r"(?:akhir|renstra|rpjm[dn]|jangka|provinsi|nasional|spm)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:provinsi|nasional|standar|spm|rkpd|rpjm[dn]|rata-rata|dunia|regional|pusat)\b",
    re.IGNORECASE,
)
_PART_OF_AREA = re.compile(
    r"\b(?:kecamatan|kelurahan|wilayah|desa|laki-laki|perempuan|pedesaan|perkotaan)\b", re.IGNORECASE
)
_FROM_BASE = re.compile(r"\bdari (?:data dasar|baseline|kondisi awal|data awal)\b", re.IGNORECASE)
_PHYSICAL = re.compile(r"\bkemajuan\s+(?:fisik|pekerjaan|pembangunan)\b", re.IGNORECASE)
PART_OF_YEAR = re.compile(
    r"\b(?:triwulan|tribulan|tw|semester|caturwulan|bulan|kuartal)\b(?!.*\b(?:akhir tahun|setahun|tahunan)\b)",
    re.IGNORECASE,
)


def speaks_of_part(text: str) -> bool:
    """Whether a text gives values of another area or body, or of a part of the own one."""
    return bool(_OTHERS.search(text) or _PART_OF_AREA.search(text))


def meaning_of(before: str, number: Angka, behind: str, *, realised: bool) -> Besaran | None:
    """What a number is by the words around it. `realised`: the sentence gave the realisasi before."""
    found = [(m.end(), role) for role, pattern in _KEYWORDS for m in re.finditer(pattern, before, re.IGNORECASE)]
    if not found:
        return Besaran(Peran.REALISASI) if _YEAR_LABEL.search(before) else None
    end, role = max(found)
    if _OTHERS.search(before[end:]) or _PART_OF_AREA.search(before):
        return None
    if role is Peran.TARGET:
        return _after_target(before, number)
    if role is Peran.KEMAJUAN:
        return _progress(before, number)
    if not number.persen:
        return Besaran(Peran.REALISASI)  # a capaian in the indicator's own unit
    return _percentage(before[:end], behind, {r for _, r in found}, role, realised=realised)


def _after_target(before: str, number: Angka) -> Besaran:
    """A target; "mencapai target 94%" may also give the share of it that was reached."""
    if number.persen and _IN_BRACKET.search(before):
        return Besaran(Peran.CAPAIAN, Peran.TARGET)
    return Besaran(Peran.TARGET, Peran.CAPAIAN if number.persen and _HOLD_TARGET.search(before) else None)


def _progress(before: str, number: Angka) -> Besaran | None:
    """Progress is a percentage: of the end target, or of the way there from the baseline."""
    if not number.persen or _PHYSICAL.search(before):
        return None
    return Besaran(Peran.KEMAJUAN_DASAR if _FROM_BASE.search(before) else Peran.KEMAJUAN)


def _percentage(words: str, behind: str, told: set[Peran], role: Peran, *, realised: bool) -> Besaran | None:
    """A percentage that is no target: the realisasi of the indicator, or its capaian."""
    if _OF_OTHER_TARGET.match(behind):
        return None
    against = bool(_OF_TARGET.match(behind))
    if against and realised:
        return Besaran(Peran.CAPAIAN)
    unsure = against or re.search(r"\b(?:tercapai|mencapai)\b\W*$", words, re.IGNORECASE)
    if re.match(r"\s*dari\s+(?:\w+\s+){0,2}?target\b", behind) and not against:
        return Besaran(Peran.CAPAIAN)
    if unsure and Peran.CAPAIAN not in told and not re.search(r"\b(?:te)?realisasi\w*\b", words, re.IGNORECASE):
        return Besaran(Peran.REALISASI, Peran.CAPAIAN)
    if against and Peran.CAPAIAN in told:
        return Besaran(Peran.REALISASI, Peran.CAPAIAN)
    return Besaran(Peran.CAPAIAN if Peran.CAPAIAN in told else role)
