"""The runs of a paragraph: text as it is printed, with everything that hangs on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from akuntabel.readers.docx import gambar
from akuntabel.readers.docx.bilangan import format_number
from akuntabel.readers.docx.huruf import raised, symbol, symbols
from akuntabel.readers.docx.isi import Isi, JenisLampiran, Lampiran
from akuntabel.readers.docx.konteks import Konteks
from akuntabel.readers.docx.nama import (
    ALTERNATE,
    R_PR,
    RUN,
    TRANSPARENT,
    VAL,
    Element,
    M,
    W,
    chosen,
    is_on,
)
from akuntabel.readers.docx.ruas import field_kind
from akuntabel.readers.docx.rumus import linear

_FIELD = f"{W}fldSimple"
_MATH = frozenset((f"{M}oMath", f"{M}oMathPara"))
_TEXT, _TAB, _BREAK = f"{W}t", f"{W}tab", f"{W}br"
_BOLD, _HIDDEN, _STYLE, _RAISED, _FONTS = (f"{W}{name}" for name in ("b", "vanish", "rStyle", "vertAlign", "rFonts"))
_SIGNS = {_TAB: "\t", f"{W}ptab": "\t", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class _Rupa:
    """How a run looks, as far as it changes what is read."""

    tebal: bool
    sembunyi: bool
    naik: bool = False
    huruf: str = ""


_PLAIN = {(bold, hidden): _Rupa(bold, hidden) for bold in (False, True) for hidden in (False, True)}


def read_inline(parent: Element, isi: Isi, konteks: Konteks) -> None:
    """Add what the children of a paragraph (or of a container inside it) print."""
    for child in parent:
        tag = child.tag
        if tag == RUN:
            _content(child, _plain(konteks), isi, konteks)
        elif tag in TRANSPARENT:
            read_inline(child, isi, konteks)
        elif tag in _MATH:
            _add(isi, konteks, linear(child), _plain(konteks))
        elif tag == ALTERNATE and (branch := chosen(child)) is not None:
            read_inline(branch, isi, konteks)
        elif tag == _FIELD and konteks.ruas.shows(field_kind(child.get(f"{W}instr", ""))):
            read_inline(child, isi, konteks)


def _plain(konteks: Konteks) -> _Rupa:
    """How a run looks that says nothing itself."""
    style = konteks.gaya_alinea
    return _PLAIN[style.tebal or konteks.gaya.baku_tebal, style.sembunyi]


def _content(run: Element, look: _Rupa, isi: Isi, konteks: Konteks) -> None:
    """The children of a run; its properties come first."""
    for child in run:
        tag = child.tag
        if tag == _TEXT:
            _add(isi, konteks, child.text or "", look)
        elif tag == R_PR:
            look = _look(child, konteks)
        elif tag in _SIGNS:
            _add(isi, konteks, _SIGNS[tag], look)
        elif tag in _RARE:
            _RARE[tag](child, look, isi, konteks)


def _look(properties: Element, konteks: Konteks) -> _Rupa:
    """Bold and hidden are toggles: set in the paragraph's and in the character's style they cancel out."""
    bold = hidden = None
    high, font = False, ""
    style = konteks.gaya_alinea
    base_bold, base_hidden = style.tebal, style.sembunyi
    for one in properties:
        tag = one.tag
        if tag == _BOLD:
            bold = is_on(one)
        elif tag == _HIDDEN:
            hidden = is_on(one)
        elif tag == _RAISED:
            high = one.get(VAL) == "superscript"
        elif tag == _FONTS:
            font = one.get(f"{W}ascii") or one.get(f"{W}hAnsi") or ""
        elif tag == _STYLE:
            own = konteks.gaya.character(one.get(VAL, ""))
            base_bold, base_hidden = base_bold != own.tebal, base_hidden != own.sembunyi
    shown_bold = base_bold or konteks.gaya.baku_tebal if bold is None else bold
    return _Rupa(shown_bold, base_hidden if hidden is None else hidden, high, font)


def _add(isi: Isi, konteks: Konteks, text: str, look: _Rupa) -> None:
    if not text or not konteks.ruas.terlihat:
        return
    if look.sembunyi:
        konteks.tersembunyi += len(text.strip())
        return
    if not text.isascii():
        text = symbols(text, look.huruf)
    isi.add(raised(text) if look.naik else text, look.tebal, konteks.halaman)


# --- what runs hold beside text ---


def _break(child: Element, look: _Rupa, isi: Isi, konteks: Konteks) -> None:
    if child.get(f"{W}type") not in ("page", "column"):
        _add(isi, konteks, "\n", look)
    elif isi.ada:
        _add(isi, konteks, " ", look)


def _rendered_page(_child: Element, _look_: _Rupa, _isi: Isi, konteks: Konteks) -> None:
    if konteks.halaman is not None:
        konteks.halaman += 1


def _symbol(child: Element, look: _Rupa, isi: Isi, konteks: Konteks) -> None:
    code = child.get(f"{W}char", "")
    font = child.get(f"{W}font", "")
    try:
        _add(isi, konteks, symbol(font, int(code[:6], 16)), look)
    except ValueError:
        konteks.bersih.diganti += 1


def _field_character(child: Element, _look_: _Rupa, _isi: Isi, konteks: Konteks) -> None:
    konteks.ruas.character(child.get(f"{W}fldCharType", ""))


def _instruction(child: Element, _look_: _Rupa, _isi: Isi, konteks: Konteks) -> None:
    konteks.ruas.instruction(child.text or "")


def _drawing(child: Element, look: _Rupa, isi: Isi, konteks: Konteks) -> None:
    if look.sembunyi or not konteks.ruas.terlihat:
        return
    for one in gambar.attachments(child, konteks.bagan):
        isi.attach(one)


def _alternate(child: Element, look: _Rupa, isi: Isi, konteks: Konteks) -> None:
    branch = chosen(child)
    if branch is not None:
        _content(branch, look, isi, konteks)


def _ruby(child: Element, _look_: _Rupa, isi: Isi, konteks: Konteks) -> None:
    base = child.find(f"{W}rubyBase")
    if base is not None:
        read_inline(base, isi, konteks)


def _footnote(child: Element, look: _Rupa, isi: Isi, konteks: Konteks) -> None:
    _reference(child, JenisLampiran.CATATAN_KAKI, isi, konteks, look)


def _endnote(child: Element, look: _Rupa, isi: Isi, konteks: Konteks) -> None:
    _reference(child, JenisLampiran.CATATAN_AKHIR, isi, konteks, look)


def _reference(child: Element, kind: JenisLampiran, isi: Isi, konteks: Konteks, look: _Rupa) -> None:
    """The mark of a note; a note that is referred to inside a note, or again, is not read again."""
    ident = child.get(f"{W}id", "")
    notes = konteks.catatan_kaki if kind is JenisLampiran.CATATAN_KAKI else konteks.catatan_akhir
    if ident not in notes or konteks.tanda or not konteks.ruas.terlihat:
        return
    number = konteks.note_number(kind, ident)
    if not number:
        return
    own = child.get(f"{W}customMarkFollows") in ("1", "true", "on")
    mark = "" if own else _mark(kind, number)
    _add(isi, konteks, mark, _Rupa(look.tebal, look.sembunyi))
    isi.attach(Lampiran(kind, notes[ident], mark or "*"))


def _mark(kind: JenisLampiran, number: int) -> str:
    if kind is JenisLampiran.CATATAN_AKHIR:
        return f"[{format_number(number, 'lowerRoman')}]"
    return "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(digit)] for digit in str(number))


def _own_mark(_child: Element, look: _Rupa, isi: Isi, konteks: Konteks) -> None:
    if konteks.tanda and konteks.tanda != "*":
        _add(isi, konteks, konteks.tanda, look)


_Reader = Callable[[Element, _Rupa, Isi, Konteks], None]
_RARE: dict[str, _Reader] = {
    _BREAK: _break,
    ALTERNATE: _alternate,
    f"{W}lastRenderedPageBreak": _rendered_page,
    f"{W}sym": _symbol,
    f"{W}fldChar": _field_character,
    f"{W}instrText": _instruction,
    f"{W}drawing": _drawing,
    f"{W}pict": _drawing,
    f"{W}object": _drawing,
    f"{W}ruby": _ruby,
    f"{W}footnoteReference": _footnote,
    f"{W}endnoteReference": _endnote,
    f"{W}footnoteRef": _own_mark,
    f"{W}endnoteRef": _own_mark,
}
