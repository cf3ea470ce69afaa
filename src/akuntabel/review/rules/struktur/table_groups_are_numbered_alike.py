"""Within one table every group of rows is numbered or none is, and the numbers of columns begin with one."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Tabel, is_column_numbers
from akuntabel.facts.urutan import read_number
from akuntabel.findings import LOLOS, Keyakinan, Terkait, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.wording import short

_FEWEST = 2  # rows of a group that show a habit


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for table in fakta.tabel:
        yield from _columns(table)
        if table.kolom and table.kolom[0].peran is Peran.NOMOR:
            yield from _groups(table)


def _columns(table: Tabel) -> Iterator[Jawaban]:
    """The row (1) (2) (3) under the head; a column that was taken out leaves 2 3 4."""
    head = [([c.teks for c in row.sel], proof(table, table, " ".join(c.teks for c in row.sel))) for row in table.kepala]
    body = [([c.teks for c in r.sel], proof(r, table)) for r in table.rows(JenisBaris.NOMOR_KOLOM)]
    for texts, place in (*head, *body):
        if is_column_numbers(texts):
            yield _first(next(t for t in texts if t.strip()), place)


def _first(text: str, place: Terkait) -> Jawaban:
    number = "".join(ch for ch in text if ch.isdigit())[:2]
    if number == "1":
        return LOLOS
    return Masalah(
        place,
        f"nomor kolom dimulai dari {number}",
        Keyakinan.MUNGKIN,
        tertulis=text.strip(),
        seharusnya="1",
        dugaan_penyebab="Sebuah kolom dihapus tanpa mengurutkan lagi nomornya.",
    )


def _groups(table: Tabel) -> Iterator[Jawaban]:
    groups = list(_by_group(table))
    full = [g for g in groups if len(g) >= _FEWEST and all(_has_number(r) for r in g)]
    if not full:
        return
    for group in groups:
        if len(group) < _FEWEST or any(_has_number(r) or r.sel[0].lanjutan for r in group):
            yield LOLOS
            continue
        yield Masalah(
            proof(group[0], table),
            f"{len(group)} baris mulai dari '{short(group[0].label)}' tidak bernomor, padahal kelompok lain bernomor",
            Keyakinan.MUNGKIN,
            terkait=(proof(full[0][0], table),),
            tertulis="(kosong)",
            seharusnya="1",
        )


def _by_group(table: Tabel) -> Iterator[list[BarisTabel]]:
    """The rows of each group; a letter or Roman numeral in the column of numbers begins one."""
    group: list[BarisTabel] = []
    for row in table.rows(JenisBaris.ISI, JenisBaris.KELOMPOK):
        numbers = read_number(row.sel[0].teks.strip(" ."))
        if numbers and numbers[0].jenis != "angka":
            yield group
            group = []
        elif row.jenis is JenisBaris.ISI and row.label:
            group.append(row)
    yield group


def _has_number(row: BarisTabel) -> bool:
    return bool(read_number(row.sel[0].teks.strip(" .")))


ATURAN = Aturan(
    kode="STR-24",
    judul="Nomor kelompok baris dan nomor kolom tabel seragam",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antarbaris",
    penjelasan=(
        "Bila baris sebuah kelompok (A, B, I, II) bernomor, baris kelompok lain dalam tabel itu bernomor juga. Nomor "
        "kolom di bawah kepala tabel dimulai dari 1."
    ),
    bila_kosong="tidak ada tabel berkelompok atau bernomor kolom",
    run=_run,
)
