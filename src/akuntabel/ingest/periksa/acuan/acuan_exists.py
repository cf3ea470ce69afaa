"""Every code that names a row of another table names a row that exists. Blank codes are not checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from akuntabel.domain.kolom import Baris, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    keys = {name: [r.kunci for r in rows] for name, rows in paket.tables()}
    absent: dict[tuple[str, str], list[tuple[Baris, str]]] = {}
    for name, rows in paket.tables():
        for column in (c for c in columns_of(TABEL[name]) if c.acuan):
            known = {key for table in column.acuan.split("|") for key in keys[table]}
            for row in rows:
                code = getattr(row, column.nama)
                if code in known:
                    yield LOLOS
                elif code is not None:
                    absent.setdefault((str(code), column.acuan), []).append((row, column.nama))
    for (code, acuan), cells in absent.items():
        tables = acuan.split("|")
        yield _absent(code, tables, cells, keys, unread=not context.tak_terbaca.isdisjoint(tables))


def _absent(
    code: str,
    tables: Sequence[str],
    cells: Sequence[tuple[Baris, str]],
    keys: Mapping[str, Sequence[str]],
    *,
    unread: bool,
) -> Jawaban:
    """One finding per code that is missing, however many rows name it. Unread rows of its table may hold it."""
    (row, column), *others = cells
    known = [key for table in tables for key in keys[table]]
    where = "tabel " + join(tables, "atau")
    close = get_close_matches(code, known, n=1, cutoff=0.6)
    if unread:
        text = f"kode '{code}' tidak ada pada {where}, yang belum terbaca seluruhnya; perbaiki dahulu isian {where}"
    elif known:
        text = f"kode '{code}' tidak ada pada {where}; tulis kode yang ada, misalnya {(close or known)[0]}"
    else:
        text = f"kode '{code}' tidak ditemukan karena {where} masih kosong; isi {where} dahulu"
    if others:
        text += f" (kode ini dipakai pada {len(cells)} baris)"
    return problem(
        row,
        column,
        text,
        tingkat=Tingkat.RENDAH if unread else None,
        dugaan_penyebab="salah ketik" if close and not unread else None,
        sebab=f"kode {code}",
        terkait=others,
    )


CHECK = Check(
    kode="PRK-ACU-01",
    judul="Kode acuan menunjuk baris yang ada",
    tingkat=Tingkat.TINGGI,
    dasar="Skema paket data Akuntabel",
    penjelasan="Setiap kolom yang merujuk tabel lain harus berisi kode yang ada pada tabel itu. Kolom kosong dilewati. "
    "Kode yang sama menjadi satu temuan meskipun dipakai pada banyak baris.",
    bila_kosong="tidak ada kolom acuan yang terisi",
    run=_run,
)
