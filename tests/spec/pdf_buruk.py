"""Hostile and odd PDFs, written byte by byte as the recipes of `masukan_buruk/pdf.toml` ask."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Sequence

import pikepdf

_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_TEXT = b"BT /F 12 Tf 40 300 Td (Laporan Kinerja) Tj ET"


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def document(objects: Sequence[bytes]) -> bytes:
    """The file of numbered objects; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def usual(contents: bytes = stream(_TEXT), pages: bytes = b"<</Type/Pages/Kids[3 0 R]/Count 1>>") -> bytes:
    return document([_CATALOG, pages, _PAGE, contents, _FONT])


def truncated(kept: float) -> bytes:
    whole = usual()
    return whole[: int(len(whole) * kept)]


def with_nul(times: int) -> bytes:
    """NUL bytes between the objects, inside the text, and behind the end."""
    return usual(stream(_TEXT.replace(b" Kinerja", b"\0 Kinerja"))) + b"\0" * times


def encrypted(user: str, owner: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(usual())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user=user, owner=owner))
    return out.getvalue()


def deep_tree(levels: int) -> bytes:
    """Nodes of pages in one another, with one page at the bottom."""
    nodes = [
        b"<</Type/Pages/Count 1/Kids[%d 0 R]%s>>" % (n + 6, b"/Parent %d 0 R" % (n + 4) if n > 1 else b"/Parent 2 0 R")
        for n in range(1, levels + 1)
    ]
    page = _PAGE.replace(b"/Parent 2 0 R", b"/Parent %d 0 R" % (levels + 5))
    return document(
        [_CATALOG, b"<</Type/Pages/Kids[6 0 R]/Count 1>>", b"null", stream(_TEXT), _FONT]
        + [node.replace(b"[%d 0 R]" % (n + 7), b"[%d 0 R]" % (n + 7)) for n, node in enumerate(nodes)]
        + [page]
    )


def cyclic_tree() -> bytes:
    """A node of pages that is its own child."""
    return usual(pages=b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 5>>")


def many_pages(count: int) -> bytes:
    kids = b" ".join([b"3 0 R"] * count)
    return usual(pages=b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count))


def claimed_pages(count: int) -> bytes:
    """One page, and a count that says otherwise."""
    return usual(pages=b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % count)


def long_stream(times: int) -> bytes:
    return usual(stream(_TEXT * times))


def bomb(size: int, levels: int = 1, text: str = " ") -> bytes:
    """A stream that inflates to `size` bytes and more, Flate in Flate."""
    data = text.encode() * (size // len(text))
    for _ in range(levels):
        data = zlib.compress(data, 9)
    return usual(stream(data, b"/Filter[%s]" % (b"/FlateDecode" * levels)))


def many_words(count: int) -> bytes:
    """Letters in places of their own, packed."""
    words = b"".join(
        b"BT /F 4 Tf %d %d Td (kata) Tj ET\n" % (10 + n % 28 * 10, 10 + n // 28 % 78 * 5) for n in range(count)
    )
    return usual(stream(zlib.compress(words, 9), b"/Filter/FlateDecode"))


def many_rules(count: int) -> bytes:
    """Level and upright rules all over the page."""
    rules = b"".join(
        b"%d %d m %d %d l S\n" % ((0, n % 400, 300, n % 400) if n % 2 else (n % 300, 0, n % 300, 400))
        for n in range(count)
    )
    return usual(stream(zlib.compress(_TEXT + b"\n" + rules, 9), b"/Filter/FlateDecode"))


def nested_forms(levels: int) -> bytes:
    """Form objects in one another."""
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 300 400]/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>"
    forms = [stream(b"/X Do", head % (n + 7)) for n in range(levels)]
    page = _PAGE.replace(b"/Resources<<", b"/Resources<</XObject<</X 6 0 R>>")
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return document([_CATALOG, pages, page, stream(_TEXT + b" /X Do"), _FONT, *forms, stream(_TEXT, head % 6)])


def own_form() -> bytes:
    """A form object that draws itself."""
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 300 400]/Resources<</XObject<</X 6 0 R>>>>"
    page = _PAGE.replace(b"/Resources<<", b"/Resources<</XObject<</X 6 0 R>>")
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return document([_CATALOG, pages, page, stream(_TEXT + b" /X Do"), _FONT, stream(b"/X Do", head)])


def open_brackets(times: int) -> bytes:
    return usual(stream(b"[" * times + _TEXT))


def nested_dictionaries(levels: int) -> bytes:
    return document([b"<</A" * levels + b"1" + b">>" * levels, *[b"null"] * 4])


def without_pages() -> bytes:
    return usual(pages=b"<</Type/Pages/Kids[]/Count 0>>")


def huge_page(side: int) -> bytes:
    page = _PAGE.replace(b"[0 0 300 400]", b"[0 0 %d %d]" % (side, side))
    return document([_CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream(_TEXT), _FONT])


def scanned() -> bytes:
    """A page that is one picture."""
    page = _PAGE.replace(b"/Resources<<", b"/Resources<</XObject<</X 6 0 R>>")
    picture = stream(
        b"\x80" * 16, b"/Type/XObject/Subtype/Image/Width 4/Height 4/ColorSpace/DeviceGray/BitsPerComponent 8"
    )
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return document([_CATALOG, pages, page, stream(b"q 300 0 0 400 0 0 cm /X Do Q"), _FONT, picture])


def without_meaning(letters: int) -> bytes:
    """Letters of a font that does not say which characters it draws."""
    codes = "".join(f"{n % 90 + 3:04X}" for n in range(letters))
    text = stream(b"BT /F 12 Tf 40 300 Td <%s> Tj ET" % codes.encode())
    font = b"<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Huruf/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    inner = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Huruf/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor 7 0 R/DW 600>>"
    )
    shape = b"<</Type/FontDescriptor/FontName/ABCDEF+Huruf/Flags 4/FontBBox[0 0 600 800]/ItalicAngle 0/Ascent 800>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return document([_CATALOG, pages, _PAGE, text, font, inner, shape])


RECIPES: dict[str, Callable[..., bytes]] = {
    f.__name__: f
    for f in (
        usual, truncated, with_nul, encrypted, deep_tree, cyclic_tree, many_pages, claimed_pages, long_stream, bomb,
        many_words, many_rules, nested_forms, own_form, open_brackets, nested_dictionaries, without_pages, huge_page,
        scanned, without_meaning,
    )
}  # fmt: skip
