"""What is said to be reached or not: "belum tercapai", "melampaui target", "Tercapai" in a column of status."""

from __future__ import annotations

import re
from enum import StrEnum


class KlaimCapai(StrEnum):
    """The claim about a target."""

    BELUM = "belum"
    CAPAI = "capai"
    LAMPAU = "lampau"


_NOT = re.compile(
    r"\b(?:belum|tidak|kurang|gagal|tak)\s+(?:(?:dapat|berhasil|bisa|sepenuhnya|mampu)\s+)*"
    r"(?:tercapai\b(?!\s+sebesar)(?:\s+(?:100\s*%|target))?|(?:mencapai|memenuhi|melampaui)\s+(?:100\s*%|target))"
    r"|\bdi ?bawah target\b|\bkurang dari target\b"
)
_OVER = re.compile(
    r"\b(?:melampaui|melebihi|di ?atas|terlampaui)\b(?:\s+\w+){0,2}?\s*\btarget\b|\btarget\b[^.;]{0,30}\bterlampaui\b"
)
_REACHED = re.compile(
    r"\b(?:(?:telah|sudah|berhasil|dapat|mampu)\s+)+(?:tercapai\b(?!\s*(?:sebesar|\d))|(?:mencapai|memenuhi)\s+target\b)"
    r"|\b(?:mencapai|memenuhi)\s+target\b|\bsesuai (?:dengan )?target\b"
    r"|\btarget\b[^.;,]{0,30}\btercapai\b(?!\s*(?:sebesar|\d))"
)
_WISH = re.compile(
    r"\b(?:agar|untuk|diharapkan|akan|jika|apabila|bila|dalam rangka|upaya|supaya|perlu|harus|guna|demi|rencana|optimis"
    r"|diupayakan|berupaya|apakah|hambatan|kendala|faktor|penyebab)\b"
)
_EXCEPT = re.compile(r"\bkecuali\b")  # what stands behind it is not what is claimed
_STATUS = (
    (
        KlaimCapai.BELUM,
        re.compile(
            r"(?:belum|tidak|tdk|blm)\s*(?:ter|men)?capai(?: target)?|di ?bawah target|tidak memenuhi(?: target)?"
        ),
    ),
    (
        KlaimCapai.LAMPAU,
        re.compile(r"(?:melampaui|melebihi|di ?atas|terlampaui|lampaui)(?: target)?|target terlampaui"),
    ),
    (
        KlaimCapai.CAPAI,
        re.compile(r"tercapai(?: target)?|mencapai target|sesuai target|memenuhi target|target tercapai"),
    ),
)


def claim_of(text: str) -> tuple[KlaimCapai, str] | None:
    """The one claim of a sentence with its words; none where it wishes, asks, or claims several things."""
    body = text.lower()
    if _EXCEPT.search(body):
        return None
    found: list[tuple[KlaimCapai, re.Match[str]]] = []
    for kind, pattern in ((KlaimCapai.BELUM, _NOT), (KlaimCapai.LAMPAU, _OVER), (KlaimCapai.CAPAI, _REACHED)):
        for match in pattern.finditer(body):
            inside = any(m.start() <= match.start() < m.end() for _, m in found)
            if not inside and not _WISH.search(body[max(0, match.start() - 60) : match.start()]):
                found.append((kind, match))
    kinds = {k for k, _ in found}
    if KlaimCapai.BELUM not in kinds and kinds == {KlaimCapai.LAMPAU, KlaimCapai.CAPAI}:
        found = [f for f in found if f[0] is KlaimCapai.LAMPAU]
        kinds = {KlaimCapai.LAMPAU}
    return (found[0][0], found[0][1][0]) if len(kinds) == 1 else None


def is_position(words: str) -> bool:
    """Whether a claim only says on which side of its target a value lies ("di bawah target")."""
    return re.match(r"di ?(?:atas|bawah)\b|kurang dari\b", words) is not None


def status_of(text: str) -> KlaimCapai | None:
    """The claim that a cell of status is; none for other words."""
    body = " ".join(text.lower().strip(" .*").split())
    return next((kind for kind, pattern in _STATUS if pattern.fullmatch(body)), None)
