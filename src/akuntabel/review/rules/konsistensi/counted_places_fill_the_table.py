"""A count of places or units of a region is the number of rows of the table that lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kalimat import Kalimat
from akuntabel.facts.subjek import normal_name
from akuntabel.facts.tabel import JenisBaris, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_CONSISTS = re.compile(
    r"\b(?:terdiri (?:atas|dari)|terbagi (?:atas|menjadi|dalam)|memiliki|mempunyai|meliputi|mencakup)\s*$"
)
_REGION = re.compile(r"\b(?:kota|kabupaten|provinsi|wilayah|daerah|kecamatan|kelurahan|desa)\b")
_GOES_ON = "yang|dan|serta|dengan|di|pada|yaitu|yakni"  # anything else narrows the name down: "kecamatan pesisir"
_LEAST = 2


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    lists = [(t, name, n) for t in fakta.tabel if (listed := _listed(t)) for name, n in (listed,)]
    for sentence in fakta.kalimat if lists else ():
        for number in sentence.angka:
            things = [(t, n) for t, name, n in lists if _counts(sentence, number, name)]
            if things:
                fits = any(number.nilai == n for _, n in things)
                yield LOLOS if fits else _problem(sentence, number, *things[0])


def _listed(table: Tabel) -> tuple[str, int] | None:
    """What the rows of a table with a total are called, and how many different ones there are."""
    rows = table.rows(JenisBaris.ISI)
    if len(rows) < _LEAST or not table.rows(JenisBaris.JUMLAH) or table.rows(JenisBaris.KELOMPOK):
        return None
    column = next((k for k in table.kolom if rows[0].label and rows[0].sel[k.indeks].teks == rows[0].label), None)
    names = {normal_name(r.label) for r in rows}
    head = normal_name(column.judul[-1]) if column and column.judul else ""
    return (head, len(rows)) if head and " " not in head and len(names) == len(rows) else None


def _counts(sentence: Kalimat, number: Angka, name: str) -> bool:
    before, behind = sentence.kecil[: number.awal], sentence.kecil[number.akhir :]
    plain = re.match(rf"\s*(?:\([^()]*\))?\s*{re.escape(name)}\s*(?:$|[,.;(]|\b(?:{_GOES_ON})\b)", behind)
    return bool(plain and _REGION.search(before) and _CONSISTS.search(before))


def _problem(sentence: Kalimat, number: Angka, table: Tabel, rows: int) -> Masalah:
    return Masalah(
        proof(sentence),
        f"disebut {number.teks} {number.satuan or ''}".rstrip() + f", sedangkan {table.nama} memuat {rows}",
        Keyakinan.MUNGKIN,
        terkait=(proof(table),),
        tertulis=number.teks,
        seharusnya=str(rows),
        saran="Lengkapi tabel, atau perbaiki jumlah pada kalimat.",
    )


ATURAN = Aturan(
    kode="KON-14",
    judul="Banyaknya yang disebut kalimat sama dengan banyaknya baris pada tabelnya",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.SEDANG,
    dasar="Penghitungan ulang",
    penjelasan=(
        "Kalimat seperti 'terdiri atas 5 kecamatan' dibandingkan dengan tabel berjumlah yang kolom namanya "
        "'Kecamatan'. Selalu mungkin, karena tabel dapat memuat sebagian saja."
    ),
    bila_kosong="tidak ada kalimat yang menghitung hal yang didaftar tabel",
    run=_run,
)
