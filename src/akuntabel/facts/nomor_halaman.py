"""The page numbers that a PDF prints, against its real pages."""

from __future__ import annotations

import re
from collections import Counter

from akuntabel.doctree.naskah import Alinea, LetakBlok, Naskah

_PRINTED = re.compile(r"(?:^|[\s|–-])(\d{1,3})\s*[-–|]?\s*$")
_LEADING = re.compile(r"^[-–|]?\s*(\d{1,3})(?:\s|$|\|)")
_FEWEST = 4  # pages with a printed number that fit one offset


def read_page_offset(naskah: Naskah) -> int | None:
    """Real page minus printed page, where most pages with a number agree; None elsewhere."""
    offsets: Counter[int] = Counter()
    for block in naskah.blok:
        if not isinstance(block, Alinea) or block.letak not in (LetakBlok.KEPALA_HALAMAN, LetakBlok.KAKI_HALAMAN):
            continue
        match = _PRINTED.search(block.teks) or _LEADING.match(block.teks)
        if match and block.tempat.halaman:
            offsets[block.tempat.halaman - int(match[1])] += 1
    if not offsets:
        return None
    offset, count = offsets.most_common(1)[0]
    return offset if count >= _FEWEST and 2 * count > offsets.total() else None
