"""Every sasaran in force has a program, and every program that is no overhead supports a sasaran."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import active_sasaran, by_key, program_of
from akuntabel.ingest.periksa.wording import short


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    if context.tahun is None:
        return
    supported = {p.sasaran for p in paket.program_sasaran}
    supporting = {p.program for p in paket.program_sasaran}
    sasaran = by_key(paket.sasaran)
    for code in active_sasaran(paket, context.tahun):
        if code in supported:
            yield LOLOS
        else:
            text = (
                f"sasaran {code} '{short(sasaran[code].teks)}' belum mempunyai program pendukung; isi tabel "
                "program_sasaran"
            )
            yield problem(sasaran[code], "kode", text, tertulis=None)
    budgeted = {program_of(a.kode) for a in paket.anggaran if a.tahun == context.tahun}
    for program in paket.program:
        if program.penunjang:
            continue
        if budgeted and program.kode not in budgeted:
            yield Lewat("program tanpa anggaran tahun laporan")
            continue
        if program.kode in supporting:
            yield LOLOS
        else:
            text = (
                f"program {program.kode} {short(program.nama)} belum dihubungkan dengan sasaran; isi tabel "
                "program_sasaran"
            )
            yield problem(program, "kode", text, tertulis=None, tingkat=Tingkat.RENDAH)


CHECK = Check(
    kode="PRK-KLK-07",
    judul="Sasaran dan program saling mendukung",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran II (program yang menunjang keberhasilan); PermenPANRB 88/2021",
    penjelasan=(
        "Setiap sasaran yang berlaku mempunyai program pendukung; program yang bukan penunjang mendukung suatu sasaran."
    ),
    bila_kosong="tahun laporan, sasaran, atau program belum ada",
    run=_run,
)
