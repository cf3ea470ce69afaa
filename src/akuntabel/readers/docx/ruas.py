"""Complex fields: what lies between begin and separate is an instruction, what follows is printed."""

from __future__ import annotations

from dataclasses import dataclass, field

_PAGE = "PAGE"
_CONTENTS = "TOC"


@dataclass(slots=True)
class _Satu:
    """One open field."""

    perintah: list[str] = field(default_factory=list)
    hasil: bool = False
    jenis: str = ""


@dataclass(slots=True)
class Ruas:
    """The open fields of one story. `nomor_halaman`: whether page numbers are text (not in headers and footers)."""

    nomor_halaman: bool = True
    terlihat: bool = True
    _open: list[_Satu] = field(default_factory=list)

    @property
    def daftar(self) -> str:
        """The style of the lines of the list that is open: "toc 1", "table of figures"; empty outside of lists."""
        for one in self._open:
            if one.jenis == _CONTENTS and one.hasil:
                code = "".join(one.perintah)
                return "table of figures" if r"\c" in code else "toc 1"
        return ""

    def character(self, kind: str) -> None:
        """A w:fldChar."""
        if kind == "begin":
            self._open.append(_Satu())
        elif kind == "separate" and self._open:
            one = self._open[-1]
            one.hasil, one.jenis = True, field_kind("".join(one.perintah))
        elif kind == "end" and self._open:
            self._open.pop()
        self._settle()

    def instruction(self, text: str) -> None:
        """A piece of the code of the innermost field."""
        if self._open and not self._open[-1].hasil:
            self._open[-1].perintah.append(text)

    def end_paragraph(self) -> None:
        """A code that is not closed at the end of its paragraph is taken for broken: it must not hide the rest."""
        while self._open and not self._open[-1].hasil:
            self._open.pop()
        self._settle()

    def shows(self, kind: str) -> bool:
        """Whether the result of a kind of field is text."""
        return self.nomor_halaman or kind != _PAGE

    def _settle(self) -> None:
        self.terlihat = all(one.hasil and self.shows(one.jenis) for one in self._open)


def field_kind(code: str) -> str:
    """The first word of a field's code."""
    words = code.split(maxsplit=1)
    return words[0].upper() if words else ""
