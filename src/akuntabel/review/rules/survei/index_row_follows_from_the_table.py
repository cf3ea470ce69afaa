"""The index in a row of the table of elements follows from the elements above it, under one of the weights in use."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.survei import NilaiUnsur, is_index
from akuntabel.facts.tabel import Sel
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.regulations import Regulations
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.wording import digits

_INDEX = re.compile(r"\b(?:indeks|ikm|nilai (?:skm|ikm)|rata\s*-?\s*rata|rerata)\b", re.IGNORECASE)
_ALL = 9


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    tables: dict[tuple[int, int], list[NilaiUnsur]] = defaultdict(list)
    for value in fakta.unsur:
        if value.tabel is not None and isinstance(value.sumber, Sel):
            tables[value.tabel.blok, value.sumber.kolom].append(value)
    for (_, column), values in tables.items():
        table = values[0].tabel
        rows = {v.tempat.baris for v in values}
        for row in table.baris if table and len({v.kode for v in values}) == len(values) == _ALL else ():
            cell = row.sel[column]
            named = any(_INDEX.search(c.teks) for c in row.sel[:column])
            if row.tempat.baris not in rows and named and cell.angka and is_index(cell.angka):
                yield _judge(cell, values, konteks.regulations, fakta.tahun)


def _judge(cell: Sel, values: Sequence[NilaiUnsur], regulations: Regulations, tahun: int | None) -> Jawaban:
    total = sum((v.angka.nilai or Decimal() for v in values), Decimal())
    guide = regulations.pedoman_skm(tahun) if tahun is not None else None
    weights = [Decimal(1) / len(values), *(guide.bobot_tercetak if guide else ())]
    written = cell.angka.nilai if cell.angka else None
    rounded = regulations.ambang("reviu.indeks_dibulatkan") + (cell.angka.ketelitian / 2 if cell.angka else 0)
    if written is None or any(abs(written - total * weight) <= rounded for weight in weights):
        return LOLOS
    table, right = values[0].tabel, digits(total * weights[0])
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
