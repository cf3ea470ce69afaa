"""How headings and captions are written: the forms that several readers of facts look for."""

from __future__ import annotations

import re
from functools import lru_cache

CHAPTER = re.compile(r"BAB\s+([IVX]+|\d{1,2})\b[\s.:–-]*(.*)", re.DOTALL)
APPENDIX = re.compile(r"LAMPIRAN(?:\s*[-:.]?\s*([IVX]+|\d{1,2}|[A-Z]))?\b[\s.:–-]*(.*)", re.DOTALL)
NUMBERED = re.compile(r"(\d{1,2}(?:\s*\.\s*\d{1,2}){1,4})\.?(?:\s+|(?=[A-Z]))(\S.*)", re.DOTALL)
CAPTION = re.compile(
    r"(?P<jenis>Tabel|Gambar|Grafik|Diagram|Bagan|Peta)\s*(?P<mark>[:.]?\s*)"
    r"(?P<nomor>(?:L\.?\s*)?(?:[IVX]{1,4}|\d{1,3})(?:\s*[.-]\s*\d{1,3}){0,3}[a-z]?(?![\w%])|(?=\s*:))"
    r"(?P<sep>\s*[:.–-]?\s*)(?P<judul>.*)",
    re.IGNORECASE | re.DOTALL,
)
FRONT = re.compile(
    r"(KATA PENGANTAR|PRAKATA|IKHTISAR EKSEKUTIF|RINGKASAN EKSEKUTIF|EXECUTIVE SUMMARY|PERNYATAAN TELAH DIREVIU|PENUTUP"
    r"|PENDAHULUAN|LEMBAR PENGESAHAN|DAFTAR \w+)\W*",
    re.IGNORECASE,
)


@lru_cache(maxsize=20_000)  # asked for the same paragraphs by many readers and rules
def clean(text: str) -> str:
    """Without marks of emphasis of Markdown and HTML, spaces single."""
    return " ".join(re.sub(r"\*{1,3}|</?[ibu]>|__", "", text).split())
