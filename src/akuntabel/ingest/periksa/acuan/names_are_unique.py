"""Two codes do not carry one name, unless one replaces the other. A likely double entry, never certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Asal
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

# Table, column with the name, columns within which a name stands once.
_NAMES = (
    ("unit", "nama", ("induk",)),
    ("tujuan", "teks", ("dokumen",)),
    ("sasaran", "teks", ("tujuan",)),
    ("program", "nama", ()),
    ("kegiatan", "nama", ("program",)),
    ("subkegiatan", "nama", ("kegiatan",)),
    ("indikator", "nama", ("induk", "berlaku_dari")),
    ("sarana", "nama", ()),
    ("skm_layanan", "nama", ()),
    ("rtl", "uraian", ("sumber", "periode")),
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for table, name, within in _NAMES:
        rows = [r for r in paket.rows(table) if getattr(r, "asal", None) is not Asal.INSTANSI_LAIN]
        groups: dict[tuple[object, ...], list[Baris]] = {}
        for row in rows:
            key = (_plain(getattr(row, name)), *(getattr(row, c) for c in within))
            groups.setdefault(key, []).append(row)
        for same in groups.values():
            yield LOLOS if len(same) == 1 or _succession(same) else _double(table, name, same)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _succession(rows: Sequence[Baris]) -> bool:
    keys = {r.kunci for r in rows}
    return any(getattr(r, "menggantikan", None) in keys for r in rows)


def _double(table: str, name: str, rows: Sequence[Baris]) -> Jawaban:
    codes = ", ".join(r.kunci for r in rows)
    return problem(
        rows[1],
        name,
        f"'{getattr(rows[1], name)}' tertulis {len(rows)} kali pada tabel {table} (kode {codes}); "
        "apakah ini hal yang sama? Bila ya, satukan; bila tidak, bedakan namanya",
        keyakinan=Keyakinan.MUNGKIN,
        terkait=[(r, name) for r in rows if r is not rows[1]],
    )


CHECK = Check(
    kode="PRK-ACU-07",
    judul="Nama tidak ganda",
    tingkat=Tingkat.RENDAH,
    dasar="Kelaziman penyusunan data",
    penjelasan="Dua kode dengan nama yang sama di bawah induk yang sama biasanya satu hal yang tercatat dua kali.",
    bila_kosong="tabel unit, rencana, indikator, sarana, dan layanan kosong",
    run=_run,
)
