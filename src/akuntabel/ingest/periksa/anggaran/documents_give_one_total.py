"""Documents that state the spending of one year state the same: rupiah against rupiah, percent against the budget.

One finding per year and document that differs from the one that is used. Neither is called wrong. A column of
percentages may be physical or weighted: certain only where most rows fit the reading as a share of the budget.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import round_half_up
from akuntabel.domain.anggaran import RealisasiAnggaran
from akuntabel.domain.paket import Paket
from akuntabel.findings import LOLOS, Keyakinan, Tingkat
from akuntabel.ingest.periksa.budget import Budget
from akuntabel.ingest.periksa.check import Check, Context, Jawaban, problem
from akuntabel.ingest.periksa.lookup import total
from akuntabel.ingest.periksa.wording import angka, join_some, rupiah

Key = tuple[str, str, str]
Rows = dict[Key, RealisasiAnggaran]


def _run(paket: Paket, context: Context) -> Iterator[Jawaban]:
    names = {d.kode: d.nama for d in paket.dokumen_realisasi}
    for tahun in dict.fromkeys(r.tahun for r in paket.realisasi_anggaran):
        documents = _documents(paket, tahun)
        used = [name for name, rows in documents.items() if any(r.dipakai for r in rows.values())]
        first, *others = dict.fromkeys((*used, *documents)) or [""]
        for name in others:
            pair = (names.get(first, first), names.get(name, name))
            yield from _judge(context, documents[first], documents[name], pair)


def _documents(paket: Paket, tahun: int) -> dict[str, Rows]:
    """The rows of a whole year by document, each by code and breakdown."""
    found: dict[str, Rows] = {}
    for row in paket.realisasi_anggaran:
        if row.tahun == tahun and row.bulan in (None, 12):
            key = (row.kode, row.jenis_belanja or "", row.sumber_dana or "")
            found.setdefault(row.dokumen, {})[key] = row
    return found


def _judge(context: Context, a: Rows, b: Rows, pair: tuple[str, str]) -> Iterator[Jawaban]:
    """Compare two documents row by row; `pair` holds their names."""
    budget, enough = context.budget, context.regulations.ambang("periksa.dokumen_cocok")
    shared = [code for code in a if code in b]
    compared = [(code, _differs(budget, a[code], b[code])) for code in shared]
    differing = [code for code, answer in compared if answer]
    if not any(answer is not None for _, answer in compared):
        return
    if not differing:
        yield LOLOS
        return
    one, other = a[differing[0]], b[differing[0]]
    names = join_some([f"{c[0]} ({_text(a[c])} dan {_text(b[c])})" for c in differing], most=3)
    fitting = sum(answer is False for _, answer in compared)
    certain = (one.persen is None and other.persen is None) or (fitting >= enough and fitting >= len(differing))
    hint = "salah satu dari keduanya keliru, cocokkan dengan laporan realisasi anggaran"
    yield problem(
        one,
        _column(one),
        f"realisasi anggaran tahun {one.tahun} menurut {' dan '.join(pair)} berbeda pada "
        f"{len(differing)} dari "
        f"{len(shared)} baris: {names}; "
        + (hint if certain else f"apakah persentase itu realisasi fisik? Bila bukan, {hint}"),
        keyakinan=Keyakinan.PASTI if certain else Keyakinan.MUNGKIN,
        hitungan=_totals(budget, (a, b), shared, pair),
        terkait=[(rows[c], _column(rows[c])) for c in differing for rows in (a, b) if rows[c] is not one],
    )


def _column(row: RealisasiAnggaran) -> str:
    return "realisasi" if row.realisasi is not None else "persen"


def _text(row: RealisasiAnggaran) -> str:
    if row.realisasi is not None:
        return rupiah(row.realisasi)
    return "kosong" if row.persen is None else f"{angka(row.persen)}%"


def _differs(budget: Budget, a: RealisasiAnggaran, b: RealisasiAnggaran) -> bool | None:
    """Whether two rows contradict each other; None where they cannot be compared."""
    if a.realisasi is not None and b.realisasi is not None:
        return a.realisasi != b.realisasi
    if a.persen is not None and b.persen is not None:
        return a.persen != b.persen
    money, printed = (a, b) if a.realisasi is not None else (b, a)
    pagu = _pagu(budget, a)
    if money.realisasi is None or printed.persen is None or not pagu:
        return None
    exponent = printed.persen.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    # Percentages are often cut instead of rounded: within one unit of the last place counts as the same.
    exact = money.realisasi / pagu * 100
    return abs(round_half_up(exact, places) - printed.persen) > Decimal(1).scaleb(-places)


def _pagu(budget: Budget, row: RealisasiAnggaran) -> Decimal | None:
    found = budget.latest(row.kode, row.tahun)
    return total(x.pagu for x in found[1]) if found else None


def _totals(budget: Budget, both: tuple[Rows, Rows], shared: list[Key], pair: tuple[str, str]) -> str | None:
    """Both totals over the shared rows, percentages turned into rupiah by the budget."""
    parts = []
    for name, rows in zip(pair, both, strict=True):
        amounts = [_amount(budget, rows[c]) for c in shared]
        whole = total(amounts)
        if whole is None:
            return None
        parts.append(f"{name}: {rupiah(round_half_up(whole, 0))}")
    return "; ".join(parts)


def _amount(budget: Budget, row: RealisasiAnggaran) -> Decimal | None:
    if row.realisasi is not None:
        return row.realisasi
    pagu = _pagu(budget, row)
    return None if pagu is None or row.persen is None else pagu * row.persen / 100


CHECK = Check(
    kode="PRK-AGR-03",
    judul="Realisasi anggaran sama menurut semua dokumen",
    tingkat=Tingkat.TINGGI,
    dasar="Perhitungan ulang",
    penjelasan=(
        "Bila beberapa dokumen menyebut realisasi kode dan tahun yang sama, nilainya dibandingkan baris demi "
        "baris; persentase "
        "dibandingkan dengan rupiah melalui pagu, dengan kelonggaran satu satuan angka terakhir. Satu temuan per "
        "dokumen yang berbeda dari yang dipakai."
    ),
    bila_kosong="realisasi hanya tercatat dari satu dokumen",
    run=_run,
)
