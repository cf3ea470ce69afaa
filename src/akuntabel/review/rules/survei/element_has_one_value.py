"""The value of a survey element is the same in the table of elements and in the headings or items that repeat it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from akuntabel.facts.angka import same_value
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.survei import NilaiUnsur
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_ENOUGH = 3  # elements of one section that agree with a table: the section repeats that table


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    tables: dict[int, dict[str, NilaiUnsur]] = defaultdict(dict)
    sections: dict[tuple[str, ...], list[NilaiUnsur]] = defaultdict(list)
    for value in fakta.unsur:
        if value.tabel is not None:
            tables[value.tabel.blok].setdefault(value.kode, value)
        elif isinstance(value.sumber, Kalimat):
            sections[value.sumber.alinea.bagian[:2]].append(value)
    for values in sections.values():
        yield from _judge(values, list(tables.values()))


def _judge(values: list[NilaiUnsur], tables: list[dict[str, NilaiUnsur]]) -> Iterator[Jawaban]:
    """Compare with the table that a section repeats, found by how many of its values stand there."""
    if not tables:
        return
    repeated = max(tables, key=lambda t: sum(_agree(v, t) for v in values))
    count = sum(_agree(v, repeated) for v in values)
    for value in values:
        if any(_agree(value, t) for t in tables):
            yield LOLOS
        elif value.kode not in repeated or count < min(_ENOUGH, len(values) - 1):
            yield Lewat("tidak ada tabel unsur yang jelas diulang")
        else:
            yield _problem(value, repeated[value.kode], surely=count >= _ENOUGH and 2 * count > len(values))


def _agree(value: NilaiUnsur, table: Mapping[str, NilaiUnsur]) -> bool:
    other = table.get(value.kode)
    return other is not None and same_value(value.angka, other.angka)


def _problem(value: NilaiUnsur, other: NilaiUnsur, *, surely: bool) -> Masalah:
    place = other.tabel.nama if other.tabel else "tempat lain"
    return Masalah(
        proof(value.sumber, value.tabel),
        f"nilai unsur '{value.nama}' tertulis {value.angka.teks}, pada {place} {other.angka.teks}",
        Keyakinan.PASTI if surely else Keyakinan.MUNGKIN,
        terkait=(proof(other.sumber, other.tabel),),
        tertulis=value.angka.teks,
        saran="Samakan kedua nilai menurut hasil survei.",
        sebab=f"unsur:{value.kode}",
    )


ATURAN = Aturan(
    kode="SKM-07",
    judul="Nilai unsur yang diulang sama dengan tabelnya",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antarbagian",
    penjelasan=(
        "Judul dan butir yang menyebut nilai unsur dibandingkan dengan tabel unsur yang jelas diulangnya, yaitu yang "
        "memuat sedikitnya tiga nilai dari bagian itu; bagian dengan satu sampai tiga nilai hanya ditanyakan. Bagian "
        "tentang periode survei lain dilewati."
    ),
    bila_kosong="tidak ada nilai unsur yang diulang di luar tabelnya",
    run=_run,
)
