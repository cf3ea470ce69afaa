"""A printed percentage of spending is realisasi / anggaran of its own row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Sel, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_ENOUGH = 3  # rows that must fit before a column is surely the share of the budget


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for table in fakta.tabel:
        for share in table.of(Peran.PERSEN, Peran.CAPAIAN):
            pair = _money_of(table, share)
            if pair:
                yield from _judge_column(table, share, *pair)


def _money_of(table: Tabel, share: Kolom) -> tuple[Kolom, Kolom] | None:
    """The budget and the spending of the same year nearest to the left of a percentage."""
    budgets = [k for k in table.of(Peran.ANGGARAN) if k.tahun == share.tahun and k.indeks < share.indeks]
    spent = [k for k in table.of(Peran.REALISASI_ANGGARAN) if k.tahun == share.tahun and k.indeks < share.indeks]
    return (budgets[-1], spent[-1]) if budgets and spent else None


def _judge_column(table: Tabel, share: Kolom, budget: Kolom, spent: Kolom) -> Iterator[Jawaban]:
    rows = [(r, r.sel[budget.indeks], r.sel[spent.indeks], r.sel[share.indeks]) for r in table.rows(*_KINDS)]
    full = [(r, b, s, p) for r, b, s, p in rows if b.nilai_ada and s.nilai_ada and p.nilai_ada and not _other_unit(p)]
    fitting = sum(_fits(b, s, p) for _, b, s, p in full)
    for row, b, s, p in full:
        if not b.angka or not b.angka.nilai:
            yield Lewat("anggarannya nol")
        elif _fits(b, s, p):
            yield LOLOS
        else:
            yield _problem(table, row, b, s, p, surely=fitting >= _ENOUGH or fitting * 2 >= len(full))


_KINDS = (JenisBaris.ISI, JenisBaris.JUMLAH)


def _other_unit(cell: Sel) -> bool:
    """A cell of a percentage that holds an output ("59 org"): another rule speaks of it."""
    return bool(cell.angka and cell.angka.satuan)


def _share(budget: Sel, spent: Sel) -> Decimal | None:
    b, s = budget.angka, spent.angka
    return None if not b or not s or not b.nilai or s.nilai is None else s.nilai / b.nilai * 100


def _fits(budget: Sel, spent: Sel, share: Sel) -> bool:
    """Rounded, cut or as a fraction of one."""
    exact, printed = _share(budget, spent), share.angka
    return exact is not None and printed is not None and (printed.near(exact) or printed.near(exact / 100))


def _problem(table: Tabel, row: BarisTabel, budget: Sel, spent: Sel, share: Sel, *, surely: bool) -> Masalah:
    exact = _share(budget, spent) or Decimal(0)
    places = max(2, share.angka.desimal if share.angka else 2)
    right = format_number(round_half_up(exact, places), places)
    return Masalah(
        proof(share, table, row.teks()),
        f"persentase '{row.label}' tertulis {share.teks}, sedangkan {spent.teks} dari {budget.teks} ialah {right}%",
        Keyakinan.PASTI if surely else Keyakinan.MUNGKIN,
        terkait=(proof(budget, table), proof(spent, table)),
        tertulis=share.teks,
        seharusnya=right,
        hitungan=f"{spent.teks} / {budget.teks} × 100 = {right}",
        saran="Hitung ulang persentase, atau periksa anggaran dan realisasinya.",
        sebab=f"{table.blok}:{row.tempat.baris}",
    )


ATURAN = Aturan(
    kode="JML-03",
    judul="Persentase penyerapan sama dengan realisasi dibagi anggaran",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Pada tabel anggaran, persentase = realisasi / anggaran × 100 menurut angka pada baris yang sama. Pembulatan, "
        "pemotongan, dan penulisan sebagai pecahan diterima. Pasti bila kolom itu pada umumnya memang penyerapan "
        "(sedikitnya tiga baris cocok, atau separuhnya); selain itu mungkin, karena kolom persen dapat berarti fisik, "
        "bobot, atau kumulatif."
    ),
    bila_kosong="tidak ada tabel dengan anggaran, realisasi, dan persentase",
    run=_run,
)
