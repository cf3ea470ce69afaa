"""An indicator measures the same tujuan or sasaran in every table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.pasangan import Pasangan
from akuntabel.facts.subjek import same_name
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.penjelasan import explains


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    plan: list[Pasangan] = []
    for pair in fakta.pasangan:
        known = next((p for p in plan if same_name(p.indikator, pair.indikator, limit)), None)
        if known is None:
            plan.append(pair)
        elif known.tabel.blok != pair.tabel.blok:
            yield LOLOS if explains(fakta, pair.indikator) else _judge(known, pair, plan, limit)


def _judge(known: Pasangan, pair: Pasangan, plan: list[Pasangan], limit: Decimal) -> Jawaban:
    if same_name(known.tujuan, pair.tujuan, limit):
        return LOLOS
    if known.tersirat or pair.tersirat:
        return Lewat("tujuan atau sasarannya hanya tersirat dari baris di atasnya")
    owner = next((p for p in plan if same_name(p.tujuan, pair.tujuan, limit)), None)
    more = f"; di sana {owner.tingkat} itu diukur dengan '{owner.indikator}'" if owner else ""
    kind = f"sebagai indikator {pair.tingkat} '{pair.tujuan}'"
    return Masalah(
        proof(pair.baris, pair.tabel),
        f"'{pair.indikator}' tertulis {kind}, sedangkan pada {known.tabel.nama} ia indikator {known.tingkat} "
        f"'{known.tujuan}'{more}",
        Keyakinan.PASTI if owner else Keyakinan.MUNGKIN,
        terkait=(proof(known.baris, known.tabel),) + ((proof(owner.baris, owner.tabel),) if owner else ()),
        tertulis=pair.tujuan,
        seharusnya=known.tujuan,
        saran="Pasangkan indikator dengan tujuan atau sasarannya menurut rencana strategis.",
    )


ATURAN = Aturan(
    kode="KON-04",
    judul="Indikator berada pada tujuan atau sasaran yang sama",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.TINGGI,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Satu indikator dipasangkan dengan tujuan atau sasaran yang sama pada rencana, perjanjian, dan pengukuran. "
        "Pasti bila sasaran itu pada tabel pertama mempunyai indikator lain; selain itu mungkin, karena rumusan "
        "dapat disesuaikan."
    ),
    bila_kosong="tidak ada indikator yang dipasangkan pada dua tabel",
    run=_run,
)
