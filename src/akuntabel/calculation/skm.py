"""The satisfaction survey: unsur, index, mutu, services, the year and its trend."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from akuntabel.bahasa.angka import round_half_up
from akuntabel.bahasa.kalimat import join_list
from akuntabel.calculation import skm_lembar
from akuntabel.calculation.capaian import PERSEN
from akuntabel.calculation.formulas import capaian_naik, indeks_skm
from akuntabel.calculation.formulas.agregasi import RUMUS_RATA, compute_mean
from akuntabel.calculation.jawaban_skm import RekapPeriode, rekap_periode
from akuntabel.calculation.ledger import Ledger, cell
from akuntabel.calculation.policy import BobotSkm, IkmTahun, weight_of
from akuntabel.domain.figure import CellRef, FigureId, Keadaan
from akuntabel.domain.skm import SkmPeriode, SkmRekap, SkmTahunan
from akuntabel.regulations.scale import classify

SEMUA = "tahun"  # the code of the year as a whole
DESIMAL = skm_lembar.DESIMAL


def compute(book: Ledger) -> None:
    """Enter every period, then the years with target, capaian, change and mutu."""
    for periode in book.paket.skm_periode:
        _period(book, periode)
    years = {r.tahun for r in book.paket.skm_tahunan} | {p.tahun for p in book.paket.skm_periode}
    for tahun in sorted(years):
        _year(book, tahun)
    for tahun in sorted(years):
        _trend(book, tahun)


def _score(book: Ledger, periode: SkmPeriode, row: SkmRekap) -> None:
    """One recap row: sum of scores with n, or the converted score as printed."""
    parts = [periode.kode, *(p for p in (row.layanan, row.unsur) if p)]
    kode = ":".join(parts)
    besaran = "nilai_unsur" if row.unsur else "ikm"
    fid = FigureId(besaran, kode, periode.tahun)
    year = cell("skm_periode", periode.kunci, "tahun")
    if row.responden is not None:
        refs = (*cell("skm_rekap", row.kunci, "responden"), *year)
        book.data(FigureId("skm_responden", kode, periode.tahun), row.responden, "orang", refs, desimal=0)
    if row.unsur and row.jumlah_skor is not None and row.responden is not None:
        total = FigureId("skm_skor", kode, periode.tahun)
        refs = (*cell("skm_rekap", row.kunci, "jumlah_skor", "status"), *year)
        book.data(total, row.jumlah_skor, "", refs, status=row.status, desimal=0)
        inputs = [total, FigureId("skm_responden", kode, periode.tahun)]
        result = indeks_skm.compute_unsur(row.jumlah_skor, row.responden)
        book.computed(fid, result, indeks_skm.RUMUS_UNSUR, "", inputs, desimal=DESIMAL)
    elif row.unsur or row.nilai_tercetak is not None:  # a row of n alone leaves the index to its unsur
        refs = (*cell("skm_rekap", row.kunci, "nilai_tercetak", "status"), *year)
        book.data(fid, row.nilai_tercetak, "", refs, status=row.status, desimal=DESIMAL)


def _period(book: Ledger, periode: SkmPeriode) -> None:
    rekap = rekap_periode(book.paket, periode.kode)
    _respondents(book, periode, rekap)
    for row in rekap.tercatat:
        _score(book, periode, row)
    for row in rekap.jawaban:
        skm_lembar.enter_group(book, periode, row, rekap.isi[row.layanan])
    for layanan in (None, *rekap.layanan):
        unsur = [r for r in rekap.semua if r.unsur and r.layanan == layanan]
        if unsur and layanan:
            _count(book, periode, rekap, layanan)
        if unsur:
            _index(book, periode, unsur, layanan)
    _extremes(book, periode, [r for r in rekap.semua if r.unsur and not r.layanan])
    _best_services(book, periode, rekap)
    _quality(book, FigureId("ikm", periode.kode, periode.tahun))


def _respondents(book: Ledger, periode: SkmPeriode, rekap: RekapPeriode) -> None:
    """The respondents of a period: as recorded, else the sheets that hold an answer."""
    whole = rekap.isi.get(None)
    told = periode.responden is not None or any(
        r.responden is not None for r in rekap.tercatat if not r.layanan and not r.unsur
    )
    if whole is not None and not told:
        skm_lembar.enter_count(book, periode, None, whole)
        return
    refs = cell("skm_periode", periode.kunci, "responden", "tahun")
    book.data(FigureId("skm_responden", periode.kode, periode.tahun), periode.responden, "orang", refs, desimal=0)


def _count(book: Ledger, periode: SkmPeriode, rekap: RekapPeriode, layanan: str) -> None:
    """The answers of a service whose recap gives them by unsur only: those of the unsur with the fewest.

    Where no recap tells them, they are the sheets of the service that hold an answer.
    """
    fid = FigureId("skm_responden", f"{periode.kode}:{layanan}", periode.tahun)
    given = [r for r in rekap.tercatat if r.layanan == layanan and r.unsur and r.responden is not None]
    if fid not in book.figures and not given and layanan in rekap.isi:
        skm_lembar.enter_count(book, periode, layanan, rekap.isi[layanan])
    if given and fid not in book.figures:
        refs = [c for r in given for c in cell("skm_rekap", r.kunci, "responden")]
        refs += cell("skm_periode", periode.kunci, "tahun")
        least = min(r.responden or 0 for r in given)
        book.data(fid, least, "orang", refs, desimal=0, catatan="paling sedikit di antara unsurnya")


def _index(book: Ledger, periode: SkmPeriode, unsur: list[SkmRekap], layanan: str | None) -> None:
    """The index from exact sums, under the policy's weight and, for all services, under each weight in use."""
    ordered = sorted(unsur, key=lambda r: r.unsur or "")
    kode = ":".join(p for p in (periode.kode, layanan) if p)
    fid = FigureId("ikm", kode, periode.tahun)
    without = [r for r in ordered if r.jumlah_skor is None or r.responden is None]
    if without:
        scores = [FigureId("nilai_unsur", f"{kode}:{r.unsur}", periode.tahun) for r in ordered]
        names = join_list(str(r.unsur) for r in without)
        book.absent(fid, Keadaan.KOSONG, f"jumlah skor {names} belum ada: indeks tidak dihitung", scores)
        return
    inputs = [FigureId(b, f"{kode}:{r.unsur}", periode.tahun) for r in ordered for b in ("skm_skor", "skm_responden")]
    parts = tuple((r.jumlah_skor or 0, r.responden or 0) for r in ordered)
    result = indeks_skm.compute(parts, weight_of(book.policy.bobot_skm, len(parts)))
    book.computed(fid, result, indeks_skm.RUMUS, "", inputs, desimal=DESIMAL, kebijakan=("bobot_skm",))
    for weight in BobotSkm if layanan is None else ():
        other = FigureId("ikm", kode, periode.tahun, dokumen="bobot-" + weight.value.replace(",", ""))
        result = indeks_skm.compute(parts, weight_of(weight, len(parts)))
        book.computed(other, result, indeks_skm.RUMUS, "", inputs, desimal=DESIMAL)


