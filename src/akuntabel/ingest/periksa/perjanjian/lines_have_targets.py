"""Every indicator of an agreement has a target under it, and every target under it is a line of the agreement."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import Periode, StatusNilai
from akuntabel.findings import LOLOS, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import by_key


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    signed = by_key(paket.perjanjian_kinerja)
    given = {
        (t.dokumen, t.indikator): t
        for t in paket.target
        if t.periode is Periode.TAHUN and t.dokumen in signed and t.tahun == signed[t.dokumen].tahun
    }
    lines = {(line.perjanjian, line.indikator) for line in paket.perjanjian_indikator}
    for line in paket.perjanjian_indikator:
        target = given.get((line.perjanjian, line.indikator))
        if target is not None and (target.nilai is not None or target.status is StatusNilai.TIDAK_BERLAKU):
            yield LOLOS
        elif line.perjanjian in signed:
            text = (
                f"indikator {line.indikator} pada perjanjian {line.perjanjian} belum mempunyai target; isi tabel "
                "target "
                f"dengan dokumen {line.perjanjian}"
            )
            yield problem(line, "indikator", text)
    for key, row in given.items():
        if key not in lines:
            text = (
                f"target {row.indikator} memakai dokumen {row.dokumen}, tetapi indikator itu tidak ada pada perjanjian "
                "tersebut; tambahkan pada tabel perjanjian_indikator"
            )
            yield problem(row, "dokumen", text)


CHECK = Check(
    kode="PRK-PRJ-05",
    judul="Setiap indikator perjanjian mempunyai target",
    tingkat=Tingkat.TINGGI,
    dasar="PermenPANRB 53/2014, lampiran I (lampiran perjanjian memuat target)",
    penjelasan="Baris perjanjian_indikator dan target berdokumen perjanjian harus berpasangan.",
    bila_kosong="tabel perjanjian_indikator kosong",
    run=_run,
)
