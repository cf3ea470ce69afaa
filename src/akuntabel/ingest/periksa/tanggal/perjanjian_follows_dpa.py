"""The first agreement of a year is signed on or after the DPA and at most one month later."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from akuntabel.domain.paket import Paket
from akuntabel.domain.perjanjian import PerjanjianKinerja
from akuntabel.domain.pilihan import JenisPerjanjian
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.wording import tanggal


def month_later(day: date) -> date:
    """The same day of the next month, or its last day."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    for pk in paket.perjanjian_kinerja:
        if pk.jenis is JenisPerjanjian.PERUBAHAN:
            yield Lewat("perjanjian perubahan tidak terikat tanggal DPA")
        elif pk.tanggal is None or pk.tanggal_dpa is None:
            yield Lewat("tanggal perjanjian atau tanggal DPA belum diisi")
        else:
            yield _judge(pk, pk.tanggal, pk.tanggal_dpa)


def _judge(pk: PerjanjianKinerja, signed: date, dpa: date) -> Jawaban:
    last = month_later(dpa)
    if dpa <= signed <= last:
        return LOLOS
    if signed < dpa:
        text = (
            f"perjanjian {pk.kode} bertanggal {tanggal(signed)}, sebelum DPA {tanggal(dpa)}; "
            "apakah anggaran di dalamnya sudah final waktu itu?"
        )
        return problem(pk, "tanggal", text, keyakinan=Keyakinan.MUNGKIN, terkait=[(pk, "tanggal_dpa")])
    text = (
        f"perjanjian {pk.kode} bertanggal {tanggal(signed)}, lebih dari satu bulan sesudah DPA {tanggal(dpa)}; "
        f"batasnya {tanggal(last)}"
    )
    days = f"{(signed - dpa).days} hari sesudah DPA"
    late = f"paling lambat {tanggal(last)}"
    return problem(pk, "tanggal", text, seharusnya=late, hitungan=days, terkait=[(pk, "tanggal_dpa")])


CHECK = Check(
    kode="PRK-TGL-02",
    judul="Perjanjian kinerja dibuat paling lambat sebulan sesudah DPA",
    tingkat=Tingkat.SEDANG,
    dasar="PermenPANRB 53/2014, lampiran I",
    penjelasan="Perjanjian kinerja murni disusun sesudah dokumen anggaran disahkan, paling lambat satu bulan kemudian.",
    bila_kosong="tabel perjanjian_kinerja kosong",
    run=_run,
)
