"""Names of elements and attributes, and the small look-ups that all modules share."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

VAL = f"{W}val"
P, TBL, TR, TC, RUN = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}r"
P_PR, R_PR, TC_PR, TR_PR = f"{W}pPr", f"{W}rPr", f"{W}tcPr", f"{W}trPr"
SDT, SDT_CONTENT = f"{W}sdt", f"{W}sdtContent"
INS, DEL, MOVE_FROM, MOVE_TO = f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"
ALTERNATE, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
TEXT_BOX = f"{W}txbxContent"

# Around blocks, rows, cells or runs: what they hold counts as if they were not there.
TRANSPARENT = frozenset(
    (SDT, SDT_CONTENT, INS, MOVE_TO, f"{W}customXml", f"{W}smartTag", f"{W}hyperlink", f"{W}dir", f"{W}bdo")
)
DELETED = frozenset((DEL, MOVE_FROM))
_OFF = frozenset(("0", "false", "off", "none"))
# Extensions of Microsoft Office that we can read; another program's are replaced by their fallback.
_KNOWN = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")
_MOST_DIGITS = 9


NUMBER = "nomor-unsur"  # our own mark on paragraphs and rows, only in memory


def number_of(element: Element | None) -> int | None:
    """The number of a paragraph or row of the body, where they were numbered."""
    mark = None if element is None else element.get(NUMBER)
    return None if mark is None else int(mark)


def value(parent: Element | None, tag: str) -> str | None:
    """The w:val of a child, None where the child is missing."""
    child = None if parent is None else parent.find(tag)
    return None if child is None else child.get(VAL, "")


def flag(parent: Element | None, tag: str) -> bool | None:
    """An on-off child: None where it is missing."""
    child = None if parent is None else parent.find(tag)
    return None if child is None else is_on(child)


def is_on(element: Element) -> bool:
    """Whether an on-off element is on: it is, unless its value says no."""
    return element.get(VAL, "1").lower() not in _OFF


def whole(text: str | None, default: int = 0) -> int:
    """A whole number of an attribute; the default for what is none or absurdly long."""
    digits = (text or "").strip()
    bare = digits.removeprefix("-")
    return int(digits) if bare.isascii() and bare.isdigit() and len(bare) <= _MOST_DIGITS else default


def chosen(alternate: Element) -> Element | None:
    """The branch of mc:AlternateContent that counts: the first that we understand, else the fallback."""
    for branch in alternate:
        if branch.tag == FALLBACK or (branch.tag == CHOICE and _is_known(branch)):
            return branch
    return None


def _is_known(choice: Element) -> bool:
    wanted = choice.get("Requires", "").split()
    return all((choice.nsmap.get(prefix) or "").startswith(_KNOWN) for prefix in wanted)


def flattened(parent: Element, *tags: str) -> Iterator[Element]:
    """Children with these tags, also inside controls and insertions, without what was deleted."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag in TRANSPARENT:
            yield from flattened(child, *tags)
        elif child.tag == ALTERNATE and (branch := chosen(child)) is not None:
            yield from flattened(branch, *tags)
