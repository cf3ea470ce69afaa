"""What a survey report asks for beside the index: sample, mean scores, weights, change since the period before."""

from __future__ import annotations

from akuntabel.bahasa.angka import round_half_up
from akuntabel.bahasa.kalimat import join_list
from akuntabel.calculation import skm_lembar
from akuntabel.calculation.formulas import indeks_skm, sampel, selisih
from akuntabel.calculation.jawaban_skm import RekapPeriode, rekap_periode
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.policy import BobotSkm, weight_of
from akuntabel.domain.figure import FigureId
from akuntabel.domain.paket import Paket
from akuntabel.domain.skm import SkmPeriode, SkmRekap
from akuntabel.regulations.scale import classify

DESIMAL = 2
DESIMAL_NRR = 3
TEPAT = "bobot-tepat"


def compute(book: Ledger) -> None:
    """Enter the figures of every period; those of `calculation.skm` stand already."""
    for periode in book.paket.skm_periode:
        rekap = rekap_periode(book.paket, periode.kode)
        rows = unsur_rows(rekap)
        _sample(book, periode)
        _weights(book, periode, rekap, rows)
        for row in rows:
            _mean(book, periode, row, len(rows))
        _mean_index(book, periode, rows)
        _against_mean(book, periode, rows)
        before = period_before(book.paket, periode)
        if before is not None:
            _changes(book, periode, before, rows)


def unsur_rows(rekap: RekapPeriode) -> list[SkmRekap]:
    """The recap by unsur, recorded or from answers, all services together, in the order of the codes."""
    return sorted((r for r in rekap.semua if r.unsur and not r.layanan), key=lambda r: r.unsur or "")


def ordered(paket: Paket) -> list[SkmPeriode]:
    """The survey periods in order of time."""
    return sorted(paket.skm_periode, key=lambda p: (p.tahun, p.bulan_akhir, p.kode))


def period_before(paket: Paket, periode: SkmPeriode) -> SkmPeriode | None:
    """The period before one, of the same year or an earlier one; None for the first."""
    earlier = [p for p in ordered(paket) if (p.tahun, p.bulan_akhir) < (periode.tahun, periode.bulan_akhir)]
    return earlier[-1] if earlier else None


def _sample(book: Ledger, periode: SkmPeriode) -> None:
    """Users of the period, the sample that they ask for, and whether it was reached; nothing where users are blank."""
    if periode.pengguna is None:
        return
    users, wanted, reached = (
        FigureId(b, periode.kode, periode.tahun) for b in ("pengguna_layanan", "sampel", "skm_responden")
    )
    refs = cell("skm_periode", periode.kunci, "pengguna", "tahun")
    book.data(users, periode.pengguna, "orang", refs, desimal=0)
    result = sampel.compute(periode.pengguna, book.regulations.besar_sampel(periode.tahun))
    book.computed(wanted, result, sampel.RUMUS, "orang", [users], desimal=0)
    n, needed = book.number(reached), book.number(wanted)
    if n is None or needed is None:
        return
    gap = FigureId("selisih_sampel", periode.kode, periode.tahun)
    book.difference(gap, book.figures[reached], book.figures[wanted], "orang", 0)
    text = "memenuhi" if n >= needed else "belum memenuhi"
    book.word(FigureId("status_sampel", periode.kode, periode.tahun), text, [reached, wanted])


def _weights(book: Ledger, periode: SkmPeriode, rekap: RekapPeriode, rows: list[SkmRekap]) -> None:
    """The weight in use, and what each weight gives when all answers have the highest score."""
    if not rows:
        return
    refs = [c for r in rows if r in rekap.tercatat for c in cell("skm_rekap", r.kunci, "unsur")]
    refs += cell("skm_periode", periode.kunci, "tahun")
    if any(r in rekap.jawaban for r in rows):
        refs += skm_lembar.cells(periode, None)
    count, chosen = len(rows), book.policy.bobot_skm
    text = f"1/{count}" if chosen is BobotSkm.TEPAT else chosen.value
    book.word(
        FigureId("bobot_unsur", periode.kode, periode.tahun), text, [], cells=refs, kebijakan=("bobot_skm",)
    )  # fmt: skip
    for weight in BobotSkm:
        fid = FigureId("ikm_tertinggi", periode.kode, periode.tahun, dokumen="bobot-" + weight.value.replace(",", ""))
        result = indeks_skm.compute_highest(weight_of(weight, count), count)
        book.computed(fid, result, indeks_skm.RUMUS_TERTINGGI, "", [], desimal=DESIMAL, cells=refs)


