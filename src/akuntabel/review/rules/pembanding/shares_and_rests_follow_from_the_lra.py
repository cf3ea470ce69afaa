"""Absorption and rest that a report prints without the amounts follow from the given LRA or RFK."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.bahasa.angka import format_number, format_rupiah
from akuntabel.facts.baris_anggaran import BarisAnggaran
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.kolom import Kolom, Peran
from akuntabel.facts.tabel import Sel
from akuntabel.facts.uang import JenisUang
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah, Pembanding
from akuntabel.review.banding_baris import agreeing, matched, rows_of_year
from akuntabel.review.bukti import other_place, proof, proof_of_other
from akuntabel.review.pembanding import DASAR, NAMA, of_kinds, of_other_years, part_of_year

_KINDS = ("lra", "rfk")


@dataclass(frozen=True, slots=True)
class _Turunan:
    """A printed percentage or rest and what the other document gives in its place."""

    sel: Sel
    kolom: Kolom
    laporan: BarisAnggaran
    anggaran: BarisAnggaran
    realisasi: BarisAnggaran

    @property
    def nilai(self) -> Decimal:
        budget, spent = self.anggaran.nilai, self.realisasi.nilai
        if self.kolom.peran is Peran.SISA:
            return (budget - spent) / self.laporan.satuan
        return spent / budget * 100

    @property
    def sama(self) -> bool:
        return self.sel.angka is not None and self.sel.angka.near(self.nilai)


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    limit = konteks.regulations.ambang("reviu.nama_sama")
    share = konteks.regulations.ambang("reviu.baris_sepakat")
    own = [r for r in rows_of_year(fakta, fakta.tahun) if not _is_complete(r)]
    yield from of_other_years(fakta, konteks, *_KINDS)
    for other in of_kinds(fakta, konteks, *_KINDS):
        derived = list(_derived(own, other, fakta.tahun, limit))
        if derived and part_of_year(other):
            yield Lewat(f"{other.berkas} memuat realisasi sebagian tahun", seluruhnya=True)
        elif agreeing([d.sama for d in derived], share):
            yield from (LOLOS if d.sama else _problem(d, other) for d in derived)
        elif derived:
            yield Lewat(f"sebagian besar persen dan sisa menurut {other.berkas} lain, agaknya keadaan lain", True)


def _is_complete(row: BarisAnggaran) -> bool:
    """Whether the table prints both amounts: then its percentages are checked within the report."""
    return bool(row.tabel.of(Peran.ANGGARAN)) and bool(row.tabel.of(Peran.REALISASI_ANGGARAN))


def _derived(own: list[BarisAnggaran], other: Pembanding, tahun: int | None, limit: Decimal) -> Iterator[_Turunan]:
    rows: dict[tuple[int, JenisUang], list[BarisAnggaran]] = {}
    for row in rows_of_year(other.fakta, tahun):
        rows.setdefault((row.baris.tempat.baris, row.jenis), []).append(row)
    for kind in (JenisUang.ANGGARAN, JenisUang.REALISASI):
        for pair in matched(own, other, tahun, kind, limit):
            lines = {b.baris.tempat.baris for b in pair.lain}
            budgets = [r for line in lines for r in rows.get((line, JenisUang.ANGGARAN), ()) if r.nilai]
            spent = [r for line in lines for r in rows.get((line, JenisUang.REALISASI), ())]
            for mine in pair.sendiri if len(budgets) == len(spent) == 1 else ():
                yield from (_Turunan(cell, k, mine, budgets[0], spent[0]) for cell, k in _printed(mine, tahun))


def _printed(mine: BarisAnggaran, tahun: int | None) -> Iterator[tuple[Sel, Kolom]]:
    """The percentages and rests in the row of an amount."""
    for column in mine.tabel.of(Peran.PERSEN, Peran.SISA):
        cell = mine.baris.sel[column.indeks]
        if cell.nilai_ada and column.tahun in (None, tahun) and not column.triwulan:
            yield cell, column


def _problem(one: _Turunan, other: Pembanding) -> Masalah:
    mine, budget, spent = one.laporan, one.anggaran, one.realisasi
    rest = one.kolom.peran is Peran.SISA
    shown = format_rupiah(budget.nilai - spent.nilai) if rest else f"{format_number(one.nilai, 2)}%"
    sign, end = ("−", "") if rest else ("/", " × 100")
    return Masalah(
        proof(one.sel, mine.tabel, mine.baris.teks()),
        f"{'sisa' if rest else 'serapan'} '{mine.nama}' tertulis {one.sel.teks}, sedangkan menurut {NAMA[other.jenis]} "
        f"({other_place(other.fakta, spent.sel)}) {shown}; keadaan yang sama?",
        Keyakinan.MUNGKIN,
        terkait=(proof_of_other(other.fakta, spent.baris, spent.tabel),),
        tertulis=one.sel.teks,
        hitungan=f"{spent.sel.teks if not rest else budget.sel.teks} {sign} "
        f"{budget.sel.teks if not rest else spent.sel.teks}{end} = {shown}",
        saran="Samakan dengan dokumen keuangan, atau sebut tanggal keadaannya.",
    )


ATURAN = Aturan(
    kode="PBD-06",
    judul="Serapan dan sisa setiap baris mengikuti LRA atau RFK yang diberikan",
    kelompok=Kelompok.PEMBANDING,
    tingkat=Tingkat.SEDANG,
    dasar=DASAR,
    penjelasan=(
        "Pada tabel yang hanya memuat anggaran atau hanya realisasi, persentase serapan dan sisa dihitung dari baris "
        "yang sama pada LRA atau laporan fisik dan keuangan yang diberikan dengan --pembanding. Tabel yang memuat "
        "keduanya sudah diperiksa JML-03 dan JML-10, lalu dibandingkan PBD-05. Selalu mungkin."
    ),
    bila_kosong="tidak ada LRA atau RFK pembanding yang memuat baris dengan serapan atau sisa pada laporan ini",
    run=_run,
)
