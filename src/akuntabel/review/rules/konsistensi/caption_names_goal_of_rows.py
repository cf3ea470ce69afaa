"""A caption that names a goal stands above the rows of that goal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from rapidfuzz import fuzz

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.pola import clean
from akuntabel.facts.subjek import bare_name
from akuntabel.facts.tabel import JenisBaris, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_GOAL = re.compile(
    r"\bsasaran(?:\s+strategis)?(?:\s+\d+)?\s*[:\"“”'(]*\s*(?P<nama>(?:me|ter|ber)\w+nya\b.+?)"
    r"(?:\s+(?:pada\s+)?tahun\s+\d{4}.*)?$",
    re.IGNORECASE,
)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    named = [(t, m["nama"].strip(" \"”'.):")) for t in fakta.tabel if (m := _GOAL.search(t.judul))]
    for table, goal in named:
        rows = _goals(table)
        if rows:
            fits = any(_same(goal, r, limit) for r in rows)
            yield LOLOS if fits else _problem(fakta, table, goal, rows, limit, [g for t, g in named if t is not table])


def _goals(table: Tabel) -> list[str]:
    cells = (clean(r.sel[k.indeks].teks) for r in table.rows(JenisBaris.ISI) for k in table.of(Peran.SASARAN))
    return list(dict.fromkeys(c for c in cells if len(bare_name(c)) > 3))


def _same(first: str, second: str, limit: Decimal) -> bool:
    """One name inside the other, or alike in any order of words."""
    a, b = bare_name(first), bare_name(second)
    return a in b or b in a or fuzz.token_set_ratio(a, b) >= float(limit)


def _problem(fakta: Fakta, table: Tabel, goal: str, rows: list[str], limit: Decimal, others: list[str]) -> Masalah:
    elsewhere = any(_same(goal, r, limit) for t in fakta.tabel if t is not table for r in _goals(t))
    swapped = elsewhere and any(_same(o, r, limit) for o in others for r in rows)
    return Masalah(
        proof(table),
        f"keterangan menyebut sasaran '{goal}', sedangkan barisnya memuat sasaran '{rows[0]}'",
        Keyakinan.PASTI if swapped else Keyakinan.MUNGKIN,
        terkait=(proof(next(r for r in table.rows(JenisBaris.ISI)), table),),
        tertulis=goal,
        seharusnya=rows[0],
        dugaan_penyebab="keterangan dua tabel tertukar" if swapped else None,
        saran="Sesuaikan keterangan tabel dengan isinya.",
    )


ATURAN = Aturan(
    kode="KON-12",
    judul="Keterangan tabel menyebut sasaran yang ada pada barisnya",
    kelompok=Kelompok.KONSISTENSI,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan keterangan dengan isi tabel",
    penjelasan=(
        "Bila keterangan tabel menyebut nama satu sasaran, sasaran itu ada pada kolom sasaran tabelnya. Pasti bila "
        "keterangan dua tabel tertukar; selain itu mungkin, karena nama sasaran dapat diringkas."
    ),
    bila_kosong="tidak ada keterangan yang menyebut nama sasaran di atas tabel yang memuat sasaran",
    run=_run,
)
