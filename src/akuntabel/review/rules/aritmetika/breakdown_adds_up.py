"""A count in a sentence is the sum of the parts that the sentence lists."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.rincian_kalimat import Rincian, read_breakdowns
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import slip
from akuntabel.review.sumber_lain import printed_for

_MOST = 9  # parts up to which every nesting is tried


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for breakdown in read_breakdowns(fakta.kalimat, fakta.struktur.alinea):
        if breakdown.terbuka:
            yield Lewat("rinciannya tidak lengkap menurut kalimatnya")
        elif _sum(breakdown) in (_value(breakdown.jumlah), *breakdown.di_atas) or _some_fit(breakdown):
            yield LOLOS
        else:
            yield _problem(breakdown, fakta)


def _value(number: Angka) -> Decimal:
    return number.nilai if number.nilai is not None else Decimal(0)


def _sum(breakdown: Rincian) -> Decimal:
    return sum((_value(p.angka) for p in breakdown.bagian), Decimal())


def _some_fit(breakdown: Rincian) -> bool:
    """Whether the parts make the total where parts may be followed by their own parts."""
    values = tuple(_value(p.angka) for p in breakdown.bagian)
    return len(values) <= _MOST and _value(breakdown.jumlah) in _nested_sums(values)


def _is_plain(breakdown: Rincian) -> bool:
    """Whether all parts are counted in the unit of the total, in one level."""
    units = {p.angka.satuan for p in breakdown.bagian} | {breakdown.jumlah.satuan}
    listed = any(p.alinea is not breakdown.kalimat.alinea for p in breakdown.bagian)
    so_far = list(accumulate(_value(p.angka) for p in breakdown.bagian))
    if _value(breakdown.jumlah) in so_far:
        return False  # the first parts make the total: what follows may be something else
    return not breakdown.bertingkat and len(breakdown.bagian) <= _MOST and (len(units) == 1 or listed)


def _nested_sums(values: tuple[Decimal, ...]) -> set[Decimal]:
    """Every sum of the values in which some are left out because they add up to the value right before them."""
    if not values:
        return {Decimal(0)}
    found: set[Decimal] = set()
    for end in range(1, len(values) + 1):
        inside = values[1:end]
        if not inside or (len(inside) > 1 and values[0] in _nested_sums(inside)):
            found |= {values[0] + rest for rest in _nested_sums(values[end:])}
    return found


def _problem(breakdown: Rincian, fakta: Fakta) -> Masalah:
    total, added = breakdown.jumlah, _sum(breakdown)
    parts = " + ".join(p.angka.teks for p in breakdown.bagian)
    gap = _value(total) - added
    doubted = [p for p in breakdown.bagian if not printed_for(fakta.tabel, p.sebutan, _value(p.angka))]
    supported = [(p, s) for p in doubted if (s := printed_for(fakta.tabel, p.sebutan, _value(p.angka) + gap))]
    part, source = supported[0] if len(supported) == 1 else (None, None)
    right = _value(part.angka) + gap if part else None
    said = f"; menurut tabel, {part.sebutan} {format_number(right)}" if part and right is not None else ""
    return Masalah(
        proof(breakdown.kalimat),
        f"jumlah tertulis {total.teks}, sedangkan rinciannya {parts} = {format_number(added)}{said}",
        Keyakinan.PASTI if _is_plain(breakdown) else Keyakinan.MUNGKIN,
        terkait=(source,) if source else (),
        tertulis=part.angka.teks if part else total.teks,
        seharusnya=format_number(right) if right is not None else None,
        hitungan=f"{parts} = {format_number(added)}",
        dugaan_penyebab=slip(_value(part.angka), right) if part and right is not None else slip(_value(total), added),
        saran="Samakan jumlah dan rinciannya dengan tabel yang menjadi sumbernya.",
    )


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
