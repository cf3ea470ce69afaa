"""What is said of a sum that does not hold: which cell, what it should be, why, and how it may have come about."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from akuntabel.bahasa.angka import format_number
from akuntabel.facts.fakta import Fakta
from akuntabel.facts.jumlahan import Arah, Persamaan, value_of
from akuntabel.facts.tabel import BarisTabel, Sel
from akuntabel.findings import LOLOS, Keyakinan, Lewat, Terkait, Tingkat
from akuntabel.review.aturan import Jawaban, Masalah
from akuntabel.review.bukti import proof
from akuntabel.review.selip import divisible_by_nine, slip
from akuntabel.review.silang import Calon, Perkara, culprits
from akuntabel.review.sumber_lain import SumberLain, other_sources

_SHOWN = 12  # addends that are written out
_IN_MESSAGE = 6  # addends that a message writes out itself
_LARGE = 10**6  # from here on whole rupiah may hide rounded sen


def judge_sums(fakta: Fakta, arah: Arah) -> Iterator[Jawaban]:
    """The answers for all sums of one direction. A cell at fault in both directions is told with the rows."""
    sources = other_sources(fakta)
    for table in fakta.tabel:
        sums = [e for e in fakta.jumlahan if e.tabel is table]
        if not sums:
            continue
        for e in sums:
            if e.arah is arah and (e.lewat or e.cocok):
                yield Lewat(e.lewat) if e.lewat else LOLOS
        for case in culprits(sums, [s for s in fakta.serapan if s.tabel is table]):
            if _told_with(case) is arah:
                yield _problem(case, sources)


def _told_with(case: Perkara) -> Arah:
    """A cell at fault in several sums is told once: with the row, else with the rest, else with the column."""
    told = {e.arah for e in (case.persamaan, *case.beres)}
    return next(a for a in (Arah.BARIS, Arah.SISA, Arah.KOLOM) if a in told)


def _problem(case: Perkara, sources: SumberLain) -> Masalah:
    eq = case.persamaan
    if case.akibat:
        return _through_parts(case)
    if eq.kosong:
        return _through_gap(eq)
    single = case.tunggal or _supported(case, sources)
    support = _support(single, eq, sources) if single else None
    if single is None:
        return _one_of(case)
    cell = single.sel
    row = _row_of(eq, cell)
    total = cell is eq.jumlah and eq.arah is not Arah.SISA
    told = f"jumlah {_name(eq)}" if total else f"nilai '{row.label}' pada kolom '{_head(eq, cell)}'"
    others = tuple(proof(e.jumlah, e.tabel) for e in (eq, *case.beres) if e.jumlah is not cell)
    return Masalah(
        proof(cell, eq.tabel, row.teks()),
        f"{told} tertulis {cell.teks or 'kosong'}, sedangkan {_why(case, single)}",
        _certainty(eq),
        terkait=(*others, *((support,) if support else ())),
        tertulis=cell.teks,
        seharusnya=_print(single.nilai, cell),
        hitungan=_sum_text(eq),
        dugaan_penyebab=slip(value_of(cell), single.nilai),
        saran="Perbaiki angka ini, atau periksa angka lain pada penjumlahan yang sama.",
        sebab=f"{eq.tabel.blok}:{cell.tempat.baris}",
    )


def _why(case: Perkara, single: Calon) -> str:
    eq = case.persamaan
    if eq.arah is Arah.SISA:
        return f"{_rest_text(eq)}; yang cocok dengan angka lain pada tabel ialah {_print(single.nilai, single.sel)}"
    if single.sel is eq.jumlah:
        return _sum_text(eq) if len(eq.suku) <= _IN_MESSAGE else f"isinya berjumlah {_print(eq.hasil, eq.jumlah)}"
    told = " dan ".join(f"jumlah {_name(e)}, {e.jumlah.teks}," for e in (eq, *case.beres))
    return f"{told} hanya cocok bila nilainya {_print(single.nilai, single.sel)}"


def _one_of(case: Perkara) -> Masalah:
    """Several cells are equally likely: the total is quoted, none is accused."""
    eq = case.persamaan
    if eq.arah is Arah.SISA:
        return _rest_wrong(eq)
    gap = eq.hasil - eq.tertulis
    total = any(c.sel is eq.jumlah for c in case.calon) or not case.calon
    blame = "jumlah itu atau salah satu isinya" if total else "isinya"
    slips = [(c, why) for c in case.calon if (why := slip(value_of(c.sel), c.nilai))]
    cause = None
    if len(slips) == 1:
        cause = f"'{slips[0][0].sel.teks}' seharusnya {_print(slips[0][0].nilai, slips[0][0].sel)}: {slips[0][1]}"
    elif divisible_by_nine(gap):
        cause = "selisihnya habis dibagi sembilan: mungkin dua angka bertukar tempat"
    return Masalah(
        proof(eq.jumlah, eq.tabel, _row_of(eq, eq.jumlah).teks()),
        f"jumlah {_name(eq)} tertulis {eq.jumlah.teks}, sedangkan isinya berjumlah {_print(eq.hasil, eq.jumlah)} "
        f"(selisih {_print(abs(gap), eq.jumlah)}); yang salah ialah salah satu dari {blame}",
        _certainty(eq),
        terkait=tuple(proof(s, eq.tabel) for s in eq.suku[:_SHOWN] if s.nilai_ada),
        tertulis=eq.jumlah.teks,
        hitungan=_sum_text(eq),
        dugaan_penyebab=cause,
        saran="Periksa setiap angka yang dijumlahkan dan jumlahnya terhadap sumbernya.",
        sebab=f"{eq.tabel.blok}:{eq.jumlah.tempat.baris}",
    )


def _rest_wrong(eq: Persamaan) -> Masalah:
    """Budget, spending and rest do not fit, and nothing else tells which of them is wrong."""
    rest = eq.suku[1]
    return Masalah(
        proof(rest, eq.tabel, _row_of(eq, rest).teks()),
        f"sisa '{eq.label}' tertulis {rest.teks}, sedangkan {_rest_text(eq)}; "
        "yang salah ialah salah satu dari ketiganya",
        _certainty(eq),
        terkait=(proof(eq.jumlah, eq.tabel), proof(eq.suku[0], eq.tabel)),
        tertulis=rest.teks,
        hitungan=_rest_text(eq),
        dugaan_penyebab=slip(value_of(rest), eq.tertulis - value_of(eq.suku[0])),
        saran="Periksa anggaran, realisasi, dan sisanya terhadap laporan realisasi anggaran.",
        sebab=f"{eq.tabel.blok}:{rest.tempat.baris}",
    )


def _rest_text(eq: Persamaan) -> str:
    return f"{eq.jumlah.teks} − {eq.suku[0].teks} = {_print(eq.tertulis - value_of(eq.suku[0]), eq.suku[1])}"


def _through_parts(case: Perkara) -> Masalah:
    """A total that other sums confirm, while several of its parts are wrong."""
    eq = case.persamaan
    lines = ", ".join(str(s.tempat.baris) for s in case.akibat)
    return Masalah(
        proof(eq.jumlah, eq.tabel, _row_of(eq, eq.jumlah).teks()),
        f"jumlah {_name(eq)} tertulis {eq.jumlah.teks}, sedangkan isinya berjumlah {_print(eq.hasil, eq.jumlah)}; "
        f"jumlah itu cocok bila angka pada baris {lines} diperbaiki",
        _certainty(eq),
        terkait=tuple(proof(s, eq.tabel) for s in case.akibat),
        tertulis=eq.jumlah.teks,
        hitungan=_sum_text(eq),
        saran="Perbaiki dahulu angka pada baris yang disebut.",
        sebab=f"{eq.tabel.blok}:{case.akibat[0].tempat.baris}" if case.akibat else None,
    )


def _through_gap(eq: Persamaan) -> Masalah:
    """A total whose parts are not all filled in."""
    missing = eq.tertulis - eq.hasil
    return Masalah(
        proof(eq.jumlah, eq.tabel, _row_of(eq, eq.jumlah).teks()),
        f"jumlah {_name(eq)} tertulis {eq.jumlah.teks}, sedangkan isinya berjumlah {_print(eq.hasil, eq.jumlah)} dan "
        f"ada sel yang kosong; selisihnya {_print(abs(missing), eq.jumlah)}",
        Keyakinan.MUNGKIN,
        Tingkat.RENDAH,
        tertulis=eq.jumlah.teks,
        hitungan=_sum_text(eq),
        saran="Isi sel yang kosong, atau tulis tanda hubung bila memang tidak ada.",
        sebab=f"{eq.tabel.blok}:{eq.jumlah.tempat.baris}",
    )


def _supported(case: Perkara, sources: SumberLain) -> Calon | None:
    """The one of several cells whose mended value stands elsewhere in the document."""
    eq = case.persamaan
    found = [c for c in case.calon if _support(c, eq, sources)]
    return found[0] if len(found) == 1 else None


def _support(choice: Calon, eq: Persamaan, sources: SumberLain) -> Terkait | None:
    label = "" if choice.sel is eq.jumlah else _row_of(eq, choice.sel).label
    return sources.of(choice.nilai, eq.tabel, label)


def _certainty(eq: Persamaan) -> Keyakinan:
    small = abs(eq.hasil - eq.tertulis) <= len(eq.suku) / Decimal(2) and abs(eq.tertulis) >= _LARGE
    return Keyakinan.PASTI if eq.yakin and not eq.kosong and not small else Keyakinan.MUNGKIN


def _row_of(eq: Persamaan, cell: Sel) -> BarisTabel:
    return next(r for r in eq.tabel.baris if r.tempat == cell.tempat)


def _head(eq: Persamaan, cell: Sel) -> str:
    return eq.tabel.kolom[cell.kolom].teks


def _name(eq: Persamaan) -> str:
    if eq.arah is Arah.BARIS:
        return f"'{eq.label}'" if eq.label else f"baris {eq.jumlah.tempat.baris}"
    own = f"'{eq.label}', " if eq.induk else ""
    return f"{own}kolom '{eq.kolom.teks}'"


def _print(value: Decimal, like: Sel) -> str:
    places = like.angka.desimal if like.angka and like.angka.nilai is not None else 0
    exact = value.normalize().as_tuple().exponent
    return format_number(value, max(places, -exponent_of(exact)))


def exponent_of(exponent: int | str) -> int:
    """A decimal's exponent, never above zero."""
    return min(0, exponent) if isinstance(exponent, int) else 0


def _sum_text(eq: Persamaan) -> str:
    if eq.arah is Arah.SISA:
        return _rest_text(eq)
    parts = [s.teks if s.nilai_ada else "0" for s in eq.suku]
    if len(parts) > _SHOWN:
        parts = [*parts[: _SHOWN - 2], f"… ({len(eq.suku)} angka) …", parts[-1]]
    return f"{' + '.join(parts)} = {_print(eq.hasil, eq.jumlah)}"
