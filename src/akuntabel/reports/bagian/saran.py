"""Remarks on answer sheets, by the unsur that their words tell, quoted without anybody's name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from akuntabel.bahasa.samaran import samarkan
from akuntabel.calculation.skm_sebaran import sheets
from akuntabel.doctree.nodes import Block, ListKind, Paragraph, Text
from akuntabel.regulations.entri import UnsurSkm
from akuntabel.reports.bagian.responden import PENGELOLA
from akuntabel.reports.bagian.survei import Survei
from akuntabel.reports.bahan import Bahan, kurang, paragraf
from akuntabel.reports.butir import butir

LAINNYA = "Lainnya"


def remarks_blocks(survei: Survei) -> list[Block]:
    """The remarks of the period by unsur, in the official order; of no unsur last."""
    rows = sheets(survei.bahan.paket, survei.periode)
    if not rows:
        return [kurang(f"Saran dan masukan responden survei {survei.waktu} (tabel skm_responden).", PENGELOLA)]
    texts = list(dict.fromkeys(masked(survei.bahan, r.saran) for r in rows if r.saran and r.saran.strip()))
    if not texts:
        return [paragraf("Tidak ada saran yang tercatat pada lembar jawaban survei {waktu}.", waktu=survei.waktu)]
    guide = survei.bahan.regulations.pedoman_skm(survei.periode.tahun).unsur
    made: list[Block] = [
        paragraf(
            "Saran responden dikutip menurut bunyinya dan dikelompokkan menurut unsur yang kata-katanya disebut; nama "
            "dan kontak disamarkan."
        )
    ]
    told = [(unsur_of(t, guide), t) for t in texts]
    for kode, name in (*((u.kode, u.nama) for u in guide), (None, LAINNYA)):
        own = [t for k, t in told if k == kode]
        if own:
            made.append(Paragraph((Text(f"{name}:", bold=True),), keep_with_next=True))
            made.append(butir(ListKind.BUTIR, ((Text(f"“{t}”"),) for t in own)))
    return made


def unsur_of(text: str, guide: Iterable[UnsurSkm]) -> str | None:
    """The unsur whose word stands first in a remark; None where it holds no word of any."""
    folded = text.casefold()
    places = [(m.start(), u.kode) for u in guide for w in u.kata if (m := re.search(rf"\b{re.escape(w)}\b", folded))]
    return min(places)[1] if places else None


def masked(bahan: Bahan, text: str) -> str:
    """A remark without names, those of the package's officials among them, and without contacts."""
    return samarkan(text.strip().rstrip("."), (p.nama for p in bahan.paket.pejabat))
