"""An agreement names its parties, their offices, its date and place; the agreement of a head also its budget."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join

_FIELDS = (
    ("pihak_pertama", "nama pihak pertama"), ("jabatan_pertama", "jabatan pihak pertama"),
    ("pihak_kedua", "nama pihak kedua"), ("jabatan_kedua", "jabatan pihak kedua"),
    ("tempat", "tempat"), ("tanggal", "tanggal"),
)  # fmt: skip


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for pk in paket.perjanjian_kinerja:
        absent = [(column, name) for column, name in _FIELDS if getattr(pk, column) is None]
        lists = [
            name
            for name, rows in (("indikator", paket.perjanjian_indikator), ("anggaran", paket.perjanjian_anggaran))
            if not any(r.perjanjian == pk.kode for r in rows)
        ]
        parts = [*(name for _, name in absent), *(f"baris {name}" for name in lists)]
        if not parts:
            yield LOLOS
        else:
            column = absent[0][0] if absent else "kode"
            yield problem(pk, column, f"perjanjian {pk.kode} belum memuat {join(parts)}; lengkapi", tertulis=None)


CHECK = Check(
    kode="PRK-KLK-11",
    judul="Perjanjian kinerja lengkap",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran I (bentuk pernyataan dan lampiran perjanjian kinerja)",
    penjelasan=(
        "Perjanjian kinerja memuat nama dan jabatan kedua pihak, tempat, tanggal, baris indikator, dan baris anggaran."
    ),
    bila_kosong="tabel perjanjian_kinerja kosong",
    run=_run,
)
