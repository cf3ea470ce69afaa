"""Every setting of the measuring policy is one that the program knows, with a value that it accepts."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.calculation.policy import SETTINGS
from akuntabel.domain.paket import Paket
from akuntabel.findings import Tingkat
from akuntabel.ingest.periksa.check import LOLOS, Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for row in paket.kebijakan:
        if row.kunci_kebijakan in ("preset", *SETTINGS):
            yield LOLOS
        else:
            known = join(["preset", *SETTINGS], "atau")
            text = f"pengaturan '{row.kunci_kebijakan}' tidak dikenal; pilih {known}"
            yield problem(row, "kunci_kebijakan", text)


CHECK = Check(
    kode="PRK-ACU-11",
    judul="Pengaturan kebijakan dikenal",
    tingkat=Tingkat.TINGGI,
    dasar="Daftar pengaturan kebijakan pengukuran Akuntabel",
    penjelasan=(
        "Pengaturan yang salah tulis tidak akan berpengaruh, sehingga capaian dihitung dengan cara lain dari yang "
        "dimaksud."
    ),
    bila_kosong="tabel kebijakan kosong; dipakai kumpulan pengaturan baku",
    run=_run,
)
