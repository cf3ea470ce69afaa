"""A goal is worded as a result, not as an activity that was carried out. Only asked, once per goal."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.kata_kegiatan import activity_word
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.subjek import normal_name
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for pair in {normal_name(p.tujuan): p for p in reversed(fakta.pasangan)}.values():
        word = activity_word(pair.tujuan)
        if not word:
            yield LOLOS
            continue
        yield Masalah(
            proof(pair.baris, pair.tabel),
            f"{pair.tingkat} '{pair.tujuan}' diawali '{word}', yang menyatakan kegiatan; dapatkah ditulis sebagai "
            "hasil?",
            Keyakinan.MUNGKIN,
            tertulis=pair.tujuan,
            saran="Rumuskan sebagai keadaan yang dihasilkan, misalnya 'Meningkatnya ...' atau 'Menurunnya ...'.",
        )


ATURAN = Aturan(
    kode="KWJ-04",
    judul="Tujuan dan sasaran berupa hasil",
    kelompok=Kelompok.KEWAJARAN,
    tingkat=Tingkat.RENDAH,
    dasar="Kelaziman evaluasi akuntabilitas kinerja",
    penjelasan=(
        "Rumusan tujuan dan sasaran yang diawali kata kegiatan (terlaksananya, tersusunnya, pembangunan) ditanyakan "
        "satu kali, karena evaluator meminta hasil."
    ),
    bila_kosong="tidak ada tabel tujuan atau sasaran dengan indikatornya",
    run=_run,
)
