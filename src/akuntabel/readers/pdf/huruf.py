"""The characters of a page, put together to words."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from akuntabel.readers.pdf.bentuk import HIASAN, TANPA_TANDA, Kata
from akuntabel.readers.pdf.bingkai import Bingkai

_BOLD = ("bold", "black", "heavy", "demi")
_FORCE_BOLD = 1 << 18
_BOLD_WEIGHT = 700
_INVISIBLE = 3
_FILL_AND_STROKE = 2
_HYPHEN = 2  # what pdfium reports for a hyphen at the end of a line
_ASKEW = 3.0  # degrees
_SPACE_AT_LEAST = 0.05  # of the size: a space character over less than this is an artefact of kerning
_GAP = 0.18  # of the size: a gap without a space character that parts words
_GLUED = 0.6  # the same behind a character of no width, which the writer put inside a word
_SHY = "\u00ad"
_UNKNOWN = 0xFFFD
# what may be the code of a glyph that the font does not translate (2 is pdfium's hyphen; 9 to 13 are spaces)
_CONTROLS = frozenset({0, 1, *range(3, 9), *range(14, 32)})


@dataclass(frozen=True, slots=True)
class Rupa:
    """How a run of characters is set. `arah` in quarters counterclockwise, None where askew.

    `tanda` is the marked content that it belongs to: TANPA_TANDA, or HIASAN where the file calls it an artifact.
    `diragukan`: its font does not say which character its first letter draws, so each one must be asked.
    """

    ukuran: float
    tebal: bool
    tersembunyi: bool
    arah: int | None
    tanda: int = TANPA_TANDA
    diragukan: bool = False


@dataclass(slots=True)
class Tulisan:
    """The words of a page by the turn of their letters, and counts of characters."""

    kata: dict[int, list[Kata]] = field(default_factory=dict)
    miring: list[str] = field(default_factory=list)
    huruf: int = 0
    tersembunyi: int = 0
    rusak: int = 0

    @property
    def arah(self) -> int | None:
        """The turn that most letters have; None without letters."""
        counts = Counter({turn: sum(len(w.teks) for w in words) for turn, words in self.kata.items()})
        return counts.most_common(1)[0][0] if counts else None


class Pembaca:
    """Reads the characters of one page. pdfium's handles live as long as the page."""

    def __init__(self, textpage: Any, frame: Bingkai, most: int) -> None:
        self._page, self._frame, self._most = textpage, frame, most
        self._looks: dict[int, Rupa] = {}
        self._fonts: dict[int, bool] = {}
        self._matrix = pdfium.FS_MATRIX()

    def read(self) -> Tulisan:
        """All words; each turn of the letters has words in coordinates in which they stand upright."""
        found = Tulisan()
        askew: dict[Rupa, list[str]] = {}
        builder: dict[int, _Words] = {}
        for code, box, x, y, look in self._characters():
            found.huruf += 1
            found.tersembunyi += look.tersembunyi
            found.rusak += code in (0, _UNKNOWN) or 0xE000 <= code <= 0xEFFF
            if look.arah is None:
                askew.setdefault(look, []).append(chr(code))
                continue
            words = builder.get(look.arah)
            if words is None:
                words = builder[look.arah] = _Words(self._frame.turned(look.arah))
            words.add(code, box, x, y, look)
        found.kata = {turn: words.close() for turn, words in builder.items()}
        found.miring = ["".join(chars) for chars in askew.values()]
        return found

    def _characters(self) -> Iterator[tuple[int, Any, float, float, Rupa]]:
        page, look_of = self._page, self._look
        rect, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        address = ctypes.c_void_p
        for k in range(min(pdfium.FPDFText_CountChars(page), self._most)):
            obj = pdfium.FPDFText_GetTextObject(page, k)
            if not obj:
                continue  # a space or line end that pdfium put in
            pdfium.FPDFText_GetLooseCharBox(page, k, rect)
            pdfium.FPDFText_GetCharOrigin(page, k, x, y)
            look = self._looks.get(ctypes.cast(obj, address).value or 0) or look_of(obj, k)
            code = pdfium.FPDFText_GetUnicode(page, k)
            if (look.diragukan or code in _CONTROLS) and pdfium.FPDFText_HasUnicodeMapError(page, k):
                code = _UNKNOWN
            yield code, rect, x.value, y.value, look

    def _look(self, obj: Any, k: int) -> Rupa:
        m = self._matrix
        pdfium.FPDFText_GetMatrix(self._page, k, m)
        turn = math.degrees(math.atan2(m.b, m.a))
        quarter = round(turn / 90)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(obj)
        size = abs(pdfium.FPDFText_GetFontSize(self._page, k)) * math.hypot(m.c, m.d)
        look = Rupa(
            size or 1.0,
            mode == _FILL_AND_STROKE or self._is_bold(obj),
            mode == _INVISIBLE,
            quarter % 4 if abs(turn - quarter * 90) <= _ASKEW else None,
            _mark(obj),
            pdfium.FPDFText_HasUnicodeMapError(self._page, k) == 1,
        )
        self._looks[ctypes.cast(obj, ctypes.c_void_p).value or 0] = look
        return look

    def _is_bold(self, obj: Any) -> bool:
        font = pdfium.FPDFTextObj_GetFont(obj)
        if not font:
            return False
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            name = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, name, 256)
            flags = pdfium.FPDFFont_GetFlags(font)
            heavy = pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT or (flags > 0 and bool(flags & _FORCE_BOLD))
            self._fonts[key] = heavy or any(b in name.value.decode("latin-1").lower() for b in _BOLD)
        return self._fonts[key]


