"""The large example: forty agencies of an invented city, five years, 8,000 indicators.

It is made for measuring and for trying a whole government, not for reading. 8,000 are distinct indicators: 200 of each
agency, two of its tujuan, twelve of its sasaran, the others of programmes, kegiatan and subkegiatan. They stand in
every package of the plan's five years with the same codes, as indicators of a plan do, so that the packages hold
40,000 rows of indicators together. Everything is drawn from the seed: two calls write the same bytes.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from akuntabel.domain.paket import Paket
from akuntabel.errors import BerkasError
from akuntabel.paket.tulis_folder import write_folder
from akuntabel.pipelines.contoh_besar.bahan import Undian, dinas_list
from akuntabel.pipelines.contoh_besar.rencana import TAHUN_AKHIR, make_rencana
from akuntabel.pipelines.contoh_besar.tahun import Tahunan, make_paket

INSTANSI, TAHUN, INDIKATOR, BENIH = 40, 5, 200, 2025


def large_packages(
    instansi: int = INSTANSI, tahun: int = TAHUN, indikator: int = INDIKATOR, benih: int = BENIH
) -> Iterator[tuple[str, Paket]]:
    """The packages with the names of their folders, one at a time: the first agencies, the last years of the plan.

    `indikator` is the number of each agency. Raises ValueError where a plan has no place for so many.
    """
    undian = Undian(benih)
    for dinas in dinas_list()[:instansi]:
        rencana = make_rencana(dinas, indikator)
        for year in range(TAHUN_AKHIR - tahun + 1, TAHUN_AKHIR + 1):
            yield f"{dinas.kode.lower()}-{year}", make_paket(Tahunan(undian, dinas, rencana, year))


def write_large(target: Path, packages: Iterator[tuple[str, Paket]], done: Callable[[str], None]) -> int:
    """Write packages into a new folder, beside it first, then renamed; `done` hears each name. Gives how many.

    Raises BerkasError when the target exists or cannot be written.
    """
    if target.exists():
        raise BerkasError(str(target), "sudah ada", "tulis nama folder lain supaya isinya tidak hilang")
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".tulis", dir=target.parent))
    try:
        count = 0
        for name, paket in packages:
            write_folder(paket, beside / name)
            count += 1
            done(name)
        beside.chmod(0o755)
        beside.rename(target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return count
