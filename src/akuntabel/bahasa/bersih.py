"""Users' text made printable: what a document cannot show is mapped or named, and each such change is noted.

Text pasted from Word, a chat or a PDF brings control characters, symbol-font bullets, emoji and half characters.
No writer ever gets a character that its fonts lack.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

from akuntabel.bahasa.cakupan import covered_by_fonts
from akuntabel.bahasa.simbol import NAMES, PRIVATE_USE, SCRIPTS


class JenisGanti(StrEnum):
    """Why a character was changed."""

    KENDALI = "karakter kendali"
    RUSAK = "karakter rusak"
    SIMBOL = "simbol huruf Word"
    PADANAN = "bentuk lain dari huruf biasa"
    TAK_TERCETAK = "tidak ada pada huruf dokumen"


@dataclass(frozen=True, slots=True)
class Ganti:
    """One kind of replacement and how often it was made; an empty `menjadi` means that the character was dropped."""

    jenis: JenisGanti
    semula: str
    menjadi: str
    banyak: int = 1

    @property
    def pesan(self) -> str:
        """The change as it is told to the user."""
        codes = " ".join(f"U+{ord(c):04X}" for c in self.semula[:3]) + (" ..." if len(self.semula) > 3 else "")
        done = f"diganti '{self.menjadi}'" if self.menjadi else "dibuang"
        return f"{self.jenis.value} {codes} {done}, {self.banyak} kali"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The printable text with its replacements, in the order of their first appearance."""

    text: str
    notes: tuple[Ganti, ...] = ()


_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LEADING_TABS = re.compile(r"^\t+", re.MULTILINE)
# Soft hyphens, zero-width and direction marks, variation selectors, skin tones, tags: they show nothing themselves.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_PAIRS = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_FLAG_A = 0x1F1E6
_NEVER = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean_text(raw: str, covered: frozenset[int] | None = None) -> Cleaned:
    """The text with line ends and spaces made plain, in NFC, and nothing in it that `covered` lacks.

    `covered` holds the code points that can be shown (default: those of the committed fonts); ASCII always counts.
    Changes that no reader can see (kinds of space, zero-width marks, NFC) are not noted.
    """
    if raw.isascii() and raw.isprintable():
        return Cleaned(raw)
    allowed = _allowed(covered_by_fonts() if covered is None else covered)
    text, found = _settle(_plain(_join_pairs(raw)), allowed)
    return Cleaned(text, tuple(Ganti(g.jenis, g.semula, g.menjadi, n) for g, n in Counter(found).items()))


def _join_pairs(text: str) -> str:
    """Two halves of a UTF-16 pair, as some readers leave them, joined to the character that they mean."""
    return _PAIRS.sub(lambda m: m[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le"), text)


def _plain(text: str) -> str:
    """Line ends, spaces and tabs in one form each, ligatures of a PDF spelled out, nothing invisible."""
    text = _LIGATURES.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    return _INVISIBLE.sub("", _LEADING_TABS.sub(lambda m: "    " * len(m[0]), text).replace("\t", " "))


@lru_cache(maxsize=8)
def _allowed(covered: frozenset[int]) -> frozenset[str]:
    shown = {chr(c) for c in covered if c != 0xFFFD and unicodedata.category(chr(c)) not in _NEVER}
    return frozenset(shown | {chr(c) for c in range(0x20, 0x7F)} | {"\n"})


def _settle(text: str, allowed: frozenset[str]) -> tuple[str, list[Ganti]]:
    """Replace until nothing is left to replace: a dropped mark may let its neighbours compose anew."""
    text = unicodedata.normalize("NFC", text)
    bad = set(text) - allowed
    if not bad:
        return text, []
    notes: list[Ganti] = []

    def replacement(match: re.Match[str]) -> str:
        made = list(_replace_run(match[0], allowed))
        notes.extend(made)
        return "".join(g.menjadi for g in made)

    runs = re.compile(f"[{''.join(re.escape(c) for c in sorted(bad))}]+")
    text, more = _settle(runs.sub(replacement, text), allowed)
    return text, notes + more


def _replace_run(run: str, allowed: frozenset[str]) -> Iterator[Ganti]:
    for script, group in groupby(run, _script):
        part = "".join(group)
        if script == "bendera":
            letters = "".join(chr(ord("A") + ord(c) - _FLAG_A) for c in part)
            yield Ganti(JenisGanti.TAK_TERCETAK, part, f"[bendera {letters}]")
        elif script:
            yield Ganti(JenisGanti.TAK_TERCETAK, part, f"[teks beraksara {script}]")
        else:
            yield from (_replace_one(c, allowed) for c in part)


def _script(char: str) -> str:
    """The script whose letters are named as a whole, '' for any other character."""
    if _FLAG_A <= ord(char) < _FLAG_A + 26:
        return "bendera"
    if unicodedata.category(char)[0] not in "LM":
        return ""
    return SCRIPTS.get(unicodedata.name(char, "").split(" ")[0], "")


def _replace_one(char: str, allowed: frozenset[str]) -> Ganti:
    point, category = ord(char), unicodedata.category(char)
    code = f"[U+{point:04X}]"
    if category == "Cc":
        return Ganti(JenisGanti.KENDALI, char, "")
    if point == 0xFFFD or category in ("Cs", "Cn"):
        return Ganti(JenisGanti.RUSAK, char, "[?]" if point == 0xFFFD else code)
    if category == "Co":
        symbol = PRIVATE_USE.get(point, code)
        return Ganti(JenisGanti.SIMBOL, char, symbol if set(symbol) <= allowed else code)
    plain = unicodedata.normalize("NFKC", char)
    if plain != char and set(plain) <= allowed:
        return Ganti(JenisGanti.PADANAN, char, plain)
    if category in ("Mn", "Me"):
        return Ganti(JenisGanti.TAK_TERCETAK, char, "")
    return Ganti(JenisGanti.TAK_TERCETAK, char, f"[{NAMES[point]}]" if point in NAMES else code)
