"""A count in a sentence is the sum of the parts that the sentence lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.rincian_kalimat import BagianRincian, Rincian, read_breakdowns
from akuntabel.facts.tabel import Sel, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip

_MOST = 9  # parts up to which every nesting is tried
_COMMON = frozenset(
    {"orang", "pegawai", "dan", "yang", "dari", "dengan", "jumlah", "unit", "buah", "atau", "serta", "negeri"}
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for breakdown in read_breakdowns(fakta.kalimat, fakta.struktur.alinea):
        if breakdown.terbuka:
            yield Lewat("rinciannya tidak lengkap menurut kalimatnya")
        elif _sum(breakdown) == _value(breakdown.jumlah) or _some_fit(breakdown):
            yield LOLOS
        else:
            yield _problem(breakdown, fakta)


def _value(number: Angka) -> Decimal:
    return number.nilai if number.nilai is not None else Decimal(0)


def _sum(breakdown: Rincian) -> Decimal:
    return sum((_value(p.angka) for p in breakdown.bagian), Decimal())


def _some_fit(breakdown: Rincian) -> bool:
    """Whether some of the parts make the total: the others may be parts of parts."""
    values, total = [_value(p.angka) for p in breakdown.bagian], _value(breakdown.jumlah)
    sizes = range(2, len(values)) if len(values) <= _MOST else ()
    return any(sum(chosen) == total for size in sizes for chosen in combinations(values, size))


def _problem(breakdown: Rincian, fakta: Fakta) -> Masalah:
    total, added = breakdown.jumlah, _sum(breakdown)
    parts = " + ".join(p.angka.teks for p in breakdown.bagian)
    gap = _value(total) - added
    doubted = [p for p in breakdown.bagian if not _printed(fakta, p, _value(p.angka))]
    supported = [(p, s) for p in doubted if (s := _printed(fakta, p, _value(p.angka) + gap))]
    part, source = supported[0] if len(supported) == 1 else (None, None)
    right = _value(part.angka) + gap if part else None
    said = f"; menurut tabel, {part.sebutan} {format_number(right)}" if part and right is not None else ""
    return Masalah(
        proof(breakdown.kalimat),
        f"jumlah tertulis {total.teks}, sedangkan rinciannya {parts} = {format_number(added)}{said}",
        Keyakinan.MUNGKIN if breakdown.bertingkat or len(breakdown.bagian) > _MOST else Keyakinan.PASTI,
        terkait=(source,) if source else (),
        tertulis=part.angka.teks if part else total.teks,
        seharusnya=format_number(right) if right is not None else None,
        hitungan=f"{parts} = {format_number(added)}",
        dugaan_penyebab=slip(_value(part.angka), right) if part and right is not None else slip(_value(total), added),
        saran="Samakan jumlah dan rinciannya dengan tabel yang menjadi sumbernya.",
    )


def _printed(fakta: Fakta, part: BagianRincian, value: Decimal) -> Terkait | None:
    """A cell with a value in a row or column that names the part."""
    for table in fakta.tabel:
        for row in table.baris:
            for cell in row.sel:
                if cell.angka and cell.angka.nilai == value and _names(table, row.label, cell, part.sebutan):
                    return proof(cell, table, row.teks())
    return None


def _names(table: Tabel, label: str, cell: Sel, part: str) -> bool:
    """Whether row or column hold the part's abbreviation, or else two of its words or all of them."""
    there = f"{table.kolom[cell.kolom].teks} {label}"
    short = set(_SHORT.findall(part))
    if short:
        return bool(short & set(_SHORT.findall(there)))
    words = _words(part)
    return bool(words) and len(words & _words(there)) >= min(2, len(words))


_SHORT = re.compile(r"\b[A-Z]{2,}\b")


def _words(text: str) -> set[str]:
    return {w for w in re.findall(r"[a-z]{3,}", text.lower()) if w not in _COMMON}


ATURAN = Aturan(
    kode="JML-12",
    judul="Rincian dalam kalimat berjumlah sama dengan jumlah yang disebut",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Kalimat seperti '72 orang terdiri dari 39 PNS, 32 PPPK, dan 1 non-ASN', juga bila rinciannya berupa daftar, "
        "dijumlahkan ulang. Daftar terbuka (antara lain, di antaranya) tidak dijumlahkan; rincian di dalam rincian "
        "diterima. Bila satu tabel memuat angka yang membuat rinciannya cocok, angka itu diusulkan."
    ),
    bila_kosong="tidak ada jumlah yang dirinci dalam kalimat",
    run=_run,
)
