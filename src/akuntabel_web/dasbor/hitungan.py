"""The figures of an agency and year: computed once for each state of the data, kept in files, never per request.

What the dashboard shows and all figures are kept apart: the second may be a hundred times as large.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from akuntabel.domain.figure import FigureSet
from akuntabel.errors import AkuntabelError
from akuntabel_web.dasbor.anak import BESARAN, DASBOR, GALAT, compute_limited
from akuntabel_web.dasbor.simpanan import Simpanan, Terbaca
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.paket.keadaan import file_of, keep, read_file, state_of
from akuntabel_web.paket.petakan import read_paket


@dataclass(frozen=True)
class Hitungan:
    """What was computed of one state of the data: texts and charts of the dashboard, figures by their names.

    `galat` says why nothing could be computed; it is empty where there are figures.
    """

    keadaan: str
    isi: dict[str, Any]
    besaran: Mapping[str, dict[str, Any]]

    @property
    def galat(self) -> str:
        """Why there are no figures."""
        return self.isi.get("galat", "")

    @property
    def figures(self) -> FigureSet:
        """The figures as the library computed them."""
        return FigureSet(Terbaca(self.besaran))


def hitungan(instansi: Instansi, tahun: int) -> Hitungan:
    """All figures of the data as they stand; one query where they were computed before."""
    return _kept(instansi, tahun, BESARAN)


def ringkasan(instansi: Instansi, tahun: int) -> Hitungan:
    """What the dashboard shows; `besaran` holds the figures on it alone, printed and without their origin."""
    return _kept(instansi, tahun, DASBOR)


def _kept(instansi: Instansi, tahun: int, bagian: str) -> Hitungan:
    state = state_of(instansi, tahun)
    path = file_of(instansi, tahun, bagian, state)
    try:
        return _READ[bagian](bagian, state, path)
    except FileNotFoundError:
        pass
    try:
        return _made(bagian, state, keep(path, lambda: _compute(instansi, tahun, bagian)))
    except AkuntabelError as error:  # beyond its limits: told, and tried again by the next who asks
        return Hitungan(state, {"galat": str(error)}, {})


def _compute(instansi: Instansi, tahun: int, bagian: str) -> bytes:
    paket = replace(read_paket(instansi, tahun), berkas=(), narasi=())
    return compute_limited(bagian, f"paket-{tahun}.xlsx", paket)


def _read(bagian: str, state: str, path: Path) -> Hitungan:
    return _made(bagian, state, read_file(path))


def _made(bagian: str, state: str, kept: bytes) -> Hitungan:
    if bagian == BESARAN and not kept.startswith(GALAT):
        return Hitungan(state, {}, Simpanan(kept))
    isi = json.loads(kept)
    return Hitungan(state, isi, isi.get("besaran", {}))


# Dashboards are small and many people look at them; all figures of an agency are tens of megabytes.
_READ = {DASBOR: lru_cache(maxsize=64)(_read), BESARAN: lru_cache(maxsize=4)(_read)}
