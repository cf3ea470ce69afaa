"""The direction of an indicator for rules, and what the document declares for it."""

from __future__ import annotations

from akuntabel.facts.arah import ArahBaik, ArahIndikator, DasarArah, direction_of
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.rumus_tertulis import BentukRumus, RumusTertulis
from akuntabel.facts.subjek import bare_name, mentions
from akuntabel.review.rumus_capaian import TURUN

_REASONS = {
    DasarArah.DINYATAKAN: "dinyatakan laporan",
    DasarArah.TARGET: "targetnya {} dari tahun ke tahun",
    DasarArah.SASARAN: "sasarannya menyebut penurunan",
    DasarArah.NAMA: "menurut namanya",
    DasarArah.BIASA: "tidak ada kata yang membaliknya",
}


def direction(fakta: Fakta, name: str, goal: str = "") -> ArahIndikator:
    """The direction of an indicator: as the document's targets tell, else by its words.

    A longer text (a caption, a sentence) takes the direction of the one indicator that it names.
    """
    bare = bare_name(name)
    if bare in fakta.arah:
        return fakta.arah[bare]
    named = {d for n, d in fakta.arah.items() if len(n) > 5 and mentions(name, n)}
    return named.pop() if len(named) == 1 else direction_of(name, goal)


def reason(found: ArahIndikator) -> str:
    """Why the direction is thought to be so, in words."""
    return _REASONS[found.dasar].format("naik" if found.arah is ArahBaik.NAIK else "turun")


def declared(fakta: Fakta, *shapes: BentukRumus) -> RumusTertulis | None:
    """The first formula of these shapes that the document declares."""
    return next((r for r in fakta.rumus if r.bentuk in shapes), None)


def falling_formula(fakta: Fakta) -> BentukRumus:
    """The formula for indicators of which less is better: the declared one, else the usual one."""
    found = declared(fakta, *TURUN)
    return found.bentuk if found else BentukRumus.TURUN_DUA_TARGET


def declares_tolerance(fakta: Fakta) -> bool:
    """Whether the document says that inside a tolerance a capaian is full."""
    return any("toleransi" in s.kecil and "100" in s.teks for s in fakta.kalimat)
