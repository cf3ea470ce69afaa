"""A number in words behind its digits says the same number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.terbilang import terbilang
from akuntabel.facts.angka import Angka
from akuntabel.facts.bilangan_kata import read_number_words
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for sentence in fakta.kalimat:
        for number in sentence.angka:
            if number.kurung and number.nilai is not None:
                yield from _judge(sentence, number, number.nilai)


def _judge(sentence: Kalimat, number: Angka, value: Decimal) -> Iterator[Jawaban]:
    inside = number.kurung.strip()
    if inside.isdigit():
        if Decimal(inside) == value:
            yield _digits_again(sentence, number, value)
        return
    spoken = read_number_words(inside)
    if spoken is None:
        return
    if spoken.sisa:
        yield Lewat(f"kata '{spoken.sisa}' bukan kata bilangan")
    elif spoken.nilai == value:
        yield LOLOS
    else:
        yield _other_number(sentence, number, value, spoken.nilai)


def _digits_again(sentence: Kalimat, number: Angka, value: Decimal) -> Masalah:
    words = terbilang(value)
    return Masalah(
        proof(sentence),
        f"angka diulang di dalam kurung, {number.teks} ({number.kurung}); di dalam kurung seharusnya kata, {words}",
        tingkat=Tingkat.RENDAH,
        tertulis=f"{number.teks} ({number.kurung})",
        seharusnya=f"{number.teks} ({words})",
    )


def _other_number(sentence: Kalimat, number: Angka, value: Decimal, spoken: Decimal) -> Masalah:
    return Masalah(
        proof(sentence),
        f"angka {number.teks} ditulis dengan kata '{number.kurung.strip()}', yang berarti {terbilang_angka(spoken)}",
        Keyakinan.PASTI,
        tertulis=number.kurung.strip(),
        seharusnya=terbilang(value),
        hitungan=f"{terbilang_angka(spoken)} ≠ {terbilang_angka(value)}",
        saran="Pastikan angka mana yang benar, lalu samakan angka dan katanya.",
    )


def terbilang_angka(value: Decimal) -> str:
    """A whole number in digits with thousands marks."""
    return f"{value:,.0f}".replace(",", ".")


ATURAN = Aturan(
    kode="KAT-01",
    judul="Angka dan kata bilangannya sama",
    kelompok=Kelompok.KATA,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan angka dengan kata bilangannya",
    penjelasan=(
        "Kata bilangan di dalam kurung di belakang angka, misalnya 4 (empat), menyebut angka yang sama. Ejaan lama "
        "seperti milyar dan satu ribu diterima. Angka yang diulang di dalam kurung, misalnya 4 (4), disebut dengan "
        "tingkat rendah."
    ),
    bila_kosong="tidak ada angka yang diikuti kata bilangan",
    run=_run,
)
