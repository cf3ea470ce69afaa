"""The copy for citizens: which figures it withholds, because a respondent could be recognised by them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from akuntabel.calculation.jawaban_skm import TANPA_LAYANAN, rekap_periode
from akuntabel.calculation.skm_sebaran import KOSONG
from akuntabel.domain.figure import FigureId, slug
from akuntabel.domain.skm import SkmPeriode
from akuntabel.reports.bahan import Bahan

PROFIL = ("skm_profil", "bagian_responden")


def public_copy(bahan: Bahan) -> Bahan:
    """The material of a document for citizens: numbers of persons masked, figures of small survey groups withheld."""
    sizes = _profile_sizes(bahan)
    by_period = {p.kode: _hidden(bahan, p) | _hidden_by_sheets(bahan, p, sizes) for p in bahan.paket.skm_periode}
    groups = {f"{periode}:{layanan}" for periode, hidden in by_period.items() for layanan in hidden}
    of_services = {i for i in bahan.figures if i.besaran not in PROFIL and _group(i) in groups}
    told = {
        f"{periode}:layanan:{slug(layanan) if layanan else KOSONG}"
        for periode, hidden in by_period.items()
        for layanan in hidden
    }
    for family, own in sizes.items():
        if not family.endswith(":layanan"):
            told |= {f"{family}:{g}" for g in _small_traits(bahan, own)}
    profile = {i for i in bahan.figures if i.besaran in PROFIL and i.kode in told}
    return replace(bahan, internal=False, withheld=frozenset(of_services | profile))


def _profile_sizes(bahan: Bahan) -> dict[str, dict[str, int]]:
    """How many sheets each group of respondents has, by period and trait: '2025-tw4:usia' -> group -> sheets."""
    found: dict[str, dict[str, int]] = {}
    for fid, figure in bahan.figures.items():
        if fid.besaran == PROFIL[0] and figure.number is not None:
            family, _, group = fid.kode.rpartition(":")
            found.setdefault(family, {})[group] = int(figure.number)
    return found


def _small_traits(bahan: Bahan, sizes: Mapping[str, int]) -> frozenset[str]:
    """Groups by sex, age and so on that are small, or that the others give away. Who told nothing is in none."""
    told = {group: n for group, n in sizes.items() if group != KOSONG}
    return small_groups(told, sum(told.values()), bahan.regulations.ambang("skm.responden_publik"))


def _hidden_by_sheets(bahan: Bahan, periode: SkmPeriode, sizes: Mapping[str, Mapping[str, int]]) -> frozenset[str]:
    """The services of a period that few sheets name: what the table of respondents hides, no other table shows."""
    own = sizes.get(f"{periode.kode}:layanan", {})
    small = small_groups(own, sum(own.values()), bahan.regulations.ambang("skm.responden_publik"))
    named = {s.kode for s in bahan.paket.skm_layanan} | {r.layanan for r in bahan.paket.skm_responden if r.layanan}
    found = {layanan for layanan in named if slug(layanan) in small}
    return frozenset(found | ({TANPA_LAYANAN} if KOSONG in small else set()))


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
