"""The copy for citizens: which figures it withholds, because a respondent could be recognised by them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from akuntabel.calculation.jawaban_skm import TANPA_LAYANAN, rekap_periode
from akuntabel.domain.figure import FigureId
from akuntabel.domain.skm import SkmPeriode
from akuntabel.reports.bahan import Bahan

PROFIL = ("skm_profil", "bagian_responden")


def public_copy(bahan: Bahan) -> Bahan:
    """The material of a document for citizens: numbers of persons masked, figures of small survey groups withheld."""
    groups = {f"{periode.kode}:{layanan}" for periode in bahan.paket.skm_periode for layanan in _hidden(bahan, periode)}
    of_services = {i for i in bahan.figures if i.besaran not in PROFIL and _group(i) in groups}
    return replace(bahan, internal=False, withheld=frozenset(of_services | _hidden_profile(bahan)))


def _hidden_profile(bahan: Bahan) -> set[FigureId]:
    """Figures of groups of respondents by sex, age and so on that are small, or that the others give away."""
    whole = {i.kode: f.number for i, f in bahan.figures.items() if i.besaran == "skm_lembar"}
    found: dict[str, dict[str, int | None]] = {}
    for fid, figure in bahan.figures.items():
        if fid.besaran == PROFIL[0] and figure.number is not None:
            family, _, group = fid.kode.rpartition(":")
            found.setdefault(family, {})[group] = int(figure.number)
    fewest = bahan.regulations.ambang("skm.responden_publik")
    hidden: set[str] = set()
    for family, sizes in found.items():
        total = whole.get(family.partition(":")[0])
        hidden |= {f"{family}:{g}" for g in small_groups(sizes, None if total is None else int(total), fewest)}
    return {i for i in bahan.figures if i.besaran in PROFIL and i.kode in hidden}


def _group(fid: FigureId) -> str:
    """'2025-tw4:AK1' of every figure of that service in that period, also of a single unsur."""
    return ":".join(fid.kode.split(":")[:2])


def _hidden(bahan: Bahan, periode: SkmPeriode) -> frozenset[str]:
    """The services of a period whose answers are few or uncounted; sheets that name no service count as one."""
    rekap = rekap_periode(bahan.paket, periode.kode)
    rows = [r for r in rekap.semua if r.layanan]
    given: dict[str, list[int]] = {r.layanan: [] for r in rows if r.layanan}
    for row in rows:
        if row.layanan and row.responden is not None:
            given[row.layanan].append(row.responden)
    answers = {layanan: min(counts, default=None) for layanan, counts in given.items()}
    if rows and TANPA_LAYANAN in rekap.isi:
        answers[TANPA_LAYANAN] = rekap.isi[TANPA_LAYANAN].berisi
    whole = rekap.isi.get(None)
    total = whole.berisi if periode.responden is None and whole is not None else periode.responden
    return small_groups(answers, total, bahan.regulations.ambang("skm.responden_publik"))


def small_groups(answers: Mapping[str, int | None], total: int | None, fewest: Decimal) -> frozenset[str]:
    """The groups to withhold, given how many answers each has (None: nobody knows, which is not safe).

    Where those withheld together are still few, the next larger group goes too: otherwise the total less what is
    shown would give them away.
    """
    shown = sorted(((n, group) for group, n in answers.items() if n is not None and n >= fewest), reverse=True)
    while total is not None and len(shown) < len(answers) and shown:
        rest = total - sum(n for n, _ in shown)
        if rest >= fewest:
            break
        shown.pop()
    return frozenset(answers) - {group for _, group in shown}
