"""A printed percentage of spending is realisasi / anggaran of its own row."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, round_half_up
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import value_of
from akuntabel.facts.rumus_kolom import read_column_formulas
from akuntabel.facts.serapan import Serapan
from akuntabel.facts.tabel import Sel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.persen_serapan import fits, fits_otherwise
from akuntabel.review.selip import slip

_ENOUGH = 3  # rows that must fit before a column is surely the share of the budget
_NAMED = re.compile(r"serap|keuangan|realisasi anggaran|realisasi\s*/\s*anggaran")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    columns: dict[tuple[int, str], list[Serapan]] = defaultdict(list)
    for row in fakta.serapan:
        if row.persen and row.persen.nilai_ada and not _other_unit(row.persen):
            head = row.tabel.kolom[row.persen.kolom]
            columns[row.tabel.blok, head.judul[-1].lower() if head.judul else ""].append(row)
    for rows in columns.values():
        yield from _judge_columns(rows)


def _other_unit(cell: Sel) -> bool:
    """A cell of a percentage that holds an output ("59 org"): another rule speaks of it."""
    return bool(cell.angka and cell.angka.satuan)


def _judge_columns(rows: Sequence[Serapan]) -> Iterator[Jawaban]:
    """Columns of one head in one table: what fits in one of them tells the meaning of all."""
    full = [s for s in rows if s.tepat is not None and s.realisasi.nilai_ada]
    fitting = sum(fits(s) for s in full)
    main = fitting >= _ENOUGH and 2 * fitting >= len(full)
    other = [s for s in full if not fits(s) and fits_otherwise(s, rows, main)]
    own = Counter(_column(s) for s in full if fits(s))
    several = len({_column(s) for s in rows}) > 1
    for row in rows:
        if row.tepat is None:
            yield Lewat("anggarannya nol" if row.anggaran.nilai_ada else "anggaran atau realisasinya tidak terbaca")
        elif fits(row) or row in other:
            yield LOLOS
        elif not fitting and len(full) >= _ENOUGH and not _named(row):
            yield Lewat("makna kolom persennya tidak dapat dipastikan")
        else:
            yield _problem(row, surely=own[_column(row)] >= _ENOUGH or _declared(row), told=several)


def _named(row: Serapan) -> bool:
    return bool(row.persen and _NAMED.search(row.tabel.kolom[row.persen.kolom].teks.lower()))


def _declared(row: Serapan) -> bool:
    """The row of column numbers says that this column is spending over budget ("5=4/3x100")."""
    pairs = [(f.kolom.indeks, {k.indeks for k in f.sumber.values()}) for f in read_column_formulas((row.tabel,))]
    return (_column(row), {row.realisasi.kolom, row.anggaran.kolom}) in pairs


def _column(row: Serapan) -> int:
    return row.persen.kolom if row.persen else -1


def _problem(row: Serapan, *, surely: bool, told: bool) -> Masalah:
    """`surely`: enough rows of the same column fit; `told`: the table has several such columns, so it is named."""
    share, exact = row.persen or row.realisasi, row.tepat or Decimal(0)
    places = max(2, share.angka.desimal if share.angka else 2)
    right = format_number(round_half_up(exact, places), places)
    column = f" pada kolom '{row.tabel.kolom[share.kolom].teks}'" if told else ""
    money = f"{row.realisasi.teks} dari {row.anggaran.teks}"
    return Masalah(
        proof(share, row.tabel, row.baris.teks()),
        f"persentase '{row.baris.label}'{column} tertulis {share.teks}, sedangkan {money} ialah {right}%",
        Keyakinan.PASTI if surely else Keyakinan.MUNGKIN,
        terkait=(proof(row.anggaran, row.tabel), proof(row.realisasi, row.tabel)),
        tertulis=share.teks,
        seharusnya=right,
        hitungan=f"{row.realisasi.teks} / {row.anggaran.teks} × 100 = {right}",
        dugaan_penyebab=slip(value_of(share), round_half_up(exact, share.angka.desimal if share.angka else 0)),
        saran="Hitung ulang persentase, atau periksa anggaran dan realisasinya.",
        sebab=f"{row.tabel.blok}:{row.baris.tempat.baris if surely else f'kolom {share.kolom}'}",
    )


ATURAN = Aturan(
    kode="JML-03",
    judul="Persentase penyerapan sama dengan realisasi dibagi anggaran",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Pada tabel anggaran, persentase = realisasi / anggaran × 100 menurut angka pada baris yang sama. "
        "Pembulatan, pemotongan, dan pecahan diterima; begitu pula kolom yang berisi bobot anggaran, bagian dari "
        "seluruh realisasi atau sisa, atau baris jumlah yang berisi rata-rata. Pasti bila sedikitnya tiga baris pada "
        "kolom itu cocok dengan penyerapan; bila tidak ada baris yang cocok, makna kolomnya dianggap tidak diketahui."
    ),
    bila_kosong="tidak ada tabel dengan anggaran, realisasi, dan persentase",
    run=_run,
)
