"""Every setting of the measuring policy is one that the program knows, with a value that it accepts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from akuntabel.calculation.policy import SETTINGS, make_policy
from akuntabel.domain.catatan import Kebijakan
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import join
from akuntabel.regulations import load_presets


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    presets = load_presets()
    for row in paket.kebijakan:
        if row.kunci_kebijakan not in ("preset", *SETTINGS):
            known = join(["preset", *SETTINGS], "atau")
            text = f"pengaturan '{row.kunci_kebijakan}' tidak dikenal; pilih {known}"
            yield problem(row, "kunci_kebijakan", text)
        elif (fault := _fault(row, presets)) is not None:
            yield problem(row, "nilai", fault)
        else:
            yield LOLOS


def _fault(row: Kebijakan, presets: Mapping[str, Mapping[str, str]]) -> str | None:
    """Why the policy refuses the row's value; None when it takes it."""
    try:
        make_policy((row,), presets)
    except ValueError as error:
        return str(error).removeprefix("kebijakan: ")
    return None


CHECK = Check(
    kode="PRK-ACU-02",
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
