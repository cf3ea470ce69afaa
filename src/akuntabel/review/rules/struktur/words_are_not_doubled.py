"""No word or name stands twice in a row: "di di", "Kota Bekasi Kota Bekasi"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.pola import clean
from akuntabel.facts.struktur import PeranAlinea
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_FUNCTION = (
    "di|ke|dari|dan|yang|pada|untuk|dengan|dalam|oleh|adalah|atau|serta|sebagai|akan|telah|sudah|tidak|bahwa|kepada|ini|itu|tersebut"
    "|terhadap|dapat|juga|karena|agar|bagi|antara|secara|merupakan|tahun|sebesar|berdasarkan|kinerja|dinas"
)
_WORD = re.compile(rf"\b({_FUNCTION}) \1\b(?!-)", re.IGNORECASE)
_PHRASE = re.compile(r"\b((?:[A-Za-z]{2,}[ ]){1,4}[A-Za-z]{2,}) \1\b(?!-)")
_FEWEST = 6  # words of a sentence; boxes of a chart stand side by side in one line


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for fact in fakta.struktur.alinea:
        if fact.peran is PeranAlinea.ENTRI:
            continue
        text = clean(fact.teks)
        twice = (_PHRASE.search(text) or _WORD.search(text)) if _is_sentence(text) else None
        if twice is None:
            yield LOLOS
            continue
        yield Masalah(
            proof(fact),
            f"'{twice[1]}' tertulis dua kali berturut-turut",
            Keyakinan.PASTI,
            tertulis=twice[0],
            seharusnya=twice[1],
            sebab=f"kata berulang: {twice[1].lower()}",
        )


def _is_sentence(text: str) -> bool:
    words = text.split()
    return len(words) >= _FEWEST and any(w.isalpha() and w.islower() for w in words)


ATURAN = Aturan(
    kode="STR-19",
    judul="Kata atau nama tidak tertulis dua kali berturut-turut",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antarkata",
    penjelasan=(
        "Kata tugas yang berulang (di di, yang yang) dan nama yang berulang (Kota X Kota X) adalah salah ketik. Kata "
        "ulang seperti rata-rata tidak dihitung, juga bila tanda hubungnya tidak tertulis."
    ),
    bila_kosong="tidak ada alinea",
    run=_run,
)
