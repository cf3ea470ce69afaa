"""Every reference to a figure in text is a figure id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.domain.figure import FigureId
from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import prose

_REFERENCE = re.compile(r"\{\{([^{}|]*)(?:\|[^{}]*)?\}\}")
_ANY_YEAR = 1  # stands for the report year while that cannot be read


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row, column, text in prose(paket):
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
        FigureId.parse(text, context.tahun or _ANY_YEAR)
    except ValueError as error:
        return problem(row, column, f"rujukan angka tidak dapat dibaca: {error}", tertulis=text)
    return LOLOS


CHECK = Check(
    kode="PRK-ACU-10",
    judul="Rujukan angka tertulis benar",
    tingkat=Tingkat.TINGGI,
    dasar="Tata tulis nama besaran: besaran/KODE/TAHUN[/periode][/dokumen]",
    penjelasan=("Rujukan angka di dalam narasi, analisis, dan catatan data harus berupa nama besaran yang benar."),
    bila_kosong="tidak ada rujukan angka dalam teks",
    run=_run,
)
