"""How many answered the survey is the same in sentences and in the tables of the survey."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.responden import RespondenDisebut, RespondenTabel, read_stated, read_tabled
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    tabled = list({value_of(t.sel): t for t in read_tabled(fakta.tabel)}.values())
    for stated in read_stated(fakta.kalimat):
        yield _judge(stated, tabled, fakta.tahun)


def _judge(stated: RespondenDisebut, tabled: Sequence[RespondenTabel], tahun: int | None) -> Jawaban:
    """A count is that of one table, or of all periods together."""
    counts = [value_of(t.sel) for t in tabled]
    if not counts:
        return Lewat("tidak ada tabel dengan banyaknya responden")
    if any(year != tahun for year in stated.kalimat.tahun):
        return Lewat("kalimatnya menyebut tahun lain")
    value = stated.angka.nilai or Decimal()
    return LOLOS if value in (*counts, sum(counts)) else _problem(stated, value, tabled)


def _problem(stated: RespondenDisebut, value: Decimal, tabled: Sequence[RespondenTabel]) -> Masalah:
    near = min(tabled, key=lambda t: abs(value_of(t.sel) - value))
    right = value_of(near.sel)
    return Masalah(
        proof(stated.kalimat),
        f"banyaknya responden tertulis {stated.angka.teks}, sedangkan menurut {near.tabel.nama} {format_number(right)}",
        Keyakinan.MUNGKIN,
        terkait=tuple(proof(t.sel, t.tabel) for t in tabled),
        tertulis=stated.angka.teks,
        dugaan_penyebab=slip(value, right),
        saran="Samakan banyaknya responden, atau sebut periode survei yang dimaksud.",
    )


ATURAN = Aturan(
    kode="SKM-09",
    judul="Banyaknya responden sama pada kalimat dan tabel",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Banyaknya seluruh responden dalam kalimat dicari pada tabel survei: baris jumlah responden, atau banyaknya "
        "responden yang sama pada semua unsur. Jumlah semua periode juga diterima. Sampel yang direncanakan, batas "
        "minimum, bagian responden, dan tahun lain dilewati. Selalu mungkin, karena laporan dapat menyebut lebih dari "
        "satu survei."
    ),
    bila_kosong="tidak ada banyaknya responden dalam kalimat",
    run=_run,
)
