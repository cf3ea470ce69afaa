"""The book in which the stages of a computation enter figures; mutable only while computing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from akuntabel.calculation.formulas import KATA, selisih
from akuntabel.calculation.formulas.rumus import HasilRumus, Rumus
from akuntabel.calculation.policy import Policy
from akuntabel.calculation.susunan import Susunan, make_susunan
from akuntabel.domain.figure import CellRef, Figure, FigureId, Keadaan, Trace, Value
from akuntabel.domain.paket import Paket
from akuntabel.domain.pilihan import StatusNilai
from akuntabel.regulations import Regulations

_STATE = {StatusNilai.BELUM_RILIS: Keadaan.BELUM_RILIS, StatusNilai.TIDAK_BERLAKU: Keadaan.TIDAK_BERLAKU}


@dataclass(slots=True)
class Ledger:
    """Figures so far, with what every stage needs to know."""

    paket: Paket
    policy: Policy
    regulations: Regulations
    tahun: int
    figures: dict[FigureId, Figure] = field(default_factory=dict)
    missing: dict[FigureId, int] = field(default_factory=dict)
    by_kode: dict[tuple[str, str], list[FigureId]] = field(default_factory=dict)
    susunan: Susunan = field(init=False)

    def __post_init__(self) -> None:
        self.susunan = make_susunan(self.paket)

    def ids(self, besaran: str, kode: str) -> tuple[FigureId, ...]:
        """The figures of one kind and code so far, in the order in which they were entered."""
        return tuple(self.by_kode.get((besaran, kode), ()))

    def get(self, fid: FigureId) -> Figure | None:
        """The figure, or None when no stage has entered it."""
        return self.figures.get(fid)

    def number(self, fid: FigureId) -> Decimal | None:
        """The number of a figure, or None."""
        figure = self.figures.get(fid)
        return figure.number if figure else None

    def put(self, figure: Figure) -> Figure:
        """Enter a figure; the first entry under an id stays."""
        if figure.id not in self.figures:
            self.by_kode.setdefault((figure.id.besaran, figure.id.kode), []).append(figure.id)
        return self.figures.setdefault(figure.id, figure)

    def data(
        self,
        fid: FigureId,
        value: Value | int | None,
        satuan: str,
        cells: Iterable[CellRef],
        *,
        status: StatusNilai | None = None,
        desimal: int | None = None,
        catatan: str | None = None,
        sementara: bool = False,
    ) -> Figure:
        """Enter a value as it stands in the data; a blank one gets its named state."""
        given = Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
        state = Keadaan.ADA if given is not None else _STATE.get(status or StatusNilai.TETAP, Keadaan.KOSONG)
        trace = Trace("data", cells=tuple(cells), catatan=catatan)
        weak = sementara or status is StatusNilai.SEMENTARA
        return self.put(Figure(fid, given, satuan, trace, state, desimal, weak))

    def computed(
        self,
        fid: FigureId,
        hasil: HasilRumus,
        rumus: Rumus,
        satuan: str,
        inputs: Iterable[FigureId],
        *,
        desimal: int | None = None,
        cells: Iterable[CellRef] = (),
        kebijakan: tuple[str, ...] = (),
        catatan: str | None = None,
    ) -> Figure:
        """Enter the outcome of a formula. It is `sementara` when one of its inputs is; `kebijakan` names settings."""
        used = tuple(dict.fromkeys(inputs))
        refs, label = self._policy(cells, kebijakan)
        state = Keadaan.ADA if hasil.nilai is not None else Keadaan.TAK_TERDEFINISI
        note = "; ".join(t for t in (hasil.alasan, catatan) if t) or None
        trace = Trace(rumus.kode, hasil.hitungan, used, refs, (rumus.dasar,), label, note)
        return self.put(Figure(fid, hasil.nilai, satuan, trace, state, desimal, self._weak(used)))

    def total(
        self,
        fid: FigureId,
        parts: Iterable[FigureId],
        satuan: str,
        *,
        desimal: int | None = None,
        cells: Iterable[CellRef] = (),
        untold: Iterable[FigureId] = (),
    ) -> Figure:
        """Enter the sum of parts. One that lacks parts has no value; it keeps what is recorded and counts the rest.

        `untold` names what should have a part and has none.
        """
        inputs, absent = tuple(dict.fromkeys(parts)), tuple(untold)
        values = tuple(v for i in inputs if (v := self.number(i)) is not None)
        if not values:
            return self.absent(fid, *self.state_of(inputs), inputs, satuan, cells)
        result = selisih.compute_sum(values)
        missing = sum(self.lacks(i) for i in inputs) + len(absent)
        if not missing:
            return self.computed(fid, result, selisih.RUMUS_JUMLAH, satuan, inputs, desimal=desimal, cells=cells)
        self.missing[fid] = missing
        used = (*inputs, *absent)
        note = f"belum termasuk {missing} nilai yang belum ada"
        rumus = selisih.RUMUS_JUMLAH
        trace = Trace(rumus.kode, result.hitungan, used, tuple(dict.fromkeys(cells)), (rumus.dasar,), None, note)
        state = Keadaan.BELUM_LENGKAP
        return self.put(Figure(fid, None, satuan, trace, state, desimal, self._weak(used), result.nilai))

    def word(
        self,
        fid: FigureId,
        text: str,
        inputs: Iterable[FigureId],
        *,
        cells: Iterable[CellRef] = (),
        dasar: Iterable[str] = (),
        kebijakan: tuple[str, ...] = (),
        hitungan: str = "",
    ) -> Figure:
        """Enter a word of judgement or direction that follows from figures; `kebijakan` names settings."""
        used = tuple(dict.fromkeys(inputs))
        refs, label = self._policy(cells, kebijakan)
        trace = Trace(KATA.kode, hitungan, used, refs, tuple(dasar), label)
        return self.put(Figure(fid, text, "", trace, sementara=self._weak(used)))

    def difference(
        self,
        fid: FigureId,
        value: Figure,
        other: Figure,
        satuan: str,
        desimal: int | None,
        cells: Iterable[CellRef] = (),
    ) -> None:
        """Enter the difference of two numbers; nothing when one of them has none."""
        if value.number is not None and other.number is not None:
            result = selisih.compute(value.number, other.number)
            self.computed(fid, result, selisih.RUMUS, satuan, [value.id, other.id], desimal=desimal, cells=cells)

    def absent(
        self,
        fid: FigureId,
        state: Keadaan,
        reason: str,
        inputs: Iterable[FigureId] = (),
        satuan: str = "",
        cells: Iterable[CellRef] = (),
    ) -> Figure:
        """Enter a figure that has no value, with the reason."""
        used = tuple(dict.fromkeys(inputs))
        trace = Trace("data", inputs=used, cells=tuple(cells), catatan=reason)
        return self.put(Figure(fid, None, satuan, trace, state, sementara=self._weak(used)))

    def lacks(self, fid: FigureId) -> bool:
        """Whether a part of a sum has no value although it should: what does not apply is not missing."""
        figure = self.figures.get(fid)
        return figure is None or (figure.number is None and figure.keadaan is not Keadaan.TIDAK_BERLAKU)

    def state_of(self, inputs: Iterable[FigureId]) -> tuple[Keadaan, str]:
        """The state that a result inherits from inputs without a value, and its reason."""
        missing = [f for i in inputs if (f := self.figures.get(i)) is None or f.keadaan is not Keadaan.ADA]
        states = [f.keadaan for f in missing if f is not None]
        for state in (Keadaan.BELUM_RILIS, Keadaan.TIDAK_BERLAKU, Keadaan.TAK_TERDEFINISI):
            if state in states:
                return state, _REASON[state]
        partial = Keadaan.BELUM_LENGKAP in states
        return Keadaan.KOSONG, _REASON[Keadaan.BELUM_LENGKAP if partial else Keadaan.KOSONG]

    def _policy(self, cells: Iterable[CellRef], keys: tuple[str, ...]) -> tuple[tuple[CellRef, ...], str | None]:
        """Cells with those of the settings, and the policy as it is cited."""
        refs = tuple(dict.fromkeys((*cells, *self.policy.cells(*keys))))
        return refs, self.policy.label(*keys) if keys else None

    def _weak(self, inputs: Iterable[FigureId]) -> bool:
        return any((f := self.figures.get(i)) is not None and f.sementara for i in inputs)

    def today(self) -> date | None:
        """The report's own date: what stands for 'now'."""
        return self.paket.laporan[0].tanggal if self.paket.laporan else None


_REASON = {
    Keadaan.BELUM_RILIS: "data belum dirilis",
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.TAK_TERDEFINISI: "masukan tidak terdefinisi",
    Keadaan.KOSONG: "data belum ada",
    Keadaan.BELUM_LENGKAP: "jumlah masukannya belum lengkap",
}


def cell(tabel: str, kunci: str, *columns: str) -> tuple[CellRef, ...]:
    """Cell references of one row."""
    return tuple(CellRef(tabel, kunci, c) for c in columns)


def column(tabel: str, *columns: str) -> tuple[CellRef, ...]:
    """References to whole columns of a table: what a count of many rows rests on."""
    return tuple(CellRef(tabel, "", c) for c in columns)
