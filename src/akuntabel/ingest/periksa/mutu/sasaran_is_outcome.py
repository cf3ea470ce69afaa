"""A sasaran is worded as a result, not as an activity that was carried out."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.kata_kegiatan import activity_word
from akuntabel.domain.paket import Paket
from akuntabel.domain.rencana import Sasaran, Tujuan
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    rows: list[Tujuan | Sasaran] = [*paket.tujuan, *paket.sasaran]
    for row in rows:
        found = activity_word(row.teks)
        if not found:
            yield LOLOS
            continue
        yield problem(
            row,
            "teks",
            f"rumusan {row.TABEL} diawali '{found}', yang menyatakan kegiatan; dapatkah ditulis sebagai hasil, "
            "misalnya 'Meningkatnya ...' atau 'Menurunnya ...'?",
            keyakinan=Keyakinan.MUNGKIN,
        )


CHECK = Check(
    kode="PRK-MTU-02",
    judul="Tujuan dan sasaran berupa hasil",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 88/2021, kriteria perencanaan kinerja (berorientasi hasil)",
    penjelasan=(
        "Tujuan dan sasaran yang diawali kata kegiatan (terlaksananya, tersusunnya, penyelenggaraan) ditanyakan."
    ),
    bila_kosong="tabel tujuan dan sasaran kosong",
    run=_run,
)
