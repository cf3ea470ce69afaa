"""Where a comment stands: around a paragraph, in a row around the paragraph of the cell that is meant."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

Element = etree._Element


class Places:
    """The paragraphs and rows of a body by number. `w` is the namespace of the document in braces."""

    def __init__(self, root: Element, w: str) -> None:
        self._w = w
        body = root.find(f"{w}body")
        self._numbered = [] if body is None else list(body.iter(f"{w}p", f"{w}tr"))

    def enclose(self, number: int | None, words: str | None, ident: str) -> None:
        """Put the marks of a comment around its place; the first paragraph stands in for a place that is unknown."""
        paragraph = self._paragraph(number, words)
        if paragraph is None:
            return
        w = self._w
        mark = {f"{w}id": ident}
        start = 1 if len(paragraph) and paragraph[0].tag == f"{w}pPr" else 0
        paragraph.insert(start, etree.Element(f"{w}commentRangeStart", mark))
        etree.SubElement(paragraph, f"{w}commentRangeEnd", mark)
        etree.SubElement(etree.SubElement(paragraph, f"{w}r"), f"{w}commentReference", mark)

    def _paragraph(self, number: int | None, words: str | None) -> Element | None:
        if number is None or number >= len(self._numbered):
            return next(iter(self._body_paragraphs()), None)
        found = self._numbered[number]
        if found.tag == f"{self._w}tr":
            inside = self._in_row(found, words)
            if inside is None:
                return self._paragraph(None, None)
            found = inside
        return self._outside_boxes(found)

    def _body_paragraphs(self) -> Iterator[Element]:
        return (e for e in self._numbered if e.tag == f"{self._w}p" and self._outside_boxes(e) is e)

    def _in_row(self, row: Element, words: str | None) -> Element | None:
        """The paragraph of a row that holds the words, else the first with text, else the first."""
        paragraphs = list(row.iter(f"{self._w}p"))
        filled = [p for p in paragraphs if self._text(p)]
        holding = [p for p in filled if words and " ".join(words.split()) in self._text(p)]
        whole = [p for p in holding if self._text(p) == words]
        return next(iter((*whole, *holding, *filled, *paragraphs)), None)

    def _text(self, paragraph: Element) -> str:
        return " ".join("".join(t.text or "" for t in paragraph.iter(f"{self._w}t")).split())

    def _outside_boxes(self, paragraph: Element) -> Element:
        """Word knows no comments inside text boxes: the paragraph that holds the box."""
        holder = paragraph
        for above in paragraph.iterancestors(f"{self._w}txbxContent"):
            outer = next(above.iterancestors(f"{self._w}p"), None)
            holder = holder if outer is None else outer
        return holder
