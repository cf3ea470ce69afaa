"""What the plan calls tujuan is not called sasaran elsewhere, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.pasangan import Pasangan
from akuntabel.facts.struktur import AlineaFakta, PeranAlinea
from akuntabel.facts.subjek import same_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_CALLED = re.compile(
    r"(?:[a-z\d]+[.)]\s*)?(?P<kind>tujuan|sasaran)(?: strategis)?(?: \d+)?\s*[:\"”“]\s*(?P<name>[^\"”“]{8,200})",
    re.IGNORECASE,
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    plan = _plan(fakta)
    if len({p.tingkat for p in plan}) < 2:
        return
    for fact in fakta.struktur.alinea:
        match = _CALLED.match(fact.isi) if fact.peran is not PeranAlinea.ENTRI else None
        if match:
            yield from _judge(fact, match["kind"].lower(), match["name"].strip(' ."”“'), plan, limit)


def _plan(fakta: Fakta) -> list[Pasangan]:
    """The pairs of the first table that holds both levels."""
    for pair in fakta.pasangan:
        own = [p for p in fakta.pasangan if p.tabel.blok == pair.tabel.blok]
        if len({p.tingkat for p in own}) == 2:
            return own
    return []


def _judge(fact: AlineaFakta, kind: str, name: str, plan: list[Pasangan], limit: Decimal) -> Iterator[Jawaban]:
    named = [p for p in plan if same_name(p.tujuan, name, limit)]
    if any(p.tingkat == kind for p in named):
        yield LOLOS
    elif named:
        other = named[0]
        real = next((p.tujuan for p in plan if p.tingkat == kind), "")
        yield Masalah(
            proof(fact),
            f"'{name}' disebut {kind}, sedangkan pada {other.tabel.nama} ia {other.tingkat}"
            + (f"; {kind} di sana ialah '{real}'" if real else ""),
            Keyakinan.PASTI,
            terkait=(proof(other.baris, other.tabel),),
            tertulis=name,
            seharusnya=real or None,
            saran="Ukur tujuan sebagai tujuan dan sasaran sebagai sasaran, masing-masing dengan indikatornya.",
            sebab=f"jenjang:{other.tujuan}",
        )


ATURAN = Aturan(
    kode="KON-07",
    judul="Tujuan tidak disebut sasaran",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Judul dan kalimat yang diawali Tujuan: atau Sasaran: menyebut rumusan yang pada tabel rencana memang berada "
        "di jenjang itu. Rumusan yang tidak ada pada tabel rencana tidak dinilai."
    ),
    bila_kosong="tidak ada tabel dengan tujuan dan sasaran, atau tidak ada judul yang menyebutnya",
    run=_run,
)
