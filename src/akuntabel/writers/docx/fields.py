"""Complex fields with the result that we know, so that nothing has to be updated before it can be read."""

from __future__ import annotations

from akuntabel.writers.docx.oxml import Xml, text

BEGIN = Xml('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')
SEPARATE = Xml('<w:r><w:fldChar w:fldCharType="separate"/></w:r>')
END = Xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def instruction(code: str) -> Xml:
    """The code of a field, in its own run."""
    return Xml(f'<w:r><w:instrText xml:space="preserve"> {text(code)} </w:instrText></w:r>')


def field_start(code: str) -> Xml:
    """Everything before the result of a field."""
    return Xml(BEGIN + instruction(code) + SEPARATE)


def field(code: str, result: Xml) -> Xml:
    """A field whose result is the given runs."""
    return Xml(field_start(code) + result + END)
