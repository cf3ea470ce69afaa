"""Cited regulations against the list of regulations: the same number, year and title."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from akuntabel.facts.sitiran import Sitiran
from akuntabel.findings import Keyakinan
from akuntabel.regulations import Regulations
from akuntabel.regulations.dasar import Kepastian, Regulasi

_SMALL = {"dan", "dari", "atas", "serta", "yang", "di", "pada", "tentang", "terhadap", "untuk", "dengan"}
_LEAST_INITIALS = 3
_ALIKE = {"review": "reviu", "revieu": "reviu", "evaluasi": "evaluasi", "kkn": "korupsi"}


def find_cited(citation: Sitiran, regulations: Regulations) -> Regulasi | None:
    """The regulation of the list that a citation names by kind, number and year."""
    if citation.tahun is None:
        return None
    return regulations.find_regulasi(citation.jenis, citation.nomor, citation.tahun)


def find_by_title(citation: Sitiran, regulations: Regulations) -> Regulasi | None:
    """The one regulation of that kind with exactly this title, where only number or only year differ."""
    wanted = _words(citation.judul)
    same = [r for r in regulations.regulasi if r.jenis.kode == citation.jenis and _words(r.judul) == wanted]
    near = [r for r in same if (r.nomor == citation.nomor) != (r.tahun == citation.tahun)]
    return near[0] if len(same) == len(near) == 1 and len(wanted) > 2 else None


def certainty(regulasi: Regulasi) -> Keyakinan:
    """A fact of a regulation that nobody checked against its text accuses nobody for certain."""
    return Keyakinan.PASTI if regulasi.kepastian is Kepastian.TERVERIFIKASI else Keyakinan.MUNGKIN


def _words(title: str) -> list[str]:
    found = re.findall(r"[a-z]+", title.lower())
    return [_ALIKE.get(w, w) for w in found if w not in _SMALL]


def title_fault(known: str, cited: str, regulations: Regulations) -> str:
    """What differs, in Indonesian; empty where the cited words are the title, a part of it, or misspelt."""
    wanted = _words(known)
    told = [w for word in _words(cited) for w in _spelt_out(word, wanted)][: len(wanted) + 4]
    if not told:
        return ""
    blocks = SequenceMatcher(None, wanted, told, autojunk=False).get_opcodes()
    equal = sum(i2 - i1 for tag, i1, i2, _, _ in blocks if tag == "equal")
    if equal < regulations.ambang("reviu.judul_lain") * min(len(wanted), len(told)):
        return "judulnya lain sama sekali"
    last = max((i2 for tag, _, i2, _, _ in blocks if tag == "equal"), default=0)
    typo = float(regulations.ambang("reviu.salah_ketik"))
    changed = [b for b in blocks if b[0] != "equal" and b[1] < last]
    faults = (_fault(wanted[i1:i2], told[j1:j2], typo) for _, i1, i2, j1, j2 in changed)
    return next((f for f in faults if f), "")


def _spelt_out(word: str, wanted: list[str]) -> list[str]:
    """The words of the title that an abbreviation stands for by their initials ("SAKIP"); else the word itself."""
    size = len(word)
    runs = (wanted[n : n + size] for n in range(len(wanted) - size + 1)) if size >= _LEAST_INITIALS else ()
    return next((run for run in runs if "".join(w[0] for w in run) == word), [word])


def _fault(wanted: list[str], told: list[str], typo: float) -> str:
    if len(wanted) == len(told) and all(_misspelt(a, b, typo) for a, b in zip(wanted, told, strict=True)):
        return ""
    if not wanted:
        return f"kata '{' '.join(told)}' tidak ada pada judulnya"
    if not told:
        return f"kata '{' '.join(wanted)}' hilang dari judulnya"
    return f"tertulis '{' '.join(told)}', pada judulnya '{' '.join(wanted)}'"


def _misspelt(first: str, second: str, typo: float) -> bool:
    longer = first.startswith(second) or second.startswith(first)
    return first == second or (not longer and fuzz.ratio(first, second) >= typo)
