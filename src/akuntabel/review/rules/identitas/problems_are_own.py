"""Problems and strategic issues are those of the agency's own field, not of another agency's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from akuntabel.facts.fakta import Fakta
from akuntabel.facts.tabel import JenisBaris, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.urusan import Bidang, fields_of

_PROBLEMS = re.compile(r"masalah|isu strategis|tantangan", re.IGNORECASE)
_STRATEGIC = re.compile(r"aspek strategis|isu strategis|permasalahan", re.IGNORECASE)
_FEW = 2  # phrases of another field in a row; one alone may be a problem of any agency
_MANY = 3  # phrases of another field that make a section foreign


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    fields = fields_of(fakta, konteks.regulations)
    if fields is None:
        return
    for table in fakta.tabel:
        if _PROBLEMS.search(f"{table.judul} {table.kolom[0].teks}"):
            yield from _table(table, fields)
    yield from _sections(fakta, fields)


def _table(table: Tabel, fields: Bidang) -> Iterator[Jawaban]:
    """Rows about another field in a table in which other rows are about the own one."""
    rows = table.rows(JenisBaris.ISI, JenisBaris.KELOMPOK)
    own = [r for r in rows if fields.speaks_of_own(r.teks())]
    for row in rows if own else ():
        phrases = [] if row in own else list(fields.foreign_phrases(row.teks()))
        if len(phrases) < _FEW:
            yield LOLOS
            continue
        field, phrase = phrases[0]
        yield Masalah(
            proof(row, table),
            f"baris permasalahan membahas '{phrase}', yaitu bidang {field.nama.lower()}",
            Keyakinan.MUNGKIN,
            tertulis=phrase,
            sebab=f"bidang lain: {field.kode}",
        )


def _sections(fakta: Fakta, fields: Bidang) -> Iterator[Jawaban]:
    """A strategic section whose text speaks of another field and never of the own one."""
    for path, group in groupby(fakta.kalimat, key=lambda k: k.alinea.bagian):
        if not path or not _STRATEGIC.search(path[-1]):
            continue
        told = list(group)
        text = " ".join(k.teks for k in told).replace(fakta.identitas.instansi, " ")
        phrases = list(fields.foreign_phrases(text))
        if len({p for _, p in phrases}) >= _MANY and not fields.speaks_of_own(text):
            heading = next(j for j in reversed(fakta.struktur.judul) if j.tempat.baris <= told[0].alinea.tempat.baris)
            yield Masalah(
                proof(heading),
                f"bagian '{path[-1]}' membahas {', '.join(sorted({p for _, p in phrases}))} dan tidak pernah membahas "
                f"bidang {fakta.identitas.instansi}",
                Keyakinan.MUNGKIN,
                terkait=tuple(proof(k) for k in told[:3]),
                sebab=f"bidang lain: {phrases[0][0].kode}",
            )


ATURAN = Aturan(
    kode="IDN-14",
    judul="Permasalahan dan aspek strategis sesuai dengan bidang instansi pelapor",
    kelompok=Kelompok.IDENTITAS,
    tingkat=Tingkat.TINGGI,
    dasar="Perbandingan dengan bidang urusan instansi menurut namanya",
    penjelasan=(
        "Baris tabel permasalahan dan bagian aspek atau isu strategis membahas bidang instansi pelapor. Disebut bila "
        "sebuah baris atau bagian hanya memakai istilah bidang lain, misalnya kompetensi aparatur pada laporan dinas "
        "tenaga kerja."
    ),
    bila_kosong="tidak ada tabel permasalahan atau bagian aspek strategis yang bidangnya dikenali",
    run=_run,
)
