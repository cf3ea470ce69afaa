"""Document tree to one self-contained HTML page in which each figure opens its 'asal angka'."""

from akuntabel.doctree.nodes import Document
from akuntabel.writers.html.page import page


def write_html(document: Document) -> bytes:
    """The document as one HTML file (UTF-8): nothing is loaded from outside, equal documents give equal bytes.

    Numbers, cross-references and lists must have been filled by the numbering transform.
    Raises ValueError when a table's cells do not fill its grid or an image is neither PNG nor JPEG.
    """
    return page(document).encode("utf-8")


__all__ = ["write_html"]
