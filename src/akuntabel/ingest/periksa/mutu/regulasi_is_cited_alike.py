"""One regulation carries one title: two rows with the same kind, number and year agree."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.instansi import Regulasi
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    first: dict[tuple[str, str, int], Regulasi] = {}
    for row in paket.regulasi:
        other = first.setdefault((row.jenis.casefold(), row.nomor.lstrip("0"), row.tahun), row)
        if " ".join(other.tentang.casefold().split()) == " ".join(row.tentang.casefold().split()):
            yield LOLOS
            continue
        yield problem(
            row,
            "tentang",
            f"judul {row.jenis} Nomor {row.nomor} Tahun {row.tahun} tertulis '{row.tentang}', pada {other.kode} "
            f"'{other.tentang}'; salah satu dari keduanya keliru, cocokkan dengan naskah peraturan",
            terkait=[(other, "tentang")],
        )


CHECK = Check(
    kode="PRK-MTU-04",
    judul="Peraturan yang sama berjudul sama",
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan="Dua baris dengan jenis, nomor, dan tahun peraturan yang sama harus berjudul sama.",
    bila_kosong="tabel regulasi kosong",
    run=_run,
)
