"""A NIP is built as its status demands: birth date, appointment, sex, number. Blank ones are not checked."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.kolom import Baris
from akuntabel.domain.nip import nip_fault
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    status = {p.nip: p.status_pegawai for p in paket.pejabat if p.nip}
    named: list[tuple[Baris, str]] = [(p, "nip") for p in paket.pejabat]
    named += [(pk, column) for pk in paket.perjanjian_kinerja for column in ("nip_pertama", "nip_kedua")]
    for row, column in named:
        nip = getattr(row, column)
        if nip is None:
            continue
        fault = nip_fault(nip, status.get(nip), context.tahun)
        yield problem(row, column, f"NIP {nip} {fault}") if fault else LOLOS


CHECK = Check(
    kode="PRK-IDN-01",
    judul="NIP tersusun benar",
    tingkat=Tingkat.SEDANG,
    dasar="Tata cara penetapan NIP oleh Badan Kepegawaian Negara",
    penjelasan=(
        "NIP PNS terdiri atas tanggal lahir (8 angka), tahun dan bulan pengangkatan (6 angka), jenis kelamin (1 "
        "atau 2), "
        "dan nomor urut (3 angka). Pada NI PPPK, angka ke-13 dan ke-14 adalah 21, 22, dan seterusnya. NIP kosong "
        "dilewati."
    ),
    bila_kosong="tidak ada NIP",
    run=_run,
)
