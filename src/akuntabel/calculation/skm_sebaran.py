"""Counts of answer sheets that the package holds one by one: frequencies of answers, and who answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal

from akuntabel.calculation.formulas import bagian, selisih
from akuntabel.calculation.formulas.rumus import HasilRumus
from akuntabel.calculation.jawaban_skm import KOLOM
from akuntabel.calculation.ledger import Ledger, cell, column
from akuntabel.domain.figure import CellRef, FigureId, slug
from akuntabel.domain.paket import Paket
from akuntabel.domain.skm import SkmPeriode, SkmResponden

CIRI = ("jenis_kelamin", "usia", "pendidikan", "pekerjaan", "layanan")
SKOR = (1, 2, 3, 4)
KOSONG, LUAR, TANPA_JAWABAN = "tidak-diisi", "di-luar-skala", "tanpa-jawaban"
RENTANG_USIA = 10  # years of an age group: 20 to 29
PERSEN = 2
SEBUTAN_KELAMIN = {"l": "Laki-laki", "laki-laki": "Laki-laki", "p": "Perempuan", "perempuan": "Perempuan"}


def compute(book: Ledger) -> None:
    """Enter sheets, frequencies and groups of every period that has answers."""
    for periode in book.paket.skm_periode:
        rows = sheets(book.paket, periode)
        if rows:
            refs = _cells(periode)
            _count(book, FigureId("skm_lembar", periode.kode, periode.tahun), len(rows), refs)
            _frequencies(book, periode, rows)
            for ciri in CIRI:
                _groups(book, periode, rows, ciri)


def sheets(paket: Paket, periode: SkmPeriode) -> list[SkmResponden]:
    """The answer sheets of a period."""
    return [r for r in paket.skm_responden if r.periode == periode.kode]


def groups(rows: Iterable[SkmResponden], ciri: str) -> dict[str, tuple[str, list[SkmResponden]]]:
    """Sheets by what they say of one characteristic: code of the group, its name, its sheets. Blanks come last."""
    found: dict[str, tuple[str, list[SkmResponden]]] = {}
    for row in rows:
        name = _name(ciri, getattr(row, ciri))
        kode = slug(name) if name else KOSONG
        found.setdefault(kode, (name or "Tidak diisi", []))[1].append(row)
    return dict(sorted(found.items(), key=lambda item: (item[0] == KOSONG, item[0])))


def _name(ciri: str, value: object) -> str:
    """The name of the group that a value belongs to; empty for a blank one."""
    if value in (None, ""):
        return ""
    if isinstance(value, int):
        low = value // RENTANG_USIA * RENTANG_USIA
        return f"{low}–{low + RENTANG_USIA - 1} tahun"
    text = " ".join(str(value).split())
    return SEBUTAN_KELAMIN.get(text.casefold(), text) if ciri == "jenis_kelamin" else text


def _cells(periode: SkmPeriode, *columns: str) -> tuple[CellRef, ...]:
    """What a count looks at: whole columns of the sheets, and to which period and year they belong."""
    return (*column("skm_responden", "periode", *columns), *cell("skm_periode", periode.kunci, "tahun"))


def _count(
    book: Ledger, fid: FigureId, n: int, refs: Sequence[CellRef], apa: str = "lembar jawaban", satuan: str = "orang"
) -> None:
    result = HasilRumus(Decimal(n), f"cacah {n} {apa}")
    book.computed(fid, result, selisih.RUMUS_JUMLAH, satuan, [], desimal=0, cells=refs)


def _frequencies(book: Ledger, periode: SkmPeriode, rows: list[SkmResponden]) -> None:
    """How many answers of each score every unsur has, how many sheets leave it blank, how many lie outside the scale.

    Then what of all sheets does not count: answers by kind, and sheets that hold no valid answer.
    """
    left = Counter[str]()
    for unsur in book.regulations.unsur_skm(periode.tahun):
        name = unsur.lower()
        if name not in SkmResponden.model_fields:
            continue
        values = [getattr(r, name) for r in rows]
        refs = _cells(periode, name)
        counts = {str(s): values.count(s) for s in SKOR} | {KOSONG: values.count(None)}
        counts[LUAR] = len(values) - sum(counts.values())
        for score, n in counts.items():
            _count(book, FigureId("skm_jawaban", f"{periode.kode}:{unsur}:{score}", periode.tahun), n, refs)
        left.update({k: counts[k] for k in (KOSONG, LUAR)})
    left[TANPA_JAWABAN] = sum(not any(getattr(r, u) in SKOR for u in KOLOM.values()) for r in rows)
    for what, n in left.items():
        fid = FigureId("skm_ditolak", f"{periode.kode}:{what}", periode.tahun)
        _count(book, fid, n, _cells(periode, *KOLOM.values()), "lembar" if what == TANPA_JAWABAN else "jawaban", "")


def _groups(book: Ledger, periode: SkmPeriode, rows: list[SkmResponden], ciri: str) -> None:
    """The size and share of each group of one characteristic; none where no sheet says it."""
    found = groups(rows, ciri)
    if set(found) == {KOSONG}:
        return
    refs = _cells(periode, ciri)
    for kode, (_, own) in found.items():
        fid = FigureId("skm_profil", f"{periode.kode}:{ciri}:{kode}", periode.tahun)
        whole = FigureId("skm_lembar", periode.kode, periode.tahun)
        _count(book, fid, len(own), refs)
        result = bagian.compute(Decimal(len(own)), Decimal(len(rows)))
        share = FigureId("bagian_responden", fid.kode, fid.tahun)
        book.computed(share, result, bagian.RUMUS, "persen", [fid, whole], desimal=PERSEN)
