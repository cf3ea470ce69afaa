"""Every picture that a row names is in the folder `dokumentasi` of the package. Blank names are not checked."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    files = {name for name, _ in paket.berkas}
    named: list[tuple[Baris, str]] = [
        *((i, "logo") for i in paket.instansi),
        *((d, "berkas") for d in paket.dokumentasi),
    ]
    for row, column in named:
        name = getattr(row, column)
        if name is None:
            continue
        if name in files:
            yield LOLOS
        else:
            text = f"berkas '{name}' tidak ada di folder dokumentasi; salin berkasnya ke sana atau kosongkan kolom ini"
            yield problem(row, column, text)


CHECK = Check(
    kode="PRK-ACU-09",
    judul="Berkas gambar yang disebut ada",
    tingkat=Tingkat.SEDANG,
    dasar="Skema paket data Akuntabel",
    penjelasan="Logo dan foto yang disebut pada tabel harus ada di folder dokumentasi.",
    bila_kosong="tidak ada nama berkas gambar",
    run=_run,
)
