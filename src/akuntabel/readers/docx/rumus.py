"""Office Math as text on one line: "(a − b)/b × 100%"."""

from __future__ import annotations

import re
from collections.abc import Callable

from akuntabel.readers.docx.nama import ALTERNATE, DELETED, TRANSPARENT, Element, M, W, chosen

_ATOM = re.compile(r"[^\W_]+(?:[.,]\d+)*%?|\([^()]*\)|\|[^|]*\||√\([^()]*\)")
_BASIC = {"¯": "\u0305", "̅": "\u0305", "̂": "\u0302", "̃": "\u0303", "⃗": "\u20d7"}


def linear(element: Element) -> str:
    """The text of m:oMath, m:oMathPara or any part of them."""
    return " ".join(_one(element).split())


def _all(element: Element | None) -> str:
    return "" if element is None else "".join(_one(child) for child in element)


def _one(element: Element) -> str:
    tag = element.tag
    if tag in _FORMS:
        return _FORMS[tag](element)
    if tag == ALTERNATE:
        return _all(chosen(element))
    if tag in DELETED or tag.endswith("Pr"):
        return ""
    return _all(element) if tag in TRANSPARENT or tag.startswith(M) else ""


def _part(element: Element, name: str) -> str:
    return _all(element.find(f"{M}{name}")).strip()


def _setting(element: Element, name: str) -> str | None:
    """The m:val of a property, e.g. `dPr/begChr`."""
    found = element.find("/".join(f"{M}{step}" for step in name.split("/")))
    return None if found is None else found.get(f"{M}val", "")


def _closed(text: str) -> str:
    """In brackets, unless it is one piece."""
    return text if not text or _ATOM.fullmatch(text) else f"({text})"


def _run(element: Element) -> str:
    texts = (t.text or "" for t in element if t.tag in (f"{M}t", f"{W}t"))
    return "".join(texts)


def _fraction(element: Element) -> str:
    return f"{_closed(_part(element, 'num'))}/{_closed(_part(element, 'den'))}"


def _scripts(element: Element) -> str:
    """Base with what stands below and above; sPre has them before the base."""
    sub, sup = _part(element, "sub"), _part(element, "sup")
    marks = (f"_{_closed(sub)}" if sub else "") + (f"^{_closed(sup)}" if sup else "")
    base = _closed(_part(element, "e"))
    return f"{marks}{base}" if element.tag == f"{M}sPre" else f"{base}{marks}"


def _root(element: Element) -> str:
    degree = _part(element, "deg")
    return f"{degree}√({_part(element, 'e')})"


def _large(element: Element) -> str:
    """A sum, product or integral with its limits."""
    sign = _setting(element, "naryPr/chr")
    sub, sup = _part(element, "sub"), _part(element, "sup")
    limits = (f"_{_closed(sub)}" if sub else "") + (f"^{_closed(sup)}" if sup else "")
    return f"{'∫' if sign is None else sign}{limits} {_part(element, 'e')}"


def _brackets(element: Element) -> str:
    begin, end, between = (_setting(element, f"dPr/{name}") for name in ("begChr", "endChr", "sepChr"))
    parts = [_all(e).strip() for e in element.iterfind(f"{M}e")]
    inner = (between if between is not None else "|").join(parts)
    return f"{'(' if begin is None else begin}{inner}{')' if end is None else end}"


def _function(element: Element) -> str:
    return f"{_part(element, 'fName')} {_closed(_part(element, 'e'))}"


def _accent(element: Element) -> str:
    mark = _setting(element, "accPr/chr")
    return _part(element, "e") + _BASIC.get("̂" if mark is None else mark, mark or "")


def _bar(element: Element) -> str:
    return _closed(_part(element, "e")) + ("_" if _setting(element, "barPr/pos") == "bot" else "\u0305")


def _limit(element: Element) -> str:
    sign = "_" if element.tag == f"{M}limLow" else "^"
    return f"{_part(element, 'e')}{sign}{_closed(_part(element, 'lim'))}"


def _rows(element: Element) -> str:
    return "; ".join(_all(e).strip() for e in element.iterfind(f"{M}e"))


def _matrix(element: Element) -> str:
    rows = (" ".join(_all(e).strip() for e in row.iterfind(f"{M}e")) for row in element.iterfind(f"{M}mr"))
    return f"[{'; '.join(rows)}]"


def _phantom(element: Element) -> str:
    return "" if _setting(element, "phantPr/show") in ("0", "off", "false") else _part(element, "e")


def _lines(element: Element) -> str:
    return " ".join(_all(child).strip() for child in element.iterfind(f"{M}oMath"))


_FORMS: dict[str, Callable[[Element], str]] = {
    f"{M}{name}": form
    for names, form in (
        ("r", _run), ("f", _fraction), ("sSub sSup sSubSup sPre", _scripts), ("rad", _root), ("nary", _large),
        ("d", _brackets), ("func", _function), ("acc", _accent), ("bar", _bar), ("limLow limUpp", _limit),
        ("eqArr", _rows), ("m", _matrix), ("phant", _phantom), ("oMathPara", _lines),
    )
    for name in names.split()
}  # fmt: skip