def _mean(book: Ledger, periode: SkmPeriode, row: SkmRekap, count: int) -> None:
    """Mean score, weighted mean score and class of one unsur."""
    kode = f"{periode.kode}:{row.unsur}"
    value = FigureId("nilai_unsur", kode, periode.tahun)
    number = book.number(value)
    if number is not None:
        scale = book.regulations.skala_pada("mutu_skm", periode.tahun)
        kelas = classify(scale, number)
        for besaran, text in (("mutu", kelas.kode), ("kinerja_layanan", kelas.nama)):
            book.word(FigureId(besaran, kode, periode.tahun), text, [value], dasar=[scale.dasar.label()])
    if row.jumlah_skor is None or row.responden is None:
        return
    inputs = [FigureId(b, kode, periode.tahun) for b in ("skm_skor", "skm_responden")]
    mean = indeks_skm.compute_mean_score(row.jumlah_skor, row.responden)
    book.computed(
        FigureId("nrr", kode, periode.tahun), mean, indeks_skm.RUMUS_NRR, "", inputs, desimal=DESIMAL_NRR
    )  # fmt: skip
    weight = weight_of(book.policy.bobot_skm, count)
    book.computed(
        FigureId("nrr_tertimbang", kode, periode.tahun),
        indeks_skm.compute_weighted(row.jumlah_skor, row.responden, weight, count),
        indeks_skm.RUMUS_TERTIMBANG, "", inputs, desimal=DESIMAL_NRR, kebijakan=("bobot_skm",),
    )  # fmt: skip


def _mean_index(book: Ledger, periode: SkmPeriode, rows: list[SkmRekap]) -> None:
    """The index on the scale 1 to 4: the sum of the weighted means, where every unsur has one."""
    ids = [FigureId("nrr_tertimbang", f"{periode.kode}:{r.unsur}", periode.tahun) for r in rows]
    values = [v for i in ids if (v := book.number(i)) is not None]
    if values and len(values) == len(ids):
        fid = FigureId("nrr_tertimbang", periode.kode, periode.tahun)
        book.computed(
            fid, selisih.compute_sum(tuple(values)), selisih.RUMUS_JUMLAH, "", ids, desimal=DESIMAL_NRR
        )  # fmt: skip


def _against_mean(book: Ledger, periode: SkmPeriode, rows: list[SkmRekap]) -> None:
    """Names of the unsur below and above the mean of all, lowest and highest first."""
    mean = FigureId("ikm", periode.kode, periode.tahun, dokumen=TEPAT)
    middle = book.number(mean)
    ids = {r.unsur: FigureId("nilai_unsur", f"{periode.kode}:{r.unsur}", periode.tahun) for r in rows if r.unsur}
    values = {u: v for u, i in ids.items() if (v := book.number(i)) is not None}
    if middle is None or not values:
        return
    names = book.regulations.unsur_skm(periode.tahun)
    below = sorted((u for u in values if values[u] < middle), key=lambda u: (values[u], u))
    above = sorted((u for u in values if values[u] > middle), key=lambda u: (-values[u], u))
    for name, chosen in (("di-bawah-rata-rata", below), ("di-atas-rata-rata", above)):
        if chosen:
            fid = FigureId("unsur", f"{periode.kode}:{name}", periode.tahun)
            book.word(fid, join_list(names.get(u, u) for u in chosen), [mean, *(ids[u] for u in sorted(values))])


def _changes(book: Ledger, periode: SkmPeriode, before: SkmPeriode, rows: list[SkmRekap]) -> None:
    """The change of the index and of each unsur since the period before."""
    _change(book, ("ikm", "perubahan_ikm", "arah_ikm"), periode, before)
    for row in rows:
        _change(book, ("nilai_unsur", "perubahan_unsur", "arah_unsur"), periode, before, f":{row.unsur}")


def _change(book: Ledger, kinds: tuple[str, str, str], periode: SkmPeriode, before: SkmPeriode, tail: str = "") -> None:
    """One value less that of the period before, and the word for it as it is printed."""
    value, gap, way = kinds
    now = FigureId(value, f"{periode.kode}{tail}", periode.tahun)
    old = FigureId(value, f"{before.kode}{tail}", before.tahun)
    new_value, old_value = book.number(now), book.number(old)
    if new_value is None or old_value is None:
        return
    refs = [c for p in (periode, before) for c in cell("skm_periode", p.kunci, "tahun", "bulan_akhir")]
    book.difference(
        FigureId(gap, now.kode, now.tahun), book.figures[now], book.figures[old], "poin", DESIMAL, refs
    )  # fmt: skip
    shown = round_half_up(new_value - old_value, DESIMAL)
    text = "naik" if shown > 0 else "turun" if shown < 0 else "tetap"
    book.word(FigureId(way, now.kode, now.tahun), text, [now, old], cells=refs)
