"""Windows, days off and extensions: may an entry be written on a day, and if not, what stands in the way."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from akuntabel.bahasa.tanggal import format_tanggal
from akuntabel.domain.pilihan import Periode
from akuntabel_web.instansi.models import Instansi
from akuntabel_web.ukur.models import HariLibur, Jendela, Perpanjangan

PERIODE = tuple(p.value for p in (Periode.TW1, Periode.TW2, Periode.TW3, Periode.TW4, Periode.TAHUN))
JUDUL_PERIODE = dict(zip(PERIODE, ("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV", "Setahun"), strict=True))
_SATURDAY = 5
_DAY = timedelta(days=1)


@cache
def national() -> dict[date, str]:
    """National days off and joint leave, as libur.toml states them with its source."""
    data = tomllib.loads(files(__package__).joinpath("libur.toml").read_text(encoding="utf-8"))
    return {day["tanggal"]: day["nama"] for year in data["tahun"] for day in year["hari"]}


def working_day(hari: date, libur: Collection[date]) -> date:
    """The day itself, or the next one that is neither Saturday, Sunday nor a day off."""
    while hari.weekday() >= _SATURDAY or hari in libur:
        hari += _DAY
    return hari


@dataclass(frozen=True, slots=True)
class Batas:
    """The window of a period for a unit: None where nobody set one. `tutup` is the last working day that counts."""

    periode: str
    buka: date | None = None
    tutup: date | None = None
    diperpanjang: date | None = None

    @property
    def terakhir(self) -> date | None:
        """The last day on which entries are taken."""
        return max(filter(None, (self.tutup, self.diperpanjang)), default=None)

    def obstacle(self, hari: date) -> str | None:
        """Why nothing may be entered on a day, None where it may."""
        if self.buka is None or self.tutup is None:
            return None
        if hari < self.buka and (self.diperpanjang is None or hari > self.diperpanjang):
            return f"Pengisian {JUDUL_PERIODE[self.periode]} baru dibuka {format_tanggal(self.buka)}."
        if self.terakhir and hari > self.terakhir:
            when = format_tanggal(self.terakhir)
            return f"Pengisian {JUDUL_PERIODE[self.periode]} sudah ditutup {when}; mintalah perpanjangan."
        return None


class Jadwal:
    """The windows of an agency and year, read once for any number of units and periods."""

    def __init__(self, instansi: Instansi, tahun: int) -> None:
        own = HariLibur.objects.filter(instansi=instansi).values_list("tanggal", flat=True)
        days_off = national().keys() | set(own)
        windows = Jendela.objects.filter(instansi=instansi, tahun_paket=tahun)
        self._windows = {w.periode: (w.buka, working_day(w.tutup, days_off)) for w in windows}
        more = Perpanjangan.objects.filter(instansi=instansi, tahun_paket=tahun)
        self._more = [(p.periode, p.unit, working_day(p.sampai, days_off)) for p in more]

    def of(self, periode: str, unit: str | None) -> Batas:
        """The window of a period for a unit: an extension of the whole agency or of that unit counts."""
        buka, tutup = self._windows.get(periode, (None, None))
        longer = [until for p, u, until in self._more if p == periode and u in {"", unit}]
        return Batas(periode, buka, tutup, max(longer, default=None))