def _quality(book: Ledger, index: FigureId, cells: Sequence[CellRef] = ()) -> None:
    value = book.number(index)
    if value is None:
        return
    scale = book.regulations.skala_pada("mutu_skm", index.tahun)
    kelas = classify(scale, value)
    for besaran, text in (("mutu", kelas.kode), ("kinerja_layanan", kelas.nama)):
        fid = FigureId(besaran, index.kode, index.tahun, dokumen=index.dokumen)
        book.word(fid, text, [index], dasar=[scale.dasar.label()], cells=cells)


def _service_quality(book: Ledger, index: FigureId, count: FigureId, cells: Sequence[CellRef]) -> None:
    """The class of a service; none where nobody knows how many answers stand behind its index (`cells`)."""
    if book.number(index) is None or book.number(count) is not None:
        _quality(book, index, cells)
        return
    for besaran in ("mutu", "kinerja_layanan"):
        fid = FigureId(besaran, index.kode, index.tahun)
        why = "banyak responden tidak diketahui: mutu tidak ditetapkan"
        book.absent(fid, Keadaan.KOSONG, why, [index], cells=cells)


def _extremes(book: Ledger, periode: SkmPeriode, rows: list[SkmRekap]) -> None:
    """Names of the highest and lowest unsur; several on a tie."""
    names = book.regulations.unsur_skm(periode.tahun)
    ids = {r.unsur: FigureId("nilai_unsur", f"{periode.kode}:{r.unsur}", periode.tahun) for r in rows if r.unsur}
    values = {u: v for u, i in ids.items() if (v := book.number(i)) is not None}
    if not values:
        return
    for name, extreme in (("tertinggi", max(values.values())), ("terendah", min(values.values()))):
        words = [names.get(u, u) for u in sorted(values) if values[u] == extreme]
        fid = FigureId("unsur", f"{periode.kode}:{name}", periode.tahun)
        book.word(fid, join_list(words), [ids[u] for u in sorted(values)])


