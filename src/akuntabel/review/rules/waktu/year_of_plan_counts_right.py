"""A claim like "the first year of the Renstra 2025-2029" fits the report year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_ORDINALS = ("pertama", "kedua", "ketiga", "keempat", "kelima", "keenam")
_CLAIM = re.compile(
    rf"\btahun (?:yang )?(?P<urut>{'|'.join(_ORDINALS)}|ke-?\s?\d|terakhir)\b[^.;]{{0,60}}"
    r"\b(?P<rencana>renstra|rencana strategis|rpjmd|rencana pembangunan jangka menengah)",
    re.IGNORECASE,
)
_TERM = 5  # years of office
_SPAN = re.compile(r"((?:19|20)\d{2})\s*(?:-|–|—|s\.?d\.?|sampai(?: dengan)?)\s*((?:19|20)\d{2})")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if fakta.tahun is None:
        return
    for sentence in fakta.kalimat:
        match = _CLAIM.search(sentence.teks)
        if match:
            yield _judge(fakta, sentence, match, fakta.tahun)


def _judge(fakta: Fakta, sentence: Kalimat, match: re.Match[str], report: int) -> Jawaban:
    kind = "rpjmd" if match["rencana"].lower().startswith(("rpjmd", "rencana pembangunan")) else "renstra"
    own = _SPAN.search(sentence.teks[match.start() :])
    known = Counter((p.awal, p.akhir) for p in fakta.periode if p.jenis == kind and p.awal <= report <= p.akhir)
    span = (int(own[1]), int(own[2])) if own else (known.most_common(1)[0][0] if known else None)
    stated = set(sentence.tahun) - (set(span) if span else set())
    if span is None or (stated and report not in stated and report not in (span or ())):
        return Lewat("periode rencana tidak diketahui")
    order = match["urut"].lower()
    due = span[1] if order == "terakhir" else span[0] + _position(order) - 1
    # A term of office named 2018-2023 begins within its first year; its five years of targets are 2019 to 2023.
    if due == report or (span[1] - span[0] == _TERM and due + 1 == report):
        return LOLOS
    right = f"tahun ke-{report - span[0] + 1}"
    return Masalah(
        proof(sentence),
        f"tahun {report} disebut tahun {order} dari rencana {span[0]}-{span[1]}, padahal {right}",
        Keyakinan.PASTI if own else Keyakinan.MUNGKIN,
        tertulis=f"tahun {order}",
        seharusnya=right,
        hitungan=f"{report} - {span[0]} + 1 = {report - span[0] + 1}",
    )


def _position(order: str) -> int:
    return _ORDINALS.index(order) + 1 if order in _ORDINALS else int(re.sub(r"\D", "", order))


ATURAN = Aturan(
    kode="WKT-07",
    judul="Tahun keberapa dari rencana dihitung dengan benar",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan dari periode rencana",
    penjelasan=(
        "Pernyataan seperti 'tahun pertama Renstra 2025-2029' sesuai dengan tahun laporan. Periodenya dibaca dari "
        "kalimat itu sendiri, atau dari bagian lain laporan."
    ),
    bila_kosong="tidak ada pernyataan tentang tahun keberapa dari rencana",
    run=_run,
)
