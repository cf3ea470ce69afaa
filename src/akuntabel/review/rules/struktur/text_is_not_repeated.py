"""Long paragraphs and lists do not stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea
from akuntabel.facts.subjek import normal_name
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_LONG = 200  # letters of a paragraph that is worth comparing
_ITEMS = 4  # items in a row that make a repeated list
_NOTES = 3  # paragraphs behind a table that may be its notes
_NUMBERS = re.compile(r"\d+")
_LABEL = re.compile(r"[A-Z][\w /]{2,40}:\s")  # "Kebijakan pengukuran: ..."
_MANY = 800  # paragraphs above which only equal ones are compared


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    likeness = float(konteks.regulations.ambang("reviu.judul_sama"))
    told = [f for f in fakta.struktur.alinea if f.bab not in ("lampiran", "")]
    tables = {t.blok for t in fakta.tabel}
    notes = {n for block in tables for n in range(block + 1, block + 1 + _NOTES)}
    running = [f for f in told if f.peran is PeranAlinea.ISI and len(f.teks) >= _LONG and f.blok not in notes]
    yield from _paragraphs([f for f in running if not _LABEL.match(f.teks)], likeness)
    yield from _lists([f for f in told if f.peran in (PeranAlinea.BUTIR, PeranAlinea.ISI)])


def _paragraphs(facts: list[AlineaFakta], likeness: float) -> Iterator[Jawaban]:
    if len(facts) > _MANY:
        yield Lewat("alinea terlalu banyak untuk dibandingkan satu per satu")
        return
    texts = [normal_name(f.teks) for f in facts]
    for after, fact in enumerate(facts):
        scores = ((_likeness(facts, texts, n, after, likeness), n) for n in range(after))
        score, before = max(scores, default=(0.0, 0))
        if not score:
            yield LOLOS
            continue
        equal = texts[after] == texts[before]
        yield Masalah(
            proof(fact),
            "alinea ini sama dengan alinea lain" if equal else f"alinea ini {score:.0f}% sama dengan alinea lain",
            Keyakinan.PASTI if equal else Keyakinan.MUNGKIN,
            terkait=(proof(facts[before]),),
            saran="Hapus salah satunya, atau ganti dengan uraian yang sesuai dengan bagiannya.",
        )


def _likeness(facts: list[AlineaFakta], texts: list[str], first: int, second: int, least: float) -> float:
    """How alike two paragraphs of one chapter are; 0 where they speak of other numbers, as template sentences do."""
    if facts[first].bab != facts[second].bab or _NUMBERS.findall(texts[first]) != _NUMBERS.findall(texts[second]):
        return 0.0
    return float(fuzz.ratio(texts[first], texts[second], score_cutoff=least))


def _lists(facts: list[AlineaFakta]) -> Iterator[Jawaban]:
    """Runs of items that stand again in the same chapter, each said once at the second place."""
    texts = [normal_name(f.isi) if f.peran is PeranAlinea.BUTIR else "" for f in facts]
    places: dict[str, list[int]] = {}
    taken = -1
    for after, text in enumerate(texts):
        if not text:
            continue
        longest, start = max(((_length(facts, texts, n, after), n) for n in places.get(text, ())), default=(0, 0))
        places.setdefault(text, []).append(after)
        if longest >= _ITEMS and after > taken:
            taken = after + longest
            yield _repeated(facts, start, after, longest)


def _length(facts: list[AlineaFakta], texts: list[str], first: int, second: int) -> int:
    count = 0
    while (
        first + count < second
        and second + count < len(texts)
        and texts[first + count]
        and texts[first + count] == texts[second + count]
        and facts[first + count].bab == facts[second + count].bab
    ):
        count += 1
    return count


def _repeated(facts: list[AlineaFakta], first: int, second: int, count: int) -> Masalah:
    leads = (facts[max(0, second - 1)], facts[first], facts[max(0, first - 1)])
    part = f" (bagian '{facts[second].bagian[-1]}')" if facts[second].bagian else ""
    line = facts[first].tempat.baris
    return Masalah(
        proof(facts[second]),
        f"daftar {count} butir ini{part} sama dengan daftar mulai baris {line}",
        Keyakinan.PASTI,
        terkait=tuple(map(proof, leads)),
        saran="Cantumkan daftarnya satu kali, lalu rujuk.",
    )


ATURAN = Aturan(
    kode="STR-20",
    judul="Alinea dan daftar tidak tertulis dua kali",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antaralinea",
    penjelasan=(
        "Alinea panjang yang sama atau hampir sama, dan daftar empat butir atau lebih, tidak tertulis dua kali dalam "
        "satu bab. Daftar dan alinea yang diulang di bab lain, catatan di bawah tabel, dan lampiran dilewati."
    ),
    bila_kosong="tidak ada alinea panjang atau daftar",
    run=_run,
)
