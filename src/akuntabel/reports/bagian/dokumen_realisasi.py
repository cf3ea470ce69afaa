"""What the documents say was spent in the year: every total that they print or come to, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from akuntabel.bahasa.kalimat import join_list
from akuntabel.calculation.anggaran import TERCETAK, TOTAL
from akuntabel.doctree.nodes import Block, Cell, CrossRef, Row, RowKind, Text
from akuntabel.domain.figure import Figure, FigureId, Keadaan
from akuntabel.reports.bagian.kelompok import nama_dokumen
from akuntabel.reports.bahan import Bahan, paragraf
from akuntabel.reports.penanggung import keuangan
from akuntabel.reports.tabel import KANAN, KIRI, kepala, sumber, tabel, teks

LABEL = "tabel-jumlah-realisasi"
# How a document's total comes about: the code of its figure, and the words.
RINCIAN, PERSENTASE = "jumlah rinciannya", "persentase setiap baris dikalikan pagunya"
CARA = (
    (TOTAL, RINCIAN),
    (TERCETAK, "jumlah yang tercetak"),
    (f"{TERCETAK}:persen", "persentase yang tercetak dikalikan pagu"),
    (f"{TERCETAK}:sisa", "pagu dikurangi sisa yang tercetak"),
)


def rival_totals(bahan: Bahan) -> list[Block]:
    """All totals of the year's spending when they differ: shown, never reconciled by the program."""
    chosen = bahan.figure("realisasi_anggaran", TOTAL)
    if chosen is None:
        return []
    used = sorted({r.dokumen for r in bahan.paket.realisasi_anggaran if r.dipakai and r.tahun == bahan.tahun})
    others = [(d, words, f) for d, words, f in _totals(bahan) if [d] != used or f.number != chosen.number]
    if not any(f.number is not None for _, _, f in others):
        return []
    first = join_list([nama_dokumen(bahan, d) for d in used])
    rows = [_row(bahan, f"{first} (dipakai dalam laporan ini)", RINCIAN, chosen, bold=True)]
    rows += [_row(bahan, nama_dokumen(bahan, d), words, f) for d, words, f in others]
    opening = paragraf(
        "Dokumen yang tercatat menghasilkan jumlah realisasi tahun {tahun} yang berbeda-beda, seperti pada {tabel}. "
        "Perbedaan itu harus dijelaskan oleh {siapa} sebelum laporan ditandatangani.",
        tahun=str(bahan.tahun),
        tabel=CrossRef(LABEL),
        siapa=keuangan(bahan),
    )
    table = tabel(
        f"Jumlah Realisasi Anggaran Tahun {bahan.tahun} Menurut Dokumen",
        LABEL,
        ((46, KIRI), (40, KIRI), (24, KANAN)),
        kepala("Dokumen", "Cara memperoleh jumlah", "Realisasi (Rp)"),
        rows,
        source=sumber(bahan),
    )
    return [opening, table]


def _totals(bahan: Bahan) -> Iterator[tuple[str, str, Figure]]:
    """Every total of the year by document and way; a sum that repeats what its document prints stands once."""
    held = {f.dokumen for f in bahan.figures if f.besaran == "realisasi_anggaran" and f.tahun == bahan.tahun}
    for dokumen in sorted(d for d in held if d is not None and d in _known(bahan)):
        seen: set[object] = set()
        for kode, words in CARA:
            figure = bahan.figures.get(FigureId("realisasi_anggaran", kode, bahan.tahun, dokumen=dokumen))
            if figure is not None and figure.keadaan is not Keadaan.KOSONG and figure.number not in seen:
                seen.add(figure.number)
                yield dokumen, PERSENTASE if kode == TOTAL and _in_percent(bahan, dokumen) else words, figure


def _in_percent(bahan: Bahan, dokumen: str) -> bool:
    """Whether the rows of a document hold percentages and no rupiah."""
    rows = [r for r in bahan.paket.realisasi_anggaran if (r.dokumen, r.tahun) == (dokumen, bahan.tahun)]
    return all(r.realisasi is None for r in rows)


def _known(bahan: Bahan) -> set[str]:
    """The codes of documents of spending: figures of a quarter alone bear another last part."""
    paket = bahan.paket
    return {r.dokumen for table in (paket.realisasi_anggaran, paket.jumlah_realisasi) for r in table}


def _row(bahan: Bahan, name: str, words: str, figure: Figure, *, bold: bool = False) -> Row:
    amount = bahan.cell(figure.id, "uang_bulat", bold=bold)
    return Row((Cell((Text(name[:1].upper() + name[1:], bold=bold),)), Cell(teks(words)), Cell(amount)), RowKind.ISI)
