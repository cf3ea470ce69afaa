"""A cell is not blank where the other rows of its column are filled."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.doctree.naskah import FormatNaskah
from akuntabel.facts.angka import JenisIsi
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.tabel import BarisTabel, JenisBaris, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.wording import short

_ROWS = 4  # fewer rows show no habit
_SUMMARY = ("jumlah", "total", "rata", "ikm", "indeks kepuasan", "nilai ikm", "nilai skm")  # they leave columns out
_FILLED = 3  # of so many rows at most one blank
_GROUPS = (Peran.SASARAN, Peran.TUJUAN, Peran.PROGRAM)
_MERGED = (Peran.SASARAN, Peran.TUJUAN, Peran.PROGRAM, Peran.NOMOR, Peran.KODE, Peran.KETERANGAN)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for table in fakta.tabel:
        known = fakta.naskah.format is FormatNaskah.DOCX  # elsewhere merged cells are a guess, or not seen at all
        rows = [r for r in table.rows(JenisBaris.ISI) if _is_row(r)]
        if len(rows) < _ROWS or not table.kepala:
            continue
        columns = [k.indeks for k in table.kolom if k.judul and _is_full(rows, k.indeks, table)]
        for row in rows:
            asked = [c for c in columns if row is not rows[-1] or table.kolom[c].peran is not Peran.NOMOR]
            yield _judge(table, row, asked, known)


def _is_row(row: BarisTabel) -> bool:
    filled = sum(c.jenis is not JenisIsi.KOSONG for c in row.sel)
    return filled > 1 and not row.label.lower().startswith(_SUMMARY)


def _is_full(rows: list[BarisTabel], column: int, table: Tabel) -> bool:
    """At most one row in three is blank; where spans are unknown, columns that often are merged do not count."""
    blank = sum(r.sel[column].jenis is JenisIsi.KOSONG and not r.sel[column].lanjutan for r in rows)
    return blank > 0 and _FILLED * blank <= len(rows)


def _judge(table: Tabel, row: BarisTabel, columns: list[int], known: bool) -> Jawaban:
    blank = [c for c in columns if row.sel[c].jenis is JenisIsi.KOSONG and not row.sel[c].lanjutan]
    if blank and _names_a_group(table, row):
        return Lewat("baris ini hanya menamai baris-baris di bawahnya")
    blank = [c for c in blank if table.kolom[c].peran is not Peran.NOMOR or _number_is_missing(table, row, c)]
    blank = [c for c in blank if not _goes_on(table, row, c)]
    if not known:
        blank = [c for c in blank if table.kolom[c].peran not in _MERGED or table.kolom[c].peran is Peran.KETERANGAN]
    if not blank:
        return LOLOS
    if not row.label:
        return Lewat("baris lanjutan dari baris di atasnya")
    names = ", ".join(f"'{table.kolom[c].teks}'" for c in blank)
    return Masalah(
        proof(row, table),
        f"sel pada kolom {names} kosong untuk '{short(row.label)}', padahal baris lain terisi",
        Keyakinan.PASTI if known else Keyakinan.MUNGKIN,
        tertulis="(kosong)",
        saran="Isi nilainya, atau beri tanda '-' bila memang tidak ada.",
    )


def _goes_on(table: Tabel, row: BarisTabel, column: int) -> bool:
    """A sasaran or programme that is written once, above the rows that belong to it; blank cells stand to the left."""
    before = row.sel[: column + 1]
    return table.kolom[column].peran in _GROUPS and all(c.jenis is JenisIsi.KOSONG for c in before)


def _names_a_group(table: Tabel, row: BarisTabel) -> bool:
    """No figure stands in the row, but in most rows of the table."""
    figured = [r for r in table.rows(JenisBaris.ISI) if _has_figure(table, r)]
    return not _has_figure(table, row) and 2 * len(figured) > len(table.rows(JenisBaris.ISI))


def _has_figure(table: Tabel, row: BarisTabel) -> bool:
    named = (Peran.NOMOR, Peran.KODE)
    figures = (JenisIsi.ANGKA, JenisIsi.STRIP)
    return any(c.jenis in figures and k.peran not in named for k, c in zip(table.kolom, row.sel, strict=False))


def _number_is_missing(table: Tabel, row: BarisTabel, column: int) -> bool:
    """The rows above and below are numbered n and n + 2; else the row may be a part of the one above."""
    rows = list(table.rows(JenisBaris.ISI))
    at = rows.index(row)
    around = (*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2])
    above, below = (_number(r, column) for r in around) if len(around) == 2 else (None, None)
    return above is not None and below is not None and below - above == 2


def _number(row: BarisTabel, column: int) -> int | None:
    text = row.sel[column].teks.strip(" .)")
    return int(text) if text.isdecimal() else None


ATURAN = Aturan(
    kode="STR-16",
    judul="Sel tabel terisi seperti baris lainnya",
    kelompok=Kelompok.STRUKTUR,
    tingkat=Tingkat.RENDAH,
    dasar="Perbandingan antarbaris",
    penjelasan=(
        "Dalam kolom yang sedikitnya dua pertiga barisnya terisi, sel yang kosong disebut. Tanda '-' dan angka nol "
        "dianggap isi; baris terakhir, yang dapat berupa rekapitulasi, boleh tidak bernomor. Sel gabungan dilewati; "
        "bila gabungan tidak terlihat pada berkas, temuannya 'mungkin'."
    ),
    bila_kosong="tidak ada tabel dengan sedikitnya empat baris",
    run=_run,
)
