"""A caption that names a year names the report year where its table holds it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.facts.angka import years
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Peran
from akuntabel.facts.tabel import Tabel
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof

_RESULTS = (
    Peran.REALISASI, Peran.REALISASI_ANGGARAN, Peran.ANGGARAN, Peran.CAPAIAN, Peran.PERSEN, Peran.JUMLAH, Peran.LAIN,
)  # fmt: skip
_RANGE = re.compile(r"(?:19|20)\d{2}\s*(?:-|–|—|s\.?d\.?|sampai|hingga)")
_BEFORE = re.compile(r"tahun (?:lalu|sebelumnya)|dibanding|perbandingan", re.IGNORECASE)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    if fakta.tahun is None:
        return
    for table in fakta.tabel:
        stated, held = years(table.judul), sorted({k.tahun for k in table.kolom if k.tahun and k.peran in _RESULTS})
        if stated and held and not _RANGE.search(table.judul):
            yield _judge(table, stated, held, fakta.tahun)


def _judge(table: Tabel, stated: tuple[int, ...], held: list[int], report: int) -> Jawaban:
    if report not in held or report in stated or min(stated) > report or _BEFORE.search(table.judul):
        return LOLOS
    listed = ", ".join(map(str, held))
    return Masalah(
        proof(table),
        f"keterangan {table.nama} menyebut tahun {', '.join(map(str, stated))}, padahal kolomnya memuat tahun {listed}",
        Keyakinan.PASTI,
        tertulis=", ".join(map(str, stated)),
        seharusnya=" dan ".join(map(str, held)),
        dugaan_penyebab="Judul disalin dari laporan tahun sebelumnya." if report - 1 in stated else None,
    )


ATURAN = Aturan(
    kode="WKT-01",
    judul="Tahun pada keterangan tabel sesuai dengan kolomnya",
    kelompok=Kelompok.WAKTU,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan keterangan dengan kolom tabel",
    penjelasan=(
        "Keterangan tabel yang menyebut tahun menyebut juga tahun laporan, bila tabelnya memuat tahun laporan. Rentang "
        "tahun dan tabel perbandingan dengan tahun sebelumnya dilewati."
    ),
    bila_kosong="tidak ada tabel bertahun dengan keterangan bertahun, atau tahun laporan tidak dikenali",
    run=_run,
)
