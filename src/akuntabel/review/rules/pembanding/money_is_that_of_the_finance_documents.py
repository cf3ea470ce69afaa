"""Total budget and spending of the year are those of the given DPA and LRA. Versions differ: only asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from akuntabel.bahasa.angka import format_rupiah
from akuntabel.facts.baris_anggaran import BarisAnggaran, name_of, read_budget_rows
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.uang import JenisUang, TotalUang
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import DASAR, NAMA, of_kinds, of_other_years, part_of_year
from akuntabel.review.selip import slip

_SPEAK = {JenisUang.ANGGARAN: ("dpa", "lra", "rfk"), JenisUang.REALISASI: ("lra", "rfk")}
_HALF = Decimal("0.5")
_SPENDING = re.compile(r"(?:(?:jumlah|total) )?belanja(?: daerah)?")


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    yield from of_other_years(fakta, konteks, *_SPEAK[JenisUang.ANGGARAN])
    for kind, kinds in _SPEAK.items():
        own = [t for t in fakta.total_uang if t.jenis is kind and t.tahun in (fakta.tahun, None)]
        found: list[tuple[Pembanding, BarisAnggaran]] = []
        for other in of_kinds(fakta, konteks, *kinds) if own else ():
            if kind is JenisUang.REALISASI and part_of_year(other):
                yield Lewat(f"{other.berkas} memuat realisasi sebagian tahun", seluruhnya=True)
            else:
                found += [(other, row) for row in _totals(other, kind, fakta.tahun)]
        if found:
            yield _judge(own, found, kind)


def _totals(other: Pembanding, kind: JenisUang, year: int | None) -> list[BarisAnggaran]:
    """Total rows and the row of all spending; a document that has neither gives none."""
    rows = read_budget_rows(other.fakta.tabel, other.fakta.tahun, dpa=other.jenis == "dpa")
    rows = tuple(r for r in rows if r.jenis is kind and r.tahun in (year, None))
    return [r for r in rows if r.total or _SPENDING.fullmatch(name_of(r))]


def _judge(own: Sequence[TotalUang], found: Sequence[tuple[Pembanding, BarisAnggaran]], kind: JenisUang) -> Jawaban:
    """One total that agrees with one of the documents is enough."""
    if any(abs(a.nilai - row.nilai) <= _tolerance(a, row) for a in own for _, row in found):
        return LOLOS
    mine = max(own, key=lambda t: t.nilai)
    other, his = max(found, key=lambda pair: pair[1].nilai)
    return Masalah(
        proof(mine, mine.tabel),
        f"{kind.value} setahun {format_rupiah(mine.nilai)}, sedangkan pada {NAMA[other.jenis]} "
        f"({other_place(other.fakta, his.sel)}) {format_rupiah(his.nilai)}; versi anggaran yang sama?",
        Keyakinan.MUNGKIN,
        terkait=(proof_of_other(other.fakta, his.baris, his.tabel),),
        hitungan=f"selisih {format_rupiah(abs(mine.nilai - his.nilai))}",
        dugaan_penyebab=slip(mine.nilai, his.nilai),
        saran="Samakan dengan dokumen keuangan, atau sebut versi dan tanggalnya.",
    )


def _tolerance(own: TotalUang, row: BarisAnggaran) -> Decimal:
    """Half a rupiah; one step of the unit where a table prints in thousands or millions."""
    unit = max(own.tabel.pengali, row.satuan)
    return Decimal(unit) if unit > 1 else _HALF


ATURAN = Aturan(
    kode="PBD-03",
    judul="Jumlah anggaran dan realisasi sama dengan DPA dan LRA yang diberikan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Jumlah anggaran dan realisasi setahun pada tabel laporan dibandingkan dengan jumlah pada DPA, LRA, atau "
        "laporan fisik dan keuangan yang diberikan dengan --pembanding. Cocok dengan salah satu dokumen (misalnya "
        "DPA sebelum dan sesudah perubahan) sudah cukup; dokumen tahun lain dan realisasi sebagian tahun tidak "
        "dibandingkan. Selalu mungkin, karena versinya dapat berbeda."
    ),
    bila_kosong="tidak ada DPA, LRA, atau RFK pembanding dengan jumlah tahun laporan",
    run=_run,
)
