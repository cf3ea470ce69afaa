"""Total budget and spending of the year are those of the given DPA and LRA. Versions differ: only asked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import format_rupiah
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.uang import JenisUang, TotalUang
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.bukti import proof, proof_of_other
from akuntabel.review.selip import slip

_SPEAKS = {
    "dpa": (JenisUang.ANGGARAN,),
    "lra": (JenisUang.ANGGARAN, JenisUang.REALISASI),
    "rfk": (JenisUang.ANGGARAN, JenisUang.REALISASI),
}
_HALF = Decimal("0.5")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    for other in konteks.pembanding:
        for kind in _SPEAKS.get(other.jenis, ()):
            own, theirs = _totals(fakta, kind, fakta.tahun), _totals(other.fakta, kind, fakta.tahun)
            if own and theirs:
                yield _judge(own, theirs, other, kind)


def _totals(fakta: Fakta, kind: JenisUang, year: int | None) -> list[TotalUang]:
    return [t for t in fakta.total_uang if t.jenis is kind and t.tahun in (year, None)]


def _judge(own: list[TotalUang], theirs: list[TotalUang], other: Pembanding, kind: JenisUang) -> Jawaban:
    if any(abs(a.nilai - b.nilai) <= _HALF for a in own for b in theirs):
        return LOLOS
    mine, his = max(own, key=lambda t: t.nilai), max(theirs, key=lambda t: t.nilai)
    return Masalah(
        proof(mine.tabel),
        f"{kind.value} setahun {format_rupiah(mine.nilai)}, sedangkan pada {other.fakta.naskah.berkas} "
        f"{format_rupiah(his.nilai)}; versi anggaran yang sama?",
        Keyakinan.MUNGKIN,
        terkait=(proof_of_other(other.fakta, his.tabel),),
        hitungan=f"selisih {format_rupiah(abs(mine.nilai - his.nilai))}",
        dugaan_penyebab=slip(mine.nilai, his.nilai),
        saran="Samakan dengan dokumen keuangan, atau sebut versi dan tanggalnya.",
    )


ATURAN = Aturan(
    kode="PBD-03",
    judul="Jumlah anggaran dan realisasi sama dengan DPA dan LRA yang diberikan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.SEDANG,
    dasar="Perbandingan antardokumen",
    penjelasan=(
        "Jumlah anggaran dan realisasi setahun pada tabel laporan dibandingkan dengan jumlah pada DPA, LRA, atau "
        "laporan fisik dan keuangan yang diberikan dengan --pembanding. Selalu mungkin, karena versinya dapat berbeda."
    ),
    bila_kosong="tidak ada DPA, LRA, atau RFK pembanding dengan jumlah tahun laporan",
    run=_run,
)
