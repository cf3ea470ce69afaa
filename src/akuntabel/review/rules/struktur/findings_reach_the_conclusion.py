"""Recommendations and problems of inner chapters come back in the closing chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.struktur import AlineaFakta, JenisJudul, PeranAlinea
from akuntabel.facts.tabel import BarisTabel, JenisBaris
from akuntabel.findings import LOLOS, Keyakinan, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_RECOMMENDS = re.compile(r"\brekomendasi\b", re.IGNORECASE)
_PROBLEMS = re.compile(r"\b(?:permasalahan|pokok masalah|hambatan|kendala)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]{5,}")
_COMMON = re.compile(
    r"dalam|dengan|untuk|tahun|kinerja|dinas|belum|masih|optimal|perlu|secara|melalui|kegiatan|program|pelaksanaan"
    r"|sebagai|terhadap|serta|adanya|dapat|lebih|meningkatkan|peningkatan|perbaikan|penambahan|daerah|kepada|sistem"
    r"|target|capaian|pencapaian|sasaran|layanan|pelayanan|berbagai|seluruh|semua|kurang|kurangnya|sepenuhnya"
)
_ITEMS = 3  # items that make a list of recommendations
_FEWEST = 2  # a paragraph and one item in the closing chapter are too few to compare


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    closing = [j for j in fakta.struktur.judul if j.jenis is JenisJudul.BAB][-1:]
    last = closing[0].nomor.removeprefix("BAB").strip() if closing else ""
    end = [f for f in fakta.struktur.alinea if f.bab == last]
    if not end:
        return
    inner = [f for f in fakta.struktur.alinea if f.bab not in (last, "depan", "lampiran")]
    yield from _recommendations(inner, end)
    yield from _problems(fakta, end)


def _roots(texts: list[str]) -> set[str]:
    """Words of meaning, cut to their first six letters so that affixes behind make no difference."""
    return {w[:6] for text in texts for w in _WORD.findall(text.lower()) if not _COMMON.fullmatch(w)}


def _told(facts: list[AlineaFakta], about: re.Pattern[str]) -> list[AlineaFakta]:
    """Items behind a paragraph or heading about a thing, and that paragraph itself first."""
    for at, fact in enumerate(facts):
        if about.search(fact.teks) and fact.teks.rstrip().endswith((":", "antara lain")):
            items = []
            for follower in facts[at + 1 :]:
                if follower.peran is not PeranAlinea.BUTIR:
                    break
                items.append(follower)
            return [fact, *items]
    return []


def _recommendations(inner: list[AlineaFakta], end: list[AlineaFakta]) -> Iterator[Jawaban]:
    given, closing = _told(inner, _RECOMMENDS), _told(end, re.compile(r"rekomendasi|saran|perbaikan", re.IGNORECASE))
    if len(given) <= _ITEMS or len(closing) <= _FEWEST:
        return
    lead, *items = given
    lost = [f for f in items if not _roots([f.isi]) & _roots([c.isi for c in closing[1:]])]
    yield _answer(lead, items, lost, closing, "rekomendasi")


def _problems(fakta: Fakta, end: list[AlineaFakta]) -> Iterator[Jawaban]:
    closing = _told(end, _PROBLEMS)
    tables = [t for t in fakta.tabel if _PROBLEMS.search(f"{t.judul} {t.kolom[0].teks}")]
    rows = [r for t in tables for r in t.rows(JenisBaris.ISI, JenisBaris.KELOMPOK)]
    if not rows or len(closing) <= _FEWEST:
        return
    lead, *items = closing
    mapped = _roots([r.teks() for r in rows])
    lost = [f for f in items if not _roots([f.isi]) & mapped]
    yield _answer(lead, items, lost, rows[:3], "permasalahan")


def _answer(
    lead: AlineaFakta,
    items: list[AlineaFakta],
    lost: list[AlineaFakta],
    others: list[AlineaFakta] | list[BarisTabel],
    what: str,
) -> Jawaban:
    """Most of the items have no word in common with the other side."""
    if 2 * len(lost) <= len(items):
        return LOLOS
    side = others[0]
    section = side.bagian[-1] if isinstance(side, AlineaFakta) and side.bagian else ""
    where = f"bagian '{section}'" if section else "tabel pemetaan permasalahan"
    places: tuple[Terkait, ...] = tuple(proof(x) for x in (*items[:4], *others[:4]))
    return Masalah(
        proof(lead),
        f"{len(lost)} dari {len(items)} {what} di sini tidak bertemu dengan {where}",
        Keyakinan.MUNGKIN,
        terkait=places,
        saran=f"Hubungkan {what} pada bab dalam dengan penutup, atau terangkan mengapa berbeda.",
    )


ATURAN = Aturan(
    kode="STR-22",
    judul="Rekomendasi dan permasalahan bab dalam sampai ke penutup",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Rekomendasi yang ditulis pada bab dalam muncul kembali pada penutup, dan permasalahan pada penutup "
        "berhubungan dengan pemetaan permasalahan. Dibandingkan menurut kata yang sama, sehingga selalu 'mungkin'."
    ),
    bila_kosong="tidak ada rekomendasi atau permasalahan pada bab dalam dan pada penutup",
    run=_run,
)
