"""A note on doubtful data shows the values seen and names who confirms."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    seen = {v.catatan for v in paket.catatan_nilai}
    for note in paket.catatan_data:
        absent = [] if note.konfirmasi else [("konfirmasi", "siapa yang memastikan")]
        if note.kode not in seen:
            absent.append(("kode", "nilai yang terlihat (tabel catatan_nilai)"))
        if not absent:
            yield LOLOS
        else:
            names = join([name for _, name in absent])
            yield problem(note, absent[0][0], f"catatan {note.kode} belum menyebut {names}; lengkapi", tertulis=None)


CHECK = Check(
    kode="PRK-KLK-12",
    judul="Catatan data lengkap",
    tingkat=Tingkat.RENDAH,
    dasar="Skema paket data Akuntabel",
    penjelasan="Catatan data yang diragukan menyebut nilai-nilai yang terlihat dan siapa yang harus memastikan.",
    bila_kosong="tabel catatan_data kosong",
    run=_run,
)
