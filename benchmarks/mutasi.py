"""Values of our own reports changed one at a time, where the report itself contradicts the change: what is found.

No peer: the share that is found, by kind of value and place. The unchanged reports are the control.
"""

import random
import sys
from collections import Counter
from pathlib import Path

from _ukur import EXAMPLE, OTHERS, ROOT

sys.path.insert(0, str(ROOT / "alat"))

import mutasi

from akuntabel.pipelines.hitungan import compute_paket

COUNT, SEED = 200, 2025


def judged(package: Path, count: int) -> list[mutasi.Mutan]:
    laporan = mutasi.report(compute_paket(package).bahan)
    chance = random.Random(SEED)
    places = mutasi.sample(mutasi.bound(laporan), count, SEED)
    return [mutasi.mutant(laporan, place, chance) for place in places]


def main() -> int:
    packages = (EXAMPLE, *OTHERS)
    made = [m for package in packages for m in judged(package, COUNT // len(packages) + 1)]
    total = Counter(m.tempat.jenis for m in made)
    found = Counter(m.tempat.jenis for m in made if m.ditemukan)
    for kind in sorted(total):
        print(f"{kind:<40}{found[kind]:4} dari {total[kind]:3}")
    print(f"{'seluruhnya':<40}{sum(found.values()):4} dari {len(made):3}   {sum(found.values()) / len(made):.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
