"""Symbol fonts: characters whose meaning depends on the font."""

from __future__ import annotations

_PRIVATE = 0xF000
_LAST = 0xFF
_SYMBOL = {
    0x22: "∀", 0x24: "∃", 0x2D: "−", 0x40: "≅", 0x44: "Δ", 0x46: "Φ", 0x47: "Γ", 0x4C: "Λ", 0x50: "Π", 0x51: "Θ",
    0x53: "Σ", 0x57: "Ω", 0x59: "Ψ", 0x61: "α", 0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x66: "φ", 0x67: "γ",
    0x68: "η", 0x69: "ι", 0x6A: "ϕ", 0x6B: "κ", 0x6C: "λ", 0x6D: "μ", 0x6E: "ν", 0x6F: "ο", 0x70: "π", 0x71: "θ",
    0x72: "ρ", 0x73: "σ", 0x74: "τ", 0x75: "υ", 0x77: "ω", 0x78: "ξ", 0x79: "ψ", 0x7A: "ζ", 0xA3: "≤", 0xA4: "/",
    0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥",
    0xB4: "×", 0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC6: "∅",
    0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD1: "∇", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD5: "∏", 0xD6: "√", 0xD7: "⋅",
    0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "•", 0xA3: "☐"}
_WEBDINGS = {0x61: "✓", 0x63: "☐", 0x72: "✗"}
_FONTS = {"symbol": _SYMBOL, "wingdings 2": _WINGDINGS_2, "webdings": _WEBDINGS}
_PLAIN = frozenset(" !#%&()+,./0123456789:;<=>?[]_{|}")  # the same in the font Symbol
_SUPERSCRIPT = str.maketrans("0123456789()+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻⁻")
_LONGEST_MARK = 3


def symbol(font: str, code: int) -> str:
    """The character of a symbol font; what is not known here stays private use and is named by the cleaning."""
    low = code - _PRIVATE if _PRIVATE <= code <= _PRIVATE + _LAST else code
    if not 0 < low <= _LAST:
        return chr(code) if 0 < code <= 0xFFFF else ""
    known = _FONTS.get(font.lower(), {})
    if low in known:
        return known[low]
    if known is _SYMBOL and chr(low) in _PLAIN:
        return chr(low)
    return chr(_PRIVATE + low) if code >= _PRIVATE or "dings" in font.lower() else chr(low)


def symbols(text: str, font: str) -> str:
    """Text with the private-use characters of its font replaced."""
    return "".join(symbol(font, ord(c)) if _PRIVATE <= ord(c) <= _PRIVATE + _LAST else c for c in text)


def raised(text: str) -> str:
    """Superscript: a mark of a note must not become a digit of the number before it."""
    mark = text.strip()
    return text.translate(_SUPERSCRIPT) if len(mark) <= _LONGEST_MARK and mark.strip("()+-−*").isdigit() else text
