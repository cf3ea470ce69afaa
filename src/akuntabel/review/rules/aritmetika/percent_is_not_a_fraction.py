"""A column of percentages holds percentages, not fractions of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from akuntabel.facts.angka import Angka
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.tabel import BarisTabel, Sel, Tabel
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.review.aturan import Aturan, Jawaban, Kelompok, Konteks, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.kolom_capaian import read_columns
from akuntabel.review.rumus_capaian import is_fraction, shown


@dataclass(frozen=True, slots=True)
class _Persen:
    """A printed percentage whose value can be computed: the cell, its number, and the exact percentage.

    `terhitung`: from money; a capaian is only read as percent here, what it should be is judged by another rule.
    """

    tabel: Tabel
    baris: BarisTabel
    sel: Sel
    angka: Angka
    tepat: Decimal | None
    terhitung: bool
    sebab: str | None = None


def _run(fakta: Fakta, konteks: Konteks) -> Iterator[Jawaban]:
    shares = [*_capaian(fakta), *_spending(fakta)]
    whole = sum(not _is_fraction(s) for s in shares)
    for share in shares:
        yield _problem(share, sure=whole > 0 and _headed(share)) if _is_fraction(share) else LOLOS


def _headed(share: _Persen) -> bool:
    return share.tabel.kolom[share.sel.kolom].persen


def _is_fraction(share: _Persen) -> bool:
    """Whether the number is the exact percentage divided by a hundred, and not the percentage itself."""
    if share.tepat is None or not is_fraction(share.angka) or share.angka.near(share.tepat):
        return False
    return share.angka.near(share.tepat / 100)


def _capaian(fakta: Fakta) -> Iterator[_Persen]:
    for column in read_columns(fakta):
        for row in column.baris:
            cell, printed = row.capaian, column.tercetak(row)
            if cell is not None and cell.angka and printed:
                mended = printed is not cell.angka
                cause = f"capaian:{row.nama.lower()}:{row.tahun}"
                exact = printed.nilai if mended or not is_fraction(cell.angka) else None
                yield _Persen(row.tabel, row.baris, cell, cell.angka, exact, False, cause)


def _spending(fakta: Fakta) -> Iterator[_Persen]:
    for row in fakta.serapan:
        if row.persen is not None and row.persen.angka and row.persen.nilai_ada:
            yield _Persen(row.tabel, row.baris, row.persen, row.persen.angka, row.tepat, terhitung=True)


def _problem(share: _Persen, *, sure: bool) -> Masalah:
    head = share.tabel.kolom[share.sel.kolom].teks
    right = shown(share.tepat or Decimal(0), share.angka if share.angka.desimal > 2 else None)
    told = f"kolom '{head}' berisi {share.sel.teks}, pecahan dari satu; dalam persen {right}"
    return Masalah(
        proof(share.sel, share.tabel, share.baris.teks()),
        told,
        Keyakinan.PASTI if sure else Keyakinan.MUNGKIN,
        Tingkat.SEDANG if sure else Tingkat.RENDAH,
        tertulis=share.sel.teks,
        seharusnya=f"{right}%" if share.terhitung else None,
        hitungan=f"{share.sel.teks} × 100",
        dugaan_penyebab="nilai lembar sebar disalin tanpa format persennya",
        saran="Tulis persentase, atau kalikan seratus.",
        sebab=share.sebab,
    )


ATURAN = Aturan(
    kode="JML-14",
    judul="Persentase tidak ditulis sebagai pecahan dari satu",
    kelompok=Kelompok.ARITMETIKA,
    tingkat=Tingkat.SEDANG,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Capaian atau penyerapan yang ternyata seperseratus dari nilai yang dihitung ulang ditulis sebagai pecahan, "
        "misalnya 0,94 untuk 94 persen. Pasti bila kepala kolomnya menyebut persen dan persentase lain pada laporan "
        "itu ditulis sebagai persen; laporan yang seluruhnya memakai pecahan hanya mungkin keliru."
    ),
    bila_kosong="tidak ada capaian atau penyerapan yang dapat dihitung ulang",
    run=_run,
)