def _mark(obj: Any) -> int:
    mark = int(pdfium.FPDFPageObj_GetMarkedContentID(obj))
    if mark >= 0:
        return mark
    name, size = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
    for n in range(max(0, pdfium.FPDFPageObj_CountMarks(obj))):
        pdfium.FPDFPageObjMark_GetName(pdfium.FPDFPageObj_GetMark(obj, n), name, 32, size)
        if bytes(name).decode("utf-16-le", "replace").startswith("Artifact"):
            return HIASAN
    return TANPA_TANDA


class _Words:
    """Puts characters of one turn together to words, in the order of the file."""

    def __init__(self, frame: Bingkai) -> None:
        self._frame = frame
        self._words: list[Kata] = []
        self._text: list[str] = []
        self._centres: list[float] = []
        self._left = self._right = self._base = self._size = 0.0
        self._bold = 0
        self._mark = TANPA_TANDA
        self._space = self._pending = self._glued = self._goes_on = False

    def add(self, code: int, box: Any, x: float, y: float, look: Rupa) -> None:
        left, right, base = self._span(box, x, y)
        char = _character(code)
        if char == " ":
            self._pending = True
            return
        if not char:
            self._glued = True
            return
        size = look.ukuran
        if self._text:
            gap = left - self._right
            level = abs(base - self._base) <= 0.12 * size and 0.8 < size / self._size < 1.25
            if level and self._is_doubled(char, left, right):
                self._bold = len(self._text)
                return
            least = _SPACE_AT_LEAST if self._pending else _GLUED if self._glued else _GAP
            if not level or look.tanda != self._mark or gap > least * size or gap < -0.6 * size:
                self._close_word()
        if not self._text:
            self._left, self._base, self._size, self._space = left, base, size, self._pending
            self._mark, self._goes_on = look.tanda, self._glued and not self._pending
        self._pending = self._glued = False
        for part in char:
            self._text.append(part)
            self._centres.append((left + right) / 2)
        self._bold += look.tebal
        self._right = max(self._right, right) if len(self._text) > 1 else right

    def _span(self, box: Any, x: float, y: float) -> tuple[float, float, float]:
        f = self._frame
        if f.arah == 0:
            return box.left - f.kiri, box.right - f.kiri, f.atas - y
        if f.arah == 1:
            return box.bottom - f.bawah, box.top - f.bawah, x - f.kiri
        if f.arah == 2:
            return f.kanan - box.right, f.kanan - box.left, y - f.bawah
        return f.atas - box.top, f.atas - box.bottom, f.kanan - x

    def _is_doubled(self, char: str, left: float, right: float) -> bool:
        """The same letter again almost in the same place: bold by printing twice."""
        centre = (left + right) / 2
        return self._text[-1] == char and abs(centre - self._centres[-1]) < 0.2 * max(right - left, 0.1)

    def _close_word(self) -> None:
        bold = 2 * self._bold > len(self._text)
        word = "".join(self._text)
        if _SHY in word[:-1]:
            kept = [n for n, c in enumerate(self._text) if c != _SHY or n == len(word) - 1]
            word, self._centres = "".join(word[n] for n in kept), [self._centres[n] for n in kept]
        word_at = (self._left, self._right, self._base, self._size)
        self._words.append(
            Kata(word, *word_at, bold, self._space, tuple(self._centres), tanda=self._mark, lanjut=self._goes_on)
        )
        self._text, self._centres, self._bold, self._right = [], [], 0, 0.0

    def close(self) -> list[Kata]:
        if self._text:
            self._close_word()
        return self._words


def _character(code: int) -> str:
    """The text of a character: a space for every kind of space, nothing for what shows nothing."""
    if 0x20 < code < 0x7F:
        return chr(code)
    if code == _HYPHEN:
        return "-"
    if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    char = chr(code)
    category = unicodedata.category(char)
    if code <= 0x20 or category == "Zs":
        return " "
    if char != _SHY and category in ("Cf", "Cc", "Zl", "Zp"):
        return ""
    return unicodedata.normalize("NFKC", char) if 0xFB00 <= code <= 0xFB06 else char
