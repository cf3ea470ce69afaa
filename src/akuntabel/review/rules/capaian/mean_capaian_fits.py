"""A stated mean of capaian is the mean of the capaian in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.kolom import Peran
from akuntabel.facts.peran_angka import roles_of
from akuntabel.facts.subjek import bare_name
from akuntabel.facts.tabel import JenisBaris
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.kolom_capaian import KolomCapaian, read_columns
from akuntabel.review.rumus_capaian import CAPS, shown

_MEAN = re.compile(
    r"\brata\s*-?\s*rata\s+(?:\w+\s+){0,2}?(?:capaian|pencapaian)\b|\bcapaian\s+(?:\w+\s+){0,2}?rata\s*-?\s*rata\b"
)
_LEAST = 2


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    columns = list(read_columns(fakta))
    for sentence in fakta.kalimat:
        for number in roles_of(sentence):
            if number.angka.persen and number.angka.nilai is not None and _MEAN.search(number.sebelum):
                yield _judge(sentence, number.angka, columns)


def _judge(sentence: Kalimat, printed: Angka, columns: Sequence[KolomCapaian]) -> Jawaban:
    if not columns:
        return Lewat("tidak ada tabel capaian dengan beberapa baris")
    if any(printed.near(mean) for c in columns for mean in _means(_values(c))) or _is_of_all(printed, columns):
        return LOLOS
    named = [c for c in columns if c.baris[0].tabel.of(Peran.INDIKATOR)]
    named = [c for c in named if len(_values(c)) >= _LEAST] or named
    told = named or list(columns)
    before = [c for c in told if c.baris[0].tabel.blok < sentence.alinea.blok] or told
    return _problem(sentence, printed, before[-1], sure=len(named) == 1)


def _is_of_all(printed: Angka, columns: Sequence[KolomCapaian]) -> bool:
    """Whether it is the mean over several tables, as reports have one for each sasaran; each indicator counts once."""
    found: dict[str, Decimal] = {}
    for column in columns:
        for row in column.baris:
            number = column.tercetak(row)
            if number and number.nilai is not None and row.tabel.of(Peran.INDIKATOR):
                found.setdefault(bare_name(row.nama), number.nilai)
    return any(printed.near(mean) for mean in _means(list(found.values())))


def _means(values: Sequence[Decimal]) -> Iterator[Decimal]:
    """The mean as printed, and with every usual cap."""
    for cap in (None, *CAPS) if values else ():
        yield sum((v if cap is None else min(v, cap) for v in values), Decimal()) / len(values)


def _values(column: KolomCapaian) -> list[Decimal]:
    """Every capaian of the column, also of rows whose target and realisasi are words (BB, WTP)."""
    table, at = column.baris[0].tabel, column.baris[0].capaian
    printed = {r.baris.tempat: column.tercetak(r) for r in column.baris}
    cells = ((r.tempat, r.sel[at.kolom]) for r in table.rows(JenisBaris.ISI)) if at else ()
    found = (printed.get(p, c.angka) for p, c in cells if p in printed or c.nilai_ada)
    return [n.nilai for n in found if n is not None and n.nilai is not None]


def _problem(sentence: Kalimat, printed: Angka, column: KolomCapaian, *, sure: bool) -> Masalah:
    values = _values(column)
    mean = next(_means(values), Decimal(0))
    table = column.baris[0].tabel
    added = " + ".join(format_number(v) for v in values[:10]) + (" + …" if len(values) > 10 else "")
    return Masalah(
        proof(sentence),
        f"rata-rata capaian tertulis {printed.teks}, sedangkan rata-rata {len(values)} capaian pada {table.nama} ialah "
        f"{shown(mean)}%",
        Keyakinan.PASTI if sure and len(values) > _LEAST else Keyakinan.MUNGKIN,
        terkait=(proof(table),),
        tertulis=printed.teks,
        seharusnya=f"{shown(mean)}%" if sure else None,
        hitungan=f"({added}) / {len(values)} = {shown(mean)}",
        saran="Hitung ulang rata-rata, dan sebutkan cara merata-ratakannya.",
    )


ATURAN = Aturan(
    kode="CPN-09",
    judul="Rata-rata capaian dalam kalimat sama dengan rata-rata tabelnya",
    kelompok=Kelompok.CAPAIAN,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Rata-rata capaian yang disebut kalimat dibandingkan dengan rata-rata setiap kolom capaian pada tabel, apa "
        "adanya maupun dengan batas atas yang lazim. Pasti hanya bila laporan memuat satu tabel capaian dengan "
        "sedikitnya tiga baris; bila ada beberapa tabel, rata-ratanya dapat diambil dari himpunan lain."
    ),
    bila_kosong="tidak ada rata-rata capaian dalam kalimat",
    run=_run,
)
