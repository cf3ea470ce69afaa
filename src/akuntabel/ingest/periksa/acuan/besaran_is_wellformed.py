"""Every reference to a figure in text is a figure id. Whether the figure exists is known only after computing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.domain.figure import FigureId
from akuntabel.domain.kolom import Baris, JenisKolom, columns_of
from akuntabel.domain.paket import TABEL, Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

_REFERENCE = re.compile(r"\{\{([^{}|]*)(?:\|[^{}]*)?\}\}")
_PROSE = (JenisKolom.TEKS, JenisKolom.TEKS_PANJANG)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for name, rows in paket.tables():
        columns = [c.nama for c in columns_of(TABEL[name]) if c.jenis in _PROSE]
        for row in rows:
            for column in columns:
                text = getattr(row, column)
                if isinstance(text, str) and ("{{" in text or "}}" in text):
                    yield from _judge(row, column, text, context)
    for note in paket.catatan_data:
        if note.besaran is not None:
            yield _parse(note, "besaran", note.besaran, context)


def _judge(row: Baris, column: str, text: str, context: Context) -> Iterator[Jawaban]:
    for found in _REFERENCE.finditer(text):
        yield _parse(row, column, found.group(1).strip(), context)
    rest = _REFERENCE.sub("", text)
    if "{{" in rest or "}}" in rest:
        hint = "tulis misalnya {{ capaian/IKU-1 | persen }}"
        yield problem(row, column, f"kurung kurawal rujukan angka tidak berpasangan; {hint}", tertulis=None)


def _parse(row: Baris, column: str, text: str, context: Context) -> Jawaban:
    try:
        FigureId.parse(text, context.tahun)
    except ValueError as error:
        return problem(row, column, f"rujukan angka tidak dapat dibaca: {error}", tertulis=text)
    return LOLOS


CHECK = Check(
    kode="PRK-ACU-10",
    judul="Rujukan angka tertulis benar",
    tingkat=Tingkat.TINGGI,
    dasar="Tata tulis nama besaran: besaran/KODE/TAHUN[/periode][/dokumen]",
    penjelasan=(
        "Rujukan angka di dalam narasi, analisis, dan catatan data harus berupa nama besaran yang benar. "
        "Apakah besarannya ada diperiksa pada waktu laporan disusun."
    ),
    bila_kosong="tidak ada rujukan angka dalam teks",
    run=_run,
)
