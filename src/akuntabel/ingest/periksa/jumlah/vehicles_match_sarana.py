"""The list of vehicles is as long as the asset table says. Only asked: the list may leave out pool vehicles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Asal
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem

_NAMES = (
    (4, re.compile(r"\bmobil\b|roda\s*(?:4|empat)\b", re.IGNORECASE)),
    (2, re.compile(r"\bmotor\b|roda\s*(?:2|dua)\b", re.IGNORECASE)),
)


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for wheels, name in _NAMES:
        listed = [k for k in paket.kendaraan if k.roda == wheels]
        counted = [
            s for s in paket.sarana if s.jumlah is not None and s.asal is not Asal.INSTANSI_LAIN and name.search(s.nama)
        ]
        if not listed or not counted:
            continue
        number = sum(s.jumlah or 0 for s in counted)
        if number == len(listed):
            yield LOLOS
            continue
        yield problem(
            counted[0],
            "jumlah",
            f"{counted[0].nama} berjumlah {number}, sedangkan daftar kendaraan memuat {len(listed)} kendaraan roda "
            f"{wheels}; "
            "apakah ada kendaraan yang belum didaftar atau sudah dihapus?",
            keyakinan=Keyakinan.MUNGKIN,
            hitungan=f"{number} pada tabel sarana; {len(listed)} baris pada tabel kendaraan",
            terkait=[*((s, "jumlah") for s in counted[1:]), *((k, "roda") for k in listed)],
        )


CHECK = Check(
    kode="PRK-JML-03",
    judul="Daftar kendaraan cocok dengan tabel sarana",
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan="Banyaknya kendaraan roda empat dan roda dua pada tabel kendaraan dibandingkan dengan tabel sarana.",
    bila_kosong="kendaraan tidak tercatat pada kedua tabel",
    run=_run,
)
