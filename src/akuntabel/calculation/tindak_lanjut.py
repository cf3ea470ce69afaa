"""Follow-up in counts, and the AKIP score."""

from __future__ import annotations

from decimal import Decimal

from akuntabel.calculation.formulas import selisih
from akuntabel.calculation.formulas.rumus import HasilRumus
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.domain.figure import FigureId
from akuntabel.domain.pilihan import StatusTindak
from akuntabel.domain.tindak_lanjut import Rekomendasi, Rtl
from akuntabel.regulations.scale import classify


def compute(book: Ledger) -> None:
    """Enter counts of follow-up plans and recommendations by state, and AKIP scores with their predikat."""
    for sumber in sorted({r.sumber for r in book.paket.rtl}):
        _states(book, "rtl", sumber.value, [r for r in book.paket.rtl if r.sumber is sumber])
    for sumber in sorted({r.sumber for r in book.paket.rekomendasi}):
        _states(book, "rekomendasi", sumber.value, [r for r in book.paket.rekomendasi if r.sumber is sumber])
    for row in book.paket.nilai_akip:
        fid = FigureId("nilai_akip", row.komponen, row.tahun)
        figure = book.data(fid, row.nilai, "", cell("nilai_akip", row.kunci, "nilai"), desimal=2, catatan=row.sumber)
        if row.komponen == "total" and figure.number is not None:
            scale = book.regulations.skala_pada("predikat_akip", row.tahun)
            kelas = classify(scale, figure.number)
            word = FigureId("predikat_akip", row.komponen, row.tahun)
            book.word(word, kelas.kode, [fid], dasar=[scale.dasar.label()])


def _states(book: Ledger, besaran: str, sumber: str, rows: list[Rtl] | list[Rekomendasi]) -> None:
    chosen = {"semua": len(rows)}
    chosen |= {s.value: sum(1 for r in rows if (r.status or StatusTindak.BELUM) is s) for s in StatusTindak}
    refs = [c for r in rows for c in cell(besaran, r.kunci, "status", "sumber")]
    for name, n in chosen.items():
        fid = FigureId(besaran, f"{sumber}:{name}", book.tahun)
        result = HasilRumus(Decimal(n), f"cacah {n} baris")
        book.computed(fid, result, selisih.RUMUS_JUMLAH, "", [], desimal=0, cells=refs)
