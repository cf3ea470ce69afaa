"""The rank of a civil servant carries the name that belongs to its golongan ruang."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.kolom import Baris
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import DimensiPegawai, StatusPegawai
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    names = {g.kode: g.nama for g in context.regulations.golongan("pns").golongan if g.nama}
    stated: list[tuple[Baris, str]] = [(p, "pangkat") for p in paket.pejabat]
    stated += [(r, "kategori") for r in paket.pegawai_rekap if r.dimensi is DimensiPegawai.GOLONGAN]
    for row, column in stated:
        rank, grade = getattr(row, column), getattr(row, "golongan", None)
        if rank is None or grade is None or getattr(row, "status_pegawai", None) is not StatusPegawai.PNS:
            continue
        if grade not in names:
            yield problem(row, "golongan", f"golongan ruang '{grade}' tidak dikenal; tulis misalnya III/a")
        elif _plain(names[grade]) in _plain(rank):
            yield LOLOS
        else:
            text = (
                f"pangkat '{rank}' tidak cocok dengan golongan {grade}; pangkat golongan itu {names[grade]}, "
                "periksa keduanya"
            )
            yield problem(row, column, text, terkait=[(row, "golongan")])


def _plain(text: str) -> str:
    """Without case and with the usual abbreviation of Tingkat written out."""
    return " ".join(text.casefold().replace("tk.", "tingkat").replace("tk ", "tingkat ").split())


CHECK = Check(
    kode="PRK-IDN-07",
    judul="Pangkat sesuai dengan golongan ruang",
    tingkat=Tingkat.SEDANG,
    dasar="Peraturan kepangkatan pegawai negeri sipil",
    penjelasan="Nama pangkat PNS dicocokkan dengan golongan ruangnya, misalnya IV/c dengan Pembina Utama Muda.",
    bila_kosong="tidak ada pangkat dan golongan PNS",
    run=_run,
)
