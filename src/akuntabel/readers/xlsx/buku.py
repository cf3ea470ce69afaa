"""The parts of a workbook that its worksheets refer to: names, shared strings, number formats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree

from akuntabel.errors import BerkasError
from akuntabel.grid.arsip import Arsip, iter_elements, local, relations

_MAIN = "xl/workbook.xml"
_REL_ID = re.compile(r"\{.*[rR]elationships\}id")
_DATE_IDS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_PERCENT_IDS = frozenset((9, 10))
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


class Format(StrEnum):
    """How a number is shown."""

    ANGKA = "angka"
    TANGGAL = "tanggal"
    PERSEN = "persen"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet: its name, its part of the archive, hidden or not."""

    nama: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Buku:
    """What all worksheets share. `epoch1904` is the date system of old Macs."""

    sheets: tuple[SheetPart, ...]
    strings: tuple[str, ...]
    formats: tuple[Format, ...]
    epoch1904: bool


def read_book(archive: Arsip) -> Buku:
    """Read the shared parts. Raises BerkasError when this is no workbook."""
    main = _main_part(archive)
    related = relations(archive, main)
    kinds = dict(related.values())
    sheets, epoch1904 = _sheets(archive, main, related)
    if not sheets:
        raise BerkasError(archive.where, "buku kerja tanpa lembar", "simpan ulang dari Excel atau LibreOffice")
    return Buku(
        sheets, _strings(archive, kinds.get("sharedStrings")), _formats(archive, kinds.get("styles")), epoch1904
    )


def _main_part(archive: Arsip) -> str:
    names = archive.names
    if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
        raise archive.other("berkas OpenDocument (.ods)")
    main = next((path for kind, path in relations(archive, "").values() if kind == "officeDocument"), _MAIN)
    if main.endswith(".bin"):
        raise archive.other("buku kerja biner (.xlsb)")
    if main not in names or not main.startswith("xl/"):
        raise archive.other(f"bukan {archive.jenis.nama}")
    return main


def _sheets(archive: Arsip, main: str, related: dict[str, tuple[str, str]]) -> tuple[tuple[SheetPart, ...], bool]:
    found: list[SheetPart] = []
    epoch1904 = False
    for element in iter_elements(archive, main, "sheet", "workbookPr"):
        if local(element) == "workbookPr":
            epoch1904 = element.get("date1904") in ("1", "true")
            continue
        rel = next((str(v) for k, v in element.attrib.items() if _REL_ID.fullmatch(str(k))), "")
        kind, part = related.get(rel, ("", ""))
        if kind == "worksheet" and part in archive.names:
            found.append(SheetPart(element.get("name", ""), part, element.get("state", "visible") != "visible"))
    return tuple(found), epoch1904


def _strings(archive: Arsip, part: str | None) -> tuple[str, ...]:
    if part is None or part not in archive.names:
        return ()
    return tuple(string_of(e) for e in iter_elements(archive, part, "si"))


def string_of(element: etree._Element) -> str:
    """The text of a string item, its runs joined, without the reading aids of East Asian text."""
    parts = []
    for child in element:
        name = local(child)
        if name == "t":
            parts.append(child.text or "")
        elif name == "r":
            parts += [t.text or "" for t in child if local(t) == "t"]
    return unescape("".join(parts))


def unescape(text: str) -> str:
    """Undo `_x000D_`, the form in which workbooks hold characters that XML cannot."""
    if "_x" not in text:
        return text
    plain = re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _formats(archive: Arsip, part: str | None) -> tuple[Format, ...]:
    if part is None or part not in archive.names:
        return ()
    codes: dict[int, str] = {}
    found: list[Format] = []
    for element in iter_elements(archive, part, "numFmt", "cellXfs"):
        if local(element) == "numFmt":
            codes[_number(element.get("numFmtId"))] = element.get("formatCode", "")
        else:
            found = [_format(_number(xf.get("numFmtId")), codes) for xf in element if local(xf) == "xf"]
    return tuple(found)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0


def _format(number: int, codes: dict[int, str]) -> Format:
    code = _LITERAL.sub("", codes.get(number, "").split(";")[0]).lower()
    if number in _PERCENT_IDS or "%" in code:
        return Format.PERSEN
    if (number in _DATE_IDS and number not in codes) or (code != "general" and re.search(r"[dmyhs]", code)):
        return Format.TANGGAL
    return Format.ANGKA