def _best_services(book: Ledger, periode: SkmPeriode, rekap: RekapPeriode) -> None:
    """Mutu of every service; the best and the weakest among those with enough answers only."""
    ids = {k: FigureId("ikm", f"{periode.kode}:{k}", periode.tahun) for k in rekap.layanan}
    counts = {k: FigureId("skm_responden", i.kode, i.tahun) for k, i in ids.items()}
    fewest = book.regulations.ambang("skm.responden_diperingkat")
    enough = {
        k: v for k, i in ids.items() if (book.number(counts[k]) or 0) >= fewest and (v := book.number(i)) is not None
    }
    for k, i in ids.items():
        own = [r for r in rekap.tercatat if r.layanan == k]
        _service_quality(book, i, counts[k], [c for r in own for c in cell("skm_rekap", r.kunci, "responden")])
    if len(enough) < 2:
        return
    services = {s.kode: s for s in book.paket.skm_layanan}
    refs = [c for k in enough if k in services for c in cell("skm_layanan", services[k].kunci, "nama")]
    inputs = [i for k in enough for i in (ids[k], counts[k])]
    for name, extreme in (("tertinggi", max(enough.values())), ("terendah", min(enough.values()))):
        words = [services[k].nama if k in services else k for k in enough if enough[k] == extreme]
        fid = FigureId("layanan", f"{periode.kode}:{name}", periode.tahun)
        book.word(fid, join_list(words), inputs, cells=refs)


def _year(book: Ledger, tahun: int) -> None:
    rows = sorted((r for r in book.paket.skm_tahunan if r.tahun == tahun), key=lambda r: r.kunci)
    index = FigureId("ikm", SEMUA, tahun)
    for row in rows:
        _printed(book, row, FigureId("ikm", SEMUA, tahun, dokumen=row.versi))
        if row.dipakai:
            if row.indeks is not None:
                _printed(book, row, index)
            refs = cell("skm_tahunan", row.kunci, "target", "dipakai")
            book.data(FigureId("target_ikm", SEMUA, tahun), row.target, "", refs, catatan=row.asal_target)
    if index not in book.figures:
        _from_periods(book, index)
    _quality(book, index)
    target, real = FigureId("target_ikm", SEMUA, tahun), index
    t, r = book.number(target), book.number(real)
    if t is None or r is None:
        return
    result = capaian_naik.compute(t, r)
    fid = FigureId("capaian_ikm", SEMUA, tahun)
    book.computed(fid, result, capaian_naik.RUMUS, "persen", [real, target], desimal=PERSEN)
    text = "melampaui target" if r > t else "mencapai target" if r == t else "tidak mencapai target"
    book.word(FigureId("status_ikm", SEMUA, tahun), text, [real, target])


def _printed(book: Ledger, row: SkmTahunan, fid: FigureId) -> None:
    refs = cell("skm_tahunan", row.kunci, "indeks", "status", "dipakai")
    book.data(fid, row.indeks, "", refs, status=row.status, desimal=DESIMAL, catatan=row.keterangan)


def _from_periods(book: Ledger, index: FigureId) -> None:
    """The year's index from its periods, as the policy says: pooled answers, mean of periods, or the last."""
    own = (p for p in book.paket.skm_periode if p.tahun == index.tahun)
    periods = sorted(own, key=lambda p: (p.bulan_akhir, p.kode))
    ids = [FigureId("ikm", p.kode, p.tahun) for p in periods]
    values = [(i, v) for i in ids if (v := book.number(i)) is not None]
    if not values:
        return
    last = book.policy.ikm_tahun is IkmTahun.TERAKHIR
    chosen = values[-1:] if last else values
    inputs = [i for i, _ in chosen]
    weights = [Decimal(1)] * len(chosen)
    if book.policy.ikm_tahun is IkmTahun.GABUNGAN:
        counts = [FigureId("skm_responden", i.kode, i.tahun) for i in inputs]
        inputs = [*inputs, *(c for c in counts if c in book.figures)]
        given = [n for c in counts if (n := book.number(c)) is not None]
        if len(given) < len(counts) and len(counts) > 1:
            reason = "banyak responden suatu periode belum ada: periode tidak dapat digabung"
            book.absent(index, Keadaan.KOSONG, reason, inputs)
            return
        weights = given or weights
    refs = [c for p in periods for c in cell("skm_periode", p.kunci, "bulan_akhir")] if last else []
    result = compute_mean(tuple((v, w) for (_, v), w in zip(chosen, weights, strict=True)))
    book.computed(
        index, result, RUMUS_RATA, "", inputs, desimal=DESIMAL, cells=refs, kebijakan=("ikm_tahun",)
    )  # fmt: skip


def _trend(book: Ledger, tahun: int) -> None:
    now, before = FigureId("ikm", SEMUA, tahun), FigureId("ikm", SEMUA, tahun - 1)
    new, old = book.number(now), book.number(before)
    if new is None or old is None:
        return
    book.difference(FigureId("perubahan_ikm", SEMUA, tahun), book.figures[now], book.figures[before], "poin", DESIMAL)
    shown = round_half_up(new - old, DESIMAL)
    text = "naik" if shown > 0 else "turun" if shown < 0 else "tetap"
    book.word(FigureId("arah_ikm", SEMUA, tahun), text, [now, before])
