"""Regulations that the text cites: kind, number, year, title, and the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from akuntabel.facts.kalimat import Kalimat

_KINDS: tuple[tuple[str, str], ...] = (
    ("tap-mpr", r"(?:ketetapan|tap)\s+mpr(?:\s+ri)?"),
    ("uu", r"undang\s*-?\s*undang(?:\s+republik indonesia)?|uu(?:\s+ri)?"),
    ("pp", r"peraturan pemerintah(?:\s+republik indonesia)?|pp"),
    ("perpres", r"peraturan presiden(?:\s+republik indonesia)?|perpres"),
    ("inpres", r"instruksi presiden|inpres"),
    # reports write the ministry's name without "dan", without "Negara", with "&" or as "Pemberdayaan"
    ("permenpanrb", r"(?:peraturan|permen)\s*(?:menteri\s+)?(?:negara\s+)?(?:(?:pendayagunaan|pemberdayaan) aparatur"
                    r"(?: negara)?(?:,? (?:dan |& ?)?r\w{2,4}rmasi birokrasi)?(?:\s+republik indonesia)?"
                    r"|pan\s*-?\s*(?:dan\s+|&\s*)?rb)"
                    r"|permenpan\s*-?\s*rb|permenpanrb"),
    ("permendagri", r"peraturan menteri dalam negeri(?:\s+republik indonesia)?|permendagri"),
    ("kepmendagri", r"keputusan menteri dalam negeri|kepmendagri"),
    ("pmk", r"peraturan menteri keuangan(?:\s+republik indonesia)?|pmk"),
    ("perda", r"peraturan daerah|perda"),
    ("perkada", r"peraturan\s+(?:wali\s?kota|bupati|gubernur)|perwali?|perwal|perbup|pergub"),
    ("kepkada", r"keputusan\s+(?:wali\s?kota|bupati|gubernur)|kepwal|kepbup"),
)  # fmt: skip
_CITATION = re.compile(
    rf"\b(?P<jenis>{'|'.join(f'(?P<k{n}>{pattern})' for n, (_, pattern) in enumerate(_KINDS))})"
    r"(?P<siapa>(?:\s+[A-Z][\w'-]+){0,4}?)\s*,?\s*(?:nomor|no)?\.?\s*:?\s*"
    r"(?P<nomor>[IVXLC]{1,7}\s*/\s*MPR\s*/\s*\d{4}|\d+(?:[./-][\w.-]+)*)"
    r"(?:\s*(?:tahun|/)\s*(?P<tahun>(?:19|20)\d{2}))?(?:\s*,?\s*tentang\s+(?P<judul>.+))?",
    re.IGNORECASE,
)
_TITLE_END = re.compile(
    r"[.;:()“”\"]|,?\s+(?:dan|serta|juncto|jo\.?)\s+(?=(?:peraturan|undang|permen|keputusan|instruksi|surat)\b)"
    r"|,\s+(?=(?:peraturan|undang|permen|keputusan|instruksi|uu|pp|perpres)\b)"
    r"|\s+(?:yang|bahwa|disebutkan|menjelaskan|sebagaimana|menyebutkan|mengamanatkan|dalam rangka|sebagai berikut"
    r"|maka)\b"
    r"|,\s+(?=(?:laporan kinerja|setiap|perjanjian kinerja|dinas|badan|pemerintah kota|pemerintah kabupaten)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sitiran:
    """A cited regulation. `jenis` as in the list of regulations, "perda" and "perkada" for local ones.

    `judul` ends where the sentence seems to go on; `lanjutan` is all that follows "tentang".
    """

    jenis: str
    nomor: str
    tahun: int | None
    judul: str
    lanjutan: str
    cetak: str
    kalimat: Kalimat


def read_citations(sentences: tuple[Kalimat, ...]) -> tuple[Sitiran, ...]:
    """Every citation with a number, in order."""
    return tuple(c for sentence in sentences for c in _citations(sentence))


def _citations(sentence: Kalimat) -> Iterator[Sitiran]:
    text, start = sentence.teks, 0
    while match := _CITATION.search(text, start):
        rest = match["judul"] or ""
        end = _TITLE_END.search(rest)
        title = rest[: end.start()] if end else rest
        stop = match.start("judul") + len(title) if rest else match.end()
        kind = next(_KINDS[n][0] for n in range(len(_KINDS)) if match[f"k{n}"])
        number, year = _number(match["nomor"], match["tahun"])
        yield Sitiran(kind, number, year, title.strip(" ,"), rest, text[match.start() : stop], sentence)
        start = max(stop, match.start() + 1)


def _number(printed: str, year: str | None) -> tuple[str, int | None]:
    """Number and year; 86/2017 and XI/MPR/1998 hold their year."""
    number = re.sub(r"\s", "", printed).rstrip(".-/")
    if match := re.fullmatch(r"(\d+)/((?:19|20)\d{2})", number):
        return match[1], int(match[2])
    within = re.search(r"/((?:19|20)\d{2})$", number)
    stated = year or (within[1] if within else None)
    return number, int(stated) if stated else None
