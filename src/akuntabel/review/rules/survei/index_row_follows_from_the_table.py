"""The index in a row of the table of elements follows from the elements above it, under one of the weights in use."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.survei import BANYAK_UNSUR, NilaiUnsur, is_index
from akuntabel.facts.tabel import Sel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.regulations import Regulations
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bobot_unsur import indexes, is_one_of, mended
from akuntabel.review.bukti import proof
from akuntabel.review.wording import digits

_INDEX = re.compile(r"\b(?:indeks|ikm|nilai (?:skm|ikm)|rata\s*-?\s*rata|rerata)\b", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    tables: dict[tuple[int, int], list[NilaiUnsur]] = defaultdict(list)
    for value in fakta.unsur:
        if value.tabel is not None and isinstance(value.sumber, Sel):
            tables[value.tabel.blok, value.sumber.kolom].append(value)
    for (_, column), values in tables.items():
        table = values[0].tabel
        rows = {v.tempat.baris for v in values}
        for row in table.baris if table and len({v.kode for v in values}) == len(values) == BANYAK_UNSUR else ():
            cell = row.sel[column]
            named = any(_INDEX.search(c.teks) for c in row.sel[:column])
            if row.tempat.baris not in rows and named and cell.angka and _is_value(cell.angka):
                yield _judge(cell, values, konteks.regulations, fakta.tahun)


def _is_value(number: Angka) -> bool:
    """An index, or what was meant as one: its comma lost or moved."""
    return is_index(number) or (number.desimal > 0 and not number.persen and not number.rupiah)


def _judge(cell: Sel, values: Sequence[NilaiUnsur], regulations: Regulations, tahun: int | None) -> Jawaban:
    ways = indexes([v.angka.nilai or Decimal() for v in values], regulations, tahun)
    if cell.angka is None or is_one_of(cell.angka, ways.values(), regulations):
        return LOLOS
    if is_one_of(cell.angka, indexes(mended(values), regulations, tahun).values(), regulations):
        return Lewat("indeksnya cocok dengan nilai rata-rata unsur; nilai konversinya dinilai oleh aturan lain")
    table, right = values[0].tabel, digits(next(iter(ways.values())))
    return Masalah(
        proof(cell, table),
        f"indeks pada tabel tertulis {cell.teks}, sedangkan rata-rata {len(values)} nilai unsur di atasnya {right}",
        Keyakinan.PASTI,
        terkait=tuple(proof(v.sumber, v.tabel) for v in values),
        tertulis=cell.teks,
        seharusnya=right,
        hitungan=f"({' + '.join(v.angka.teks for v in values)}) / {len(values)} = {right}",
        saran="Hitung ulang indeks, dan sebut bobot setiap unsur bila bukan rata-rata biasa.",
    )


ATURAN = Aturan(
    kode="SKM-08",
    judul="Indeks pada tabel unsur sesuai dengan nilai unsurnya",
    kelompok=Kelompok.SURVEI,
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 14/2017, lampiran",
    penjelasan=(
        "Baris indeks atau rata-rata pada tabel yang memuat sembilan nilai unsur dihitung ulang dari kolomnya sendiri, "
        "dengan bobot tepat 1/9 dan bobot tercetak yang dipakai orang. Satu yang cocok sudah cukup."
    ),
    bila_kosong="tidak ada tabel sembilan unsur dengan baris indeks",
    run=_run,
)
