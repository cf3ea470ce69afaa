"""A changed agreement names its cause and the agreement that it changes."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import JenisPerjanjian
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for pk in paket.perjanjian_kinerja:
        if pk.jenis is not JenisPerjanjian.PERUBAHAN:
            continue
        if pk.sebab_perubahan is None:
            text = (
                f"perjanjian perubahan {pk.kode} tidak menyebut sebab; pilih pergantian_pejabat, perubahan_strategi, "
                "atau perubahan_prioritas"
            )
            yield problem(pk, "sebab_perubahan", text)
        elif pk.menggantikan is None:
            text = f"perjanjian perubahan {pk.kode} tidak menyebut perjanjian yang diubah; tulis kodenya"
            yield problem(pk, "menggantikan", text, tingkat=Tingkat.RENDAH)
        else:
            yield LOLOS


CHECK = Check(
    kode="PRK-PRJ-01",
    judul="Perjanjian perubahan menyebut sebab dan asalnya",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran I (sebab perubahan perjanjian kinerja)",
    penjelasan=(
        "Perjanjian kinerja boleh diubah karena pergantian pejabat, perubahan strategi, atau perubahan prioritas; "
        "perjanjian lama disimpan."
    ),
    bila_kosong="tidak ada perjanjian kinerja perubahan",
    run=_run,
)
